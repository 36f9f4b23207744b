#pragma once

// Texts and quotes: word by word.

#include "judge/finding.h"
#include "judge/tokens.h"

#include <string_view>
#include <vector>

namespace entente::judge {

enum class Strictness {
  text, // articles never count, extra words around the answer are a flaw
  name, // as a text; words in another order are the same name
  quote // the author's words: articles are forgiven at the ends only
};

[[nodiscard]] Finding compare_phrases(std::string_view expected, std::string_view typed,
                                      Strictness strictness);

// False only where compare_phrases() would find them wrong: a content word of the one has nothing
// like it in the other. Far quicker than the comparison.
[[nodiscard]] bool may_fit(std::string_view expected, std::string_view typed);

} // namespace entente::judge
