#pragma once

// A small seeded generator (PCG32, O'Neill 2014) whose results are the same on every platform,
// unlike the distributions of the standard library.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::core {

class Random {
public:
  explicit Random(std::uint64_t seed) : state_(seed + increment) { next(); }

  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + increment;
    const auto xorshifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto rotation = static_cast<std::uint32_t>(old >> 59U);
    return (xorshifted >> rotation) | (xorshifted << ((32U - rotation) & 31U));
  }

  // Uniform in [0, bound). REQUIRES: bound > 0.
  std::uint32_t below(std::uint32_t bound) {
    const std::uint32_t threshold = (0U - bound) % bound; // rejects the biased tail
    for (;;) {
      const std::uint32_t value = next();
      if (value >= threshold) return value % bound;
    }
  }

  // Uniform in [0, 1).
  double unit() { return static_cast<double>(next()) / 4294967296.0; }

  template <typename T> void shuffle(std::vector<T>& items) {
    for (std::size_t left = items.size(); left > 1; --left)
      std::swap(items[left - 1], items[below(static_cast<std::uint32_t>(left))]);
  }

private:
  static constexpr std::uint64_t increment = 1442695040888963407ULL;
  std::uint64_t state_;
};

// FNV-1a, for seeds made from ids.
[[nodiscard]] constexpr std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return value;
}

} // namespace entente::core
