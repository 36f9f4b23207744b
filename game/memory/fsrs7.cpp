#include "memory/fsrs7.h"

#include <algorithm>
#include <cmath>

namespace entente::memory::fsrs7 {

namespace {

constexpr double longest = 36500; // days; also the greatest trace
constexpr double shrink = 2e-5;   // keeps R inside (0, 1): R(0) = 0.99999

double bounded_trace(double days) { return std::clamp(days, 0.0001, longest); }
double bounded_difficulty(double difficulty) { return std::clamp(difficulty, 1.0, 10.0); }

// One trace's power curve: (1 + rate * t) ^ decay.
struct Curve {
  double decay = 0;
  double rate = 0; // per day

  [[nodiscard]] double recall(double t) const { return std::pow(1 + rate * t, decay); }
};

Curve fast_curve(Weights w, const State& state) {
  const double decay = -std::clamp(w[23] * std::pow(state.fast, w[33] - 0.3), 0.01, 0.95);
  return {decay, std::expm1(std::min(std::log(w[25]) / decay, 60.0)) / state.fast};
}

Curve slow_curve(Weights w, const State& state) {
  const double decay = -std::clamp(w[24], 0.01, 0.95);
  const double factor = std::pow(w[26], 1 / decay) - 1;
  return {decay, factor * std::exp((state.difficulty - 5) * (w[32] - 0.3)) / state.stability};
}

// What a state says of recall, with all that does not depend on time worked out.
struct Mixture {
  Curve fast;
  Curve slow;
  double fast_share = 0; // the two sum to 1

  [[nodiscard]] double recall(double t) const {
    const double mixed = fast_share * fast.recall(t) + (1 - fast_share) * slow.recall(t);
    return mixed * (1 - shrink) + shrink / 2;
  }

  // d recall / d ln t
  [[nodiscard]] double log_slope(double t) const {
    const auto one = [t](const Curve& c) {
      return c.recall(t) * c.decay * c.rate * t / (1 + c.rate * t);
    };
    return (fast_share * one(fast) + (1 - fast_share) * one(slow)) * (1 - shrink);
  }
};

Mixture mixture(Weights w, const State& state) {
  const double a = w[27] * std::pow(state.fast, -w[29]);
  const double b =
      w[28] * std::pow(state.stability, w[30]) * std::exp((state.difficulty - 5) * (w[31] - 0.5));
  return {fast_curve(w, state), slow_curve(w, state), a / (a + b)};
}

// w: the eight weights of one trace (w7.. slow, w15.. fast). q: recall of what the gain depends on.
double next_trace(Weights w, double x, double difficulty, double q, Grade grade) {
  const double lost = std::min(x, w[3] * (std::pow(x + 1, w[4]) - 1) * std::exp((1 - q) * w[5]));
  if (grade == Grade::again) return lost;
  const double factor = grade == Grade::hard ? w[6] : grade == Grade::easy ? w[7] : 1;
  const double gain = std::exp(w[0] - 1.5) * (11 - difficulty) * std::pow(x, -w[1]) *
                      std::expm1((1 - q) * w[2]) * factor;
  return std::max(lost, x * (1 + gain));
}

double first_difficulty(Weights w, Grade grade) {
  return w[4] - std::exp(w[5] * (static_cast<double>(grade) - 1)) + 1;
}

double next_difficulty(Weights w, double difficulty, double r, Grade grade) {
  double change = -w[6] * (static_cast<double>(grade) - 3);
  if (grade == Grade::again) change *= r + 0.1; // forgetting what was expected says little
  const double damped = difficulty + change * (10 - difficulty) / 9;
  return bounded_difficulty(0.01 * first_difficulty(w, Grade::easy) + 0.99 * damped);
}

} // namespace

double retrievability(Weights w, const State& state, double elapsed) {
  return mixture(w, state).recall(std::max(elapsed, 0.0));
}

// The published solver stops at |R - wanted| <= 1e-3; this one goes on to rounding, so that
// interval and retrievability are each other's inverse. Newton in ln t, kept inside a shrinking
// bracket.
double interval(Weights w, const State& state, double wanted) {
  const double target = std::clamp(wanted, 1e-4, 0.9999);
  if (target >= 0.9999) return 0;
  const Mixture recall = mixture(w, state);
  if (recall.recall(longest) >= target) return longest;
  double low = std::log(1e-12);
  double high = std::log(longest);
  double at = std::clamp(std::log(std::max(state.stability, state.fast)), low, high);
  for (int i = 0; i < 200 && high - low > 1e-13; ++i) {
    const double t = std::exp(at);
    const double over = recall.recall(t) - target;
    (over > 0 ? low : high) = at;
    if (std::abs(over) < 1e-15) break;
    const double newton = at - over / recall.log_slope(t);
    const double step = newton > low && newton < high ? newton : (low + high) / 2;
    if (std::abs(step - at) < 1e-14) break;
    at = step;
  }
  return std::exp(at);
}

State first(Weights w, Grade grade) {
  const double slow = w[static_cast<std::size_t>(grade) - 1];
  return {bounded_trace(slow), bounded_trace(0.8 * slow),
          bounded_difficulty(first_difficulty(w, grade))};
}

State next(Weights w, const State& before, double elapsed, Grade grade) {
  const double t = std::max(elapsed, 0.0);
  const Mixture recall = mixture(w, before);
  const double r = recall.recall(t);
  State after;
  after.stability =
      bounded_trace(next_trace(w.subspan(7, 8), before.stability, before.difficulty, r, grade));
  after.fast =
      next_trace(w.subspan(15, 8), before.fast, before.difficulty, recall.fast.recall(t), grade);
  if (grade == Grade::again) after.fast = std::min(after.fast, 0.8 * after.stability);
  after.fast = bounded_trace(after.fast);
  after.difficulty = next_difficulty(w, before.difficulty, r, grade);
  return after;
}

} // namespace entente::memory::fsrs7
