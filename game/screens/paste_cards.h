#pragma once

// Cards of another program as pasted text: term, separator, definition, separator; what would be
// read is shown beside it before anything is brought in.

#include "exchange/format.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

struct PasteCardsDialog {
  std::string title, text;
  std::string term, card; // separators as typed: \t and \n stand for a tab and a line break

  // Of the text as it stands.
  struct Seen {
    std::size_t cards = 0, dropped = 0;
    std::vector<deck::Card> first;
    std::string problem; // why nothing can be read; empty: nothing is wrong
  };
  Seen seen;
};

struct AskForCards {};
enum class PastePart { title, text, term, card };
struct PasteCardsTyped {
  PastePart part = PastePart::text;
  std::string text;
};
struct ChooseSeparator { // one of those offered
  bool between_cards = false;
  std::string written;
};
struct BringCardsIn {};

using PasteCardsMessage = std::variant<AskForCards, PasteCardsTyped, ChooseSeparator, BringCardsIn>;

// With \t and \n as the tab and the line break they mean.
[[nodiscard]] std::string separator_of(const std::string& written);

} // namespace entente::screens
