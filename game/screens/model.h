#pragma once

// All the window shows hangs on one value. update() is pure: message in, model and effects out; no
// clock, no disk, no SFML. view() makes the tree that layout, paint and tests read.

#include "screens/message.h"
#include "ui/actions.h"
#include "ui/commands.h"
#include "ui/node.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

struct TodayPage {};
struct KeysPage {
  RailPlace from = RailPlace::today;
};
struct ResultsPage {
  quiz::Session session; // what is shown is computed from it
  std::string deck;
  service::Comparison comparison;
};
using Page = std::variant<TodayPage, DecksPage, SettingsPage, KeysPage, DrillPage, ReadingPage,
                          ResultsPage, ExamsPage, ExamPage, ExamReportPage, ProgressPage, StoryPage,
                          GamePage, WorkshopStart, WorkshopPage, DraftPage>;

struct ErrorDialog {
  std::string title; // "It could not be saved"
  core::Error error;
};
struct ConfirmDialog {
  std::string title, words, yes; // `yes`: the button that does it
  service::Effect effect;
};
struct ProblemsDialog { // of a deck
  std::string title;
  std::vector<std::string> lines;
};
struct PassageDialog {
  service::PassageShown shown;
  std::string source; // id, for attaching a text
};
struct PointsDialog {};  // how the points of the session on the page came about
struct SuspendedDialog { // cards that can be brought back
  std::string deck;
};
using Dialog = std::variant<ErrorDialog, ConfirmDialog, ProblemsDialog, PassageDialog, PointsDialog,
                            SuspendedDialog, NarrowDialog, ChooserDialog, SeminarDialog,
                            MemoryDialog, HandOutDialog, MergeDialog, UnfinishedDialog, PasteDialog,
                            PasteCardsDialog, GamesDialog>;

struct Model {
  service::Settings settings;
  service::Standing standing;                         // as of the last Refreshed
  bool loaded = false;                                // a Refreshed has come
  std::string deck;                                   // shown on Today; empty: the first
  std::map<std::string, service::SeminarPlan> plans;  // the newest of each deck with a seminar
  std::map<std::string, service::Workload> workloads; // the newest measured of each deck
  Page page;
  std::optional<Dialog> dialog;
  std::vector<service::BeginSession> next; // drills of other decks, each begun after the last
  bool keys_shown = false; // the key sheet, over a page or dialog that must not be lost
  std::string status;      // one line, read out; empty: none
  std::optional<service::ResetDone> can_undo; // a reset that can be taken back
};

[[nodiscard]] service::Effects update(Model& model, const Message& message, core::Moment now);

// What a view may look at besides the model.
struct Frame {
  const Model& model;
  core::Moment now;
  float width = 1280, height = 800; // dp
  ui::Actions<Message>& actions;

  int on(Message message) { return actions.add(std::move(message)); }
};

struct View {
  ui::Node root;
  ui::Actions<Message> actions;
  std::string title; // of the window
};
[[nodiscard]] View view(const Model& model, core::Moment now, float width, float height);

// Before the window closes: what is still to be kept. It may open a dialog instead; asked again
// then, it lets go.
[[nodiscard]] service::Effects before_closing(Model& model, core::Moment now);

// When the model wants a Tick: a wait or a clock runs; none when nothing does.
[[nodiscard]] std::optional<core::Moment> next_tick(const Model& model, core::Moment now);

[[nodiscard]] const ui::CommandTable& commands();

// A deck that can be studied, by its id; null when there is none.
[[nodiscard]] const service::DeckStanding* find_deck(const Model& model, const std::string& id);

// The next of the drills that wait; a drill of a deck that is gone is passed over.
[[nodiscard]] service::Effects begin_next(Model& model);

// The plan as it stands for the deck's seminar; null while it is being made.
[[nodiscard]] const service::SeminarPlan* plan_of(const Model& model,
                                                  const service::DeckStanding& deck);

// The deck Today shows; null when there is none.
[[nodiscard]] const service::DeckStanding* shown_deck(const Model& model);

} // namespace entente::screens
