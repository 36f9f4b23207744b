#include "memory/weights.h"

#include <array>

namespace entente::memory {

namespace {

// open-spaced-repetition, fsrs-rs 6.6. w19 may be 0 when read (FSRS-5 had none); a fit keeps it at
// 0.01 or more.
constexpr std::array<Weight, 21> fsrs6_weights{{
    {0.212, 6.43, 0.001, 100},   // 0: first stability, Again
    {1.2931, 9.66, 0.001, 100},  // 1: Hard
    {2.3065, 17.58, 0.001, 100}, // 2: Good
    {8.2956, 27.85, 0.001, 100}, // 3: Easy
    {6.4133, 0.57, 1, 10},       // 4: difficulty after Again
    {0.8334, 0.28, 0.001, 4},    // 5: its slope over grades
    {3.0194, 0.6, 0.001, 4},     // 6: change of difficulty a grade
    {0.001, 0.12, 0.001, 0.75},  // 7: reversion to the mean
    {1.8722, 0.39, 0, 4.5},      // 8: recall: gain
    {0.1666, 0.18, 0, 0.8},      // 9: power of stability
    {0.796, 0.33, 0.001, 3.5},   // 10: effect of forgetting
    {1.4835, 0.3, 0.001, 5},     // 11: lapse: scale
    {0.0614, 0.09, 0.001, 0.25}, // 12: power of difficulty
    {0.2629, 0.16, 0.001, 0.9},  // 13: power of stability
    {1.6483, 0.57, 0, 4},        // 14: effect of forgetting
    {0.6014, 0.25, 0, 1},        // 15: Hard
    {1.8729, 1.03, 1, 6},        // 16: Easy
    {0.5425, 0.31, 0, 2},        // 17: same day: gain
    {0.0912, 0.32, 0, 2},        // 18: offset
    {0.0658, 0.14, 0, 0.8},      // 19: power of stability
    {0.1542, 0.27, 0.1, 0.8},    // 20: decay of the curve
}};

// ts-fsrs and fsrs-rs, September 2026; the floor of w26 as in srs-benchmark.
constexpr std::array<Weight, 34> fsrs7_weights{{
    {0.1104, 9999, 0.0001, 50},   // 0: first slow trace, Again
    {2.2395, 9999, 0.0001, 100},  // 1: Hard
    {3.9221, 9999, 0.0001, 100},  // 2: Good
    {11.7841, 9999, 0.0001, 100}, // 3: Easy
    {6.1686, 0.523, 1, 10},       // 4: difficulty after Again
    {0.6457, 0.2528, 0.001, 4},   // 5: its slope over grades
    {3.6807, 0.4329, 0.1, 4},     // 6: change of difficulty a grade
    {1.9795, 0.2966, 0, 4},       // 7: slow: gain
    {0, 0.2139, 0, 1.2},          // 8: slow: power of the trace
    {1.3826, 0.2889, 0.3, 3},     // 9: slow: effect of forgetting
    {0.7024, 0.1862, 0.01, 1.5},  // 10: slow: after Again
    {0.5999, 0.175, 0.1, 1},      // 11: its power
    {0.8146, 0.3812, 0, 3.5},     // 12: its effect of forgetting
    {0.6398, 0.3013, 0, 1},       // 13: slow: Hard
    {1, 0.9104, 1, 7},            // 14: slow: Easy
    {1.3207, 0.3234, 0, 4},       // 15: fast: gain
    {0.6707, 0.2448, 0, 2},       // 16: fast: power of the trace
    {3.8668, 0.3273, 0.5, 6},     // 17: fast: effect of forgetting
    {0.4416, 0.1842, 0.001, 1.5}, // 18: fast: after Again
    {0.0934, 0.1735, 0.001, 1},   // 19: its power
    {1.8631, 0.4608, 0, 5},       // 20: its effect of forgetting
    {0.6162, 0.311, 0, 1},        // 21: fast: Hard
    {1.0869, 0.864, 1, 7},        // 22: fast: Easy
    {0.1567, 0.0418, 0.01, 0.25}, // 23: fast decay
    {0.0801, 0.2596, 0.01, 0.95}, // 24: slow decay
    {0.2421, 0.0798, 0.2, 0.85},  // 25: fast recall at one trace
    {0.9464, 0.0682, 0.5, 0.99},  // 26: slow recall at one trace
    {0.1433, 0.1282, 0.01, 1},    // 27: mixture: fast
    {0.7145, 0.1397, 0.1, 1},     // 28: mixture: slow
    {0, 0.1407, 0, 0.9},          // 29: fast power
    {0.5667, 0.1489, 0.1, 1.1},   // 30: slow power
    {0.3734, 0.2, 0, 1},          // 31: mixture by difficulty
    {0.5333, 0.15, 0, 0.6},       // 32: slow speed by difficulty
    {0.3048, 0.15, 0, 0.6},       // 33: power of the fast decay
}};

} // namespace

std::span<const Weight> weights(Algorithm algorithm) {
  if (algorithm == Algorithm::fsrs6) return fsrs6_weights;
  return fsrs7_weights;
}

double prior(Algorithm algorithm, double scale, std::span<const double> at,
             std::span<double> gradient) {
  const auto table = weights(algorithm);
  double sum = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const double off = (at[i] - table[i].initial) / table[i].deviation;
    sum += scale * off * off;
    gradient[i] += 2 * scale * off / table[i].deviation;
  }
  return sum;
}

} // namespace entente::memory
