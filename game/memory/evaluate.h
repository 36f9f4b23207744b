#pragma once

// How well predictions of recall did against what happened.

#include "memory/dataset.h"

#include <span>
#include <vector>

namespace entente::memory {

struct Metrics {
  std::size_t targets = 0;
  double log_loss = 0;  // weighted mean, natural logarithm
  double rmse_bins = 0; // weighted, over bins of days, reviews and lapses (srs-benchmark)
  double auc = 0;       // area under the ROC curve; 0.5 when all outcomes are alike
};

// Recall predicted before each review of the data set; 1 at each card's first.
[[nodiscard]] std::vector<double> predict(const Dataset& data, const Model& model);

// recall: one prediction a review. REQUIRES: at least one target.
[[nodiscard]] Metrics evaluate(const Dataset& data, std::span<const double> recall,
                               std::span<const Target> targets);
[[nodiscard]] inline Metrics evaluate(const Dataset& data, const Model& model) {
  return evaluate(data, predict(data, model), data.targets);
}

} // namespace entente::memory
