#include "memory/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::memory {

namespace {

double logit(double p) {
  const double inside = std::clamp(p, 1e-6, 1 - 1e-6);
  return std::log(inside / (1 - inside));
}
double logistic(double x) { return 1 / (1 + std::exp(-x)); }

struct Moments {
  double mean = 0;
  double variance = 0; // of the share, cards being known or not
};

Moments moments(std::span<const double> recall, std::span<const double> weights, double shift) {
  double total = 0;
  Moments sum;
  for (std::size_t i = 0; i < recall.size(); ++i) {
    const double p = shifted(recall[i], shift);
    total += weights[i];
    sum.mean += weights[i] * p;
    sum.variance += weights[i] * weights[i] * p * (1 - p);
  }
  if (total <= 0) return {};
  return {sum.mean / total, sum.variance / (total * total)};
}

// Five points and weights of a standard normal (Gauss-Hermite).
constexpr std::array<double, 5> normal_points{-2.856970013872806, -1.355626179974266, 0,
                                              1.355626179974266, 2.856970013872806};
constexpr std::array<double, 5> normal_weights{0.011257411327720688, 0.2220759220056126,
                                               0.5333333333333333, 0.2220759220056126,
                                               0.011257411327720688};

// What a block of predictions says of a common shift: its estimate is error / information.
struct Block {
  double error = 0;
  double information = 0; // inverse variance of that estimate
};

std::vector<Block> weekly(std::span<const Prediction> predictions) {
  std::vector<Block> blocks;
  double week = -1e300;
  for (const Prediction& one : predictions) {
    if (std::floor(one.day / 7) != week) blocks.emplace_back();
    week = std::floor(one.day / 7);
    blocks.back().error += (one.recalled ? 1 : 0) - one.recall;
    blocks.back().information += one.recall * (1 - one.recall);
  }
  return blocks;
}

CalibrationPoint point(std::span<const Prediction> predictions) {
  CalibrationPoint found;
  std::size_t hits = 0;
  for (const Prediction& one : predictions) {
    found.predicted += one.recall / static_cast<double>(predictions.size());
    hits += one.recalled ? 1 : 0;
  }
  const ShareRange range = share_range(hits, predictions.size());
  found.actual = range.share;
  found.low = range.low;
  found.high = range.high;
  found.count = predictions.size();
  return found;
}

} // namespace

double shifted(double recall, double shift) {
  return shift == 0 || recall <= 0 ? recall : logistic(logit(recall) + shift);
}

Forecast forecast(std::span<const ForecastCard> cards, const Model& model, double deviation,
                  double guess) {
  std::vector<double> recall;
  std::vector<double> weights;
  for (const ForecastCard& card : cards) {
    recall.push_back(card.state ? model.retrievability(*card.state, card.elapsed) : guess);
    weights.push_back(card.weight);
  }
  return forecast(recall, weights, {0, deviation});
}

Forecast forecast(std::span<const double> recall, std::span<const double> weights,
                  const Departure& departure) {
  constexpr double nine_in_ten = 1.645;
  double mean = 0;
  double square = 0;
  double chance = 0;
  for (std::size_t i = 0; i < normal_points.size(); ++i) {
    const Moments at =
        moments(recall, weights, departure.shift + departure.deviation * normal_points[i]);
    mean += normal_weights[i] * at.mean;
    square += normal_weights[i] * at.mean * at.mean;
    chance += normal_weights[i] * at.variance;
  }
  const double spread = std::sqrt(std::max(0.0, square - mean * mean) + chance);
  const double expected = moments(recall, weights, departure.shift).mean;
  return {expected, std::max(0.0, expected - nine_in_ten * spread),
          std::min(1.0, expected + nine_in_ten * spread)};
}

double shift_deviation(std::span<const Prediction> predictions) {
  constexpr double trust = 50; // information at which the learner's own figure weighs half
  double excess = trust * usual_deviation * usual_deviation;
  double information = trust;
  for (const Block& block : weekly(predictions)) {
    if (block.information <= 0) continue;
    excess += block.error * block.error / block.information - 1; // 1 is what chance explains
    information += block.information;
  }
  return std::sqrt(std::max(0.0, excess / information));
}

double Calibration::shown(double recall) const { return shifted(recall, shift_); }

void Calibration::observe(double recall, bool recalled) {
  shift_ += rate_ * ((recalled ? 1 : 0) - shown(recall));
}

ShareRange share_range(std::size_t hits, std::size_t of) {
  if (of == 0) return {};
  constexpr double z = 1.96;
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(hits) / n;
  const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double reach =
      z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {share, std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

std::vector<CalibrationPoint> calibration_curve(std::vector<Prediction> predictions,
                                                std::size_t points) {
  std::stable_sort(predictions.begin(), predictions.end(),
                   [](const auto& a, const auto& b) { return a.recall < b.recall; });
  points = std::min(points, predictions.size());
  std::vector<CalibrationPoint> curve;
  for (std::size_t i = 0; i < points; ++i) {
    const std::size_t from = i * predictions.size() / points;
    const std::size_t to = (i + 1) * predictions.size() / points;
    curve.push_back(point(std::span(predictions).subspan(from, to - from)));
  }
  return curve;
}

} // namespace entente::memory
