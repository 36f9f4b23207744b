#pragma once

// A set of word classes, one bit each.

#include <cstdint>

namespace entente::generate {

struct Classes {
  std::uint64_t low = 0, high = 0;

  static constexpr unsigned limit = 128;
  static constexpr Classes bit(unsigned n) {
    return n < 64 ? Classes{1ULL << n, 0} : Classes{0, 1ULL << (n - 64)};
  }
  [[nodiscard]] constexpr bool any() const { return (low | high) != 0; }
  constexpr Classes& operator|=(Classes other) {
    low |= other.low;
    high |= other.high;
    return *this;
  }
  friend constexpr Classes operator|(Classes a, Classes b) { return a |= b; }
  friend constexpr Classes operator&(Classes a, Classes b) {
    return {a.low & b.low, a.high & b.high};
  }
  constexpr bool operator==(const Classes&) const = default;
  // These and no others taken away.
  [[nodiscard]] constexpr Classes without(Classes other) const {
    return {low & ~other.low, high & ~other.high};
  }
};

} // namespace entente::generate
