#pragma once

// Stage 4: who and what the article speaks of. Persons are told by their position (behind a role,
// before a verb of saying, named again by surname), never by a list of names alone.

#include "generate/facts.h"
#include "generate/rules.h"

namespace entente::generate {

struct EntityFinding {
  std::vector<Entity> entities;
  std::vector<Mention> mentions; // in text order
};

[[nodiscard]] EntityFinding find_entities(const Document& document, const Language& language);

} // namespace entente::generate
