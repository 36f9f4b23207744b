#pragma once

// Dates as people write them, at the precision they say.

#include "judge/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

struct Day {
  int year = 0;  // below zero: before Christ; 0: not said
  int month = 0; // 1-12; 21-24 spring to winter, as in EDTF; 0: not said
  int day = 0;   // 1-31; 0: not said
  bool operator==(const Day&) const = default;
};

enum class Part { none, early, mid, late };
enum class Relation { at, before, after }; // "since 2015" is at 2015 to a quiz

// A stretch of time; a single day, month or year has from == to.
struct Date {
  Day from, to;
  Part part = Part::none;
  Relation relation = Relation::at;
  bool short_year = false; // two digits were typed
  bool misspelt = false;   // "Febuary"
  bool operator==(const Date&) const = default;
};

// Every way to read the text as a date, the way of `language` first; empty when there is none.
// 05/06/2021 has two readings, day first and month first.
[[nodiscard]] std::vector<Date> read_dates(std::string_view text, std::string_view language);

// "20 May 2021", "the first quarter of 2021", "mid-June".
[[nodiscard]] std::string describe(const Date& date);

[[nodiscard]] Finding compare_dates(const Date& expected, const Date& typed);

// Every reading of what was typed against the expected date as its language reads it.
[[nodiscard]] Finding judge_date(std::string_view expected, std::string_view typed,
                                 std::string_view language);

} // namespace entente::judge
