#pragma once

// Words between a deck and its XML: white space and escapes.

#include <string>
#include <string_view>

namespace entente::deck {

// What indentation leaves behind goes: trimmed, every run of white space one space. With
// paragraphs, a run that holds an empty line stays as one ("\n\n").
[[nodiscard]] std::string collapse(std::string_view text, bool paragraphs = false);
[[nodiscard]] std::string_view trim(std::string_view text);

// For element content and for attribute values in double quotes. Characters that XML cannot hold
// become U+FFFD.
[[nodiscard]] std::string escape(std::string_view text);
[[nodiscard]] std::string escape_attribute(std::string_view text);

} // namespace entente::deck
