#pragma once

// The seminar plan: what to study today so that most is known on a date, within so many seconds a
// day. Two families of strategies, and mixtures of them in time, are tried on a simulated learner;
// the best is kept (docs/decisions/0031-seminar-plan.md).

#include "core/result.h"
#include "memory/forecast.h"
#include "memory/strategy.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace entente::memory {

struct PlanOptions {
  std::uint64_t seed = 1;
  Departure departure;              // of what is shown, never of what is chosen
  std::optional<Strategy> strategy; // chosen before, not to be chosen again
  int threads = 2;                  // changes the time taken, never the result
  std::stop_token stop;
  std::function<void(double fraction)> progress; // called from the calling thread
};

// The strategy that does best on the simulated learner. Errors: cancelled.
[[nodiscard]] core::Result<Strategy> choose_strategy(const Study& study, const Model& model,
                                                     const PlanOptions& options = {});

// A day as the plan expects it.
struct PlanDay {
  double cards = 0, fresh = 0; // answered; of these, seen for the first time
  double seconds = 0;
  double without = 0;           // recall of all cards if nothing were studied from today on
  double before = 0, after = 0; // with the plan, as the day's study begins and ends
};

struct Plan {
  Strategy strategy;
  std::vector<std::uint32_t> today; // cards in order
  Forecast without;                 // on the date, with no more study
  Forecast with_plan;
  Forecast with_more;              // with five more minutes on every day that has any
  std::vector<PlanDay> days;       // today to the day before the date
  std::vector<std::uint32_t> left; // cards most runs never come to
};

// Errors: cancelled.
[[nodiscard]] core::Result<Plan> make_plan(const Study& study, const Model& model,
                                           const PlanOptions& options = {});

} // namespace entente::memory
