#pragma once

// How a fit does on what comes after it: five times, weights are fitted to the first sixths of a
// log and tried on the next sixth.

#include "memory/evaluate.h"
#include "memory/fit.h"

namespace entente::memory {

// Over the last five sixths of the targets, all folds together, unweighted.
struct TimeOrdered {
  Metrics current; // the weights in use before
  Metrics fitted;  // the fold's fit, kept or not
  Metrics used;    // what would have been used: the fit where it was kept
};

// data: targets in time order. Errors: cancelled; usage (fewer than six targets).
[[nodiscard]] core::Result<TimeOrdered> time_ordered(const Dataset& data,
                                                     const FitOptions& options = {});

} // namespace entente::memory
