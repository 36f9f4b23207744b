#pragma once

// Two word sequences side by side.

#include "judge/tokens.h"
#include "judge/words.h"

#include <vector>

namespace entente::judge {

struct Pairing {
  const Token* expected = nullptr; // null: the typed word is extra
  const Token* typed = nullptr;    // null: the expected word is missing
  Likeness likeness;
};

// The cheapest alignment; content words weigh more than small ones. Long texts that differ
// throughout are not aligned in full (the table is capped), which never makes them look nearer.
[[nodiscard]] std::vector<Pairing> align(const std::vector<Token>& expected,
                                         const std::vector<Token>& typed);

} // namespace entente::judge
