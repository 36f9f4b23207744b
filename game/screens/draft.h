#pragma once

// From a text: its generated cards one after another beside it, each kept, changed or dropped; what
// is kept becomes a deck, or joins the one that is open in the Workshop.

#include "screens/workshop.h"
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
  std::shared_ptr<WorkshopPage> into; // the deck the kept cards join; null: they become a deck
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
// Of a field of the card shown; which card goes after it.
[[nodiscard]] std::string draft_field_id(CardField field, std::size_t index);

struct DraftEdit { // of the card shown
  CardField field = CardField::prompt;
  std::size_t index = 0; // of wrong options
  std::string text;
};
struct DraftKeepRest {};
struct DraftCoverage {};
struct DraftDone {}; // what is kept becomes a deck

using DraftMessage =
    std::variant<AskForText, PasteTyped, UsePasted, DraftStep, DraftPick, DraftDecide, DraftChange,
                 DraftEdit, DraftKeepRest, DraftCoverage, DraftDone>;

} // namespace entente::screens
