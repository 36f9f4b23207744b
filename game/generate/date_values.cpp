#include "generate/date_values.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace entente::generate {

namespace {

using std::chrono::days;
using Value = std::optional<DateValue>;

enum Unit { unit_day = 1, week, month, year, quarters, decade, weekend, fortnight, century };

Value of(const PartialDate& date, const char* how) {
  if (!is_real(date)) return std::nullopt;
  return DateValue{date.value(), {}, how};
}

// The year of a day or month that is named without one: the document's, unless that lies too far on
// the wrong side of the telling.
int year_for(const DateContext& context, unsigned month, unsigned day) {
  const PartialDate& document = context.document;
  if (context.anchor && context.anchor->has_day() && context.anchor->year != document.year &&
      context.tense != Tense::future && context.anchor->year < document.year - 1)
    return context.anchor->year;
  if (document.month == 0) return document.year;
  const int months = static_cast<int>(month) - static_cast<int>(document.month);
  const bool later = months > 0 || (months == 0 && day > document.day && document.has_day());
  if (later && (months > 6 || (context.tense == Tense::past && months > 0)) &&
      context.tense != Tense::future)
    return document.year - 1;
  if (months < -6 && context.tense == Tense::future) return document.year + 1;
  return document.year;
}

Value dated(const DateContext& context, int year, unsigned month, unsigned day) {
  if (year > 0) return of({year, month, day}, "explicit");
  if (context.document.year == 0) return std::nullopt;
  return of({year_for(context, month, day), month, day}, "inferred");
}

unsigned positive(int number) { return number > 0 ? static_cast<unsigned>(number) : 0; }

Value iso(const DateMatch& match, const DateContext&) {
  const auto date = read_date(match.form("ISO"));
  return date ? of(*date, "explicit") : std::nullopt;
}

// 20/05/2021: the day first, unless only the other order is a date.
Value slashed(const DateMatch& match, const DateContext&) {
  const auto parts = split(match.form("SLASHED"), '/');
  int numbers[3] = {0, 0, 0};
  if (parts.size() != 3) return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i)
    std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), numbers[i]);
  if (parts[2].size() == 2) numbers[2] += numbers[2] < 50 ? 2000 : 1900;
  const PartialDate day_first{numbers[2], positive(numbers[1]), positive(numbers[0])};
  if (day_first.month != 0 && day_first.day != 0 && is_real(day_first))
    return of(day_first, "explicit");
  return of({numbers[2], positive(numbers[0]), positive(numbers[1])}, "explicit");
}

// "October last year", "1 July next year"; 0 when the year is not told so.
int told_year(const DateMatch& match, const DateContext& context) {
  if (!match.has_word("year") || context.document.year == 0) return 0;
  return context.document.year + (match.has_word("last") ? -1 : match.has_word("next") ? 1 : 0);
}

Value day(const DateMatch& match, const DateContext& context) {
  const int told = told_year(match, context);
  return dated(context, told != 0 ? told : match.number("YEAR"), positive(match.number("MONTH")),
               positive(match.number("DAY")));
}

Value day_range(const DateMatch& match, const DateContext& context) {
  const Value first = day(match, context);
  if (!first) return std::nullopt;
  const Value last = dated(context, read_date(first->value)->year, positive(match.number("MONTH")),
                           positive(match.number("to")));
  if (!last) return std::nullopt;
  return DateValue{first->value + "/" + last->value, last->value, first->how};
}

// "from 3 to 5 May": two days, of which the second stands with the month.
Value day_from(const DateMatch& match, const DateContext& context) {
  Value first = day(match, context);
  const Value both = first ? day_range(match, context) : std::nullopt;
  if (both) first->value2 = both->value2;
  return first;
}

Value month_of(const DateMatch& match, const DateContext& context, std::string_view slot) {
  const unsigned number = positive(match.number(slot));
  const int stated = match.number("YEAR");
  if (stated > 0) return of({stated, number, 0}, "explicit");
  if (context.document.year == 0) return std::nullopt;
  if (const int told = told_year(match, context); told != 0)
    return of({told, number, 0}, "anchored");
  DateContext telling = context;
  if (match.has_word("last")) telling.tense = Tense::past;
  if (match.has_word("next")) telling.tense = Tense::future;
  return dated(telling, 0, number, 0);
}

