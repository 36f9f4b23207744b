#pragma once

// Moments and study days. Nothing here reads the machine's clock but system_clock():
// time comes in from outside, so that a session replays exactly.

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace entente::core {

inline constexpr std::int64_t ms_per_second = 1000;
inline constexpr std::int64_t ms_per_minute = 60 * ms_per_second;
inline constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
inline constexpr std::int64_t ms_per_day = 24 * ms_per_hour;

// An instant and the local offset at which it was lived (minutes east of UTC).
struct Moment {
  std::int64_t utc_ms = 0; // milliseconds since 1970-01-01T00:00Z
  int offset_minutes = 0;

  bool operator==(const Moment&) const = default;
};

// Fractional days from a to b; negative when b is earlier.
[[nodiscard]] double days_between(Moment a, Moment b);

// A calendar day, counted from 1970-01-01.
struct Day {
  std::int32_t number = 0;

  auto operator<=>(const Day&) const = default;
  Day operator+(std::int32_t days) const { return {number + days}; }
  std::int32_t operator-(Day other) const { return number - other.number; }
};

struct CivilDate {
  int year = 1970;
  int month = 1; // 1..12
  int day = 1;   // 1..31

  auto operator<=>(const CivilDate&) const = default;
};

[[nodiscard]] CivilDate civil(Day day);
[[nodiscard]] Day day_of(CivilDate date);      // proleptic Gregorian
[[nodiscard]] bool exists(CivilDate date);     // false for 30 February
[[nodiscard]] int weekday(Day day);            // 0 = Monday .. 6 = Sunday
[[nodiscard]] std::string iso(CivilDate date); // 2021-05-20

// The study day runs from day_start (minutes after local midnight) to the same time next day.
inline constexpr int default_day_start_minutes = 4 * 60;
[[nodiscard]] Day study_day(Moment moment, int day_start_minutes = default_day_start_minutes);
// The first moment of a study day at the given offset.
[[nodiscard]] Moment start_of(Day study_day, int offset_minutes,
                              int day_start_minutes = default_day_start_minutes);

using Clock = std::function<Moment()>;
[[nodiscard]] Clock system_clock();

} // namespace entente::core
