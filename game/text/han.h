#pragma once

// Chinese characters in their other guises, for the common ones.

#include <string>
#include <string_view>

namespace entente::text {

// Traditional characters as their simplified ones; all else stays.
[[nodiscard]] std::string simplified(std::string_view text);
// Toneless pinyin, each syllable between spaces; characters without a known reading stay.
[[nodiscard]] std::string pinyin(std::string_view text);
// A syllable that pinyin knows, "jin".
[[nodiscard]] bool is_pinyin_syllable(std::string_view syllable);

} // namespace entente::text
