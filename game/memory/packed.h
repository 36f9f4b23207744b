#pragma once

// A data set laid out for the kernel: eight cards side by side, cards of like length together.
// Sums run over fixed stretches in a fixed order, so that any number of threads gives the same
// bits.

#include "memory/dataset.h"
#include "memory/kernel.h"

#include <span>
#include <vector>

namespace entente::memory {

struct PackOptions {
  Algorithm algorithm = Algorithm::fsrs7;
  std::size_t every = 1; // takes every n-th card
  bool whole = false;    // keeps reviews after a card's last target
};

class Packed {
public:
  // weights: one a review, 0 where it is no target.
  Packed(const Dataset& data, std::span<const float> weights, const PackOptions& options);

  Packed(const Packed&) = delete;
  Packed& operator=(const Packed&) = delete;

  [[nodiscard]] Algorithm algorithm() const { return algorithm_; }
  [[nodiscard]] double total_weight() const { return total_weight_; }
  [[nodiscard]] std::size_t steps() const { return elapsed_.size() / lane_count; }

  // Sum of weighted losses and, when gradient is not empty, its derivatives by the weights.
  [[nodiscard]] double loss(std::span<const double> weights, std::span<double> gradient,
                            int threads) const;

  // Steps every card through all of its reviews; states and recall as the kernel lays them out
  // (steps() * lane_count values, states three times as many). For bulk rebuilding and its bench.
  void replay(std::span<const double> weights, std::span<float> states,
              std::span<float> recall) const;

  // Review (index into the data set) at each place of the layout; none for padding.
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  [[nodiscard]] std::span<const std::uint32_t> places() const { return places_; }

private:
  void add_group(const Dataset& data, std::span<const float> weights,
                 std::span<const std::pair<std::uint32_t, std::uint32_t>> cards);
  void point_groups(const std::vector<std::size_t>& steps);
  void cut_chunks();

  Algorithm algorithm_;
  std::vector<float> elapsed_, grades_, weights_;
  std::vector<std::uint32_t> places_;
  std::vector<LaneGroup> groups_;
  std::vector<std::size_t> chunks_; // first group of each stretch, and the number of groups
  double total_weight_ = 0;
};

} // namespace entente::memory
