// A learner's whole way through the window, by real keys: first run, a drill with right, wrong and
// typed answers, undo, results, quit, reopen; and what a power cut leaves.

#include "e2e/driver.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <unistd.h>

using namespace entente;
using tests::Entente;
using tests::Folder;

namespace {

const std::string deck = (tests::root() / "tests/e2e/deck.xml").string();

// Which key holds this option now.
std::string key_of(const Entente& window, const std::string& option) {
  for (int i = 1; i <= 4; ++i)
    if (window.label("option", "#option-" + std::to_string(i)) == option) return std::to_string(i);
  FAIL("no option ", option);
  return "";
}

// As on a Russian keyboard: the layout is changed, then keys are pressed by their places.
void type_russian(const Entente& window, bool right) {
  REQUIRE(tests::run({"setxkbmap", "ru"}).code == 0);
  window.keys(right ? std::vector<std::string>{"55", "44", "54", "27", "40", "41"}
                    : std::vector<std::string>{"40", "44", "45", "30", "41"});
  CHECK(window.shows(right ? "=\"москва\"" : "=\"волга\""));
  REQUIRE(tests::run({"setxkbmap", "us"}).code == 0);
}

// Answers what is asked now, and waits for the verdict.
void answer(const Entente& window, bool right) {
  const std::string tree = window.described();
  if (tree.find("Vienna") != std::string::npos) {
    window.key(key_of(window, right ? "The Danube" : "The Elbe"));
    REQUIRE(window.shows("#continue"));
    return;
  }
  if (tree.find("Москву") != std::string::npos)
    type_russian(window, right);
  else
    window.type(right ? "Seine" : "Rhone");
  if (tree.find("Paris") != std::string::npos)
    REQUIRE(window.shows(right ? "=\"Seine\"" : "=\"Rhone\""));
  window.key("Return");
  REQUIRE(window.shows("#grade-good"));
}

void go_on(const Entente& window) {
  ::usleep(300'000); // keys right after the reveal are not meant
  window.key("space");
  CHECK(window.hides("#overrule"));
}

void answer_and_go_on(const Entente& window, bool right, const std::string& then) {
  answer(window, right);
  go_on(window);
  REQUIRE(window.shows(then));
}

} // namespace

TEST_CASE("first run: Today welcomes, every place opens by its key and by the mouse") {
  if (!tests::can_drive()) return;
  const Folder data;
  Entente window({data.path, {}, {}, {}});
  REQUIRE(window.shows("Your deck is ready."));
  CHECK(window.shows("How it goes"));
  window.take_keyboard();
  window.key("2");
  CHECK(window.shows("Take off the list…"));
  window.key("comma");
  CHECK(window.shows("High contrast"));
  window.key("question");
  CHECK(window.shows("Letters go by the key's place"));
  window.key("Escape");
  CHECK(window.shows("High contrast"));
  window.click("nav.go.today");
  CHECK(window.shows("Your deck is ready."));
  window.key("ctrl+q");
  const auto exit = window.wait();
  CHECK(exit.done);
  CHECK(exit.code == 0);
  CHECK(exit.out == "");
}

TEST_CASE("a whole drill: right, wrong and Cyrillic answers, undo, results, quit, reopen") {
  if (!tests::can_drive()) return;
  const Folder data;
  {
    Entente window({data.path, {deck}, {}, {}});
    REQUIRE(window.shows("Three cards"));
    window.take_keyboard();
    window.key("Return");
    REQUIRE(window.shows("0 / 3"));
    answer_and_go_on(window, true, "1 / 3");
    answer_and_go_on(window, true, "2 / 3");
    window.key("F8"); // works in a text field too, where letters type
    REQUIRE(window.shows("1 / 3"));
    REQUIRE(window.shows("#overrule")); // the answer is open again
    go_on(window);
    REQUIRE(window.shows("2 / 3"));
    answer_and_go_on(window, false, "Only missed cards are left");
    window.key("space");
    REQUIRE(window.shows("Once more"));
    answer_and_go_on(window, true, "Right first time: 2 / 3");
    window.key("Return");
    CHECK(window.shows("Nothing is due."));
    CHECK(window.shows("4 answers"));
    window.key("ctrl+q");
    CHECK(window.wait().code == 0);
  }
  Entente window({data.path, {deck}, {}, {}});
  CHECK(window.shows("Nothing is due."));
  CHECK(window.shows("Next:"));
  CHECK(window.shows("4 answers"));
}

TEST_CASE("what was answered before a power cut is there, and the drill goes on from it") {
  if (!tests::can_drive()) return;
  const Folder data;
  {
    Entente window({data.path, {deck}, {}, {}});
    REQUIRE(window.shows("Three cards"));
    window.take_keyboard();
    window.key("Return");
    REQUIRE(window.shows("0 / 3"));
    answer_and_go_on(window, true, "1 / 3");
    answer(window, false); // seen, but its grade not settled
    window.kill();
    CHECK(window.wait().code == 128 + 9);
  }
  Entente window({data.path, {deck}, {}, {}});
  REQUIRE(window.shows("1 answer "));
  window.take_keyboard();
  window.key("Return");
  CHECK(window.shows("0 / 2"));
}

TEST_CASE("a missed card that was not answered right is due when the window opens again") {
  if (!tests::can_drive()) return;
  const Folder data;
  {
    Entente window({data.path, {deck}, {}, {}});
    REQUIRE(window.shows("Three cards"));
    window.take_keyboard();
    window.key("Return");
    REQUIRE(window.shows("0 / 3"));
    answer(window, false);
    go_on(window);
    REQUIRE(window.shows("New card"));
    window.key("Escape");
    REQUIRE(window.shows("Right first time: 0 / 1"));
    window.key("alt+F4");
    CHECK(window.wait().code == 0);
  }
  Entente window({data.path, {deck}, {}, {}});
  CHECK(window.shows("1 card is due."));
}

TEST_CASE("letters go by the key's place in a Russian layout, and type in a field") {
  if (!tests::can_drive()) return;
  if (tests::run({"setxkbmap", "ru"}).code != 0) return tests::skip("setxkbmap does not work here");
  const Folder data;
  Entente window({data.path, {deck}, {}, {}});
  REQUIRE(window.shows("Three cards"));
  window.take_keyboard();
  window.key("54"); // C: choose what to study
  CHECK(window.shows("Choose what to study"));
  window.key("39"); // S, in the search field
  CHECK(window.shows("=\"ы\""));
  window.key("Escape");
  window.key("Return");
  REQUIRE(window.shows("0 / 3"));
  while (!window.described().empty() && window.described().find("Vienna") == std::string::npos) {
    window.key("F4"); // skip to the choice card
    ::usleep(150'000);
  }
  window.key("43"); // H
  CHECK(window.shows("Blue, says the waltz."));
  CHECK(tests::run({"setxkbmap", "us"}).code == 0);
}
