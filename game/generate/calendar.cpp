#include "generate/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace entente::generate {

namespace {

template <typename... Numbers> std::string print(const char* format, Numbers... numbers) {
  std::array<char, 40> buffer{};
  // The formats are the literals below.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  std::snprintf(buffer.data(), buffer.size(), format, numbers...);
#pragma GCC diagnostic pop
  return buffer.data();
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::chrono::year_month_day civil(const PartialDate& date) {
  return {std::chrono::year{date.year}, std::chrono::month{std::max(date.month, 1U)},
          std::chrono::day{std::max(date.day, 1U)}};
}

} // namespace

Day PartialDate::first_day() const { return Day{civil(*this)}; }

std::string PartialDate::value() const {
  if (day != 0) return print("%04d-%02u-%02u", year, month, day);
  if (month != 0) return print("%04d-%02u", year, month);
  return print("%04d", year);
}

PartialDate partial(Day day) {
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

bool is_real(const PartialDate& date) {
  return date.year >= 1 && date.year <= 9999 && date.month <= 12 &&
         (date.day == 0 || date.month != 0) && civil(date).ok();
}

std::optional<PartialDate> read_date(std::string_view value) {
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return std::nullopt;
  const auto year = digits(value.substr(0, 4));
  const auto month = value.size() >= 7 ? digits(value.substr(5, 2)) : 0;
  const auto day = value.size() == 10 ? digits(value.substr(8, 2)) : 0;
  if (!year || !month || !day) return std::nullopt;
  if ((value.size() >= 7 && (value[4] != '-' || *month == 0)) ||
      (value.size() == 10 && (value[7] != '-' || *day == 0)))
    return std::nullopt;
  const PartialDate date{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
  return is_real(date) ? std::optional(date) : std::nullopt;
}

PartialDate add_months(PartialDate date, int months) {
  const int total = date.year * 12 + static_cast<int>(std::max(date.month, 1U)) - 1 + months;
  PartialDate moved{total / 12, static_cast<unsigned>(total % 12) + 1, date.day};
  while (moved.day > 28 && !is_real(moved)) --moved.day;
  return moved;
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

std::string iso_week(Day day) {
  const Day thursday = day + std::chrono::days{4 - weekday_of(day)};
  const int year = partial(thursday).year;
  const Day new_year = PartialDate{year, 1, 1}.first_day();
  return print("%04d-W%02d", year, static_cast<int>((thursday - new_year).count()) / 7 + 1);
}

std::string quarter(int year, int number) { return print("%04d-Q%d", year, number); }

std::string season(int year, int number) {
  static constexpr std::array<const char*, 4> names = {"SP", "SU", "FA", "WI"};
  return print("%04d-", year) + names[static_cast<std::size_t>((number - 1) & 3)];
}

Grain grain_of(std::string_view value) {
  if (value.find('/') != std::string_view::npos) return Grain::range;
  if (value.size() == 3) return Grain::decade;
  if (value.size() <= 4) return Grain::year;
  if (value.size() > 5 && value[5] == 'W' && value.size() >= 8 && value[6] != 'I')
    return Grain::week;
  if (value.size() > 5 && value[5] == 'Q') return Grain::quarter;
  if (value.size() > 5 && value[5] == 'H') return Grain::half;
  if (value.size() == 7) return value[5] >= '0' && value[5] <= '9' ? Grain::month : Grain::season;
  return Grain::day;
}

} // namespace entente::generate
