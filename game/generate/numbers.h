#pragma once

// Stage 6: quantities and what they count ("almost 18 per cent", "four new reactors").

#include "generate/facts.h"
#include "generate/rules.h"

namespace entente::generate {

[[nodiscard]] std::vector<NumberFact> find_numbers(const Document& document,
                                                   const Language& language, const Facts& facts);

} // namespace entente::generate
