#pragma once

// Weights fitted to a learner's own answers: the whole log at once, bounds, priors over learners,
// kept only if they predict better on answers they were not fitted to.

#include "core/result.h"
#include "memory/dataset.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace entente::memory {

struct FitOptions {
  Algorithm algorithm = Algorithm::fsrs7;
  std::optional<Parameters> current; // what the fit must beat; the defaults when none
  double prior = 1;                  // weight of the prior, as a review's loss counts one
  Recency recency = Recency::none;
  bool hold_back = true; // judge on the newest fifth first
  int threads = 2;       // changes the time taken, never the result
  std::stop_token stop;
  std::function<void(double fraction)> progress; // called from the calling thread
};

// Mean log loss over some targets, with the weights in use and with the fitted ones.
struct Comparison {
  double current = 0;
  double fitted = 0;
};

struct Fit {
  Parameters parameters;               // to be used: the fitted ones when kept, else the current
  Parameters fitted;                   // whether kept or not; the current where nothing was learned
  bool kept = false;                   // false: too little to learn from, or no better
  std::size_t targets = 0;             // reviews learned from
  Comparison in_sample;                // over all targets
  std::optional<Comparison> held_back; // over the newest fifth, by weights fitted to the rest
  int evaluations = 0;                 // of the loss over all cards
};

// Fewer targets than this teach nothing that a prior does not know.
inline constexpr std::size_t least_targets = 64;

// data: targets in time order. Errors: cancelled.
[[nodiscard]] core::Result<Fit> fit(const Dataset& data, const FitOptions& options = {});

// Weights fitted to some targets, whatever they are worth.
struct Trained {
  Parameters parameters;
  int evaluations = 0;
};
[[nodiscard]] Trained train(const Dataset& data, std::span<const Target> targets,
                            const FitOptions& options);

} // namespace entente::memory
