#include "memory/evaluate.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace entente::memory {

namespace {

bool recalled(const Dataset& data, const Target& target) { return data.grade[target.review] > 1; }

double log_loss(const Dataset& data, std::span<const double> recall,
                std::span<const Target> targets) {
  double loss = 0;
  double weight = 0;
  for (const Target& target : targets) {
    const double p = std::clamp(recall[target.review], 1e-7, 1 - 1e-7);
    loss -= static_cast<double>(target.weight) * std::log(recalled(data, target) ? p : 1 - p);
    weight += static_cast<double>(target.weight);
  }
  return loss / weight;
}

double power_bin(double scale, double base, double value) {
  return scale * std::pow(base, std::floor(std::log(value) / std::log(base)));
}

// srs-benchmark's bins: days since the last review, later-day reviews so far, lapses so far.
std::uint64_t bin_key(float days, int later_day_reviews, int lapses) {
  const auto by_days = static_cast<std::uint64_t>(
      std::lround(power_bin(2.48, 3.62, static_cast<double>(days)) * 100));
  const auto by_reviews =
      static_cast<std::uint64_t>(std::lround(power_bin(1.99, 1.89, later_day_reviews + 1)));
  const auto by_lapses =
      lapses == 0 ? 0U : static_cast<std::uint64_t>(std::lround(power_bin(1.65, 1.73, lapses)));
  return by_days << 32U | by_reviews << 16U | by_lapses;
}

// The bin of each review on a later day; 0 for the others.
std::vector<std::uint64_t> bin_keys(const Dataset& data) {
  std::vector<std::uint64_t> keys(data.reviews(), 0);
  for (std::size_t card = 0; card < data.cards(); ++card) {
    int reviews = 0;
    int lapses = 0;
    for (std::size_t i = data.first[card]; i < data.first[card + 1]; ++i) {
      if (data.days[i] <= 0) continue;
      keys[i] = bin_key(data.days[i], ++reviews, lapses);
      lapses += data.grade[i] == 1 ? 1 : 0;
    }
  }
  return keys;
}

struct Bin {
  double predicted = 0;
  double recalled = 0;
  double count = 0;
  double weight = 0;
};

double rmse_bins(const Dataset& data, std::span<const double> recall,
                 std::span<const Target> targets) {
  const auto keys = bin_keys(data);
  std::unordered_map<std::uint64_t, std::size_t> places;
  std::vector<Bin> bins; // by first appearance, so that sums do not depend on the hash
  for (const Target& target : targets) {
    const auto place = places.try_emplace(keys[target.review], bins.size());
    if (place.second) bins.emplace_back();
    Bin& bin = bins[place.first->second];
    bin.predicted += recall[target.review];
    bin.recalled += recalled(data, target) ? 1 : 0;
    bin.count += 1;
    bin.weight += static_cast<double>(target.weight);
  }
  double error = 0;
  double weight = 0;
  for (const Bin& bin : bins) {
    error += bin.weight * std::pow((bin.predicted - bin.recalled) / bin.count, 2);
    weight += bin.weight;
  }
  return std::sqrt(error / weight);
}

// Mann-Whitney: how often a recalled review was given more than a forgotten one, ties half.
double area_under_roc(const Dataset& data, std::span<const double> recall,
                      std::span<const Target> targets) {
  std::vector<std::pair<double, bool>> ordered;
  ordered.reserve(targets.size());
  for (const Target& target : targets)
    ordered.emplace_back(recall[target.review], recalled(data, target));
  std::sort(ordered.begin(), ordered.end());
  double forgotten = 0;
  double won = 0;
  for (std::size_t i = 0; i < ordered.size();) {
    double ups = 0;
    double downs = 0;
    std::size_t end = i;
    for (; end < ordered.size() && ordered[end].first == ordered[i].first; ++end)
      ++(ordered[end].second ? ups : downs);
    won += ups * (forgotten + downs / 2);
    forgotten += downs;
    i = end;
  }
  const double pairs = forgotten * (static_cast<double>(ordered.size()) - forgotten);
  return pairs > 0 ? won / pairs : 0.5;
}

} // namespace

std::vector<double> predict(const Dataset& data, const Model& model) {
  const auto& elapsed = data.elapsed(model.parameters().algorithm);
  std::vector<double> recall(data.reviews(), 1);
  for (std::size_t card = 0; card < data.cards(); ++card) {
    State state;
    for (std::size_t i = data.first[card]; i < data.first[card + 1]; ++i) {
      const auto grade = static_cast<Grade>(data.grade[i]);
      const auto days = static_cast<double>(elapsed[i]);
      const bool first = i == data.first[card];
      if (!first) recall[i] = model.retrievability(state, days);
      state = first ? model.first(grade) : model.next(state, days, grade);
    }
  }
  return recall;
}

Metrics evaluate(const Dataset& data, std::span<const double> recall,
                 std::span<const Target> targets) {
  return {targets.size(), log_loss(data, recall, targets), rmse_bins(data, recall, targets),
          area_under_roc(data, recall, targets)};
}

} // namespace entente::memory
