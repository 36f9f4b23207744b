#include "generate/date_wording.h"

#include <charconv>

namespace entente::generate {

namespace {

std::string month_name(const Phrasebook& phrases, unsigned month) {
  const auto& names = phrases.list("MONTHNAME");
  return month >= 1 && month <= names.size() ? names[month - 1] : std::string();
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "2021-Q1", "2021-SU": the year and what follows.
std::string part_words(const Phrasebook& phrases, const std::string& value) {
  return value.size() > 5 ? phrases.fill("date-" + value.substr(5), {{"year", value.substr(0, 4)}})
                          : std::string();
}

std::string shifted_quarter(const std::string& value, int by) {
  const int at = to_int(value.substr(0, 4)) * 4 + (value.back() - '1') + by;
  return quarter(at / 4, at % 4 + 1);
}

} // namespace

std::string date_words(const Phrasebook& phrases, const std::string& value) {
  if (value.size() == 3) return phrases.fill("date-decade", {{"decade", value + "0"}});
  const auto date = read_date(value);
  if (!date) return part_words(phrases, value);
  if (date->month == 0) return std::to_string(date->year);
  const std::string month = month_name(phrases, date->month), year = std::to_string(date->year);
  if (!date->has_day()) return phrases.fill("date-month", {{"month", month}, {"year", year}});
  return phrases.fill("date-day",
                      {{"day", std::to_string(date->day)}, {"month", month}, {"year", year}});
}

std::vector<std::string> accepted_dates(const Phrasebook& phrases, const std::string& value) {
  std::vector<std::string> accepted;
  const auto date = read_date(value);
  if (!date || date->month == 0) return accepted;
  const std::string month = month_name(phrases, date->month);
  if (!date->has_day()) return {month, value};
  const std::string day = std::to_string(date->day), year = std::to_string(date->year);
  for (const char* form : {"accept-day-1", "accept-day-2", "accept-day-3"})
    accepted.push_back(phrases.fill(form, {{"day", day}, {"month", month}, {"year", year}}));
  accepted.push_back(value);
  return accepted;
}

std::vector<std::string> near_dates(const std::string& value) {
  std::vector<std::string> near;
  if (value.size() == 3) {
    for (const int by : {-1, 1, -2}) near.push_back(std::to_string(to_int(value) + by));
    return near;
  }
  if (value.find("-Q") != std::string::npos) {
    for (const int by : {-1, 1, -4, 2}) near.push_back(shifted_quarter(value, by));
    return near;
  }
  const auto date = read_date(value);
  if (!date) return near;
  if (date->month == 0) {
    for (const int by : {-1, 1, -2, 2, -5, -10}) near.push_back(std::to_string(date->year + by));
  } else if (!date->has_day()) {
    for (const int by : {-1, 1, -2, 2, 3}) near.push_back(add_months(*date, by).value());
  } else {
    for (const int by : {-7, 7, -2, 10, -14, 3})
      near.push_back(partial(date->first_day() + std::chrono::days(by)).value());
    near.push_back(add_months(*date, -1).value());
  }
  return near;
}

} // namespace entente::generate
