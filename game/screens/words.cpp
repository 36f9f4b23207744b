#include "screens/words.h"

#include "text/format.h"
#include "ui/strings.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

namespace {

constexpr double days_a_month = 30.44;
constexpr double days_a_year = 365.25;

const std::string& language() { return ui::strings().language(); }

std::string counted(std::string_view key, double value) {
  return say_count(key, std::max(1L, std::lround(value)));
}

} // namespace

std::string retold(std::string_view english) { return ui::strings().retold(english); }

std::string say(std::string_view key, Arguments arguments) {
  return ui::strings().say(key, arguments);
}

std::string say_count(std::string_view key, std::int64_t n) { return ui::strings().count(key, n); }

std::string number(std::int64_t n) { return text::format_number(n, language()); }
std::string decimal(double value) { return text::format_decimal(value, 1, language()); }
std::string percent(double share) { return text::format_percent(share, language()); }

std::string interval(double days) {
  const double minutes = days * 24 * 60;
  if (minutes < 59.5) return counted("time.minutes", minutes);
  if (days * 24 < 23.5) return counted("time.hours", days * 24);
  if (days < 60) return counted("time.days", days);
  if (days < days_a_year) return counted("time.months", days / days_a_month);
  return counted("time.years", days / days_a_year);
}

std::string duration(std::int64_t ms) {
  const std::int64_t seconds = ms / core::ms_per_second;
  if (seconds < 10)
    return say("time.seconds",
               {{"n", text::format_decimal(static_cast<double>(ms) / 1000, 1, language())}});
  if (seconds < 60) return say("time.seconds", {{"n", number(seconds)}});
  return say("time.minutes-seconds", {{"m", number(seconds / 60)}, {"s", number(seconds % 60)}});
}

std::string clock_time(std::int64_t ms) {
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::int64_t seconds = ms / core::ms_per_second;
  const std::string under_hour = two(seconds / 60 % 60) + ":" + two(seconds % 60);
  return seconds < 3600 ? under_hour : std::to_string(seconds / 3600) + ":" + under_hour;
}

std::string times(double multiplier) {
  const int places = multiplier == std::floor(multiplier) ? 0 : 1;
  return "×" + text::format_decimal(multiplier, places, language());
}

std::string short_date(core::Day day) {
  return text::format_date(core::civil(day), text::DateStyle::day_month, language());
}

std::string weekday_name(core::Day day) {
  return text::format_date(core::civil(day), text::DateStyle::weekday, language());
}

std::string weekday_short(core::Day day) {
  return text::format_date(core::civil(day), text::DateStyle::weekday_short, language());
}

std::string coming(const quiz::NextDue& next, core::Moment now, core::Day today) {
  std::string soon;
  if (next.first && next.later_today > 0)
    soon =
        say("coming.in", {{"cards", say_count("cards", next.later_today)},
                          {"time", interval(std::max(0.0, core::days_between(now, *next.first)))}});
  if (!next.next_day || next.on_next_day == 0) return soon.empty() ? say("coming.nothing") : soon;
  const int days = *next.next_day - today;
  const std::string when = days == 1 ? say("coming.tomorrow") : say_count("coming.days", days);
  if (soon.empty())
    return say("coming.cards", {{"cards", say_count("cards", next.on_next_day)}, {"when", when}});
  return say("coming.then", {{"soon", soon}, {"n", number(next.on_next_day)}, {"when", when}});
}

} // namespace entente::screens
