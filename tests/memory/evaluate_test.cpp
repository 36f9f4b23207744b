#include "memory/evaluate.h"

#include "core/file.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace entente::memory;

namespace {

ReviewLog shared_log(const char* name) {
  const auto bytes =
      entente::core::read_file(entente::tests::shared_folder() / "data/reviews" / name, 1U << 30U);
  REQUIRE(bytes);
  auto loaded = read_review_log(*bytes);
  REQUIRE(loaded);
  CHECK(loaded->skipped == 0);
  return std::move(loaded->log);
}

Metrics published(const char* name, int offset_hours) {
  DatasetOptions options = published_options();
  options.offset_minutes = offset_hours * 60;
  return evaluate(dataset(shared_log(name), options), Model{defaults(Algorithm::fsrs6)});
}

double six_places(double value) { return std::round(value * 1e6) / 1e6; }

// One card: Good, then `grade` after a day, as often as told.
ReviewLog pairs(const std::vector<std::pair<int, int>>& days_and_grades) {
  ReviewLog log;
  for (const auto& [days, grade] : days_and_grades) {
    const auto card = static_cast<std::uint32_t>(log.cards.size());
    log.cards.push_back(std::to_string(card));
    log.reviews.push_back({card, Grade::good, entente::core::ms_per_day});
    log.reviews.push_back(
        {card, static_cast<Grade>(grade), (1 + days) * entente::core::ms_per_day});
  }
  return log;
}

} // namespace

TEST_CASE("F: published evaluations of two real logs by the default weights") {
  ENTENTE_NEEDS_SHARED("data/reviews");
  const Metrics demo = published("ts-fsrs-demo_revlog.csv", 8);
  CHECK(demo.targets == 24820);
  CHECK(six_places(demo.log_loss) == 0.323374);
  CHECK(six_places(demo.rmse_bins) == 0.086791);
  const Metrics josh = published("py-fsrs_review_logs_josh.csv", -7);
  CHECK(josh.targets == 6025);
  CHECK(six_places(josh.log_loss) == 0.447190);
  CHECK(six_places(josh.rmse_bins) == 0.076214);
}

TEST_CASE("E: the published loss of one log by the rule of 24 hours") {
  ENTENTE_NEEDS_SHARED("data/reviews");
  DatasetOptions options;
  options.same_day = SameDay::hours24;
  const Dataset data = dataset(shared_log("py-fsrs_review_logs_josh.csv"), options);
  CHECK(data.targets.size() == 5329);
  CHECK(evaluate(data, Model{defaults(Algorithm::fsrs6)}).log_loss ==
        doctest::Approx(0.458662353).epsilon(1e-4));
}

TEST_CASE("the area under the curve counts pairs put in the right order") {
  const Dataset data = dataset(pairs({{1, 3}, {2, 3}, {9, 1}, {4, 1}}), {});
  const Model model{defaults(Algorithm::fsrs6)};
  CHECK(evaluate(data, model).auc == 1);
  CHECK(evaluate(dataset(pairs({{1, 1}, {2, 3}, {9, 1}, {4, 3}}), {}), model).auc == 0.5);
  CHECK(evaluate(dataset(pairs({{1, 3}}), {}), model).auc == 0.5);
}

TEST_CASE("same-day rule and day boundary decide what is a target") {
  ReviewLog log{{"a"}, {{0, Grade::good, 0}, {0, Grade::good, 6 * entente::core::ms_per_hour}}};
  DatasetOptions options; // days start at 04:00 UTC: 00:00 and 06:00 are two days
  CHECK(dataset(log, options).targets.size() == 1);
  options.same_day = SameDay::hours24;
  CHECK(dataset(log, options).targets.empty());
  options.same_day = SameDay::calendar;
  options.offset_minutes = 8 * 60; // 08:00 and 14:00
  CHECK(dataset(log, options).targets.empty());
}

TEST_CASE("recency weights run from old to new") {
  std::vector<Target> targets(5);
  weigh(targets, Recency::cubic);
  CHECK(targets.front().weight == 0.25F);
  CHECK(targets.back().weight == 1);
  weigh(targets, Recency::steep);
  CHECK(targets.front().weight == doctest::Approx(0.0667));
  CHECK(targets.back().weight < 1);
  weigh(targets, Recency::none);
  CHECK(targets.front().weight == 1);
}

TEST_CASE("rows out of time order are put in order") {
  ReviewLog log{{"a"},
                {{0, Grade::easy, 9 * entente::core::ms_per_day},
                 {0, Grade::again, entente::core::ms_per_day}}};
  const Dataset data = dataset(log, {});
  CHECK(data.grade == std::vector<std::uint8_t>{1, 4});
  CHECK(data.days == std::vector<float>{0, 8});
}
