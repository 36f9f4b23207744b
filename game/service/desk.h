#pragma once

// A learner's desk: decks, history and settings together. Window, text-mode drill and verbs all
// work at it; it turns what a session puts out into rows, and rows into what a session starts from.

#include "history/history.h"
#include "quiz/session.h"
#include "service/daily_backup.h"
#include "service/deck_choices.h"
#include "service/learning.h"
#include "service/library.h"
#include "service/settings.h"
#include "service/standing.h"
#include "service/statistics.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente::service {

struct DeskOptions {
  std::filesystem::path data;          // the user's folder
  std::filesystem::path shipped_decks; // read-only
  core::Clock clock;
};

// The rows one session has written, so that an undo can name them.
struct Ledger {
  std::string session; // id; empty: nothing to write to
  std::string deck;
  history::Mode mode = history::Mode::drill;
  bool opened = false;                              // its SessionStart is written
  std::vector<std::vector<history::RowId>> written; // one entry a record that stands
};

struct Begun {
  Ledger ledger;
  quiz::Session session;
};

// A session as it compares with earlier ones of the same deck and mode.
struct Comparison {
  bool best = false;            // most points a card, of sessions with ten answers or more
  std::vector<int> last_points; // of the last ten sessions, oldest first, this one last
  std::optional<std::int64_t> median_ms_before; // of the session before
};

class Desk {
public:
  // Errors: those of History::open.
  [[nodiscard]] static core::Result<Desk> open(DeskOptions options);

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] core::Status change_settings(const Settings& settings);
  [[nodiscard]] Library& library() { return library_; }
  [[nodiscard]] const Library& library() const { return library_; }
  [[nodiscard]] history::History& history() { return history_; }
  [[nodiscard]] const history::History& history() const { return history_; }
  // What a person should know about this opening: settings lines, a history set aside, read-only.
  [[nodiscard]] const std::vector<core::Error>& notices() const { return notices_; }
  [[nodiscard]] core::Moment now() const { return clock_(); }
  [[nodiscard]] core::Day today() const; // the study day
  // Begins the day's copy of the history unless nothing is recorded yet; opening has done so.
  void back_up();
  [[nodiscard]] DailyBackup& backup() { return backup_; }

  // Errors: not_found (no such deck), not_readable (history).
  [[nodiscard]] core::Result<std::shared_ptr<const quiz::Material>>
  material(const std::string& deck_id) const;
  // Of any deck, on the list or not.
  [[nodiscard]] core::Result<quiz::Material> material_of(const deck::Deck& deck) const;
  [[nodiscard]] core::Result<Standing> standing() const;
  // Errors: not_found (a deck that is not there), not_readable (history).
  [[nodiscard]] core::Result<Statistics> statistics(const StatisticsRange& range) const;
  [[nodiscard]] core::Result<CardStory> story(const std::string& deck,
                                              const std::string& card) const;

  [[nodiscard]] const DeckChoices& choices(const std::string& deck) const;
  [[nodiscard]] core::Status choose(const std::string& deck, const DeckChoices& choices);

  // What the worker plans a seminar from; none where the deck has none to come, or cannot be read.
  [[nodiscard]] std::optional<PlanRequest> plan_request(const std::string& deck) const;
  // The same for any deck and any seminar. Errors: not_readable (history).
  [[nodiscard]] core::Result<PlanRequest> plan_request(const deck::Deck& deck,
                                                       const Seminar& seminar) const;
  // Takes in a plan: today's cards follow its strategy from now on, and its forecast is kept.
  [[nodiscard]] core::Status keep_plan(const SeminarPlan& plan);

  // What the worker measures a deck's workload from; none where the deck cannot be read.
  [[nodiscard]] std::optional<WorkloadRequest> workload_request(const std::string& deck) const;

  // Raised whenever what is known of this learner changes.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }
  // Weights fitted to all answers are used from here on; to be called between sessions.
  [[nodiscard]] core::Status adopt(const history::ParameterSet& fitted);
  // Of this learner's answers; read anew after each session.
  [[nodiscard]] const Pace& pace() const;

  // How many cards of all decks come on each study day.
  [[nodiscard]] const std::map<core::Day, int>& load() const;

  // A session over what the plan selects; it may be Finished at once when there is nothing to ask.
  [[nodiscard]] core::Result<Begun> begin(const std::string& deck_id, quiz::Plan plan);
  // Writes what a session put out, on disk when this returns.
  // Errors: not_writable, busy: nothing of `outputs` is then kept.
  [[nodiscard]] core::Status keep(Ledger& ledger, std::span<const quiz::Output> outputs);
  // Writes an exam's answers as the session of this name, each once however often it is called.
  // Errors: as keep.
  [[nodiscard]] core::Status keep_exam(const std::string& session, const std::string& deck,
                                       std::span<const quiz::Answered> answers);
  // For answers that no quiz::Session puts out.
  [[nodiscard]] Ledger open_ledger(const std::string& deck, quiz::Mode mode) const;
  // Closes its record in the history, if anything was written.
  [[nodiscard]] core::Status close(const Ledger& ledger);
  // Closes the session's record. An empty session leaves none.
  [[nodiscard]] core::Result<Comparison> finish(const Ledger& ledger, const quiz::Session& session);

  // Forgets the progress of a card, or of a whole deck when `card` is empty; gives the row to undo.
  [[nodiscard]] core::Result<history::RowId> reset(const std::string& deck,
                                                   const std::string& card);
  [[nodiscard]] core::Status take_back(history::RowId row);
  [[nodiscard]] core::Status suspend(const std::string& deck, const std::string& card, bool on);

