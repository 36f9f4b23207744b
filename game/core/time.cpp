#include "core/time.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace entente::core {

namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

std::chrono::sys_days to_sys(Day day) {
  return std::chrono::sys_days{std::chrono::days{day.number}};
}

std::chrono::year_month_day to_ymd(CivilDate date) {
  using namespace std::chrono;
  return {year{date.year}, month{static_cast<unsigned>(date.month)},
          std::chrono::day{static_cast<unsigned>(date.day)}};
}

int local_offset_minutes(std::time_t seconds) {
  std::tm local{};
  localtime_r(&seconds, &local);
  return static_cast<int>(local.tm_gmtoff / 60);
}

} // namespace

double days_between(Moment a, Moment b) {
  return static_cast<double>(b.utc_ms - a.utc_ms) / static_cast<double>(ms_per_day);
}

CivilDate civil(Day day) {
  const std::chrono::year_month_day ymd{to_sys(day)};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Day day_of(CivilDate date) {
  const auto days = std::chrono::sys_days{to_ymd(date)}.time_since_epoch().count();
  return {static_cast<std::int32_t>(days)};
}

bool exists(CivilDate date) { return date.month >= 1 && date.day >= 1 && to_ymd(date).ok(); }

int weekday(Day day) {
  return static_cast<int>(std::chrono::weekday{to_sys(day)}.iso_encoding()) - 1;
}

std::string iso(CivilDate date) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

Day study_day(Moment moment, int day_start_minutes) {
  const std::int64_t local = moment.utc_ms + moment.offset_minutes * ms_per_minute;
  return {
      static_cast<std::int32_t>(floor_div(local - day_start_minutes * ms_per_minute, ms_per_day))};
}

Moment start_of(Day day, int offset_minutes, int day_start_minutes) {
  const std::int64_t local = day.number * ms_per_day + day_start_minutes * ms_per_minute;
  return {local - offset_minutes * ms_per_minute, offset_minutes};
}

Clock system_clock() {
  return [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    return Moment{ms, local_offset_minutes(static_cast<std::time_t>(ms / 1000))};
  };
}

} // namespace entente::core
