#include "service/settings.h"

#include <doctest/doctest.h>

using namespace entente::service;

TEST_CASE("settings written are the settings read") {
  Settings settings;
  settings.theme = ThemeChoice::dark;
  settings.scale = 1.5;
  settings.sound = false;
  settings.quiz.new_cards_a_day = 7;
  settings.quiz.wanted_recall = 0.93;
  settings.quiz.game_layer = false;
  settings.quiz.easy_days = {1, 1, 1, 1, 1, 0.5, 0};
  const auto reading = parse_settings(write_settings(settings), "settings");
  CHECK(reading.problems.empty());
  CHECK(reading.settings == settings);
}

TEST_CASE("one bad line is named and costs no other") {
  const auto reading =
      parse_settings("theme = pink\n# a comment\nsound = off\nnonsense\nscale = 9\n", "settings");
  CHECK_FALSE(reading.settings.sound);
  CHECK(reading.settings.theme == ThemeChoice::light);
  REQUIRE(reading.problems.size() == 3);
  CHECK(describe(reading.problems[0]) ==
        "settings:1: \"pink\" is no value of \"theme\". The default is used.");
  CHECK(describe(reading.problems[1]) ==
        "settings:4: This line has no \"=\". Write \"name = value\".");
  CHECK(reading.problems[2].where == "settings:5");
}

TEST_CASE("easy days are a word a weekday, and less or more than seven are none") {
  const auto days = [](const std::string& words) {
    return parse_settings("easy_days = " + words, "settings");
  };
  CHECK(days("full full less none full full none").settings.quiz.easy_days ==
        entente::memory::EasyDays{1, 1, 0.5, 0, 1, 1, 0});
  for (const char* wrong :
       {"full", "full full full full full full full none", "a b c d e f g", ""}) {
    const auto reading = days(wrong);
    CHECK(reading.problems.size() == 1);
    CHECK(reading.settings.quiz.easy_days == entente::memory::no_easy_days);
  }
}
