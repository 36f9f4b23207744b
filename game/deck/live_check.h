#pragma once

// The deck check while a deck is being written: only what changed is looked at again, a few cards
// at a time, so that typing never waits for it.

#include "deck/check.h"
#include "deck/workshop.h"

#include <memory>
#include <set>
#include <unordered_map>

namespace entente::deck {

class LiveCheck {
public:
  LiveCheck(const Deck& deck, CheckMaterial material);

  // Looks at up to `most` cards that are new to it; when all are known, at the deck as a whole.
  // True when nothing is left to look at.
  bool advance(const Workshop& workshop, std::size_t most);
  // Asks again for what is known of the deck as a whole.
  void renew() { across_known_ = false; }

  // Of one card; its own first, then what concerns it among others.
  [[nodiscard]] std::vector<Finding> of(const Held& card) const;
  [[nodiscard]] const std::vector<Finding>& of_deck() const { return of_deck_; }
  [[nodiscard]] bool has_any(const Held& card) const;
  [[nodiscard]] std::set<std::string> cards_with_findings(const Workshop& workshop) const;
  [[nodiscard]] std::size_t count(const Workshop& workshop) const;

private:
  void look_across(const Workshop& workshop);

  CardCheck check_;
  // By the card as it is held: a changed card is another one. Holding it keeps the address.
  std::unordered_map<HeldCard, std::vector<Finding>> known_;
  std::unordered_map<std::string, std::vector<Finding>> across_;
  std::vector<Finding> of_deck_;
  std::vector<HeldCard> looked_across_;
  bool across_known_ = false;
};

} // namespace entente::deck
