#pragma once

// Moving an interval a little, so that cards learned together do not stay together. Anki's ranges
// and rounding; whole days.

namespace entente::memory {

struct DayRange {
  int low = 0;
  int high = 0;

  bool operator==(const DayRange&) const = default;
};

// Days the interval may move to, within [minimum, maximum]. REQUIRES: minimum <= maximum.
[[nodiscard]] DayRange fuzz_range(double interval, int minimum, int maximum);
// unit in [0, 1) picks the day; the same number picks the same day.
[[nodiscard]] int fuzzed(double interval, double unit, int minimum, int maximum);
// Rounded and bounded, not moved.
[[nodiscard]] int unfuzzed(double interval, int minimum, int maximum);
// The least interval a review may get, given the interval it had: longer than before when the model
// says longer, the same when the fuzz range still reaches it, and 0 (no such floor) otherwise.
[[nodiscard]] int least_interval(double interval, int previous);

} // namespace entente::memory
