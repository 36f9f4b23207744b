#include "memory/forecast.h"

#include "core/random.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace entente::memory;

namespace {

const Model model{defaults(Algorithm::fsrs7)};

std::vector<ForecastCard> deck(std::size_t cards) {
  std::vector<ForecastCard> found;
  for (std::size_t i = 0; i < cards; ++i)
    found.push_back(
        {model.first(i % 2 == 0 ? Grade::good : Grade::hard), 1.0 + static_cast<double>(i % 7), 1});
  return found;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double logit(double p) { return std::log(p / (1 - p)); }

} // namespace

TEST_CASE("the expected share is the weighted mean of recall") {
  const auto cards = deck(2);
  const double both = (model.retrievability(*cards[0].state, cards[0].elapsed) +
                       model.retrievability(*cards[1].state, cards[1].elapsed)) /
                      2;
  CHECK(forecast(cards, model, 0).expected == doctest::Approx(both));
  CHECK(forecast({}, model, 0.3).expected == 0);
  const ForecastCard never{};
  CHECK(forecast(std::vector{never}, model, 0.3, 0.25).expected == 0.25);
}

TEST_CASE("the range holds nine outcomes in ten, of learners who are off together") {
  const auto cards = deck(80);
  constexpr double deviation = 0.4;
  const Forecast range = forecast(cards, model, deviation);
  entente::core::Random random(11);
  int inside = 0;
  constexpr int learners = 2000;
  for (int k = 0; k < learners; ++k) {
    double normal = -6;
    for (int i = 0; i < 12; ++i) normal += random.unit();
    int known = 0;
    for (const ForecastCard& card : cards) {
      const double p = model.retrievability(*card.state, card.elapsed);
      known += random.unit() < logistic(logit(p) + deviation * normal) ? 1 : 0;
    }
    const double share = known / 80.0;
    inside += share >= range.low && share <= range.high ? 1 : 0;
  }
  CHECK(inside > 0.86 * learners);
  CHECK(inside < 0.95 * learners);
}

TEST_CASE("a larger set has a narrower range, but never narrower than the model's own doubt") {
  const auto few = forecast(deck(10), model, 0.3);
  const auto many = forecast(deck(10000), model, 0.3);
  CHECK(few.high - few.low > many.high - many.low);
  CHECK(many.high - many.low > 0.05);
  CHECK(forecast(deck(10000), model, 0).high - forecast(deck(10000), model, 0).low < 0.02);
}

TEST_CASE("the doubt is learned from how far predictions were off together") {
  entente::core::Random random(3);
  const auto learner = [&](double off) {
    std::vector<Prediction> past;
    for (int day = 0; day < 400; ++day) {
      const double shift = (day / 7) % 2 == 0 ? off : -off;
      for (int i = 0; i < 30; ++i)
        past.push_back(
            {static_cast<double>(day), 0.85, random.unit() < logistic(logit(0.85) + shift)});
    }
    return shift_deviation(past);
  };
  CHECK(learner(0) < 0.15);
  CHECK(learner(0.6) == doctest::Approx(0.6).epsilon(0.2));
  CHECK(shift_deviation({}) == doctest::Approx(usual_deviation));
}

TEST_CASE("shown probabilities follow a learner who remembers less than the model thinks") {
  entente::core::Random random(5);
  Calibration calibration;
  CHECK(calibration.shown(0.8) == 0.8);
  double plain = 0;
  double shown = 0;
  for (int i = 0; i < 3000; ++i) {
    const bool recalled = random.unit() < 0.7;
    plain -= std::log(recalled ? 0.9 : 0.1);
    shown -= std::log(recalled ? calibration.shown(0.9) : 1 - calibration.shown(0.9));
    calibration.observe(0.9, recalled);
  }
  CHECK(shown < plain);
  CHECK(calibration.shown(0.9) == doctest::Approx(0.7).epsilon(0.08));
}

TEST_CASE("shown probabilities keep their order and stay between 0 and 1") {
  CHECK(rc::check([](std::vector<bool> outcomes) {
    Calibration calibration(0.5);
    for (const bool recalled : outcomes) calibration.observe(0.5, recalled);
    RC_ASSERT(calibration.shown(0.2) > 0);
    RC_ASSERT(calibration.shown(0.2) < calibration.shown(0.6));
    RC_ASSERT(calibration.shown(0.6) < 1);
  }));
}

TEST_CASE("the calibration curve holds every prediction once") {
  CHECK(rc::check([] {
    std::vector<Prediction> past;
    const auto count = *rc::gen::inRange(0, 200);
    for (int i = 0; i < count; ++i)
      past.push_back({0, *rc::gen::inRange(1, 100) / 100.0, *rc::gen::arbitrary<bool>()});
    const auto curve = calibration_curve(past, 10);
    std::size_t total = 0;
    double before = 0;
    for (const CalibrationPoint& point : curve) {
      total += point.count;
      RC_ASSERT(point.predicted >= before - 1e-9);
      RC_ASSERT(point.low <= point.actual + 1e-9 && point.actual <= point.high + 1e-9);
      before = point.predicted;
    }
    RC_ASSERT(total == past.size());
  }));
}
