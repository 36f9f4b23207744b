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

TEST_CASE("an English sentence is retold with what is named in it, the fullest match first") {
  const auto english = Strings::parse("said.a = The option {option} is {kind}.\n"
                                      "said.b = The option {option} is there.\n"
                                      "said.kind = a date\n",
                                      "en.strings", "en");
  const auto russian = Strings::parse("said.a = Вариант {option} — это {kind}.\n"
                                      "said.b = Вариант {option} есть.\n"
                                      "said.kind = дата\n",
                                      "ru.strings", "ru");
  REQUIRE((english && russian));
  const auto both = russian->over(*english);
  CHECK(both.retold("The option “May” is a date.") == "Вариант “May” — это дата.");
  CHECK(both.retold("The option “May” is there.") == "Вариант “May” есть.");
  CHECK(both.retold("The option “x is y” is a tale.") == "Вариант “x is y” — это a tale.");
  CHECK(both.retold("Nobody said this.") == "Nobody said this.");
  CHECK(english->retold("The option “May” is there.") == "The option “May” is there.");
}