private:
  // A strategy holds for a day.
  struct ChosenStrategy {
    Seminar seminar;
    core::Day day;
    memory::Strategy strategy;
  };
  // Weights, and the row they come from ({}: the algorithm's defaults).
  struct Weights {
    history::RowId row;
    memory::Parameters parameters;
  };

  Desk(DeskOptions options, SettingsReading settings, history::History history);
  void read_weights();
  [[nodiscard]] history::Scheduling scheduling() const;
  [[nodiscard]] memory::Algorithm algorithm_of(const std::string& deck) const;
  [[nodiscard]] const Weights& weights_of(const std::string& deck) const;
  [[nodiscard]] core::Status follow(); // the history follows settings, choices and weights
  [[nodiscard]] DeckStudy study(const quiz::Material& material, const Seminar& seminar) const;
  [[nodiscard]] std::optional<std::vector<std::string>>
  planned(const quiz::Material& material) const;
  [[nodiscard]] std::optional<memory::Strategy> strategy_of(const std::string& deck,
                                                            const Seminar& seminar) const;
  [[nodiscard]] DeckStanding stand_of(const DeckFile& file, double seconds_a_card) const;
  [[nodiscard]] history::Event event_of(const Ledger& ledger, const quiz::Answered& answered) const;
  [[nodiscard]] std::vector<history::Event> events_of(const Ledger& ledger,
                                                      const quiz::Recorded& recorded) const;
  [[nodiscard]] core::Status keep_record(Ledger& ledger, const quiz::Recorded& recorded);
  [[nodiscard]] core::Status take_back_last(Ledger& ledger);

  core::Clock clock_;
  std::filesystem::path data_;
  Settings settings_;
  Library library_;
  history::History history_;
  std::map<memory::Algorithm, Weights> weights_; // of every algorithm
  std::map<memory::Algorithm, history::ParameterSet> fits_;
  ChoicesByDeck choices_;
  std::map<std::string, ChosenStrategy> strategies_;
  std::uint64_t revision_ = 0;
  mutable std::optional<std::pair<std::uint64_t, Pace>> pace_; // with its revision
  mutable std::optional<std::pair<std::uint64_t, std::map<core::Day, int>>> load_;
  std::vector<core::Error> notices_;
  DailyBackup backup_;
};

// What the history remembers of this learner and one deck.
[[nodiscard]] core::Result<quiz::Learner> learner_of(const history::History& history,
                                                     const std::string& deck_id);

} // namespace entente::service
