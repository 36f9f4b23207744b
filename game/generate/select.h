#pragma once

// Stage 10: which of the questions that passed make a good deck together.

#include "generate/candidate.h"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::generate {

struct Selection {
  std::vector<Candidate> kept;                             // in the text's order
  std::vector<std::pair<Candidate, std::string>> left_out; // with the reason
};

// At most so many; every paragraph is served before one is served twice as often.
[[nodiscard]] Selection select(std::vector<Candidate> candidates, std::size_t most);

} // namespace entente::generate
