#pragma once

// The Workshop: where a teacher writes, checks and mends a deck. The deck under way is a
// deck::Workshop; this adds what is on the screen around it.

#include "core/time.h"
#include "deck/live_check.h"
#include "deck/merge.h"
#include "deck/workshop.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

// The place of the rail: which deck?
struct WorkshopStart {
  std::filesystem::path selected;
};

// The parts of a card that are typed. Lists are one item a line; a gap is written ___.
enum class CardField {
  prompt,
  cloze,
  answer,
  items,
  pairs,
  accepted,
  option,
  reason,
  explanation,
  hint,
  tags,
  paragraph,
  image
};
enum class DeckField {
  title,
  description,
  language,
  category,
  source_title,
  source_author,
  source_date,
  source_url,
  source_file
};
enum class WorkshopPanel { card, deck, problems, many };

struct WorkshopPage {
  std::filesystem::path path;
  deck::Workshop work;
  deck::Deck base; // as last read or written: what both changed when another program writes it too
  std::shared_ptr<deck::LiveCheck> check;
  std::map<std::string, std::string> texts; // source id -> text
  std::vector<std::string> reading_problems;
  bool copy = false; // of a shipped deck

  WorkshopPanel panel = WorkshopPanel::card;
  deck::CardFilter filter;
  bool only_problems = false;
  std::string focus; // id of the field that a command leads to
  // What is typed where it cannot be read yet as the part it stands for, by field id.
  std::map<std::string, std::string> drafts;
  std::string bulk_tag;
  deck::Replacement replacement;
  std::string said; // one line about what was done last

  bool checked = false;
  std::string saved_at; // "14:02"; empty: not yet
  std::int64_t edited_ms = 0, looked_ms = 0;
};

// One after another, what both changed.
struct MergeDialog {
  deck::Merge merge;
  std::size_t at = 0;
  deck::Deck theirs;
};

struct UnfinishedDialog {}; // cards would be lost by leaving

struct OpenWorkshopDeck {
  std::filesystem::path path;
  bool shipped = false;
};
struct NewDeck {};
struct StepStart { // rows of the list of decks
  int by = 0;
};
struct SelectCard {
  std::string id;
};
struct StepCard { // rows of the list of cards
  int by = 0;
};
struct MarkCard { // turns the mark; empty: of the selected card
  std::string id;
};
struct MarkShown {};
struct UnmarkAll {};
struct FilterTyped {
  std::string text;
};
struct FilterCategory { // turns it on and off
  std::string category;
};
struct FilterProblems {};
struct AddCard {};
struct DuplicateCard {};
struct EraseCards {};
struct MoveCard {
  int by = 0;
};
struct EditField {
  CardField field = CardField::prompt;
  std::size_t index = 0; // of wrong options
  std::string text;
};
struct SetKind {
  deck::AnswerKind kind = deck::AnswerKind::text;
};
struct SetCategory { // of the marked cards, or the one on the form
  std::string category;
};
struct ToggleForm {
  deck::Form form = deck::Form::choice;
};
struct DropOption {
  std::size_t index = 0;
};
struct MakeMend {
  deck::Mend mend;
};
struct BulkTagTyped {
  std::string text;
};
struct BulkTag {
  bool on = true;
};
struct ReplacementTyped {
  bool with = false; // else what to find
  std::string text;
};
struct ReplacementCase {};
struct ReplaceNow {};
struct ShowPanel {
  WorkshopPanel panel = WorkshopPanel::card;
};
struct EditDetail {
  DeckField field = DeckField::title;
  std::size_t index = 0; // of categories and sources
  std::string text;
};
struct AddCategory {};
struct DropCategory {
  std::size_t index = 0;
};
struct NextColour { // of a category
  std::size_t index = 0;
};
struct AddSource {};
struct DropSource {
  std::size_t index = 0;
};
struct UndoChange {};
struct RedoChange {};
struct SaveDeckNow {};
struct TryDeck {};
struct HandOutDeck { // saved first
  bool paper = false;
};
struct FocusSearch {};
struct Settle { // a conflict
  bool mine = true;
};
struct LeaveUnfinished {}; // cards without a question or an answer are not kept

using WorkshopMessage =
    std::variant<OpenWorkshopDeck, NewDeck, StepStart, SelectCard, StepCard, MarkCard, MarkShown,
                 UnmarkAll, FilterTyped, FilterCategory, FilterProblems, AddCard, DuplicateCard,
                 EraseCards, MoveCard, EditField, SetKind, SetCategory, ToggleForm, DropOption,
                 MakeMend, BulkTagTyped, BulkTag, ReplacementTyped, ReplacementCase, ReplaceNow,
                 ShowPanel, EditDetail, AddCategory, DropCategory, NextColour, AddSource,
                 DropSource, UndoChange, RedoChange, SaveDeckNow, TryDeck, HandOutDeck, FocusSearch,
                 Settle, LeaveUnfinished>;

// When the page wants a tick: for the check, for saving, for looking at the file.
[[nodiscard]] std::optional<core::Moment> next_tick(const WorkshopPage& page, core::Moment now);

// ---- the fields of the form as text, and back ----

inline constexpr const char* title_field_id = "details.title-0"; // of the deck

[[nodiscard]] std::string field_id(CardField field, std::size_t index);
// As shown when nothing is half typed.
[[nodiscard]] std::string field_text(const deck::Card& card, CardField field, std::size_t index);
// The card with the part read from the text. A paragraph needs a source to point into.
[[nodiscard]] deck::Card with_field(deck::Card card, CardField field, std::size_t index,
                                    const std::string& text, const std::string& source);
// Neither a question nor an answer may be missing in a file.
[[nodiscard]] bool is_finished(const deck::Card& card);
// Cards of the list, in order, under filter and only_problems.
[[nodiscard]] std::vector<std::size_t> listed_cards(const WorkshopPage& page);

} // namespace entente::screens
