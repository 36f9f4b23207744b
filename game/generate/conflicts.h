#pragma once

// Stage 6: where the article contradicts itself. A caption ranks below the body.

#include "generate/facts.h"

namespace entente::generate {

[[nodiscard]] std::vector<Conflict> find_conflicts(const Document& document, const Facts& facts);

} // namespace entente::generate
