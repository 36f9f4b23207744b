#include "memory/model.h"

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/weights.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::memory {

namespace {

constexpr double longest_interval = 36500; // days

// Versions 4 and 4.5 had no separate difficulty slope; the published conversion.
void migrate_17(std::vector<double>& w) {
  w[4] += 2 * w[5];
  w[5] = std::log(3 * w[5] + 1) / 3;
  w[6] += 0.5;
  w.insert(w.end(), {0, 0});
}

void migrate_to_21(std::vector<double>& w) {
  if (w.size() == 17) migrate_17(w);
  if (w.size() == 19) w.insert(w.end(), {0, 0.5});
}

void order_fsrs7(std::vector<double>& w) {
  for (const std::size_t i : {1U, 2U, 3U, 26U}) w[i] = std::max(w[i], w[i - 1]);
}

} // namespace

std::string_view name(Algorithm algorithm) {
  return algorithm == Algorithm::fsrs6 ? "fsrs6" : "fsrs7";
}

Parameters defaults(Algorithm algorithm) {
  Parameters parameters{algorithm, {}};
  for (const Weight& weight : weights(algorithm)) parameters.weights.push_back(weight.initial);
  return parameters;
}

Parameters clipped(Parameters parameters) {
  auto& w = parameters.weights;
  if (parameters.algorithm == Algorithm::fsrs6) migrate_to_21(w);
  const auto table = weights(parameters.algorithm);
  assert(w.size() == table.size());
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = std::clamp(w[i], table[i].low, table[i].high);
  if (parameters.algorithm == Algorithm::fsrs7) order_fsrs7(w);
  return parameters;
}

Model::Model(Parameters parameters) : parameters_(clipped(std::move(parameters))) {}

double Model::elapsed(core::Moment from, core::Moment to, int day_start_minutes) const {
  if (parameters_.algorithm == Algorithm::fsrs7) return std::max(0.0, core::days_between(from, to));
  const int days =
      core::study_day(to, day_start_minutes) - core::study_day(from, day_start_minutes);
  return std::max(0, days);
}

State Model::first(Grade grade) const {
  return parameters_.algorithm == Algorithm::fsrs6 ? fsrs6::first(parameters_.weights, grade)
                                                   : fsrs7::first(parameters_.weights, grade);
}

State Model::next(const State& before, double elapsed_days, Grade grade) const {
  return parameters_.algorithm == Algorithm::fsrs6
             ? fsrs6::next(parameters_.weights, before, elapsed_days, grade)
             : fsrs7::next(parameters_.weights, before, elapsed_days, grade);
}

double Model::retrievability(const State& state, double elapsed_days) const {
  if (parameters_.algorithm == Algorithm::fsrs7)
    return fsrs7::retrievability(parameters_.weights, state, elapsed_days);
  const auto curve = fsrs6::curve(parameters_.weights[20]);
  return fsrs6::retrievability(curve, std::max(elapsed_days, 0.0), state.stability);
}

double Model::interval(const State& state, double wanted) const {
  if (parameters_.algorithm == Algorithm::fsrs7)
    return fsrs7::interval(parameters_.weights, state, wanted);
  const double days =
      fsrs6::interval(fsrs6::curve(parameters_.weights[20]), state.stability, wanted);
  return std::min(days, longest_interval);
}

} // namespace entente::memory
