#include "memory/fuzz.h"

#include <algorithm>
#include <cmath>

namespace entente::memory {

namespace {

int round_days(double days) { return static_cast<int>(std::lround(std::min(days, 1e9))); }

// How far an interval may move: a share of each stretch of it. Under 2.5 days nothing moves.
double reach(double interval) {
  if (interval < 2.5) return 0;
  const auto within = [interval](double from, double to) {
    return std::max(0.0, std::min(interval, to) - from);
  };
  return 1 + 0.15 * within(2.5, 7) + 0.10 * within(7, 20) + 0.05 * within(20, 1e9);
}

} // namespace

DayRange fuzz_range(double interval, int minimum, int maximum) {
  const double bounded = std::clamp(interval, double(minimum), double(maximum));
  const double delta = reach(bounded);
  DayRange range{std::clamp(round_days(bounded - delta), minimum, maximum),
                 std::clamp(round_days(bounded + delta), minimum, maximum)};
  if (range.high == range.low && range.high > 2 && range.high < maximum) ++range.high;
  return range;
}

int fuzzed(double interval, double unit, int minimum, int maximum) {
  const DayRange range = fuzz_range(interval, minimum, maximum);
  return range.low + static_cast<int>(unit * (1 + range.high - range.low));
}

int unfuzzed(double interval, int minimum, int maximum) {
  return std::clamp(round_days(interval), minimum, maximum);
}

int least_interval(double interval, int previous) {
  if (round_days(interval) > previous) return previous + 1;
  return previous <= round_days(interval + reach(interval)) ? previous : 0;
}

} // namespace entente::memory
