#include "memory/packed.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace entente::memory {

namespace {

constexpr std::size_t chunk_count = 64; // enough to share out evenly, few enough to sum

using CardLength = std::pair<std::uint32_t, std::uint32_t>; // card, reviews

std::uint32_t length(const Dataset& data, std::span<const float> weights, std::size_t card,
                     bool whole) {
  std::uint32_t end = data.first[card + 1];
  while (!whole && end > data.first[card] && weights[end - 1] == 0) --end;
  return end - data.first[card];
}

std::vector<CardLength> by_length(const Dataset& data, std::span<const float> weights,
                                  const PackOptions& options) {
  std::vector<CardLength> cards;
  for (std::uint32_t card = 0; card < data.cards();
       card += static_cast<std::uint32_t>(options.every))
    if (const auto reviews = length(data, weights, card, options.whole); reviews > 0)
      cards.emplace_back(card, reviews);
  std::stable_sort(cards.begin(), cards.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return cards;
}

// A thread's own sums and tape, aligned for the widest lanes.
class Worker {
public:
  explicit Worker(std::size_t tape_bytes) : room_(tape_bytes / sizeof(Line) + 1) {}
  std::byte* tape() { return reinterpret_cast<std::byte*>(room_.data()); }

private:
  struct alignas(64) Line {
    float lanes[16];
  };
  std::vector<Line> room_;
};

struct Sum {
  double loss = 0;
  std::vector<double> gradient;
};

} // namespace

Packed::Packed(const Dataset& data, std::span<const float> weights, const PackOptions& options)
    : algorithm_(options.algorithm) {
  const auto cards = by_length(data, weights, options);
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < cards.size(); i += lane_count) steps.push_back(cards[i].second);
  const std::size_t size = lane_count * std::accumulate(steps.begin(), steps.end(), std::size_t{0});
  elapsed_.reserve(size);
  grades_.reserve(size);
  weights_.reserve(size);
  places_.reserve(size);
  for (std::size_t i = 0; i < cards.size(); i += lane_count)
    add_group(data, weights,
              std::span(cards).subspan(i, std::min<std::size_t>(lane_count, cards.size() - i)));
  point_groups(steps);
  cut_chunks();
  for (const float weight : weights_) total_weight_ += static_cast<double>(weight);
}

void Packed::add_group(const Dataset& data, std::span<const float> weights,
                       std::span<const CardLength> cards) {
  const auto& elapsed = data.elapsed(algorithm_);
  for (std::uint32_t step = 0; step < cards.front().second; ++step) {
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      const bool real = lane < cards.size() && step < cards[lane].second;
      const std::uint32_t at = real ? data.first[cards[lane].first] + step : none;
      elapsed_.push_back(real ? elapsed[at] : 0);
      grades_.push_back(real ? static_cast<float>(data.grade[at]) : 3);
      weights_.push_back(real ? weights[at] : 0);
      places_.push_back(at);
    }
  }
}

void Packed::point_groups(const std::vector<std::size_t>& steps) {
  std::size_t at = 0;
  for (const std::size_t count : steps) {
    groups_.push_back({elapsed_.data() + at, grades_.data() + at, weights_.data() + at, count});
    at += count * lane_count;
  }
}

void Packed::cut_chunks() {
  const std::size_t share = steps() / chunk_count + 1;
  std::size_t taken = share;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (taken >= share) {
      chunks_.push_back(i);
      taken = 0;
    }
    taken += groups_[i].steps;
  }
  chunks_.push_back(groups_.size());
}

double Packed::loss(std::span<const double> weights, std::span<double> gradient,
                    int threads) const {
  std::vector<Sum> sums(chunks_.size() - 1);
  std::atomic<std::size_t> next{0};
  const std::size_t longest = groups_.empty() ? 0 : groups_.front().steps;
  const auto work = [&] {
    Worker own(gradient.empty() ? 0 : kernel().tape_bytes(algorithm_, longest));
    for (std::size_t i = next++; i < sums.size(); i = next++) {
      const LaneGroup* from = groups_.data() + chunks_[i];
      const std::size_t count = chunks_[i + 1] - chunks_[i];
      sums[i].gradient.assign(gradient.size(), 0);
      if (gradient.empty())
        kernel().replay(algorithm_, weights.data(), from, count, nullptr, &sums[i].loss);
      else
        kernel().gradient(algorithm_, weights.data(), from, count, own.tape(), &sums[i].loss,
                          sums[i].gradient.data());
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work);
    work();
  }
  double total = 0;
  std::fill(gradient.begin(), gradient.end(), 0);
  for (const Sum& sum : sums) {
    total += sum.loss;
    for (std::size_t i = 0; i < gradient.size(); ++i) gradient[i] += sum.gradient[i];
  }
  return total;
}

void Packed::replay(std::span<const double> weights, std::span<float> states,
                    std::span<float> recall) const {
  std::vector<LaneOutput> outputs;
  for (const LaneGroup& group : groups_) {
    const auto at = static_cast<std::size_t>(group.elapsed - elapsed_.data());
    outputs.push_back({states.empty() ? nullptr : states.data() + 3 * at,
                       recall.empty() ? nullptr : recall.data() + at});
  }
  kernel().replay(algorithm_, weights.data(), groups_.data(), groups_.size(), outputs.data(),
                  nullptr);
}

} // namespace entente::memory
