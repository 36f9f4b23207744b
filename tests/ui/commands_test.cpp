#include "ui/commands.h"

#include <doctest/doctest.h>

using namespace entente::ui;

TEST_CASE("chords are named as on key caps") {
  CHECK(name(Chord{Key::enter}) == "Enter");
  CHECK(name(ctrl(Key::z)) == "Ctrl Z");
  CHECK(name(shift(Key::f12)) == "Shift F12");
  CHECK(name(typed('?')) == "?");
  CHECK(name(Chord{Key::digit_4}) == "4");
  CHECK(name(Chord{Key::up}) == "↑");
}

TEST_CASE("what types something is known, and what is a letter") {
  CHECK(types({Key::h}));
  CHECK(types({Key::space}));
  CHECK(types(typed('?')));
  CHECK_FALSE(types(ctrl(Key::h)));
  CHECK_FALSE(types({Key::enter}));
  CHECK(is_letter({Key::h}));
  CHECK_FALSE(is_letter({Key::digit_1}));
}

TEST_CASE("commands of one scope that share a key are named, others are not") {
  const CommandTable table({{"a.one", "a", "", {{Key::h}}},
                            {"a.two", "a", "", {{Key::enter}, {Key::h}}},
                            {"b.one", "b", "", {{Key::h}}},
                            {"all", "global", "", {{Key::enter}}}});
  CHECK(table.clashes() ==
        std::vector<std::string>{"a.one and a.two share H", "a.two and all share Enter"});
}

TEST_CASE("a command reached by letters alone is named") {
  const CommandTable table({{"hint", "a", "", {{Key::h}}},
                            {"undo", "a", "", {{Key::u}, ctrl(Key::z)}},
                            {"none", "a", "", {}}});
  CHECK(table.without_second_way() == std::vector<std::string>{"hint", "none"});
}
