#include "memory/fit.h"

#include "memory/minimise.h"
#include "memory/packed.h"
#include "memory/weights.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::memory {

namespace {

// Cards enough to find the neighbourhood of the optimum before all are asked.
constexpr std::size_t sample_cards = 4096;

std::vector<float> review_weights(const Dataset& data, std::span<const Target> targets) {
  std::vector<float> weights(data.reviews(), 0);
  for (const Target& target : targets) weights[target.review] = target.weight;
  return weights;
}

Bounds bounds(Algorithm algorithm) {
  Bounds found;
  for (const Weight& weight : weights(algorithm)) {
    found.low.push_back(weight.low);
    found.high.push_back(weight.high);
  }
  // Only old weights, read from elsewhere, may lack FSRS-6's power of same-day stability.
  if (algorithm == Algorithm::fsrs6) found.low[19] = 0.01;
  return found;
}

// Mean loss and prior over a packed log.
Objective objective(const Packed& packed, const FitOptions& options) {
  return [&packed, &options](std::span<const double> at, std::span<double> gradient) {
    const double loss = packed.loss(at, gradient, options.threads);
    const double value = loss + prior(options.algorithm, options.prior, at, gradient);
    for (double& slope : gradient) slope /= packed.total_weight();
    return value / packed.total_weight();
  };
}

// Steps for differences of gradients: small beside the weight, large beside rounding in floats.
std::vector<double> difference_steps(std::span<const double> at) {
  std::vector<double> steps;
  for (const double weight : at) steps.push_back(0.01 * std::max(std::abs(weight), 0.1));
  return steps;
}

std::array<std::size_t, 4> first_grades(const Dataset& data) {
  std::array<std::size_t, 4> counts{};
  for (std::size_t card = 0; card < data.cards(); ++card)
    if (data.first[card] < data.first[card + 1]) ++counts[data.grade[data.first[card]] - 1U];
  return counts;
}

// A better first grade never means less stability: of two in the wrong order, the one with fewer
// cards takes the other's value.
void order_first_stabilities(std::vector<double>& w, const std::array<std::size_t, 4>& counts) {
  constexpr std::array<std::pair<std::size_t, std::size_t>, 6> pairs{
      {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
  for (const auto& [low, high] : pairs) {
    if (w[low] <= w[high]) continue;
    if (counts[low] > counts[high])
      w[high] = w[low];
    else
      w[low] = w[high];
  }
}

Comparison compare(const Dataset& data, std::span<const Target> targets, const Parameters& current,
                   const Parameters& fitted, int threads) {
  const Packed packed(data, review_weights(data, targets), {current.algorithm});
  return {packed.loss(current.weights, {}, threads) / packed.total_weight(),
          packed.loss(fitted.weights, {}, threads) / packed.total_weight()};
}

MinimiseOptions search(const FitOptions& options, double tolerance) {
  MinimiseOptions search;
  search.stop = options.stop;
  search.tolerance = tolerance;
  if (options.progress)
    search.progress = [report = options.progress](int done) { report(done / (done + 12.0)); };
  return search;
}

} // namespace

Trained train(const Dataset& data, std::span<const Target> targets, const FitOptions& options) {
  const auto per_review = review_weights(data, targets);
  const Bounds within = bounds(options.algorithm);
  const std::size_t every = std::max<std::size_t>(1, data.cards() / sample_cards);
  Minimum found{defaults(options.algorithm).weights, 0, {}, 0};
  {
    const Packed sample(data, per_review, {options.algorithm, every});
    const Objective loss = objective(sample, options);
    auto curvature = measured_curvature(loss, found.at, within, difference_steps(found.at));
    found = minimise(loss, found.at, within, std::move(curvature), search(options, 1e-6));
  }
  const Packed all(data, per_review, {options.algorithm});
  found =
      minimise(objective(all, options), found.at, within, found.curvature, search(options, 1e-7));
  Trained trained{{options.algorithm, std::move(found.at)}, found.evaluations};
  if (options.algorithm == Algorithm::fsrs6)
    order_first_stabilities(trained.parameters.weights, first_grades(data));
  trained.parameters = clipped(std::move(trained.parameters));
  return trained;
}

core::Result<Fit> fit(const Dataset& data, const FitOptions& options) {
  std::vector<Target> targets = data.targets;
  weigh(targets, options.recency);
  const Parameters current = clipped(options.current.value_or(defaults(options.algorithm)));
  Fit result{current, current, false, targets.size(), {}, std::nullopt, 0};
  if (targets.size() < least_targets) return result;
  const core::Error cancelled{core::ErrorCode::cancelled, "Fitting was stopped.", "", ""};
  if (options.hold_back) {
    const std::size_t kept = targets.size() - targets.size() / 5;
    std::vector<Target> early(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(kept));
    weigh(early, options.recency);
    const Trained trained = train(data, early, options);
    if (options.stop.stop_requested()) return cancelled;
    result.held_back = compare(data, std::span(targets).subspan(kept), current, trained.parameters,
                               options.threads);
    result.evaluations += trained.evaluations;
  }
  const Trained trained = train(data, targets, options);
  if (options.stop.stop_requested()) return cancelled;
  result.evaluations += trained.evaluations;
  result.fitted = trained.parameters;
  result.in_sample = compare(data, targets, current, trained.parameters, options.threads);
  const Comparison& judged = result.held_back ? *result.held_back : result.in_sample;
  result.kept = judged.fitted < judged.current;
  if (result.kept) result.parameters = trained.parameters;
  return result;
}

} // namespace entente::memory
