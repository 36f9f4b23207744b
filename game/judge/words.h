#pragma once

// What single words are to the judge, and when two are the same word.

#include "judge/tokens.h"

#include <string_view>
#include <vector>

namespace entente::judge {

[[nodiscard]] bool is_article(std::string_view word);
// Articles, prepositions, auxiliaries, particles: left out or changed, the sense stays.
[[nodiscard]] bool is_small(std::string_view word);
[[nodiscard]] bool is_conjunction(std::string_view word); // and, or, 和, и ...

// Tokens made ready for likeness(): contractions opened ("won't" is "will not"), "&" as "and", keys
// filled in.
[[nodiscard]] std::vector<Token> prepared(std::vector<Token> tokens);

struct Likeness {
  enum class Kind { same, accent, typo, other };
  Kind kind = Kind::other;
  int distance = 0; // letters off, for typos
};
// REQUIRES: both prepared. Same: also British and American spelling, ё and е, ae for ä, a number
// word and its digits, the Arabic and Hebrew article grown together with its word.
[[nodiscard]] Likeness likeness(const Token& expected, const Token& typed);

} // namespace entente::judge
