#pragma once

// What a wanted recall costs and what it keeps, simulated: the curve behind the choice of it.

#include "memory/study.h"

#include <span>
#include <stop_token>

namespace entente::memory {

struct Workload {
  double wanted = 0;          // recall at which cards are due
  double minutes_per_day = 0; // mean over the days
  double known = 0;           // cards known at the end, expected
};

// One figure for each wanted recall: the study's cards are followed for as many days as its budget
// has, `new_per_day` new ones join each day, and what is due is done within the budget. Empty when
// stopped.
[[nodiscard]] std::vector<Workload> workloads(const Study& study, const Model& model,
                                              std::size_t new_per_day,
                                              std::span<const double> wanted,
                                              std::stop_token stop = {});

} // namespace entente::memory
