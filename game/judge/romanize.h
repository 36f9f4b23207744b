#pragma once

// Names across alphabets and ways of writing them.

#include <string>
#include <string_view>

namespace entente::judge {

// The same for Sergei, Sergey, Sergej and Сергей. Of one folded word without accents.
[[nodiscard]] std::string name_sound(std::string_view word);

// Consonants only, for Hebrew and Arabic, which write few vowels: the same for Putin and بوتين.
// Empty for words it cannot read.
[[nodiscard]] std::string consonants(std::string_view word);

[[nodiscard]] bool is_cyrillic(std::string_view word);
[[nodiscard]] bool is_latin(std::string_view word);
[[nodiscard]] bool is_semitic(std::string_view word); // Hebrew or Arabic letters

} // namespace entente::judge
