#pragma once

// Chinese names as Russian writes them, by Palladius's table: Wang Yi is Ван И.

#include <string>
#include <string_view>

namespace entente::judge {

// Of pinyin without tones, "jinping"; empty when it is none.
[[nodiscard]] std::string palladius(std::string_view pinyin);

// A word made of syllables the table yields, "цзиньпин".
[[nodiscard]] bool is_palladius(std::string_view word);

} // namespace entente::judge
