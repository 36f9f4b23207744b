#pragma once

// A deck from its XML (format 1, docs/formats/deck.md).

#include "core/result.h"
#include "deck/deck.h"
#include "deck/problem.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::deck {

inline constexpr std::uintmax_t max_deck_bytes = std::uintmax_t{64} << 20U;

struct DeckReading {
  Deck deck;
  std::vector<Problem> problems; // in the order of the file
};

// A file that is not well-formed, or not a deck of a known version, is refused whole: malformed,
// unsupported, too_large, with `where` as NAME:LINE:COLUMN. A fault within a card costs that card
// at most; it then stays in the deck as an Extra, so that saving loses nothing.
[[nodiscard]] core::Result<DeckReading> read_deck(std::string_view bytes, const std::string& name);

} // namespace entente::deck
