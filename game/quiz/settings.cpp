#include "quiz/settings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <string>

namespace entente::quiz {

namespace {

constexpr std::array table = {
    Setting{"new_cards_a_day", "New cards a day",
            "How many cards you have never seen may come on one study day.", "cards", 0, 9999,
            &Settings::new_cards_a_day},
    Setting{"wanted_recall", "Wanted recall",
            "A card is due when the chance that you still know it has fallen to this.", "", 0.7,
            0.99, &Settings::wanted_recall},
    Setting{"typed_from_days", "Typed from",
            "A card whose stability has reached this is asked as a typed answer.", "days", 0, 36500,
            &Settings::typed_from_days},
    Setting{"flip_from_days", "Flip from",
            "A card whose stability has reached this is turned over and judged by yourself, where "
            "the card allows it.",
            "days", 0, 36500, &Settings::flip_from_days},
    Setting{"options_shown", "Options shown", "How many options a choice question offers.", "", 2,
            9, &Settings::options_shown},
    Setting{"quick_questions", "Quick round questions", "How many questions make a quick round.",
            "", 1, 100, &Settings::quick_questions},
    Setting{
        "quick_clock", "Quick round clock",
        "With the clock, each question of a quick round has a time and being fast pays a bonus.",
        "", 0, 1, &Settings::quick_clock},
    Setting{"quick_seconds", "Quick round time", "Time for one question of a quick round.",
            "seconds", 3, 600, &Settings::quick_seconds},
    Setting{"ahead_cards", "Study ahead", "How many cards studying ahead brings at a time.",
            "cards", 1, 9999, &Settings::ahead_cards},
    Setting{"extra_new_cards", "More new cards",
            "How many cards asking for more new ones brings, over the daily limit.", "cards", 1,
            9999, &Settings::extra_new_cards},
    Setting{"missed_gap_cards", "Others before a missed card",
            "A missed card returns after at least so many others.", "cards", 0, 99,
            &Settings::missed_gap_cards},
    Setting{"missed_gap_seconds", "Wait before a missed card",
            "A missed card returns after this at the earliest.", "seconds", 0, 3600,
            &Settings::missed_gap_seconds},
    Setting{"later_today_days", "Later today below",
            "An interval under this is shown as later today.", "days", 0, 1,
            &Settings::later_today_days},
    Setting{"leech_lapses", "Leech after",
            "A card forgotten so many times is named, so that it can be mended or put aside.",
            "lapses", 1, 99, &Settings::leech_lapses},
    Setting{"day_start_minutes", "Study day starts",
            "The study day runs from this time to the same time next day.",
            "minutes after midnight", 0, 1439, &Settings::day_start_minutes},
    Setting{"reveal_guard_ms", "Guard after the answer",
            "Keys pressed within this time of an answer showing are ignored.", "milliseconds", 0,
            5000, &Settings::reveal_guard_ms},
    Setting{"game_layer", "Points and streaks", "Off hides points, streaks and bests everywhere.",
            "", 0, 1, &Settings::game_layer},
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
