#pragma once

// The vocabulary of dates: a text as a row of symbols.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente::judge {

struct DateSymbol {
  enum class Kind {
    number,      // value; digits: how many were typed
    ordinal,     // twentieth, 20th
    month,       // value 1-12
    season,      // value 21-24
    quarter,     // the word; value 1-4 when grown together: Q1
    half,        // value 1 or 2 when grown together: H1
    decade,      // value: 1990, or 90 when the century is not said
    decade_word, // 年代, годы: makes the number before it a decade
    century,     // the word
    part,        // value: a Part
    relation,    // value: a Relation
    year_mark,   // 年, год: the number before it is a year
    month_mark,  // 月
    day_mark,    // 日
    before_christ,
    anno_domini,
    range, // to, until, по, 至
    dash,
    slash,
    dot,
    apostrophe
  };
  Kind kind = Kind::number;
  int value = 0;
  int digits = 0;
  bool misspelt = false;
  bool in_words = false; // a number that was not typed in digits
};

// Of one folded word without accents; nothing when it is no word of dates.
[[nodiscard]] std::optional<DateSymbol> date_word(std::string_view word);
// The same with a preposition or an "and" grown on, as Hebrew and Arabic write it.
[[nodiscard]] std::optional<DateSymbol> grown_date_word(std::string_view word);
// A month that a long word is one slip away from; two of them, and it is neither.
[[nodiscard]] std::optional<DateSymbol> misspelt_month(std::string_view word);
[[nodiscard]] bool is_date_filler(std::string_view word); // of, the, on, Thursday, г.

// Nothing when a word is no part of a date. Fillers (of, the, in, Thursday, г.) are left out.
[[nodiscard]] std::optional<std::vector<DateSymbol>> date_symbols(std::string_view readable_text);

} // namespace entente::judge
