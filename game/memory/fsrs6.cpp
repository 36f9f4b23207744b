#include "memory/fsrs6.h"

#include <algorithm>
#include <cmath>

namespace entente::memory::fsrs6 {

namespace {

double bounded_stability(double days) { return std::clamp(days, 0.001, 36500.0); }
double bounded_difficulty(double difficulty) { return std::clamp(difficulty, 1.0, 10.0); }
double from_good(Grade grade) { return static_cast<double>(grade) - 3; }

} // namespace

Curve curve(double w20) { return {-w20, std::exp(std::log(0.9) / -w20) - 1}; }

double retrievability(Curve curve, double elapsed, double stability) {
  return std::pow(1 + curve.factor * elapsed / stability, curve.decay);
}

double interval(Curve curve, double stability, double wanted) {
  return stability / curve.factor * (std::pow(wanted, 1 / curve.decay) - 1);
}

double first_difficulty(Weights w, Grade grade) {
  return w[4] - std::exp(w[5] * (static_cast<double>(grade) - 1)) + 1;
}

double damped_difficulty(Weights w, double difficulty, Grade grade) {
  return difficulty - w[6] * from_good(grade) * (10 - difficulty) / 9;
}

double next_difficulty(Weights w, double difficulty, Grade grade) {
  const double damped = damped_difficulty(w, difficulty, grade);
  return bounded_difficulty(w[7] * first_difficulty(w, Grade::easy) + (1 - w[7]) * damped);
}

double recalled(Weights w, const State& state, double r, Grade grade) {
  const double factor = grade == Grade::hard ? w[15] : grade == Grade::easy ? w[16] : 1;
  const double gain = std::exp(w[8]) * (11 - state.difficulty) * std::pow(state.stability, -w[9]) *
                      std::expm1(w[10] * (1 - r)) * factor;
  return state.stability * (1 + gain);
}

double forgotten(Weights w, const State& state, double r) {
  const double raw = w[11] * std::pow(state.difficulty, -w[12]) *
                     (std::pow(state.stability + 1, w[13]) - 1) * std::exp(w[14] * (1 - r));
  return std::min(raw, state.stability / std::exp(w[17] * w[18]));
}

double same_day(Weights w, double stability, Grade grade) {
  const double factor = std::exp(w[17] * (from_good(grade) + w[18])) * std::pow(stability, -w[19]);
  return stability * (grade == Grade::again ? factor : std::max(factor, 1.0));
}

State first(Weights w, Grade grade) {
  const double stability = w[static_cast<std::size_t>(grade) - 1];
  return {bounded_stability(stability), 0, bounded_difficulty(first_difficulty(w, grade))};
}

State next(Weights w, const State& before, double elapsed, Grade grade) {
  State after = before;
  after.difficulty = next_difficulty(w, before.difficulty, grade);
  if (elapsed <= 0) {
    after.stability = same_day(w, before.stability, grade);
  } else {
    const double r = retrievability(curve(w[20]), elapsed, before.stability);
    after.stability =
        grade == Grade::again ? forgotten(w, before, r) : recalled(w, before, r, grade);
  }
  after.stability = bounded_stability(after.stability);
  return after;
}

} // namespace entente::memory::fsrs6
