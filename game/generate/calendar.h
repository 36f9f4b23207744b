#pragma once

// Dates of any grain, as TIMEX values: 196, 2021, 2021-05, 2021-05-20, 2021-W20, 2021-Q1, 2021-SP,
// 2021-H1, 2021-05-03/2021-05-05.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente::generate {

using Day = std::chrono::sys_days;

// A date whose month and day may be unknown (0).
struct PartialDate {
  int year = 0;
  unsigned month = 0, day = 0;

  [[nodiscard]] bool has_day() const { return day != 0; }
  [[nodiscard]] Day first_day() const; // of the year or month if that is all there is
  [[nodiscard]] std::string value() const;
  bool operator==(const PartialDate&) const = default;
};

[[nodiscard]] PartialDate partial(Day day);
[[nodiscard]] bool is_real(const PartialDate& date);
// YYYY, YYYY-MM, YYYY-MM-DD; nothing for other values.
[[nodiscard]] std::optional<PartialDate> read_date(std::string_view value);
[[nodiscard]] PartialDate add_months(PartialDate date, int months);
[[nodiscard]] std::string iso_week(Day day); // 2021-W20
[[nodiscard]] std::string quarter(int year, int number);
[[nodiscard]] std::string season(int year, int number); // 1 = spring
[[nodiscard]] int weekday_of(Day day);                  // 1 = Monday

enum class Grain { decade, year, half, season, quarter, month, week, day, range };
[[nodiscard]] Grain grain_of(std::string_view value);

} // namespace entente::generate
