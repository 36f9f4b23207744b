#include "memory/folds.h"

#include <algorithm>

namespace entente::memory {

namespace {

constexpr std::size_t segments = 6;

// Predictions of some reviews from one set of weights, put among those of others.
void fill(std::vector<double>& recall, const Dataset& data, std::span<const Target> targets,
          const Parameters& parameters) {
  const auto predicted = predict(data, Model{parameters});
  for (const Target& target : targets) recall[target.review] = predicted[target.review];
}

} // namespace

core::Result<TimeOrdered> time_ordered(const Dataset& data, const FitOptions& options) {
  const std::size_t segment = data.targets.size() / segments;
  if (segment == 0)
    return core::Error{core::ErrorCode::usage, "There are too few reviews to split by time.", "",
                       ""};
  std::vector<Target> targets = data.targets;
  weigh(targets, Recency::none);
  std::vector<double> current(data.reviews(), 0);
  std::vector<double> fitted = current;
  std::vector<double> used = current;
  for (std::size_t fold = 1; fold < segments; ++fold) {
    const bool last = fold + 1 == segments;
    const auto tested = std::span(targets).subspan(
        fold * segment, last ? targets.size() - fold * segment : segment);
    Dataset before = data;
    before.targets.resize(fold * segment);
    FitOptions inner = options;
    if (options.progress)
      inner.progress = [&](double part) {
        options.progress((static_cast<double>(fold - 1) + part) / (segments - 1));
      };
    const auto one = fit(before, inner);
    if (!one) return one.error();
    fill(current, data, tested, options.current.value_or(defaults(options.algorithm)));
    fill(fitted, data, tested, one->fitted);
    fill(used, data, tested, one->parameters);
  }
  const auto later = std::span(targets).subspan(segment);
  return TimeOrdered{evaluate(data, current, later), evaluate(data, fitted, later),
                     evaluate(data, used, later)};
}

} // namespace entente::memory
