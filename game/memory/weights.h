#pragma once

// The published weights of both algorithms: where fitting starts, how far it may go.

#include "memory/model.h"

#include <span>

namespace entente::memory {

struct Weight {
  double initial = 0;
  double deviation = 1; // standard deviation over learners, for the prior of a fit
  double low = 0;
  double high = 0;
};

[[nodiscard]] std::span<const Weight> weights(Algorithm algorithm);

// The published prior: sum over weights of ((w - initial) / deviation)^2, times `scale`. Adds its
// derivatives to the gradient.
double prior(Algorithm algorithm, double scale, std::span<const double> at,
             std::span<double> gradient);

} // namespace entente::memory
