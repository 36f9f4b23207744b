#pragma once

// Where the parts of a deck stand in the file it was read from.

#include "deck/check.h"
#include "deck/markup.h"

#include <string_view>
#include <vector>

namespace entente::deck {

// REQUIRES: the bytes outlive it, and the deck asked about was read from them.
class Places {
public:
  // Bytes that are no well-formed deck have no places: every answer is then line 1.
  explicit Places(std::string_view bytes);

  // The part of the card, or the card where the part has no element of its own.
  [[nodiscard]] Place of(const Card& card, Part part) const;
  [[nodiscard]] Place of_category(std::string_view id) const;
  [[nodiscard]] Place of_finding(const Deck& deck, const Finding& finding) const;

private:
  [[nodiscard]] std::size_t offset(Place place) const;
  [[nodiscard]] Place place(std::size_t offset) const;
  [[nodiscard]] std::string_view raw(std::size_t node) const;
  [[nodiscard]] std::string_view name(std::size_t node) const;
  [[nodiscard]] std::vector<std::size_t> children(std::size_t node, std::string_view name) const;

  std::string_view bytes_;
  Outline outline_;
  std::vector<std::size_t> lines_; // where each begins
};

} // namespace entente::deck
