#pragma once

// What a character of valid UTF-8 is to the tokeniser. Bytes only: Unicode tables are asked for in
// the few places where a letter's case matters.

#include <cstddef>
#include <string_view>

namespace entente::generate {

enum class Character { letter, mark, space };

// Bytes of the character at `at`; at least 1, never past the end.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t at);
[[nodiscard]] Character character_kind(std::string_view text, std::size_t at);
[[nodiscard]] bool is_apostrophe(std::string_view text, std::size_t at); // ' or ’

// Quotation marks by their character alone; `both` when it may open and close.
enum class QuoteMark { none, opens, closes, both };
[[nodiscard]] QuoteMark double_quote(std::string_view mark); // “ ” " « » „ ‟ 「 」
[[nodiscard]] QuoteMark single_quote(std::string_view mark); // ‘ ’ ' ‹ ›

} // namespace entente::generate
