#pragma once

// A set of cards, days to study them in, and a simulated learner who does: what plans are compared
// by. Days are numbered from 0, today; the date is day `budget.size()`, on which nothing is
// studied.

#include "memory/model.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace entente::memory {

// How a learner answers; fsrs-rs's means over many learners.
struct Habits {
  std::array<double, 4> first{0.24, 0.094, 0.495, 0.171}; // grades of a first answer
  std::array<double, 3> recalled{0.224, 0.631, 0.145};    // Hard, Good, Easy of a right one

  bool operator==(const Habits&) const = default;
};

// Seconds, all answers of the day with it until it is right.
struct Costs {
  double first = 24;
  double recalled = 12;
  double missed = 24;

  bool operator==(const Costs&) const = default;
};

struct StudyCard {
  std::optional<State> state; // none: never seen
  double elapsed = 0;         // days from the last answer to today's study
  double weight = 1;          // what knowing it is worth; >= 0
};

struct Study {
  std::vector<StudyCard> cards;
  std::vector<double> budget; // seconds on each day; 0 on a day off
  Costs costs;
  Habits habits;
  double guess = 0; // recall of a card never seen

  [[nodiscard]] int days() const { return static_cast<int>(budget.size()); }
};

// Cards as a simulation moves them: one array a figure, padded for the kernel.
struct Room {
  std::vector<float> stability, fast, difficulty;
  std::vector<float> last; // day of the last answer, fractional and below 0 at the start
  std::vector<bool> seen;
  std::vector<int> answers; // since the start
  std::size_t count = 0;    // without padding

  [[nodiscard]] State state(std::size_t card) const;
  void set(std::size_t card, const State& state);
};
[[nodiscard]] Room room(const Study& study);

// What to study on a day, in order; what does not fit into the day is passed over.
using Policy = std::function<std::vector<std::uint32_t>(const Room&, int day)>;

struct Studied {
  double recall = 0;           // weighted mean on the date
  double seconds = 0;          // studied in all
  std::vector<double> recalls; // of each card on the date
  std::vector<bool> left;      // cards never seen by the date
};

// One day of a simulation, as it is shown.
struct StudiedDay {
  int cards = 0; // answered
  int fresh = 0; // of these, seen for the first time
  double seconds = 0;
  double before = 0; // weighted mean recall of all cards when the day's study begins
  double after = 0;  // and when it ends
};

// What a simulation is asked to write down besides its outcome.
struct Diary {
  double shift = 0; // of shown recall, see forecast.h
  std::vector<StudiedDay> days;
};

// Whose memory is studied, and by which model it is followed: the policy sees the planner's states,
// the learner answers and is measured by their own. The cards' states at the start are taken for
// both.
struct Pair {
  const Model& learner;
  const Model& planner;
};

// The same seed gives each card the same luck under every policy. diary: null where none is kept.
[[nodiscard]] Studied simulate(const Study& study, const Pair& models, const Policy& policy,
                               std::uint64_t seed, Diary* diary = nullptr);

// Recall of each card on a day with no study until then.
[[nodiscard]] std::vector<double> unstudied(const Study& study, const Model& model, int day);
// Mean by the cards' weights; 0 where there are none.
[[nodiscard]] double weighted_mean(const Study& study, std::span<const double> recalls);

// The state after a first answer, or a later one; a miss is asked again the same day until Good.
[[nodiscard]] State first_day(const Model& model, Grade grade);
[[nodiscard]] State later_day(const Model& model, const State& before, double elapsed, Grade grade);
// Days from a miss to that Good, as the algorithm counts them.
[[nodiscard]] double relearn_days(const Model& model);

} // namespace entente::memory
