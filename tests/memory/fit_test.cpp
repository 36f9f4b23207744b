#include "memory/fit.h"

#include "memory/folds.h"
#include "memory/minimise.h"
#include "memory/packed.h"

#include "core/file.h"
#include "core/random.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace entente::memory;

namespace {

// A learner who remembers as `truth` says, reviewing when recall is about 0.85.
ReviewLog simulated(const Model& truth, std::uint32_t cards, std::uint64_t seed) {
  entente::core::Random random(seed);
  ReviewLog log;
  for (std::uint32_t card = 0; card < cards; ++card) {
    log.cards.push_back(std::to_string(card));
    double day = std::floor(random.unit() * 100);
    auto grade = random.below(3) == 0 ? Grade::again : Grade::good;
    State state = truth.first(grade);
    for (int i = 0; i < 10; ++i) {
      log.reviews.push_back(
          {card, grade, static_cast<std::int64_t>(day) * entente::core::ms_per_day});
      const double wait = std::clamp(std::round(truth.interval(state, 0.85)), 1.0, 200.0);
      grade = random.unit() < truth.retrievability(state, wait) ? Grade::good : Grade::again;
      state = truth.next(state, wait, grade);
      day += wait;
    }
  }
  return log;
}

Dataset shared_data(const char* name, const DatasetOptions& options) {
  const auto bytes =
      entente::core::read_file(entente::tests::shared_folder() / "data/reviews" / name, 1U << 30U);
  REQUIRE(bytes);
  const auto loaded = read_review_log(*bytes);
  REQUIRE(loaded);
  return dataset(loaded->log, options);
}

double loss_of(const Dataset& data, const Parameters& parameters) {
  return evaluate(data, Model{parameters}).log_loss;
}

Parameters forgetful() {
  Parameters parameters = defaults(Algorithm::fsrs6);
  parameters.weights[2] = 0.8;
  parameters.weights[8] = 1.1;
  parameters.weights[20] = 0.4;
  return parameters;
}

} // namespace

TEST_CASE("a fit comes near the learner's own weights in what they predict") {
  const Dataset data = dataset(simulated(Model{forgetful()}, 800, 1), {});
  FitOptions options;
  options.algorithm = Algorithm::fsrs6;
  const auto fitted = fit(data, options);
  REQUIRE(fitted);
  CHECK(fitted->kept);
  REQUIRE(fitted->held_back);
  CHECK(fitted->held_back->fitted < fitted->held_back->current);
  CHECK(loss_of(data, fitted->parameters) < loss_of(data, forgetful()) + 0.001);
  CHECK(loss_of(data, fitted->parameters) ==
        doctest::Approx(fitted->in_sample.fitted).epsilon(1e-5));
}

TEST_CASE("a fit that does not win on newer answers is not kept") {
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    const Dataset data = dataset(simulated(Model{defaults(Algorithm::fsrs6)}, 60, 7), {});
    FitOptions options;
    options.algorithm = algorithm;
    const auto fitted = fit(data, options);
    REQUIRE(fitted);
    REQUIRE(fitted->held_back);
    CHECK(fitted->kept == (fitted->held_back->fitted < fitted->held_back->current));
    if (!fitted->kept) CHECK(fitted->parameters == defaults(algorithm));
  }
}

TEST_CASE("too few answers leave the weights as they are") {
  const Dataset data = dataset(simulated(Model{forgetful()}, 4, 2), {});
  const auto fitted = fit(data);
  REQUIRE(fitted);
  CHECK_FALSE(fitted->kept);
  CHECK(fitted->parameters == defaults(Algorithm::fsrs7));
}

TEST_CASE("two threads give the same bits as one") {
  const Dataset data = dataset(simulated(Model{forgetful()}, 700, 3), {});
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    FitOptions options;
    options.algorithm = algorithm;
    options.threads = 1;
    const auto one = fit(data, options);
    options.threads = 2;
    const auto two = fit(data, options);
    options.threads = 3;
    const auto three = fit(data, options);
    CHECK(one->parameters == two->parameters);
    CHECK(one->parameters == three->parameters);
    CHECK(one->in_sample.fitted == two->in_sample.fitted);
  }
}

