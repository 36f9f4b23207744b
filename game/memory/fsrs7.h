#pragma once

// FSRS-7 in its final, dual-trace form of 34 weights (ts-fsrs and fsrs-rs, September 2026): a slow
// and a fast trace and a difficulty; fractional days, no same-day rule of its own.

#include "memory/model.h"

#include <span>

namespace entente::memory::fsrs7 {

inline constexpr std::size_t weight_count = 34;
using Weights = std::span<const double>; // weight_count of them

[[nodiscard]] double retrievability(Weights w, const State& state, double elapsed);
// Days until retrievability is `wanted`, found to rounding: at most 36500, and 0 from 0.9999 on.
[[nodiscard]] double interval(Weights w, const State& state, double wanted);
[[nodiscard]] State first(Weights w, Grade grade);
[[nodiscard]] State next(Weights w, const State& before, double elapsed, Grade grade);

} // namespace entente::memory::fsrs7
