#pragma once

// Arithmetic on several cards at once: vectors of floats as GCC and Clang know them, or one double,
// under one set of names, so that a kernel is written once and checked in double.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace entente::memory {

using Float4 = float __attribute__((vector_size(16)));
using Float8 = float __attribute__((vector_size(32)));

template <typename F> struct LaneTraits;
template <> struct LaneTraits<double> {
  using Element = double;
  static constexpr int count = 1;
};
template <> struct LaneTraits<Float4> {
  using Element = float;
  using Int = int __attribute__((vector_size(16)));
  static constexpr int count = 4;
};
template <> struct LaneTraits<Float8> {
  using Element = float;
  using Int = int __attribute__((vector_size(32)));
  static constexpr int count = 8;
};

// Templates below are for vectors, the plain functions for double.
#define ENTENTE_LANES template <typename F> [[gnu::always_inline]] inline

[[nodiscard]] inline double select(bool mask, double a, double b) { return mask ? a : b; }
[[nodiscard]] inline double smaller(double a, double b) { return std::min(a, b); }
[[nodiscard]] inline double larger(double a, double b) { return std::max(a, b); }
[[nodiscard]] inline double exponential(double x) { return std::exp(x); }
[[nodiscard]] inline double logarithm(double x) { return std::log(x); }
[[nodiscard]] inline double sum(double x) { return x; }

ENTENTE_LANES F select(typename LaneTraits<F>::Int mask, F a, F b) { return mask ? a : b; }
ENTENTE_LANES F smaller(F a, F b) { return a < b ? a : b; }
ENTENTE_LANES F larger(F a, F b) { return a > b ? a : b; }

ENTENTE_LANES F broadcast(typename LaneTraits<F>::Element x) { return F{} + x; }

ENTENTE_LANES F load(const typename LaneTraits<F>::Element* from) {
  F lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

// e^x: x = n ln 2 + r, |r| <= ln 2 / 2, Taylor's series to r^7 (its rest is below 6e-9).
// Within 2 units in the last place for -87 <= x <= 88; beyond, held at those ends.
ENTENTE_LANES F exponential(F x) {
  using Int = typename LaneTraits<F>::Int;
  const F bounded = smaller(larger(x, broadcast<F>(-87.0F)), broadcast<F>(88.0F));
  const F shifted = bounded * 1.44269504F + 12582912.0F; // 1.5 * 2^23: rounds to a whole number
  const F n = shifted - 12582912.0F;
  const F r = bounded - n * 0.693359375F + n * 2.12194440e-4F; // ln 2 in two parts
  F p = r * (1.0F / 5040) + 1.0F / 720;
  p = p * r + 1.0F / 120;
  p = p * r + 1.0F / 24;
  p = p * r + 1.0F / 6;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  const Int exponent = std::bit_cast<Int>(shifted) << 23; // the low bits of `shifted` hold n
  return std::bit_cast<F>(std::bit_cast<Int>(p) + exponent);
}

// ln x for normal x > 0: x = m 2^e with m in [sqrt 1/2, sqrt 2), ln m = 2 artanh((m - 1)/(m + 1))
// as a series to the ninth power (its rest is below 1e-9).
ENTENTE_LANES F logarithm(F x) {
  using Int = typename LaneTraits<F>::Int;
  const Int bits = std::bit_cast<Int>(x);
  const Int exponent = (bits - 0x3f3504f3) >> 23; // 0x3f3504f3: sqrt 1/2
  const F m = std::bit_cast<F>(bits - (exponent << 23));
  const F s = (m - 1.0F) / (m + 1.0F);
  const F z = s * s;
  F p = z * (2.0F / 9) + 2.0F / 7;
  p = p * z + 2.0F / 5;
  p = p * z + 2.0F / 3;
  const F e = __builtin_convertvector(exponent, F);
  return e * 0.693359375F + (s * 2.0F + (s * z * p - e * 2.12194440e-4F));
}

ENTENTE_LANES double sum(F x) {
  double total = 0;
  for (int i = 0; i < LaneTraits<F>::count; ++i) total += static_cast<double>(x[i]);
  return total;
}

#undef ENTENTE_LANES

} // namespace entente::memory
