#include "exchange/plain_number.h"

#include "deck/xml_text.h"

#include <array>
#include <charconv>

namespace entente::exchange {

std::optional<std::string> plain_number(std::string_view words) {
  words = deck::trim(words);
  const bool minus = words.starts_with('-');
  const std::string_view digits = minus ? words.substr(1) : words;
  if (digits.empty() || digits.size() > 15) return std::nullopt;
  int points = 0;
  for (const char c : digits) {
    if (c == '.')
      ++points;
    else if (c < '0' || c > '9')
      return std::nullopt;
  }
  if (points > 1 || digits.front() == '.' || digits.back() == '.') return std::nullopt;
  return std::string(words);
}

std::string number_words(double value) {
  std::array<char, 32> words{};
  const auto [end, error] = std::to_chars(words.data(), words.data() + words.size(), value,
                                          std::chars_format::general, 12); // no 3.1500000000000004
  return {words.data(), end};
}

} // namespace entente::exchange
