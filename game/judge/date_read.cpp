// From symbols to dates: which number is the day, the month, the year.

#include "judge/date.h"
#include "judge/date_words.h"
#include "judge/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente::judge {

namespace {

using Kind = DateSymbol::Kind;
using Symbols = std::vector<DateSymbol>;

bool is_numeric(const DateSymbol& symbol) {
  return symbol.kind == Kind::number || symbol.kind == Kind::ordinal;
}

bool is_separator(const DateSymbol& symbol) {
  return symbol.kind == Kind::dash || symbol.kind == Kind::dot || symbol.kind == Kind::slash;
}

// Keeps a separator only between two numbers: "Dec. 2020" and "20-May-2021" lose theirs.
Symbols tidy(const Symbols& symbols) {
  Symbols result;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const bool between =
        i > 0 && i + 1 < symbols.size() && is_numeric(symbols[i - 1]) && is_numeric(symbols[i + 1]);
    if (is_separator(symbols[i]) && !between) continue;
    result.push_back(symbols[i]);
  }
  return result;
}

int full_year(int two_digits) { return two_digits + (two_digits < 70 ? 2000 : 1900); }

bool month_first(std::string_view language) {
  return language == "en" || language == "en-US" || language == "en-us" ||
         language.substr(0, 2) == "zh" || language.substr(0, 2) == "ja" ||
         language.substr(0, 2) == "ko";
}

bool valid(const Day& day) {
  constexpr std::array<int, 13> lengths = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day.month < 0 || day.day < 0 || day.year > 9999) return false;
  if (day.month > 12) return day.month >= 21 && day.month <= 24 && day.day == 0;
  return day.day <= lengths[static_cast<std::size_t>(day.month)];
}

// What a stretch of symbols says, each role filled at most once.
struct Roles {
  std::vector<DateSymbol> open; // numbers without a role
  std::optional<int> year, month, day, season, quarter, half, decade;
  bool quarter_word = false, half_word = false, century_word = false, decade_word = false;
  bool separated = false, christ = false, spare_apostrophe = false, misspelt = false, twice = false;
  Part part = Part::none;
  Relation relation = Relation::at;

  void set(std::optional<int>& role, int value) {
    twice = twice || (role && *role != value); // "أيار/مايو" names one month twice
    role = value;
  }
};

void take_number(Roles& roles, const DateSymbol& symbol, Kind mark) {
  if (mark == Kind::year_mark)
    roles.set(roles.year,
              symbol.digits <= 2 && !roles.christ ? full_year(symbol.value) : symbol.value);
  else if (mark == Kind::month_mark)
    roles.set(roles.month, symbol.value);
  else if (mark == Kind::day_mark)
    roles.set(roles.day, symbol.value);
  else if ((symbol.kind == Kind::number || symbol.in_words) &&
           (symbol.digits == 3 || symbol.digits == 4))
    roles.set(roles.year, symbol.value);
  else
    roles.open.push_back(symbol);
}

void take_word(Roles& roles, const DateSymbol& symbol) {
  switch (symbol.kind) {
  case Kind::month:
    return roles.set(roles.month, symbol.value);
  case Kind::season:
    return roles.set(roles.season, symbol.value);
  case Kind::quarter:
    if (symbol.value == 0)
      roles.quarter_word = true;
    else
      roles.set(roles.quarter, symbol.value);
    return;
  case Kind::half:
    if (symbol.value == 0)
      roles.half_word = true;
    else
      roles.set(roles.half, symbol.value);
    return;
  case Kind::decade:
    return roles.set(roles.decade, symbol.value);
  case Kind::part:
    roles.part = static_cast<Part>(symbol.value);
    return;
  case Kind::relation:
    roles.relation = static_cast<Relation>(symbol.value);
    return;
  default:
    roles.century_word = roles.century_word || symbol.kind == Kind::century;
    roles.decade_word = roles.decade_word || symbol.kind == Kind::decade_word;
    roles.separated = roles.separated || is_separator(symbol);
    roles.spare_apostrophe = roles.spare_apostrophe || symbol.kind == Kind::apostrophe;
  }
}

Roles read_roles(const Symbols& symbols) {
  Roles roles;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    roles.misspelt = roles.misspelt || symbols[i].misspelt;
    roles.christ = roles.christ || symbols[i].kind == Kind::before_christ ||
                   symbols[i].kind == Kind::anno_domini;
    const Kind mark = i + 1 < symbols.size() ? symbols[i + 1].kind : Kind::dash;
    if (is_numeric(symbols[i]))
      take_number(roles, symbols[i], mark);
    else
      take_word(roles, symbols[i]);
  }
  return roles;
}

class Interpreter {
public:
  Interpreter(const Symbols& symbols, std::string_view language)
      : symbols_(symbols), roles_(read_roles(symbols)), month_first_(month_first(language)) {}

