#pragma once

// From a text: its generated cards one after another beside it, each kept, changed or dropped; what
// is kept becomes a deck.

#include "service/effects.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

enum class Decision { open, kept, dropped };

struct DraftPage {
  std::shared_ptr<const service::TextDraft> draft;
  std::vector<deck::Card> cards; // as changed so far
  std::vector<Decision> decisions;
  std::size_t at = 0;
  bool coverage = false; // shows the sentences that no card asks about
  std::string focus;
};

// Where a text is pasted, or a file chosen: for a deck made of it, or to be attached to a source.
struct PasteDialog {
  struct Source {
    std::string deck, id;
  };
  std::string text;
  std::optional<Source> source; // none: a deck is made
};

struct AskForText {
  std::optional<PasteDialog::Source> source;
};
struct PasteTyped {
  std::string text;
};
struct UsePasted {};
struct DraftStep {
  int by = 0;
};
struct DraftPick {
  std::size_t card = 0;
};
struct DraftDecide { // and on to the next that is open
  Decision decision = Decision::kept;
};
struct DraftChange {}; // to the field of the question
struct DraftPrompt {
  std::string text;
};
struct DraftAnswer {
  std::string text;
};
struct DraftKeepRest {};
struct DraftCoverage {};
struct DraftDone {}; // what is kept becomes a deck

using DraftMessage =
    std::variant<AskForText, PasteTyped, UsePasted, DraftStep, DraftPick, DraftDecide, DraftChange,
                 DraftPrompt, DraftAnswer, DraftKeepRest, DraftCoverage, DraftDone>;

} // namespace entente::screens