Value month_value(const DateMatch& match, const DateContext& context) {
  return month_of(match, context, match.number("MONTH") > 0 ? "MONTH" : "month");
}

Value year_value(const DateMatch& match, const DateContext&) {
  return of({match.number("YEAR"), 0, 0}, "explicit");
}

Value modern_year(const DateMatch& match, const DateContext& context) {
  constexpr int first = 1900, last = 2100;
  const int stated = match.number("YEAR");
  return stated >= first && stated <= last ? year_value(match, context) : std::nullopt;
}

// A quarter without its year is the latest one that has ended.
Value quarter_in(int number, int stated, const DateContext& context) {
  if (number < 1 || number > 4) return std::nullopt;
  if (stated > 0) return DateValue{quarter(stated, number), {}, "explicit"};
  if (context.document.month == 0) return std::nullopt;
  const int now = (static_cast<int>(context.document.month) + 2) / 3;
  // A quarter to come is near: "will report on the fourth quarter", said in January, has passed.
  const bool near = context.tense == Tense::future && number - now <= 2;
  const int year = context.document.year - (number < now || near ? 0 : 1);
  return DateValue{quarter(year, number), {}, "inferred"};
}

Value quarter_value(const DateMatch& match, const DateContext& context) {
  return quarter_in(match.number("ORDINAL"), match.number("YEAR"), context);
}

Value quarter_sign(const DateMatch& match, const DateContext& context) {
  return quarter_in(match.number("QUARTER"), match.number("YEAR"), context);
}

Value half(const DateMatch& match, const DateContext&) {
  const int number = match.number("ORDINAL");
  if (number < 1 || number > 2) return std::nullopt;
  return DateValue{
      std::to_string(match.number("YEAR")) + "-H" + std::to_string(number), {}, "explicit"};
}

Value decade_value(const DateMatch& match, const DateContext&) {
  const int start = match.number("DECADE");
  const int whole = start < 100 ? 1900 + start : start;
  return DateValue{std::to_string(whole / 10), {}, "explicit"};
}

Value decade_word(const DateMatch& match, const DateContext&) {
  return DateValue{std::to_string(190 + match.number("DECADEWORD") / 10), {}, "explicit"};
}

// The 19th century has the years 18xx.
Value century_value(const DateMatch& match, const DateContext&) {
  const int number = std::max(match.number("ORDINAL"), match.number("DAY"));
  if (number < 2 || number > 21) return std::nullopt;
  return DateValue{(number < 11 ? "0" : "") + std::to_string(number - 1), {}, "explicit"};
}

// The months a season covers decide which one a bare name means.
int season_year(const DateContext& context, int number) {
  const int middle[] = {4, 7, 10, 13};
  const int document = static_cast<int>(context.document.month);
  const bool begun = document + 2 >= middle[number - 1];
  return context.document.year - (!begun && context.tense == Tense::past ? 1 : 0);
}

Value season_of(const DateContext& context, int number) {
  if (context.document.year == 0) return std::nullopt;
  return DateValue{season(season_year(context, number), number), {}, "inferred"};
}

Value season_word(const DateMatch& match, const DateContext& context) {
  return season_of(context, match.tokens[match.match.begin + 1].number);
}

Value season_value(const DateMatch& match, const DateContext& context) {
  const int number = match.number("SEASON");
  const int stated = match.number("YEAR");
  if (stated > 0) return DateValue{season(stated, number), {}, "explicit"};
  return season_of(context, number);
}

Value season_relative(const DateMatch& match, const DateContext& context) {
  const int number = match.number("SEASON");
  const PartialDate& document = context.document;
  if (document.year == 0) return std::nullopt;
  const int first_month[] = {3, 6, 9, 12};
  const bool begun = static_cast<int>(document.month) >= first_month[number - 1];
  int year = document.year;
  if (match.has_word("last")) {
    const bool over = static_cast<int>(document.month) > first_month[number - 1] + 2;
    year -= over ? 0 : 1;
  }
  if (match.has_word("next") && begun) ++year;
  return DateValue{season(year, number), {}, "anchored"};
}

Value year_range(const DateMatch& match, const DateContext&) {
  const int first = match.number("YEAR"), last = match.number("to");
  if (last <= first) return std::nullopt;
  const std::string end = std::to_string(last);
  return DateValue{std::to_string(first) + "/" + end, end, "explicit"};
}

