#include "ui/strings.h"

#include <doctest/doctest.h>

using entente::ui::Strings;

TEST_CASE("a string fills in its names and counts by its language") {
  const auto strings = Strings::parse("# words\nhello = Hello, {name}, {name}!\n"
                                      "cards.one = {n} card\ncards.other = {n} cards\n",
                                      "en.strings", "en");
  REQUIRE(strings);
  CHECK(strings->say("hello", {{"name", "Xi"}}) == "Hello, Xi, Xi!");
  CHECK(strings->count("cards", 1) == "1 card");
  CHECK(strings->count("cards", 1240) == "1,240 cards");
  CHECK(strings->say("no.such") == "[no.such]");
}

TEST_CASE("a file that cannot be read names its line") {
  CHECK(describe(Strings::parse("a = b\nnonsense\n", "x", "en").error()) ==
        "x:2: This line has no \"=\". Write \"key = text\", each key once.");
  CHECK(Strings::parse("a = b\na = c\n", "x", "en").error().where == "x:2");
}