  std::vector<Date> read() {
    if (!roles_.twice) dispatch();
    return std::move(result_);
  }

private:
  void dispatch() {
    if (roles_.century_word) return century();
    if (roles_.decade || roles_.decade_word) return decade(0);
    if (roles_.quarter || roles_.quarter_word) return stretch(roles_.quarter, 3, 4);
    if (roles_.half || roles_.half_word) return stretch(roles_.half, 6, 2);
    if (roles_.season) return season();
    if (roles_.christ) return era();
    if (roles_.month) return named_month();
    numeric();
  }

  void add(Day from, Day to, bool short_year = false) {
    if (!valid(from) || !valid(to)) return;
    result_.push_back({from, to, roles_.part, roles_.relation, short_year, roles_.misspelt});
  }
  void add(Day day, bool short_year = false) { add(day, day, short_year); }

  std::size_t open() const { return roles_.open.size(); }
  int open(std::size_t i) const { return roles_.open[i].value; }

  // 20世纪90年代 and "19th century".
  void century() {
    if (open() == 0) return;
    const int century = open(0);
    if (century < 1 || century > 21) return;
    if (roles_.decade || roles_.decade_word) return decade((century - 1) * 100);
    add({.year = century * 100 - 99}, {.year = century * 100});
  }

  void decade(int base) {
    const std::size_t used = base > 0 ? 1 : 0;
    int start = 0;
    if (roles_.decade)
      start = *roles_.decade;
    else if (roles_.year)
      start = *roles_.year;
    else if (open() == used + 1)
      start = open(used);
    else
      return;
    if (start % 10 != 0) return;
    if (start < 100) start += base > 0 ? base : start < 30 ? 2000 : 1900;
    add({.year = start}, {.year = start + 9});
    if (start % 100 == 0) add({.year = start + 1}, {.year = start + 100}); // the 1800s
  }

  // Quarters and halves: `months` long, numbered 1 to `most`.
  void stretch(std::optional<int> index, int months, int most) {
    std::vector<DateSymbol> left = roles_.open;
    if (!index && !left.empty()) {
      // "first quarter", "1 quarter": the number that can be one.
      const auto fits = std::find_if(left.begin(), left.end(), [most](const DateSymbol& symbol) {
        return symbol.value >= 1 && symbol.value <= most;
      });
      if (fits == left.end()) return;
      index = fits->value;
      left.erase(fits);
    }
    if (!index || left.size() > 1 || *index > most) return;
    const bool short_year = !roles_.year && left.size() == 1;
    const int year = roles_.year ? *roles_.year : short_year ? full_year(left[0].value) : 0;
    add({.year = year, .month = (*index - 1) * months + 1},
        {.year = year, .month = *index * months}, short_year);
  }

  void season() {
    if (open() > 1) return;
    const bool short_year = !roles_.year && open() == 1;
    const int year = roles_.year ? *roles_.year : short_year ? full_year(open(0)) : 0;
    add({.year = year, .month = *roles_.season}, short_year);
  }

  void era() {
    const bool before = std::any_of(symbols_.begin(), symbols_.end(), [](const DateSymbol& symbol) {
      return symbol.kind == Kind::before_christ;
    });
    Day day{.month = roles_.month.value_or(0), .day = roles_.day.value_or(0)};
    std::vector<DateSymbol> left = roles_.open;
    if (!roles_.year && left.empty()) return;
    day.year = roles_.year ? *roles_.year : left.back().value;
    if (!roles_.year) left.pop_back();
    if (!left.empty()) day.day = left.front().value;
    if (before) day.year = -day.year;
    add(day);
  }

  void named_month() {
    Day day{.year = roles_.year.value_or(0), .month = *roles_.month, .day = roles_.day.value_or(0)};
    if (open() == 0) return add(day);
    if (open() == 1 && !roles_.day) {
      if (!roles_.spare_apostrophe) add({day.year, day.month, open(0)});
      if (day.year == 0 && roles_.open[0].digits == 2)
        add({full_year(open(0)), day.month, 0}, true);
    } else if (open() == 1 && day.year == 0) {
      add({full_year(open(0)), day.month, day.day}, true);
    } else if (open() == 2 && day.year == 0 && !roles_.day) {
      add({full_year(open(1)), day.month, open(0)}, true);
    }
  }

  void numeric() {
    if (roles_.day && !roles_.month) {
      if (open() == 0) return add({.year = roles_.year.value_or(0), .day = *roles_.day});
      return;
    }
    if (open() == 0) {
      if (roles_.year) add({.year = *roles_.year});
    } else if (open() == 1) {
      one_number();
    } else if (open() == 2) {
      if (roles_.year)
        both_orders(*roles_.year, open(0), open(1), false);
      else
        day_and_month_or_month_and_year();
    } else if (open() == 3 && roles_.separated && !roles_.year) {
      both_orders(full_year(open(2)), open(0), open(1), true);
      add({full_year(open(0)), open(1), open(2)}, true);
    }
  }