Value year_short_range(const DateMatch& match, const DateContext&) {
  const int first = match.number("YEAR"), last = match.number("short");
  const int whole = last == (first + 1) % 100 ? first + 1 : first / 100 * 100 + last;
  if (match.form("short").size() != 2 || whole <= first) return std::nullopt;
  const std::string end = std::to_string(whole);
  return DateValue{std::to_string(first) + "/" + end, end, "explicit"};
}

Value day_word(const DateMatch& match, const DateContext& context) {
  if (!context.document.has_day()) return std::nullopt;
  return of(partial(context.document.first_day() + days{match.number("DAYWORD")}), "anchored");
}

Value day_back(const DateContext& context, int count) {
  if (!context.document.has_day()) return std::nullopt;
  return of(partial(context.document.first_day() - days{count}), "anchored");
}

Value last_night(const DateMatch&, const DateContext& context) { return day_back(context, 1); }

Value before_yesterday(const DateMatch&, const DateContext& context) {
  return day_back(context, 2);
}

Value this_day(const DateMatch&, const DateContext& context) {
  if (!context.document.has_day()) return std::nullopt;
  return of(context.document, "anchored");
}

// The nearest such weekday before the document's day, or after it when the sentence looks ahead.
Value weekday(const DateMatch& match, const DateContext& context) {
  if (!context.document.has_day()) return std::nullopt;
  const Day today = context.document.first_day();
  const int back = (weekday_of(today) - match.number("WEEKDAY") + 7) % 7;
  const bool last = match.has_word("last") || match.has_word("past");
  const bool next = match.has_word("next") || match.has_word("coming");
  int shift = -back;
  if (last && back == 0) shift = -7;
  // "Last Friday" said in the same week means the Friday before that week's.
  const bool ahead = context.tense == Tense::future || context.tense == Tense::present;
  if (next || (!last && ahead && back != 0)) shift = 7 - back;
  return of(partial(today + days{shift}), "anchored");
}

Value weekend_value(const DateContext& context, int step) {
  const Day today = context.document.first_day();
  const Day saturday = today + days{6 - weekday_of(today)};
  const bool over = context.tense != Tense::future && weekday_of(today) <= 4;
  const Day meant = saturday + days{7 * (step != 0 ? step : over ? -1 : 0)};
  return DateValue{iso_week(meant) + "-WE", {}, "anchored"};
}

Value weekend_at(const DateMatch&, const DateContext& context) {
  return context.document.has_day() ? weekend_value(context, 0) : std::nullopt;
}

Value shift_by(const PartialDate& from, int unit, int count, const char* how) {
  if (unit == decade) return of({from.year + 10 * count, 0, 0}, how);
  if (unit == year) return of({from.year + count, 0, 0}, how);
  if (from.month == 0) return std::nullopt;
  if (unit == quarters) {
    const PartialDate moved = add_months({from.year, from.month, 0}, 3 * count);
    return DateValue{quarter(moved.year, static_cast<int>(moved.month + 2) / 3), {}, how};
  }
  if (unit == month) {
    const PartialDate moved = add_months({from.year, from.month, 0}, count);
    return of(moved, how);
  }
  if (!from.has_day()) return std::nullopt;
  const Day today = from.first_day();
  if (unit == week) return DateValue{iso_week(today + days{7 * count}), {}, how};
  if (unit == fortnight) return of(partial(today + days{14 * count}), how);
  if (unit == unit_day) return of(partial(today + days{count}), how);
  return std::nullopt;
}

Value period(const DateMatch& match, const DateContext& context) {
  if (context.document.year == 0) return std::nullopt;
  const int unit = match.number("PERIOD");
  const bool back = match.has_word("last") || match.has_word("previous") || match.has_word("past");
  const int step = back ? -1 : match.has_word("next") || match.has_word("coming") ? 1 : 0;
  if (unit == weekend)
    return context.document.has_day() ? weekend_value(context, step) : std::nullopt;
  if (unit == decade) return std::nullopt; // the last ten years, not a decade of the calendar
  return shift_by(context.document, unit, step, "anchored");
}

Value earlier_period(const DateMatch& match, const DateContext& context) {
  if (context.document.year == 0) return std::nullopt;
  return shift_by(context.document, match.number("PERIOD"), 0, "anchored");
}

