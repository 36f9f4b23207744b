#pragma once

// From a text to a deck: all stages in a row. The same text and corrections give the same deck,
// byte for byte, everywhere.

#include "generate/ask.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace entente::generate {

struct DeckOptions {
  std::string id; // of the text: its file name without ending
  std::string title;
  std::string file; // the text's name beside the deck, for <source>; may be empty
  std::optional<PartialDate> published;
  Corrections corrections;
  std::size_t most_cards = 150;
  std::function<void(double)> progress = [](double) {};
};

// Where a card comes from: its sentence in the text, as bytes.
struct Origin {
  std::string card;
  std::string kind;
  Span sentence;
  int paragraph = 0; // 1-based; 0 outside the body
};

// A question that was thought of and not kept.
struct Drop {
  std::string kind, stem, reason;
  Span sentence;
};

struct KindCount {
  std::string kind;
  std::size_t kept = 0, dropped = 0;
};

struct Summary {
  std::size_t dates = 0, quotations = 0, persons = 0, numbers = 0, cooperation = 0, clauses = 0;
  std::vector<KindCount> kinds; // by name
  std::size_t sentences = 0;    // of the body
  std::size_t covered = 0;      // of these, how many have a card
};

struct Generated {
  Article article;
  deck::Deck deck;
  std::vector<Origin> origins; // one for each card, in their order
  std::vector<Drop> drops;
  Summary summary;
};

// text: valid UTF-8. A text that nothing can be asked of gives a deck without cards.
[[nodiscard]] Generated make_deck(std::string text, const Language& language,
                                  const DeckOptions& options);

} // namespace entente::generate
