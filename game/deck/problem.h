#pragma once

// What is wrong with part of a deck that could still be read.

#include "deck/deck.h"

#include <string>

namespace entente::deck {

struct Problem {
  Place place;
  std::string card;    // its id; empty when no card is meant
  std::string message; // what is the matter, one sentence
  std::string advice;  // what to do
  bool operator==(const Problem&) const = default;
};

// "FILE:LINE:COLUMN: MESSAGE ADVICE"
[[nodiscard]] std::string describe(const Problem& problem, const std::string& file);

} // namespace entente::deck
