#include "memory/sm2.h"

#include "memory/fsrs6.h"

#include <algorithm>
#include <cmath>

namespace entente::memory {

namespace {

State to_fsrs6(fsrs6::Weights w, const Sm2& card) {
  const auto curve = fsrs6::curve(w[20]);
  const double stability =
      std::clamp(card.interval / fsrs6::interval(curve, 1, card.retention), 0.001, 36500.0);
  const double gain =
      std::exp(w[8]) * std::pow(stability, -w[9]) * std::expm1((1 - card.retention) * w[10]);
  return {stability, 0, std::clamp(11 - (card.ease - 1) / gain, 1.0, 10.0)};
}

State scaled(double slow) { return {slow, 0.8 * slow, 5}; }

// Interval grows with the traces, so the scale is found by halving in ln.
State to_fsrs7(const Model& model, const Sm2& card) {
  double low = std::log(1.25e-4);
  double high = std::log(36500.0);
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    const bool short_of = model.interval(scaled(std::exp(middle)), card.retention) < card.interval;
    (short_of ? low : high) = middle;
  }
  return scaled(std::exp((low + high) / 2));
}

} // namespace

State from_sm2(const Model& model, const Sm2& card) {
  const Sm2 bounded{card.ease, std::max(card.interval, 0.001), card.retention};
  if (model.parameters().algorithm == Algorithm::fsrs7) return to_fsrs7(model, bounded);
  return to_fsrs6(model.parameters().weights, bounded);
}

} // namespace entente::memory
