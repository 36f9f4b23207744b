#pragma once

// The seminar plan: what to study today so that most is known on a date, within so many seconds a
// day. Two families of strategies, and mixtures of them in time, are tried on a simulated learner;
// the best is kept (docs/decisions/0031-seminar-plan.md).

#include "core/result.h"
#include "memory/strategy.h"

#include <functional>
#include <stop_token>

namespace entente::memory {

struct PlanOptions {
  std::uint64_t seed = 1;
  int threads = 2; // changes the time taken, never the result
  std::stop_token stop;
  std::function<void(double fraction)> progress; // called from the calling thread
};

// The strategy that does best on the simulated learner. Errors: cancelled.
[[nodiscard]] core::Result<Strategy> choose_strategy(const Study& study, const Model& model,
                                                     const PlanOptions& options = {});

struct Plan {
  Strategy strategy;
  std::vector<std::uint32_t> today; // cards in order
  double without = 0;               // recall expected on the date with no more study
  double with_plan = 0;
  double with_more = 0;            // with five more minutes on every day that has any
  std::vector<std::uint32_t> left; // cards most runs never come to
};

// Errors: cancelled.
[[nodiscard]] core::Result<Plan> make_plan(const Study& study, const Model& model,
                                           const PlanOptions& options = {});

} // namespace entente::memory