TEST_CASE("a fit can be stopped") {
  const Dataset data = dataset(simulated(Model{forgetful()}, 200, 4), {});
  std::stop_source source;
  source.request_stop();
  FitOptions options;
  options.stop = source.get_token();
  const auto stopped = fit(data, options);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == entente::core::ErrorCode::cancelled);
  CHECK(stopped.error().message == "Fitting was stopped.");
}

TEST_CASE("progress rises and stays below one") {
  const Dataset data = dataset(simulated(Model{forgetful()}, 200, 5), {});
  std::vector<double> seen;
  FitOptions options;
  options.hold_back = false;
  options.progress = [&](double fraction) { seen.push_back(fraction); };
  REQUIRE(fit(data, options));
  REQUIRE_FALSE(seen.empty());
  for (const double fraction : seen) CHECK((fraction > 0 && fraction < 1));
}

TEST_CASE("published targets: one real log by the rule of 24 hours") {
  ENTENTE_NEEDS_SHARED("data/reviews");
  DatasetOptions by_hours;
  by_hours.same_day = SameDay::hours24;
  const Dataset data = shared_data("py-fsrs_review_logs_josh.csv", by_hours);
  FitOptions options;
  options.algorithm = Algorithm::fsrs6;
  options.hold_back = false;
  CHECK(loss_of(data, fit(data, options)->parameters) <= 0.4350);
  options.prior = 0;
  CHECK(loss_of(data, fit(data, options)->parameters) <= 0.4342);
}

TEST_CASE("published targets: fits to each prefix of real logs do better on what follows") {
  ENTENTE_NEEDS_SHARED("data/reviews");
  struct Log {
    const char* name;
    int offset_hours;
    double defaults, fitted; // the published reference's defaults and best fit
  };
  for (const Log& log : {Log{"ts-fsrs-demo_revlog.csv", 8, 0.34686, 0.33158},
                         Log{"py-fsrs_review_logs_josh.csv", -7, 0.44170, 0.43493}}) {
    DatasetOptions by_day;
    by_day.offset_minutes = log.offset_hours * 60;
    FitOptions options;
    options.algorithm = Algorithm::fsrs6;
    const auto split = time_ordered(shared_data(log.name, by_day), options);
    REQUIRE(split);
    CHECK(split->current.log_loss == doctest::Approx(log.defaults).epsilon(2e-5));
    CHECK(split->fitted.log_loss <= log.fitted);
    CHECK(split->used.log_loss <= split->current.log_loss);
  }
}

TEST_CASE("a log too short for folds says so") {
  const auto split = time_ordered(dataset(ReviewLog{}, {}));
  REQUIRE_FALSE(split);
  CHECK(split.error().message == "There are too few reviews to split by time.");
}

TEST_CASE("the minimum of a narrow valley is found, inside and on its bounds") {
  const Objective valley = [](std::span<const double> at, std::span<double> gradient) {
    const double bend = at[1] - at[0] * at[0];
    gradient[0] = -400 * bend * at[0] - 2 * (1 - at[0]);
    gradient[1] = 200 * bend;
    return 100 * bend * bend + (1 - at[0]) * (1 - at[0]);
  };
  MinimiseOptions options;
  options.tolerance = 1e-14;
  const Bounds wide{{-5, -5}, {5, 5}};
  const auto inside = minimise(valley, {-1.2, 1}, wide, {1, 0, 0, 1}, options);
  CHECK(inside.at[0] == doctest::Approx(1).epsilon(1e-4));
  CHECK(inside.at[1] == doctest::Approx(1).epsilon(1e-4));
  const Bounds tight{{-5, -5}, {0.5, 5}};
  const auto edge = minimise(valley, {-1.2, 1}, tight, {1, 0, 0, 1}, options);
  CHECK(edge.at[0] == 0.5);
  CHECK(edge.at[1] == doctest::Approx(0.25).epsilon(1e-4));
}
