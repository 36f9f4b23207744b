#pragma once

// What a new version of a deck changes for those who study it. Ids keep progress: a card is the
// same card as long as its id is.

#include "deck/check.h"
#include "deck/deck.h"

#include <string>
#include <vector>

namespace entente::deck {

struct CardChange {
  std::string id;
  std::vector<std::string> parts; // "prompt", "answer", "wrong", ... in the order of the file
  // The old answer would be wrong now: what was learned must be learned anew.
  bool resets = false;
  bool operator==(const CardChange&) const = default;
};

struct DeckDiff {
  std::vector<std::string> added, removed; // card ids
  std::vector<CardChange> changed;
  bool reordered = false;              // the cards in both stand in another order
  std::vector<std::string> deck_parts; // "title", "categories", ...
  bool operator==(const DeckDiff&) const = default;
  [[nodiscard]] bool empty() const { return *this == DeckDiff{}; }
};

// Both should have the same deck id; whether they do is the caller's to ask.
[[nodiscard]] DeckDiff diff(const Deck& before, const Deck& after);

// The names of the parts in which two cards differ; places in the file do not count.
[[nodiscard]] std::vector<std::string> differing_parts(const Card& a, const Card& b);

} // namespace entente::deck
