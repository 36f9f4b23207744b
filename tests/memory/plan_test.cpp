#include "memory/plan.h"

#include "memory/workload.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace entente::memory;

namespace {

const Model fsrs7{defaults(Algorithm::fsrs7)};
const Model fsrs6{defaults(Algorithm::fsrs6)};

Study fresh(std::size_t cards, int days, double seconds) {
  Study study;
  study.cards.resize(cards);
  study.budget.assign(static_cast<std::size_t>(days), seconds);
  return study;
}

double mean(const Study& study, const Model& model, const Strategy& strategy) {
  double sum = 0;
  for (std::uint64_t seed = 500; seed < 520; ++seed)
    sum += simulate(study, {model, model}, policy(study, model, strategy), seed).recall;
  return sum / 20;
}

Study any_study() {
  Study study = fresh(0, *rc::gen::inRange(1, 15), *rc::gen::inRange(0, 900));
  const auto cards = *rc::gen::inRange(0, 40);
  for (int i = 0; i < cards; ++i) {
    StudyCard card;
    card.weight = *rc::gen::inRange(0, 4);
    if (*rc::gen::inRange(0, 2) == 0) {
      card.state = fsrs7.first(static_cast<Grade>(*rc::gen::inRange(1, 5)));
      card.elapsed = *rc::gen::inRange(0, 200) / 10.0;
    }
    study.cards.push_back(card);
  }
  return study;
}

} // namespace

TEST_CASE("a plan beats no study, and more time never does worse") {
  Study study = fresh(120, 20, 300);
  const auto plan = make_plan(study, fsrs7);
  REQUIRE(plan);
  CHECK(plan->without.expected == 0);
  CHECK(plan->with_plan.expected > 0.4);
  CHECK(plan->with_more.expected > plan->with_plan.expected);
  CHECK(plan->with_plan.low < plan->with_plan.expected);
  CHECK(plan->with_plan.high > plan->with_plan.expected);
  CHECK_FALSE(plan->today.empty());
}

TEST_CASE("the chosen strategy is at least as good as either pure one") {
  for (const Model* model : {&fsrs6, &fsrs7}) {
    const Study study = fresh(200, 60, 240);
    const auto chosen = choose_strategy(study, *model);
    REQUIRE(chosen);
    const double best = std::max(mean(study, *model, greedy), mean(study, *model, {0.92, 1, 0}));
    CHECK(mean(study, *model, *chosen) >= best);
  }
}

TEST_CASE("the same study is planned the same way, on any number of threads") {
  const Study study = fresh(150, 25, 200);
  PlanOptions one;
  one.threads = 1;
  PlanOptions two;
  two.threads = 2;
  const auto a = make_plan(study, fsrs7, one);
  const auto b = make_plan(study, fsrs7, two);
  CHECK(a->strategy == b->strategy);
  CHECK(a->today == b->today);
  CHECK(a->with_plan.expected == b->with_plan.expected);
}

TEST_CASE("where time is too short, the cards that matter least are left") {
  Study study = fresh(60, 5, 120); // 25 cards can be seen
  for (std::size_t i = 0; i < 60; ++i) study.cards[i].weight = i % 2 == 0 ? 1 : 5;
  const auto plan = make_plan(study, fsrs7);
  REQUIRE(plan);
  CHECK(plan->left.size() >= 30);
  for (std::size_t i = 1; i < 60; i += 2)
    if (std::find(plan->left.begin(), plan->left.end(), i) != plan->left.end())
      for (std::size_t k = 0; k < 60; k += 2) // then no lighter card is studied either
        CHECK(std::find(plan->left.begin(), plan->left.end(), k) != plan->left.end());
}

TEST_CASE("nothing is left when there is time for all") {
  CHECK(make_plan(fresh(20, 20, 600), fsrs7)->left.empty());
}

TEST_CASE("today's cards fit the day, once each, and none was studied today") {
  CHECK(rc::check([] {
    const Study study = any_study();
    const Strategy strategy{*rc::gen::element(0.0, 0.9), *rc::gen::element(1.0, 5.0),
                            *rc::gen::inRange(0, 20)};
    const auto today = todays_cards(study, fsrs7, strategy);
    RC_ASSERT(std::set(today.begin(), today.end()).size() == today.size());
    double seconds = 0;
    for (const std::uint32_t i : today) {
      RC_ASSERT(i < study.cards.size());
      RC_ASSERT(!study.cards[i].state || study.cards[i].elapsed >= 0.5);
      seconds += study.cards[i].state ? study.costs.recalled : study.costs.first;
    }
    RC_ASSERT(seconds <= study.budget.front());
  }));
}

TEST_CASE("a simulation keeps to its budget and to days off") {
  CHECK(rc::check([] {
    Study study = any_study();
    study.budget.front() = 0;
    double allowed = 0;
    for (const double seconds : study.budget)
      allowed += seconds > 0 ? seconds + study.costs.missed : 0;
    const Studied studied = simulate(study, {fsrs7, fsrs7}, policy(study, fsrs7, greedy), 1);
    RC_ASSERT(studied.seconds <= allowed);
    RC_ASSERT(studied.recall >= 0 && studied.recall <= 1);
  }));
}

TEST_CASE("no cards and no days are plans too") {
  CHECK(make_plan(Study{}, fsrs7)->today.empty());
  CHECK(make_plan(fresh(5, 0, 0), fsrs7)->left.size() == 5);
  CHECK(make_plan(fresh(0, 5, 100), fsrs7)->with_plan.expected == 0);
}

TEST_CASE("planning can be stopped") {
  std::stop_source source;
  source.request_stop();
  PlanOptions options;
  options.stop = source.get_token();
  const auto stopped = make_plan(fresh(50, 10, 100), fsrs7, options);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == entente::core::ErrorCode::cancelled);
  CHECK(stopped.error().message == "Planning was stopped.");
}

TEST_CASE("a higher wanted recall costs more time and keeps more") {
  const Study study = fresh(300, 120, 1e6);
  const double wanted[] = {0.75, 0.85, 0.95};
  const auto curve = workloads(study, fsrs7, 5, wanted);
  REQUIRE(curve.size() == 3);
  CHECK(curve[0].minutes_per_day < curve[1].minutes_per_day);
  CHECK(curve[1].minutes_per_day < curve[2].minutes_per_day);
  CHECK(curve[0].known < curve[2].known);
  std::stop_source source;
  source.request_stop();
  CHECK(workloads(study, fsrs7, 5, wanted, source.get_token()).empty());
}
