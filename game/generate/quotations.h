#pragma once

// Stage 5: quotations and who is named as saying them. The rules of quotes.rules look at one
// sentence; what runs over sentences (a speaker who goes on, a pronoun) is told here.

#include "generate/facts.h"
#include "generate/rules.h"
#include "generate/segment.h"

namespace entente::generate {

[[nodiscard]] std::vector<QuoteFact> attribute_quotes(const Document& document,
                                                      const Language& language,
                                                      const std::vector<Marked>& marked,
                                                      const std::vector<Entity>& entities,
                                                      const std::vector<Mention>& mentions);

} // namespace entente::generate
