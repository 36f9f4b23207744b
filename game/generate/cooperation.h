#pragma once

// Stage 6: who works together on what. A verb of cooperation (coop.rules), two parties as its
// subject, and the noun phrases behind "on" or "in".

#include "generate/facts.h"
#include "generate/rules.h"

namespace entente::generate {

[[nodiscard]] std::vector<CooperationFact>
find_cooperation(const Document& document, const Language& language, const Facts& facts);

} // namespace entente::generate
