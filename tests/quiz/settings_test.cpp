#include "quiz/settings.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace entente;
using quiz::Settings;

TEST_CASE("every setting has a name of its own, words, and a default within its range") {
  std::set<std::string_view> names;
  for (const quiz::Setting& setting : quiz::settings_table()) {
    CAPTURE(setting.name);
    CHECK(names.insert(setting.name).second);
    const double value = quiz::value_of(Settings{}, setting);
    CHECK(value >= setting.least);
    CHECK(value <= setting.most);
  }
}

TEST_CASE("any setting can be put to both ends of its range and read back") {
  for (const quiz::Setting& setting : quiz::settings_table()) {
    CAPTURE(setting.name);
    Settings settings;
    for (const double value : {setting.least, setting.most}) {
      CHECK(quiz::assign(settings, setting.name, value).has_value());
      CHECK(quiz::value_of(settings, setting) == value);
    }
  }
}

TEST_CASE("a setting that cannot be says what can") {
  Settings settings;
  const auto refusal = [&](const char* name, double value) {
    const auto done = quiz::assign(settings, name, value);
    return done ? std::string("accepted") : core::describe(done.error());
  };
  CHECK(refusal("speed", 1) ==
        "There is no setting \"speed\". The settings are listed by: entente settings.");
  CHECK(refusal("wanted_recall", 2) ==
        "\"wanted_recall\" cannot be 2. Give a number from 0.7 to 0.99.");
  CHECK(refusal("options_shown", 3.5) ==
        "\"options_shown\" cannot be 3.5. Give a whole number from 2 to 9.");
  CHECK(refusal("wanted_recall", std::nan("")) ==
        "\"wanted_recall\" cannot be nan. Give a number from 0.7 to 0.99.");
  CHECK(settings == Settings{});
}