Value ago(const DateMatch& match, const DateContext& context) {
  const int count = match.number("count");
  if (context.document.year == 0 || count <= 0) return std::nullopt;
  return shift_by(context.document, match.number("UNIT"), -count, "anchored");
}

// "A week later" is a day when the date counted from is one.
Value from_anchor(const DateContext& context, int unit, int count) {
  if (!context.anchor) return std::nullopt;
  if (unit == week && context.anchor->has_day())
    return shift_by(*context.anchor, unit_day, 7 * count, "anchored");
  return shift_by(*context.anchor, unit, count, "anchored");
}

Value shifted(const DateMatch& match, const DateContext& context) {
  const int count = match.number("count");
  if (count <= 0) return std::nullopt;
  return from_anchor(context, match.number("UNIT"), match.has_word("earlier") ? -count : count);
}

Value following(const DateMatch& match, const DateContext& context) {
  const bool back =
      match.has_word("previous") || match.has_word("preceding") || match.has_word("before");
  const int step = match.has_word("same") || match.has_word("that") ? 0 : back ? -1 : 1;
  int unit = match.number("UNIT");
  if (unit < 0)
    unit = match.has_word("day")     ? unit_day
           : match.has_word("week")  ? week
           : match.has_word("month") ? month
                                     : year;
  return from_anchor(context, unit, step);
}

// The clause names the event; find_dates puts its day into the anchor.
Value event_day(const DateMatch& match, const DateContext& context) {
  if (!context.anchor || !context.anchor->has_day()) return std::nullopt;
  return shift_by(*context.anchor, unit_day, match.has_word("before") ? -1 : 1, "event");
}

using Action = Value (*)(const DateMatch&, const DateContext&);

const std::map<std::string_view, Action>& actions() {
  static const std::map<std::string_view, Action> table = {{"iso", iso},
                                                           {"slashed", slashed},
                                                           {"day", day},
                                                           {"day-from", day_from},
                                                           {"day-range", day_range},
                                                           {"month", month_value},
                                                           {"year", year_value},
                                                           {"modern-year", modern_year},
                                                           {"quarter", quarter_value},
                                                           {"quarter-sign", quarter_sign},
                                                           {"half", half},
                                                           {"decade", decade_value},
                                                           {"decade-word", decade_word},
                                                           {"century", century_value},
                                                           {"season-word", season_word},
                                                           {"last-night", last_night},
                                                           {"before-yesterday", before_yesterday},
                                                           {"weekend-at", weekend_at},
                                                           {"season", season_value},
                                                           {"season-relative", season_relative},
                                                           {"year-range", year_range},
                                                           {"year-short-range", year_short_range},
                                                           {"day-word", day_word},
                                                           {"this-day", this_day},
                                                           {"weekday", weekday},
                                                           {"period", period},
                                                           {"earlier-period", earlier_period},
                                                           {"ago", ago},
                                                           {"event-day", event_day},
                                                           {"shifted", shifted},
                                                           {"following", following}};
  return table;
}

// "on-12-25": the same day each year.
std::optional<PartialDate> fixed_day(std::string_view action) {
  if (!action.starts_with("on-")) return std::nullopt;
  return read_date("2000-" + std::string(action.substr(3)));
}

} // namespace

int DateMatch::number(std::string_view slot) const {
  const auto at = match.at(rule.pattern.slot(slot));
  return at ? tokens[*at].number : -1;
}

std::string_view DateMatch::form(std::string_view slot) const {
  const auto at = match.at(rule.pattern.slot(slot));
  if (!at) return {};
  const Span span = tokens[*at].span;
  return text.substr(span.begin, span.end - span.begin);
}

bool DateMatch::has_word(std::string_view lower) const {
  for (std::size_t t = match.begin; t < match.end; ++t) {
    const Span span = tokens[t].span;
    if (lower_ascii(text.substr(span.begin, span.end - span.begin)) == lower) return true;
  }
  return false;
}

std::optional<DateValue> date_value(const DateMatch& match, const DateContext& context) {
  if (const auto day = fixed_day(match.rule.action)) return dated(context, 0, day->month, day->day);
  const auto action = actions().find(match.rule.action);
  return action == actions().end() ? std::nullopt : action->second(match, context);
}

bool is_date_action(std::string_view action) {
  return actions().contains(action) || fixed_day(action).has_value();
}

} // namespace entente::generate
