#pragma once

// How much of a set of cards will be known at a moment, with how far that may be off; and how well
// such predictions have done.

#include "memory/model.h"

#include <optional>
#include <span>
#include <vector>

namespace entente::memory {

struct ForecastCard {
  std::optional<State> state; // none: never seen
  double elapsed = 0;         // days from its last answer to the moment asked about
  double weight = 1;
};

struct Forecast {
  double expected = 0; // weighted share known
  double low = 0;      // nine times in ten the share lies between these
  double high = 0;

  bool operator==(const Forecast&) const = default;
};

// The range holds two things: that each card is known or not (Bernoulli), and that the model may be
// off for all of them at once, by a shift of ln(p / (1 - p)) with this standard deviation (see
// shift_deviation). guess: recall of a card never seen.
[[nodiscard]] Forecast forecast(std::span<const ForecastCard> cards, const Model& model,
                                double deviation, double guess = 0);

// Recall as a person is shown it: ln(p / (1 - p)) moved by `shift` (see Calibration).
[[nodiscard]] double shifted(double recall, double shift);

// How a learner departs from the model: by so much on the whole, give or take the deviation.
struct Departure {
  double shift = 0;
  double deviation = 0.3; // usual_deviation

  bool operator==(const Departure&) const = default;
};
// Of cards whose recall at the moment is known; one weight each.
[[nodiscard]] Forecast forecast(std::span<const double> recall, std::span<const double> weights,
                                const Departure& departure);

// One prediction and what came of it.
struct Prediction {
  double day = 0; // since any fixed moment
  double recall = 0;
  bool recalled = false;
};

// Before a learner has shown anything.
inline constexpr double usual_deviation = 0.3;

// How far predictions have been off together, week by week, beyond what chance explains; drawn to
// the usual deviation while there is little to go by. predictions: in time order.
[[nodiscard]] double shift_deviation(std::span<const Prediction> predictions);

// One number learned online that moves probabilities shown to people, never intervals: after each
// answer b += rate * (outcome - shown).
class Calibration {
public:
  explicit Calibration(double rate = 0.02) : rate_(rate) {}

  [[nodiscard]] double shown(double recall) const;
  void observe(double recall, bool recalled);
  [[nodiscard]] double shift() const { return shift_; }

private:
  double rate_;
  double shift_ = 0;
};

// A share seen in `hits` of `of` cases, with its 95 % range (Wilson); 0 to 1 when there are none.
struct ShareRange {
  double share = 0;
  double low = 0;
  double high = 1;
};
[[nodiscard]] ShareRange share_range(std::size_t hits, std::size_t of);

// Predicted against actual, for a chart.
struct CalibrationPoint {
  double predicted = 0; // mean of the predictions in it
  double actual = 0;    // share recalled
  double low = 0;       // 95 % range of that share (Wilson)
  double high = 0;
  std::size_t count = 0;
};
// As many points as asked for, of equal counts, by rising prediction; fewer when there are fewer
// predictions.
[[nodiscard]] std::vector<CalibrationPoint> calibration_curve(std::vector<Prediction> predictions,
                                                              std::size_t points);

} // namespace entente::memory
