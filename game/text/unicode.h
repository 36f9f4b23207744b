#pragma once

// The only door to Unicode (ICU behind it). All strings are UTF-8; invalid bytes are read as U+FFFD
// and never crash.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::text {

[[nodiscard]] bool is_valid_utf8(std::string_view text);
// Byte offset of the first byte that breaks UTF-8; text.size() when none does.
[[nodiscard]] std::size_t first_invalid_byte(std::string_view text);

[[nodiscard]] std::string nfc(std::string_view text);
[[nodiscard]] std::string nfkc(std::string_view text);
// Full case folding after NFKC; locale-independent.
[[nodiscard]] std::string fold_case(std::string_view text);
// Without combining marks ("António" -> "Antonio"); letters with a stroke and the like become
// their plain letter too.
[[nodiscard]] std::string strip_accents(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text, std::string_view language);
[[nodiscard]] std::string upper(std::string_view text, std::string_view language);
// Clean-up before any comparison: NFKC, straight quotes and apostrophes, one kind of dash ("-"),
// every run of white space one space, none at the ends; invisible format characters removed.
[[nodiscard]] std::string clean(std::string_view text);
// The same text to a reader: clean + fold_case.
[[nodiscard]] std::string comparable(std::string_view text);

// Decimal digits of any script as 0-9 ("٢٠" -> "20").
[[nodiscard]] std::string ascii_digits(std::string_view text);
enum class CharClass { letter, ideograph, digit, mark, space, other };
[[nodiscard]] CharClass char_class(char32_t c);

// Byte offsets of boundaries, first 0, last text.size(); empty text gives {0}.
[[nodiscard]] std::vector<std::size_t> grapheme_boundaries(std::string_view text);
[[nodiscard]] std::vector<std::size_t> line_break_opportunities(std::string_view text,
                                                                std::string_view language);
[[nodiscard]] std::vector<std::size_t> word_boundaries(std::string_view text,
                                                       std::string_view language);
// Words only (letters and digits), spaces and punctuation left out; Chinese by ICU's dictionary.
[[nodiscard]] std::vector<std::string> words(std::string_view text, std::string_view language);
[[nodiscard]] std::size_t code_points(std::string_view text);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

enum class Direction { left_to_right, right_to_left };
// By the first strong character; left_to_right when there is none.
[[nodiscard]] Direction base_direction(std::string_view text);

// Locale-aware comparison for lists shown to people: <0, 0, >0.
[[nodiscard]] int collate(std::string_view a, std::string_view b, std::string_view language);

} // namespace entente::text
