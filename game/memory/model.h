#pragma once

// The memory model: what is remembered, how likely, and when to ask again.
// FSRS-7 (34 parameters, two stabilities, fractional days) and FSRS-6 (21 parameters, whole days)
// behind one interface. Pure functions over values.

#include "core/time.h"

#include <span>
#include <string_view>
#include <vector>

namespace entente::memory {

enum class Grade { again = 1, hard = 2, good = 3, easy = 4 };
enum class Algorithm { fsrs6, fsrs7 };

[[nodiscard]] std::string_view name(Algorithm algorithm); // "fsrs6", "fsrs7"

// stability: days; slow trace in FSRS-7. fast: days, FSRS-7 only (0 in FSRS-6).
// difficulty: 1 (easy) .. 10. With FSRS-7 neither trace is the 90 % interval: see Model::stability.
struct State {
  double stability = 0;
  double fast = 0;
  double difficulty = 0;

  bool operator==(const State&) const = default;
};

struct Parameters {
  Algorithm algorithm = Algorithm::fsrs7;
  std::vector<double> weights;

  bool operator==(const Parameters&) const = default;
};

[[nodiscard]] Parameters defaults(Algorithm algorithm);
// Clips into the published bounds; FSRS-6 takes 17, 19 or 21 weights and migrates them.
// REQUIRES: a weight count that the algorithm knows.
[[nodiscard]] Parameters clipped(Parameters parameters);

class Model {
public:
  explicit Model(Parameters parameters);

  [[nodiscard]] const Parameters& parameters() const { return parameters_; }

  // Elapsed days as this algorithm counts them: fractional in FSRS-7, study days apart in FSRS-6
  // (0 = same day). Never negative.
  [[nodiscard]] double elapsed(core::Moment from, core::Moment to, int day_start_minutes) const;

  [[nodiscard]] State first(Grade grade) const;
  [[nodiscard]] State next(const State& before, double elapsed_days, Grade grade) const;
  // In (0, 1]. elapsed_days may be fractional in both models.
  [[nodiscard]] double retrievability(const State& state, double elapsed_days) const;
  // Days until retrievability falls to `wanted` (0 < wanted < 1); not rounded, at most 36500.
  [[nodiscard]] double interval(const State& state, double wanted) const;
  // The 90 % interval, the one figure shown to people as "stability" in both models.
  [[nodiscard]] double stability(const State& state) const { return interval(state, 0.9); }

private:
  Parameters parameters_;
};

} // namespace entente::memory
