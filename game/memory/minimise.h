#pragma once

// The least value of a smooth function within bounds: projected BFGS with a dense curvature matrix
// (the problems here have some thirty variables). Deterministic.

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace entente::memory {

// Value at a point; writes the gradient.
using Objective = std::function<double(std::span<const double> at, std::span<double> gradient)>;

struct Bounds {
  std::vector<double> low, high;
};

struct MinimiseOptions {
  int evaluations = 200;
  double tolerance = 1e-7; // stops when two steps in a row gain less than this share of the value
  std::stop_token stop;
  std::function<void(int evaluations)> progress;
};

// Symmetric, row by row: an estimate of the second derivatives.
using Curvature = std::vector<double>;

struct Minimum {
  std::vector<double> at;
  double value = 0;
  Curvature curvature;
  int evaluations = 0;
};

// By forward differences of the gradient; as many evaluations as variables, and one.
[[nodiscard]] Curvature measured_curvature(const Objective& objective, std::vector<double> at,
                                           const Bounds& bounds, std::span<const double> steps);

// Starts from `at` with `curvature` (made positive definite where it is not).
[[nodiscard]] Minimum minimise(const Objective& objective, std::vector<double> at,
                               const Bounds& bounds, Curvature curvature,
                               const MinimiseOptions& options);

} // namespace entente::memory
