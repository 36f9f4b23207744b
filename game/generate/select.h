#pragma once

// Stage 10: which of the questions make a good deck together.

#include "generate/candidate.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace entente::generate {

// The reason of a question that could take another's place.
inline constexpr const char* asked_already = "another card asks this sentence for the same answer";

struct Selection {
  std::vector<Candidate> kept;                             // in the text's order
  std::vector<std::pair<Candidate, std::string>> left_out; // with the reason
};

// The reason why a question may not be asked; empty when it may. Fills in its options.
using Check = std::function<std::string(Candidate&)>;

// At most so many. The best question of each sentence comes before the second best of any, and what
// the deck has no room for is not checked at all.
[[nodiscard]] Selection select(std::vector<Candidate> candidates, const Check& check,
                               std::size_t most);

} // namespace entente::generate
