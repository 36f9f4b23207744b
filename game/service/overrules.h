#pragma once

// What learners said against the judge, as changes of the deck: a way to say an answer that should
// be accepted, or one that should not.

#include "core/result.h"
#include "deck/deck.h"
#include "history/history.h"

#include <string>
#include <vector>

namespace entente::service {

struct DeckChange {
  enum class Kind {
    accept,       // becomes an accepted variant
    stop_accept,  // is one now, and leaves
    refuse,       // becomes a wrong option, for the teacher to word
    option_stands // is a wrong option of the card, yet a learner held it right: the teacher decides
  };
  Kind kind = Kind::accept;
  std::string card; // id
  std::string text; // as it was typed
  bool operator==(const DeckChange&) const = default;
};

// The last word on each text counts; what the deck says already is left out, and so are cards that
// it does not hold. In the order of the deck's cards.
[[nodiscard]] std::vector<DeckChange> deck_changes(const deck::Deck& deck,
                                                   const std::vector<history::Ruling>& rulings);

// option_stands changes nothing.
void apply(const DeckChange& change, deck::Deck& deck);

} // namespace entente::service
