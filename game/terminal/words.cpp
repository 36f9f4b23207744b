#include "terminal/words.h"

#include <algorithm>
#include <cmath>

namespace entente::terminal {

namespace {

constexpr double days_a_month = 30.44;
constexpr double days_a_year = 365.25;

std::string whole(double value) { return std::to_string(std::lround(std::max(1.0, value))); }

std::string in_units(double value, const std::string& unit) {
  const std::string number = whole(value);
  return "in " + number + " " + unit + (number == "1" ? "" : "s");
}

} // namespace

std::string in_time(double days) {
  const double minutes = days * 24 * 60;
  if (minutes < 59.5) return "in " + whole(minutes) + " min";
  if (days * 24 < 23.5) return "in " + whole(days * 24) + " h";
  if (days < 60) return in_units(days, "day");
  if (days < days_a_year) return in_units(days / days_a_month, "month");
  return in_units(days / days_a_year, "year");
}

std::string duration(std::int64_t ms) {
  const std::int64_t seconds = (ms + core::ms_per_second / 2) / core::ms_per_second;
  if (seconds < 60) return std::to_string(seconds) + " s";
  return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
}

std::string count(int n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string coming(const quiz::NextDue& next, core::Moment now, core::Day today) {
  std::string text;
  if (next.first && next.later_today > 0)
    text = count(next.later_today, "card", "cards") + " " +
           in_time(std::max(0.0, core::days_between(now, *next.first)));
  if (!next.next_day || next.on_next_day == 0) return text;
  const int days = *next.next_day - today;
  const std::string when = days == 1 ? "tomorrow" : "in " + std::to_string(days) + " days";
  if (!text.empty()) return text + ", then " + std::to_string(next.on_next_day) + " " + when;
  return count(next.on_next_day, "card", "cards") + " " + when;
}

} // namespace entente::terminal
