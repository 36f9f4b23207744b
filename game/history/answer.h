#pragma once

// The rows of the history, as values. Rows are only ever appended: taking one back is a row too.
// The format on disk is docs/formats/history.md.

#include "core/time.h"
#include "deck/deck.h"
#include "judge/judge.h"
#include "memory/model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::history {

// Names a row on every computer. `stamp` is the row's UTC in milliseconds, pushed forward so that
// it is later than every row already there, whatever the clock says: (stamp, writer) is the order
// in which rows count. `writer` is drawn at random by each opening for writing.
struct RowId {
  std::int64_t stamp = 0;
  std::uint64_t writer = 0;

  auto operator<=>(const RowId&) const = default;
  explicit operator bool() const { return stamp != 0; } // {} names no row
};

enum class Mode { drill, quick, cram, exam, game };
[[nodiscard]] std::string_view name(Mode mode); // "drill", "quick", "cram", "exam", "game"

// One question answered.
struct Answer {
  std::string deck, card, session; // ids
  Mode mode = Mode::drill;
  deck::Form form = deck::Form::choice;
  std::vector<std::string> options; // in the order shown; empty where the form has none
  std::string answered;             // option chosen, text typed; lines for order and match
  judge::Verdict verdict = judge::Verdict::wrong;
  std::string reason; // of the verdict: judge::Judgement::reason
  memory::Grade proposed = memory::Grade::again;
  memory::Grade given = memory::Grade::again;
  int hints = 0;
  std::optional<int> certainty; // percent the learner gave before the verdict
  std::int64_t taken_ms = 0;    // from showing the question to the answer
  int points = 0;
  std::optional<double> predicted; // recall when asked, in (0, 1]; none on first sight
  memory::Algorithm algorithm = memory::Algorithm::fsrs7;
  RowId parameters; // the ParameterSet in use; {} = the algorithm's defaults
  // The study day chosen for the card to come again, within the range its interval may move in;
  // none where nothing was chosen.
  std::optional<core::Day> placed;
  bool counts = true; // false: practice (cram), the schedule stays as it was

  bool operator==(const Answer&) const = default;
};

// Takes back one row: an answer, a reset, ... or an undo, which brings back what that one took.
struct Undo {
  RowId target;
  bool operator==(const Undo&) const = default;
};

// Forgets the progress of a card, or of a whole deck when `card` is empty. Suspensions stay.
struct Reset {
  std::string deck, card;
  bool operator==(const Reset&) const = default;
};

// Not asked until the opposite is said.
struct Suspension {
  std::string deck, card;
  bool suspended = true;
  bool operator==(const Suspension&) const = default;
};

// Not asked on this study day.
struct Burial {
  std::string deck, card;
  core::Day day;
  bool operator==(const Burial&) const = default;
};

// The learner overrules the judge: this way to say it is right (or wrong) from now on. An answer
// already recorded is corrected by an Undo and a new Answer, appended together.
struct Ruling {
  std::string deck, card;
  std::string text;
  bool accepted = true;
  bool operator==(const Ruling&) const = default;
};

struct SessionStart {
  std::string session;
  std::string deck; // empty: several
  Mode mode = Mode::drill;
  bool operator==(const SessionStart&) const = default;
};

struct SessionEnd {
  std::string session;
  int bonus = 0; // points that belong to no single answer
  bool operator==(const SessionEnd&) const = default;
};

// Weights fitted to this learner's answers.
struct ParameterSet {
  memory::Parameters parameters;
  std::int64_t answers = 0;    // fitted on so many
  double log_loss_default = 0; // of the published defaults on the same answers
  double log_loss = 0;         // of these weights
  bool operator==(const ParameterSet&) const = default;
};

using Event = std::variant<Answer, Undo, Reset, Suspension, Burial, Ruling, SessionStart,
                           SessionEnd, ParameterSet>;

struct Row {
  RowId id;
  core::Moment at; // when it happened, as the clock said
  Event event;
  bool operator==(const Row&) const = default;
};

} // namespace entente::history
