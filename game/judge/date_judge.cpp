#include "judge/date.h"

#include <array>
#include <cstdlib>

namespace entente::judge {

namespace {

constexpr std::array<std::string_view, 13> month_names = {
    "",     "January", "February",  "March",   "April",    "May",     "June",
    "July", "August",  "September", "October", "November", "December"};
constexpr std::array<std::string_view, 4> season_names = {"spring", "summer", "autumn", "winter"};
constexpr std::array<std::string_view, 4> part_names = {"", "early", "mid", "late"};

std::string describe(const Day& day) {
  std::string result;
  const auto add = [&result](std::string_view piece) {
    if (!result.empty()) result += ' ';
    result += piece;
  };
  if (day.day != 0) add(std::to_string(day.day));
  if (day.month > 12)
    add(season_names[static_cast<std::size_t>(day.month - 21)]);
  else if (day.month > 0)
    add(month_names[static_cast<std::size_t>(day.month)]);
  if (day.year != 0) add(std::to_string(std::abs(day.year)));
  if (day.year < 0) add("BC");
  return result;
}

bool is_quarter(const Date& date) {
  return date.from.day == 0 && date.to.day == 0 && date.from.year == date.to.year &&
         date.from.month % 3 == 1 && date.to.month == date.from.month + 2;
}

// Copies of both dates, brought to the same years where one says none.
struct Aligned {
  Date e, t;
  bool year_missing = false, year_extra = false, century_guessed = false;
};

Aligned align_years(const Date& expected, const Date& typed) {
  Aligned both{expected, typed};
  if (expected.from.year == 0 && typed.from.year != 0 && expected.from.month != 0) {
    both.t.from.year = both.t.to.year = 0;
    both.year_extra = true;
  } else if (expected.from.year != 0 && typed.from.year == 0 && typed.from.month != 0) {
    both.t.from.year = expected.from.year;
    both.t.to.year = expected.to.year;
    both.year_missing = true;
  } else if (typed.short_year && typed.from.year != expected.from.year && typed.from == typed.to &&
             typed.from.year % 100 == expected.from.year % 100) {
    both.t.from.year = both.t.to.year = expected.from.year;
    both.century_guessed = true;
  }
  return both;
}

bool single(const Date& date) { return date.from == date.to; }

// `fine` says all that `coarse` says, and more.
bool refines(const Date& fine, const Date& coarse) {
  if (!single(fine) || !single(coarse)) return false;
  if (coarse.from.year != fine.from.year || coarse.from.day != 0) return false;
  if (coarse.from.month == 0) return fine.from.month != 0;
  if (coarse.from.month != fine.from.month || fine.from.day == 0) return false;
  const int day = fine.from.day;
  switch (coarse.part) {
  case Part::early:
    return day <= 10;
  case Part::mid:
    return day > 10 && day <= 20;
  case Part::late:
    return day > 20;
  case Part::none:
    break;
  }
  return true;
}

Finding compare_parts(const Date& expected, const Date& typed) {
  if (expected.part == typed.part) return right(reason::form);
  if (typed.part == Part::none)
    return almost(reason::part_of_month, "The answer is more exact: " + describe(expected) + ".");
  if (expected.part == Part::none)
    return almost(reason::more_exact, "Only " + describe(expected) + " was asked for.");
  return wrong(reason::other_date, "The answer is " + describe(expected) + ".");
}

Finding compare_stretches(const Date& expected, const Date& typed) {
  if (expected.from == typed.from && expected.to == typed.to) return compare_parts(expected, typed);
  if (refines(typed, expected))
    return almost(reason::more_exact, "Only " + describe(expected) + " was asked for.");
  const bool inside = typed.from.year == expected.from.year && typed.to.year == expected.to.year &&
                      typed.from.month == 0;
  if (refines(expected, typed) || inside)
    return wrong(reason::less_exact, "The answer is more exact than that.");
  return wrong(reason::other_date, "You wrote " + describe(typed) + ".");
}

Finding with_year_notes(Finding finding, const Aligned& both) {
  if (finding.verdict != Verdict::right) return finding;
  if (both.year_extra) return almost(reason::year_not_asked, "The year was not asked for.");
  if (both.year_missing)
    return almost(reason::year_missing,
                  "The year belongs to the answer: " + describe(both.e) + ".");
  // "8.5.45" says its century by being about what was asked.
  if (both.century_guessed && both.t.from.day == 0)
    return almost(reason::short_year, "Write the year in full.");
  return finding;
}

} // namespace

std::string describe(const Date& date) {
  std::string result;
  if (date.relation == Relation::before) result = "before ";
  if (date.relation == Relation::after) result = "after ";
  const std::string part(part_names[static_cast<std::size_t>(date.part)]);
  if (!part.empty()) result += part + (date.part == Part::mid ? "-" : " ");
  if (single(date)) return result + describe(date.from);
  if (is_quarter(date))
    return result + "quarter " + std::to_string(date.to.month / 3) +
           (date.to.year != 0 ? " of " + std::to_string(date.to.year) : "");
  return result + describe(date.from) + " to " + describe(date.to);
}

Finding compare_dates(const Date& expected, const Date& typed) {
  if (expected.relation != typed.relation)
    return wrong(reason::other_date, "You wrote " + describe(typed) + ".");
  const Aligned both = align_years(expected, typed);
  Finding finding = with_year_notes(compare_stretches(both.e, both.t), both);
  if (finding.verdict != Verdict::right) return finding;
  if (typed.misspelt) return almost(reason::spelling, "Watch the spelling.", 1);
  // A year alone of two digits leaves the century to the reader; within a full date it is usual.
  if (typed.short_year && typed.from.day == 0 && single(typed))
    return almost(reason::short_year, "Write the year in full.");
  finding.detail = "accepted as " + describe(expected);
  return finding;
}

Finding judge_date(std::string_view expected, std::string_view typed, std::string_view language) {
  const auto wanted = read_dates(expected, language);
  const auto said = read_dates(typed, language);
  if (wanted.empty() || said.empty()) return wrong(reason::not_a_date);
  Finding best = compare_dates(wanted.front(), said.front());
  for (const Date& date : said)
    if (Finding finding = compare_dates(wanted.front(), date); better(finding, best))
      best = std::move(finding);
  return best;
}

} // namespace entente::judge
