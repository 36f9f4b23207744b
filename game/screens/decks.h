#pragma once

// The list of decks, and what can be done with each.

#include "quiz/queue.h"

#include <filesystem>
#include <string>
#include <variant>

namespace entente::screens {

struct DecksPage {
  std::filesystem::path selected; // of the standing's decks; empty: the first
};

// A session narrowed before it begins.
struct NarrowDialog {
  std::string deck;
  quiz::Mode mode = quiz::Mode::drill;
  quiz::Selection selection;
};

// A deck on paper, or for another program: which way is chosen first, then where.
struct HandOutDialog {
  std::string deck, title;
  bool paper = false;
};

struct SelectDeck {
  std::filesystem::path path;
};
struct MoveSelection {
  int by = 0; // rows
};
struct AskNarrow { // opens the dialog
  std::string deck;
};
struct SetMode {
  quiz::Mode mode = quiz::Mode::drill;
};
struct ToggleCategory {
  std::string category;
};
struct ToggleTag {
  std::string tag;
};
struct SetSearch {
  std::string search;
};
struct ToggleMissed {};
struct StartNarrowed {};
struct ReadNarrowed {};
struct AskRemove { // takes a deck off the list, after asking
  std::filesystem::path path;
};
struct ShowDiff { // what this version of a deck changes against the one in use
  std::filesystem::path path;
};
struct ShowProblems { // of a deck that could not be read whole
  std::filesystem::path path;
};
struct AskHandOut {
  std::string deck, title;
  bool paper = false;
};
struct ShowSuspended {
  std::string deck;
};
struct BringBack { // a suspended card; the dialog stays
  std::string deck, card;
};
using DecksMessage =
    std::variant<SelectDeck, MoveSelection, AskNarrow, SetMode, ToggleCategory, ToggleTag,
                 SetSearch, ToggleMissed, StartNarrowed, ReadNarrowed, AskRemove, ShowProblems,
                 ShowSuspended, BringBack, AskHandOut, ShowDiff>;

} // namespace entente::screens
