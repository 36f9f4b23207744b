#pragma once

// Words for numbers, in English, Russian, Arabic, Hebrew, German, French and Spanish (the small
// ones there) and Chinese.

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::judge {

struct NumberWord {
  enum class Kind {
    cardinal,  // adds: twenty, пять, خمسة
    hundred,   // multiplies what stands before it by 100
    magnitude, // 10 to the power of `value`: thousand, млрд, 亿
    ordinal,   // second, второй, الثاني
    fraction,  // one part in `value`: third, quarter, половина
    and_half   // adds a half to what stands before: полтора is 1 and a half
  };
  Kind kind = Kind::cardinal;
  std::int64_t value = 0;
  bool misspelt = false; // "fourty"
};

// Of a folded word without accents. A word that is one letter off one number word only is that
// word, misspelt. `language` decides what differs: German "Billion" is 10^12.
[[nodiscard]] std::optional<NumberWord> number_word(std::string_view word,
                                                    std::string_view language = "en");

// "2nd", "21st", "2-й" after its hyphen was cut, "4th": the number before an ordinal ending.
[[nodiscard]] std::optional<std::int64_t> ordinal_digits(std::string_view word);

// A run of Chinese numerals: 二〇二一 is 2021, 三万五千 is 35000.
[[nodiscard]] std::optional<std::int64_t> han_number(std::u32string_view numerals);
[[nodiscard]] bool is_han_numeral(char32_t c); // 一 to 九, 零, 两, 十, 百, 千, 万, 亿

// The number a single word stands for, digits or word; ordinals are kept apart (below zero).
[[nodiscard]] std::optional<std::int64_t> single_number(std::string_view word);

// I to XXXIX as used for months, quarters and centuries.
[[nodiscard]] std::optional<std::int64_t> roman_number(std::string_view word);

} // namespace entente::judge
