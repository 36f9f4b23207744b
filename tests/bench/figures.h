#pragma once

// Timing for benchmarks: they print figures and never fail a busy machine.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace entente::bench {

inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

inline double ms_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

inline double median_ms_of(int times, const std::function<void()>& work) {
  std::vector<double> taken;
  for (int each = 0; each < times; ++each) taken.push_back(ms_of(work));
  return median(taken);
}

inline void print(const char* what, double value, const char* unit = "ms") {
  std::printf("%-52s %9.3f %s\n", what, value, unit);
  std::fflush(stdout);
}

} // namespace entente::bench
