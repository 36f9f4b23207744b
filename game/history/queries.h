#pragma once

// What the screens ask of the history, as values. Rows taken back are never counted.

#include "history/answer.h"

#include <map>
#include <optional>
#include <vector>

namespace entente::history {

// One study day with at least one answer (practice included).
struct DayCount {
  core::Day day;
  int answers = 0;
  int right = 0;
  std::int64_t taken_ms = 0;
  int practice = 0; // answers without a say in the schedule
  bool operator==(const DayCount&) const = default;
};

// Study days in a row with an answer, up to today; today without one does not break it yet.
// REQUIRES: days ascending, as History::days gives them.
[[nodiscard]] int streak(const std::vector<DayCount>& days, core::Day today);

// Answers that count and had a prediction: what was promised and what came.
struct Recall {
  int asked = 0;
  int recalled = 0;     // graded better than Again
  double predicted = 0; // mean; 0 when none was asked
  bool operator==(const Recall&) const = default;
};

struct SessionSummary {
  std::string session;
  std::string deck; // empty: several
  Mode mode = Mode::drill;
  core::Moment begun, ended; // first and last row
  bool closed = false;       // has its SessionEnd
  int answers = 0;
  int right = 0;
  int points = 0; // of the answers, plus the bonus
  std::int64_t taken_ms = 0;

  [[nodiscard]] double points_a_card() const;
  bool operator==(const SessionSummary&) const = default;
};

// A wrong option and how often this learner chose it.
struct Confusion {
  std::string card;
  std::string option;
  int times = 0;
  bool operator==(const Confusion&) const = default;
};

struct Counts {
  int answers = 0; // practice included
  int right = 0;
  int practice = 0;
  bool operator==(const Counts&) const = default;
};

// One answer as statistics want it: what was promised and what came, without a word of its text.
struct Trace {
  core::Moment at;
  std::uint32_t card = 0; // of Traces::cards
  bool right = false;     // by the verdict
  bool recalled = false;  // graded better than Again
  bool counts = true;     // for the schedule
  std::int64_t taken_ms = 0;
  std::optional<double> predicted; // recall when asked
  bool operator==(const Trace&) const = default;
};
struct Traces {
  struct Card {
    std::string deck, card; // ids
    auto operator<=>(const Card&) const = default;
  };
  std::vector<Card> cards; // each once
  std::vector<Trace> rows; // in the order in which they count
  bool operator==(const Traces&) const = default;
};

// Best points a card of a deck in a mode, and the session that made them.
struct Best {
  std::string deck;
  Mode mode = Mode::drill;
  std::string session;
  double points_a_card = 0;
  bool operator==(const Best&) const = default;
};

// Which rows: every part that is set must hold.
struct Filter {
  std::optional<std::string> deck, card, session;
  std::optional<Mode> mode;
  std::optional<std::int64_t> from_ms, to_ms; // UTC, from <= at < to
  bool answers_only = false;
  bool with_undone = false; // rows taken back too
  int latest = 0;           // only the last so many; 0 = all
  bool operator==(const Filter&) const = default;
};

} // namespace entente::history
