#pragma once

// Two people changed one deck: both changes together, card by card, where they do not meet.

#include "deck/deck.h"

#include <optional>
#include <string>
#include <vector>

namespace entente::deck {

// Both changed the same part of a card, or one changed what the other deleted (nothing then).
struct Conflict {
  std::string card;
  std::optional<Card> mine, theirs;
  bool operator==(const Conflict&) const = default;
};

struct Merge {
  Deck deck; // in conflicts mine, or what is left when mine is deleted
  std::vector<Conflict> conflicts;
};

// Three ways: `base` is what both began from. Parts of a card that only one changed are taken from
// that one; cards only one added or deleted are added or deleted; the order is mine, with their new
// cards after the ones they follow. Of the deck's details mine win where both changed the same one.
[[nodiscard]] Merge merge(const Deck& base, const Deck& mine, const Deck& theirs);

} // namespace entente::deck