  // "5/21" is 21 May, or May 2021.
  void day_and_month_or_month_and_year() {
    both_orders(0, open(0), open(1), false);
    if (roles_.separated && open(0) >= 1 && open(0) <= 12 && roles_.open[1].digits == 2)
      add({full_year(open(1)), open(0), 0}, true);
  }

  void one_number() {
    const DateSymbol& number = roles_.open[0];
    if (number.digits == 8)
      add({number.value / 10000, number.value / 100 % 100, number.value % 100});
    else if (roles_.year && number.value >= 1 && number.value <= 12)
      add({*roles_.year, number.value, 0});
    else if (!roles_.year && number.digits <= 2 && number.kind == Kind::number)
      add({.year = full_year(number.value)}, true);
  }

  void both_orders(int year, int first, int second, bool short_year) {
    // A year in front is followed by the month.
    const bool year_leads =
        year != 0 && !short_year && is_numeric(symbols_.front()) && symbols_.front().digits >= 3;
    const bool month_leads = month_first_ || year_leads;
    const Day by_language = month_leads ? Day{year, first, second} : Day{year, second, first};
    const Day other_way = month_leads ? Day{year, second, first} : Day{year, first, second};
    if (by_language.month >= 1 && by_language.day >= 1) add(by_language, short_year);
    if (other_way.month >= 1 && other_way.day >= 1 && other_way != by_language && !year_leads)
      add(other_way, short_year);
  }

  const Symbols& symbols_;
  Roles roles_;
  bool month_first_;
  std::vector<Date> result_;
};

bool is_single(const Date& date) { return date.from == date.to; }

// "Jan-Mar 2021", "10-12 May 2021", "1939-45": what one end leaves unsaid, the other says.
void join_ends(std::vector<Date>& result, Date left, Date right) {
  if (right.short_year && right.from.month == 0 && left.from.year != 0)
    right.from.year = right.to.year = left.from.year / 100 * 100 + right.from.year % 100;
  if (left.from.year == 0) left.from.year = right.from.year;
  if (right.to.year == 0) right.to.year = left.from.year;
  if (left.from.month == 0) left.from.month = right.from.month;
  Date whole{left.from, right.to};
  whole.misspelt = left.misspelt || right.misspelt;
  const auto order = [](const Day& day) { return day.year * 10000 + day.month * 100 + day.day; };
  if (order(whole.from) < order(whole.to) && valid(whole.from) && valid(whole.to))
    result.push_back(whole);
}

// A lone small number before "-12 May" is a day.
std::vector<Date> left_end(const Symbols& symbols, std::string_view language) {
  if (symbols.size() == 1 && is_numeric(symbols[0]) && symbols[0].digits <= 2) {
    const Day day{.day = symbols[0].value};
    return {Date{day, day}};
  }
  return Interpreter(symbols, language).read();
}

// The "20, 2021" of "May 19-20, 2021": the month is the left end's.
std::optional<Date> right_end_in_month(const Symbols& symbols, const Date& left) {
  const bool has_day = !symbols.empty() && is_numeric(symbols[0]) && symbols[0].digits <= 2;
  const bool has_year = symbols.size() == 2 && is_numeric(symbols[1]) && symbols[1].digits == 4;
  if (!has_day || (symbols.size() > 1 && !has_year) || left.from.day == 0 || left.from.month == 0)
    return {};
  const Day day{has_year ? symbols[1].value : left.from.year, left.from.month, symbols[0].value};
  return Date{day, day};
}

void read_ranges(std::vector<Date>& result, const Symbols& symbols, std::string_view language) {
  for (std::size_t i = 1; i + 1 < symbols.size(); ++i) {
    const Kind kind = symbols[i].kind;
    if (kind != Kind::range && kind != Kind::dash && kind != Kind::slash) continue;
    const auto at = symbols.begin() + static_cast<std::ptrdiff_t>(i);
    const Symbols right_symbols = tidy({at + 1, symbols.end()});
    const auto lefts = left_end(tidy({symbols.begin(), at}), language);
    for (const Date& left : lefts)
      if (const auto right = right_end_in_month(right_symbols, left); right && is_single(left))
        join_ends(result, left, *right);
    for (const Date& left : lefts)
      for (const Date& right : Interpreter(right_symbols, language).read())
        if (is_single(left) && is_single(right)) join_ends(result, left, right);
  }
}

} // namespace

std::vector<Date> read_dates(std::string_view text, std::string_view language) {
  const auto symbols = date_symbols(readable(text));
  if (!symbols || symbols->empty()) return {};
  const bool has_range =
      std::any_of(symbols->begin(), symbols->end(),
                  [](const DateSymbol& symbol) { return symbol.kind == DateSymbol::Kind::range; });
  std::vector<Date> result;
  const Symbols tidied = tidy(*symbols);
  if (!has_range) result = Interpreter(tidied, language).read();
  read_ranges(result, *symbols, language);
  return result;
}

} // namespace entente::judge
