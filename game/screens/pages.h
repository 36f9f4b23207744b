#pragma once

// What each page and dialog brings: its update and its view. Only update.cpp and view.cpp, and the
// pages among themselves, include this.

#include "screens/model.h"
#include "screens/parts.h"
#include "ui/build.h"

namespace entente::screens {

// ---- updates ----

service::Effects update(Model& model, DrillPage& page, const DrillMessage& message,
                        core::Moment now);
service::Effects update(Model& model, ReadingPage& page, const ReadingMessage& message,
                        core::Moment now);
service::Effects update(Model& model, const DecksMessage& message);
service::Effects update(Model& model, const SeminarMessage& message);
service::Effects update(Model& model, const MemoryMessage& message);
service::Effects update(Model& model, const SettingsMessage& message);
service::Effects update(Model& model, const ChooserMessage& message);
service::Effects update(Model& model, const PasteCardsMessage& message);
service::Effects update(Model& model, const ExamMessage& message, core::Moment now);
service::Effects came(Model& model, const service::ExamOpened& result);
service::Effects came(Model& model, const service::ExamHandedIn& result);
service::Effects update(Model& model, const GameMessage& message, core::Moment now);
service::Effects came(Model& model, const service::BoardDealt& result);
// What a board's answers counted goes back: they could not be saved.
void take_back_board(GamePage& page);
service::Effects leave_game(Model& model);
service::Effects update(Model& model, const ProgressMessage& message);
service::Effects came(Model& model, const service::StatisticsRead& result);
service::Effects came(Model& model, const service::StoryRead& result);
service::Effects came(Model& model, const service::FigureSaved& result);
service::Effects leave_story(Model& model); // back to Progress
// Deck and card of those that slip away and those mixed up, each once.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
hard_cards(const service::Statistics& all);
// Escape on an exam: pauses it, then leaves it kept.
service::Effects leave_exam(Model& model, core::Moment now);
service::Effects exam_tick(ExamPage& page, core::Moment now);
// The window closes: an exam that runs is paused and kept.
service::Effects close_exam(ExamPage& page, core::Moment now);
[[nodiscard]] std::optional<core::Moment> next_tick(const ExamPage& page, core::Moment now);
// The deck an exam would be drawn from; null when there is none.
[[nodiscard]] const service::DeckStanding* exam_deck(const Model& model, const ExamsPage& page);
service::Effects update(Model& model, const WorkshopMessage& message, core::Moment now);
service::Effects update(Model& model, const DraftMessage& message, core::Moment now);
service::Effects came(Model& model, const service::TextDrafted& drafted);
// Cards of another deck, with the categories and the source they name, into the one under work:
// one step to undo. Gives the id that their source has there; empty when they have none.
std::string take_cards(WorkshopPage& page, deck::Deck from, core::Moment now);
// The open deck, also while cards for it are chosen from a text; null when none is open.
[[nodiscard]] WorkshopPage* open_workshop(Model& model);
// What a result of the service does to the model.
service::Effects came(Model& model, const service::Result& result, core::Moment now);
// Escape on the drill: ends the session, to the results when anything was answered.
service::Effects leave(Model& model, DrillPage& page, core::Moment now);
// Escape on the seminar's dialog: as it was before.
service::Effects leave(const SeminarDialog& dialog);
service::Effects ask_reset(Model& model, const AskReset& ask);

// Escape in the Workshop: what is unsaved is saved first.
service::Effects leave_workshop(Model& model);
service::Effects workshop_tick(Model& model, core::Moment now);
service::Effects came(Model& model, const service::DeckOpened& opened, core::Moment now);
service::Effects came(Model& model, const service::DeckSaved& saved, core::Moment now);
service::Effects came(Model& model, const service::DeckChangedOutside& changed);
service::Effects came(Model& model, const service::MaterialFound& found);
// Asks again for texts and pictures, when a text was attached.
service::Effects find_material(const WorkshopPage& page);

// The id of the source a card points at; empty when it points at none.
[[nodiscard]] std::string passage_source(const Model& model, const std::string& deck,
                                         const std::string& card);

// Where the rail is; none on pages without one.
[[nodiscard]] std::optional<RailPlace> place_of(const Model& model);

// ---- views ----

[[nodiscard]] ui::Build today_view(Frame& frame);
// Said once something was done: a line, and Undo where it can be undone.
[[nodiscard]] ui::Build done_line(Frame& frame);
// The calendar of days with answers.
[[nodiscard]] ui::Build days_card(Frame& frame);
// Ways to study besides what is due, below each other or side by side.
[[nodiscard]] ui::Build other_ways(Frame& frame, const service::DeckStanding& deck, ui::Flow flow);
// What is expected of a deck on its day.
[[nodiscard]] ui::Build seminar_card(Frame& frame, const service::DeckStanding& deck);
[[nodiscard]] ui::Build seminar_view(Frame& frame, const SeminarDialog& dialog);
[[nodiscard]] ui::Build memory_view(Frame& frame, const MemoryDialog& dialog);
// "Fitted to your 1 240 answers ...", of a model.
[[nodiscard]] std::string fit_words(const Model& model, memory::Algorithm algorithm);
[[nodiscard]] ui::Build decks_view(Frame& frame, const DecksPage& page);
[[nodiscard]] ui::Build settings_view(Frame& frame);
[[nodiscard]] ui::Build keys_view(Frame& frame);
[[nodiscard]] ui::Build drill_view(Frame& frame, const DrillPage& page);
[[nodiscard]] ui::Build reading_view(Frame& frame, const ReadingPage& page);
[[nodiscard]] ui::Build results_view(Frame& frame, const ResultsPage& page);
// The days until the deck's seminar; nothing without one, or before its plan is made.
[[nodiscard]] std::optional<ui::Build> seminar_days(Frame& frame, const std::string& deck);
[[nodiscard]] ui::Build exams_view(Frame& frame, const ExamsPage& page);
[[nodiscard]] ui::Build exam_view(Frame& frame, const ExamPage& page);
[[nodiscard]] ui::Build exam_report_view(Frame& frame, const ExamReportPage& page);
[[nodiscard]] ui::Build workshop_start_view(Frame& frame, const WorkshopStart& page);
[[nodiscard]] ui::Build workshop_view(Frame& frame, const WorkshopPage& page);
[[nodiscard]] ui::Build draft_view(Frame& frame, const DraftPage& page);
[[nodiscard]] ui::Build paste_view(Frame& frame, const PasteDialog& dialog);
[[nodiscard]] ui::Build paste_cards_view(Frame& frame, const PasteCardsDialog& dialog);
[[nodiscard]] ui::Build merge_view(Frame& frame, const MergeDialog& dialog);
[[nodiscard]] ui::Build unfinished_view(Frame& frame);
[[nodiscard]] ui::Build progress_view(Frame& frame, const ProgressPage& page);
[[nodiscard]] ui::Build story_view(Frame& frame, const StoryPage& page);
[[nodiscard]] ui::Build game_view(Frame& frame, const GamePage& page);
[[nodiscard]] ui::Build games_view(Frame& frame, const GamesDialog& dialog);
[[nodiscard]] ui::Build dialog_view(Frame& frame, const Dialog& dialog);
[[nodiscard]] ui::Build chooser_view(Frame& frame, const ChooserDialog& dialog);
// What one answer's points are made of, one step a line.
[[nodiscard]] std::vector<std::string> points_lines(const quiz::Points& points);
[[nodiscard]] ui::Build points_view(Frame& frame);
[[nodiscard]] ui::Build suspended_view(Frame& frame, const SuspendedDialog& dialog);
// The keys of the page below, over it.
[[nodiscard]] ui::Build keys_sheet(Frame& frame);
[[nodiscard]] ui::Build hand_out_view(Frame& frame, const HandOutDialog& dialog);
[[nodiscard]] ui::Build narrow_view(Frame& frame, const NarrowDialog& dialog);

} // namespace entente::screens
