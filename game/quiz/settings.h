#pragma once

// Every number a learner may turn, named, with its range (easy days beside them): the settings
// screen, the settings file and the command line all read the one table. What people read of it is
// among the strings, under setting.NAME, setting.NAME.help and unit.UNIT.

#include "core/result.h"
#include "core/time.h"
#include "memory/load.h"

#include <span>
#include <string_view>
#include <variant>

namespace entente::quiz {

// How much of an ordinary day's load a weekday takes; easy days hold these only.
inline constexpr double full_day = 1;
inline constexpr double less_day = 0.5;
inline constexpr double no_day = 0;

struct Settings {
  int new_cards_a_day = 20;
  int reviews_a_day = 100; // of a backlog; never of a seminar's plan
  double wanted_recall = 0.9;
  double typed_from_days = 2; // stability, days
  double flip_from_days = 7;  // stability, days
  int options_shown = 4;      // the right one included
  int quick_questions = 10;
  bool quick_clock = true;
  int quick_seconds = 20; // a question
  int ahead_cards = 20;
  int extra_new_cards = 10;
  int missed_gap_cards = 3;
  int missed_gap_seconds = 60;
  double later_today_days = 0.5;
  int leech_lapses = 8;
  int day_start_minutes = core::default_day_start_minutes;
  int reveal_guard_ms = 250;
  bool game_layer = true;
  memory::EasyDays easy_days = memory::no_easy_days; // of a kind of its own, not in the table

  bool operator==(const Settings&) const = default;
};

struct Setting {
  std::string_view name; // as in files and on the command line
  std::string_view unit; // "cards", "days" ...; empty for plain counts, shares and switches
  double least = 0, most = 1;
  std::variant<int Settings::*, double Settings::*, bool Settings::*> field;
};

[[nodiscard]] std::span<const Setting> settings_table();
// Null when there is none of that name.
[[nodiscard]] const Setting* find_setting(std::string_view name);
[[nodiscard]] double value_of(const Settings& settings, const Setting& setting); // a switch is 0, 1
// Errors: usage, for an unknown name, a value out of range, or a fraction where a count belongs.
[[nodiscard]] core::Status assign(Settings& settings, std::string_view name, double value);

} // namespace entente::quiz
