#pragma once

// A deck as XML, format 1. Reading it back gives the same deck, but for places.

#include "deck/deck.h"

#include <string>

namespace entente::deck {

[[nodiscard]] std::string write_deck(const Deck& deck);

} // namespace entente::deck
