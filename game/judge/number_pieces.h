#pragma once

// A text cut into what numbers are made of: digits apart from the letters grown onto them, Chinese
// numerals as digits.

#include "judge/number.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

struct Piece {
  std::string word;
  char32_t before = 0; // punctuation in front
  bool digits = false;
};

[[nodiscard]] std::vector<Piece> number_pieces(std::string_view text);

// Digits with points and commas as plain digits with at most one point; nothing when they are
// grouped as no number is.
[[nodiscard]] std::optional<std::string> plain_digits(std::string_view digits,
                                                      const NumberReading& reading);
[[nodiscard]] std::string without(std::string_view digits, char separator);

} // namespace entente::judge
