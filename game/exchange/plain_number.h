#pragma once

// Numbers as quiz programs write them: digits, a point, a sign.

#include <optional>
#include <string>
#include <string_view>

namespace entente::exchange {

// "1822", "-3.5"; nothing for words, units, or groups of digits that could be read two ways.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view words);
// The shortest way to write it: "3", "2.5".
[[nodiscard]] std::string number_words(double value);

} // namespace entente::exchange
