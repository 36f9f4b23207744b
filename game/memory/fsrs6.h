#pragma once

// FSRS-6, formulas as published by open-spaced-repetition (fsrs-rs 6.6): one stability, whole days.
// Free functions over a weight array, for Model and for tests; times in days.

#include "memory/model.h"

#include <span>

namespace entente::memory::fsrs6 {

inline constexpr std::size_t weight_count = 21;
using Weights = std::span<const double>; // weight_count of them

// The curve's two constants: R(t) = (1 + factor * t / S) ^ decay, with R(S) = 0.9.
struct Curve {
  double decay = 0;
  double factor = 0;
};
[[nodiscard]] Curve curve(double w20);
[[nodiscard]] double retrievability(Curve curve, double elapsed, double stability);
// Unbounded and unrounded.
[[nodiscard]] double interval(Curve curve, double stability, double wanted);

[[nodiscard]] double first_difficulty(Weights w, Grade grade); // not clamped
[[nodiscard]] double damped_difficulty(Weights w, double difficulty,
                                       Grade grade); // before reversion
[[nodiscard]] double next_difficulty(Weights w, double difficulty, Grade grade);
[[nodiscard]] double recalled(Weights w, const State& state, double r,
                              Grade grade);                              // new stability
[[nodiscard]] double forgotten(Weights w, const State& state, double r); // new stability
[[nodiscard]] double same_day(Weights w, double stability, Grade grade); // new stability

[[nodiscard]] State first(Weights w, Grade grade);
[[nodiscard]] State next(Weights w, const State& before, double elapsed, Grade grade);

} // namespace entente::memory::fsrs6
