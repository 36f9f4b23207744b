#pragma once

// What is known of one card of one learner: derived by folding answers, never stored as truth.

#include "core/time.h"
#include "memory/model.h"

#include <optional>
#include <string>

namespace entente::memory {

struct CardProgress {
  std::string deck;           // deck id
  std::string card;           // card id
  std::optional<State> state; // none: never answered (or reset)
  core::Moment first_seen{};
  core::Moment last_answer{};
  core::Moment due{}; // meaningful when state is set
  // The study day chosen within the interval's fuzz range when the answer was given.
  std::optional<core::Day> placed;
  int answers = 0;      // that count for the schedule
  int lapses = 0;       // Again after having been known for a day or more
  int missed_forms = 0; // forms to step back by: 1 after a lapse, 0 after the next right answer
  bool owed = false;    // missed and not answered right since, today: returns in this session
  bool suspended = false;
  std::optional<core::Day> buried; // hidden on this study day
  bool operator==(const CardProgress&) const = default;
};

// One answer that counts for the schedule (practice does not).
struct Answer {
  core::Moment at;
  Grade grade = Grade::good;
  std::optional<core::Day> placed = {}; // the day it was given to come again
};

struct Schedule {
  double wanted = 0.9; // recall at which a card is due, 0 < wanted < 1
  int day_start_minutes = core::default_day_start_minutes;
};

// What is known after one more answer; history folds its rows with it and a drill asks it what an
// answer would do. Due is the last answer plus the exact interval; on which day near it the
// card comes is `placed`, which is taken as the answer has it. A miss is a lapse when the card's 90
// % interval had reached a day. An answer earlier than the last one counts as no time having
// passed.
[[nodiscard]] CardProgress apply(CardProgress progress, const Answer& answer, const Model& model,
                                 const Schedule& schedule = {});

} // namespace entente::memory
