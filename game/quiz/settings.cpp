#include "quiz/settings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <string>

namespace entente::quiz {

namespace {

constexpr std::array table = {
    Setting{"new_cards_a_day", "cards", 0, 9999, &Settings::new_cards_a_day},
    Setting{"reviews_a_day", "cards", 1, 9999, &Settings::reviews_a_day},
    Setting{"wanted_recall", "", 0.7, 0.99, &Settings::wanted_recall},
    Setting{"typed_from_days", "days", 0, 36500, &Settings::typed_from_days},
    Setting{"flip_from_days", "days", 0, 36500, &Settings::flip_from_days},
    Setting{"options_shown", "", 2, 9, &Settings::options_shown},
    Setting{"quick_questions", "", 1, 100, &Settings::quick_questions},
    Setting{"quick_clock", "", 0, 1, &Settings::quick_clock},
    Setting{"quick_seconds", "seconds", 3, 600, &Settings::quick_seconds},
    Setting{"ahead_cards", "cards", 1, 9999, &Settings::ahead_cards},
    Setting{"extra_new_cards", "cards", 1, 9999, &Settings::extra_new_cards},
    Setting{"missed_gap_cards", "cards", 0, 99, &Settings::missed_gap_cards},
    Setting{"missed_gap_seconds", "seconds", 0, 3600, &Settings::missed_gap_seconds},
    Setting{"later_today_days", "days", 0, 1, &Settings::later_today_days},
    Setting{"leech_lapses", "lapses", 1, 99, &Settings::leech_lapses},
    Setting{"day_start_minutes", "", 0, 1439, &Settings::day_start_minutes},
    Setting{"reveal_guard_ms", "milliseconds", 0, 5000, &Settings::reveal_guard_ms},
    Setting{"game_layer", "", 0, 1, &Settings::game_layer},
};

std::string plain(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

core::Error refused(std::string message, std::string advice) {
  return {core::ErrorCode::usage, std::move(message), "", std::move(advice)};
}

bool is_whole(const Setting& setting) {
  return !std::holds_alternative<double Settings::*>(setting.field);
}

} // namespace

std::span<const Setting> settings_table() { return table; }

const Setting* find_setting(std::string_view name) {
  const auto* found = std::ranges::find(table, name, &Setting::name);
  return found == table.end() ? nullptr : found;
}

double value_of(const Settings& settings, const Setting& setting) {
  return std::visit([&](auto field) { return static_cast<double>(settings.*field); },
                    setting.field);
}

core::Status assign(Settings& settings, std::string_view name, double value) {
  const Setting* setting = find_setting(name);
  if (!setting)
    return refused("There is no setting \"" + std::string(name) + "\".",
                   "The settings are listed by: entente settings.");
  const bool inside = value >= setting->least && value <= setting->most; // false for NaN
  if (!inside || (is_whole(*setting) && value != std::floor(value)))
    return refused("\"" + std::string(name) + "\" cannot be " + plain(value) + ".",
                   std::string("Give a ") + (is_whole(*setting) ? "whole number" : "number") +
                       " from " + plain(setting->least) + " to " + plain(setting->most) + ".");
  std::visit(
      [&](auto field) {
        using Field = std::remove_reference_t<decltype(settings.*field)>;
        settings.*field = static_cast<Field>(value);
      },
      setting->field);
  return core::Done{};
}

} // namespace entente::quiz
