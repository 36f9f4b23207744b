#pragma once

// The deck check while a deck is being written: only what changed is looked at again, a few cards
// at a time, so that typing never waits for it.

#include "deck/check.h"
#include "deck/workshop.h"

#include <future>
#include <memory>
#include <set>
#include <unordered_map>

namespace entente::deck {

class LiveCheck {
public:
  LiveCheck(const Deck& deck, CheckMaterial material);

  // Looks at up to `most` cards that are new to it; when all are known, at the deck as a whole, a
  // large one on a thread of its own: it takes 0.6 s for 10,000 cards.
  // True when nothing is left to look at.
  bool advance(const Workshop& workshop, std::size_t most);
  // Asks again for what is known of the deck as a whole.
  void renew() {
    across_known_ = false;
    ++renewed_;
  }
  // While the thread is at it there is nothing to advance.
  [[nodiscard]] bool is_looking() const;

  // Of one card; its own first, then what concerns it among others.
  [[nodiscard]] std::vector<Finding> of(const Held& card) const;
  [[nodiscard]] const std::vector<Finding>& of_deck() const { return of_deck_; }
  [[nodiscard]] bool has_any(const Held& card) const;
  [[nodiscard]] std::set<std::string> cards_with_findings(const Workshop& workshop) const;
  [[nodiscard]] std::size_t count(const Workshop& workshop) const;

private:
  struct Across {
    std::unordered_map<std::string, std::vector<Finding>> by_card;
    std::vector<Finding> of_deck;
    std::vector<HeldCard> cards; // that were looked at
  };
  [[nodiscard]] static Across across(const Deck& deck, std::vector<HeldCard> cards);
  void look_across(const Workshop& workshop);
  void take(Across found, const Workshop& workshop);

  CardCheck check_;
  // By the card as it is held: a changed card is another one. Holding it keeps the address.
  std::unordered_map<HeldCard, std::vector<Finding>> known_;
  std::unordered_map<std::string, std::vector<Finding>> across_;
  std::vector<Finding> of_deck_;
  std::vector<HeldCard> looked_across_;
  bool across_known_ = false;
  int renewed_ = 0, asked_ = 0; // asked_: what renewed_ was when the look across began
  std::future<Across> looking_;
};

} // namespace entente::deck
