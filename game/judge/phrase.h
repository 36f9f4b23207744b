#pragma once

// Texts and quotes: word by word.

#include "judge/finding.h"
#include "judge/tokens.h"

#include <string_view>
#include <vector>

namespace entente::judge {

enum class Strictness {
  text, // articles never count, extra words around the answer are a flaw
  quote // the author's words: articles are forgiven at the ends only
};

[[nodiscard]] Finding compare_phrases(std::string_view expected, std::string_view typed,
                                      Strictness strictness);

} // namespace entente::judge
