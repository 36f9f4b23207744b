#include "memory/plan.h"

#include "memory/weights.h"

#include "core/random.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace entente::memory {

namespace {

constexpr double more_seconds = 5 * 60;

// A learner as far from the model as learners are from each other (published deviations), within
// reason; first stabilities by up to half as much again.
Model another_learner(const Model& model, std::uint64_t seed) {
  core::Random random(seed);
  const auto shift = [&random] { return random.unit() + random.unit() + random.unit() - 1.5; };
  Parameters other = model.parameters();
  const auto table = weights(other.algorithm);
  for (std::size_t i = 0; i < table.size(); ++i) other.weights[i] *= i < 4 ? std::exp(shift()) : 1;
  for (std::size_t i = 4; i < table.size(); ++i) other.weights[i] += shift() * table[i].deviation;
  return Model{other};
}

struct Candidate {
  Strategy strategy;
  double recall = 0; // summed over runs
};

// Measured (tests/bench/plan/plan_bench.cpp): an early phase of either kind with greedy last days
// beats both pure forms; where the change is best depends on the time and the budget.
std::vector<Candidate> candidates(int days) {
  std::vector<Candidate> found{{greedy, 0}};
  for (const int last : {0, 3, 5, 7, 10, 14, 21, 28, 42}) {
    if (last >= days) break;
    for (const double wanted : {0.85, 0.92}) found.push_back({{wanted, 1, last}, 0});
  }
  for (const int last : {3, 7}) {
    if (last >= days) break;
    found.push_back({{0.96, 1, last}, 0});
    for (const double reach : {2.0, 5.0}) found.push_back({{0, reach, last}, 0});
  }
  return found;
}

// Runs each candidate on `runs` further learners; every candidate meets the same ones.
class Trial {
public:
  Trial(const Study& study, const Model& model, const PlanOptions& options)
      : study_(study), model_(model), options_(options) {}

  void run(std::vector<Candidate>& field, int runs) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < field.size(); i = next++)
        for (int k = 0; k < runs && !options_.stop.stop_requested(); ++k)
          field[i].recall += one(field[i].strategy, done_ + k);
    };
    {
      std::vector<std::jthread> others;
      for (int i = 1; i < options_.threads; ++i) others.emplace_back(work);
      work();
    }
    done_ += runs;
    std::stable_sort(field.begin(), field.end(),
                     [](const auto& a, const auto& b) { return a.recall > b.recall; });
  }

private:
  // Every second learner remembers otherwise than the model thinks: a strategy must bear that.
  [[nodiscard]] double one(const Strategy& strategy, int run) const {
    const auto seed = options_.seed + static_cast<std::uint64_t>(run);
    const Policy way = policy(study_, model_, strategy);
    if (run % 2 == 0) return simulate(study_, {model_, model_}, way, seed).recall;
    const Model other = another_learner(model_, seed);
    return simulate(study_, {other, model_}, way, seed).recall;
  }

  const Study& study_;
  const Model& model_;
  const PlanOptions& options_;
  int done_ = 0;
};

core::Error cancelled() { return {core::ErrorCode::cancelled, "Planning was stopped.", "", ""}; }

Forecast shown(const Study& study, std::span<const double> recalls, const Departure& departure) {
  std::vector<double> weights;
  for (const StudyCard& card : study.cards) weights.push_back(card.weight);
  return forecast(recalls, weights, departure);
}

// Means over a few learners of what a strategy comes to; and which cards most of them never see.
class Outcome {
public:
  Outcome(const Study& study, const Model& model, const Strategy& strategy,
          const PlanOptions& options)
      : study_(study), missed_(study.cards.size(), 0), days_(study.budget.size()) {
    for (int k = 0; k < runs; ++k) {
      Diary diary{options.departure.shift, {}};
      add(simulate(study, {model, model}, policy(study, model, strategy),
                   options.seed + static_cast<std::uint64_t>(k), &diary),
          options.departure);
      add(diary);
    }
  }

  [[nodiscard]] const Forecast& recall() const { return recall_; }
  [[nodiscard]] const std::vector<PlanDay>& days() const { return days_; }
  [[nodiscard]] std::vector<std::uint32_t> left() const {
    std::vector<std::uint32_t> cards;
    for (std::uint32_t i = 0; i < missed_.size(); ++i)
      if (missed_[i] > runs / 2) cards.push_back(i);
    return cards;
  }

private:
  static constexpr int runs = 5;

  void add(const Studied& studied, const Departure& departure) {
    const Forecast one = shown(study_, studied.recalls, departure);
    recall_.expected += one.expected / runs;
    recall_.low += one.low / runs;
    recall_.high += one.high / runs;
    for (std::size_t i = 0; i < missed_.size(); ++i) missed_[i] += studied.left[i] ? 1 : 0;
  }

  void add(const Diary& diary) {
    for (std::size_t i = 0; i < days_.size(); ++i) {
      const StudiedDay& day = diary.days[i];
      days_[i].cards += static_cast<double>(day.cards) / runs;
      days_[i].fresh += static_cast<double>(day.fresh) / runs;
      days_[i].seconds += day.seconds / runs;
      days_[i].before += day.before / runs;
      days_[i].after += day.after / runs;
    }
  }

  const Study& study_;
  Forecast recall_;
  std::vector<int> missed_;
  std::vector<PlanDay> days_;
};

std::vector<PlanDay> with_unstudied(std::vector<PlanDay> days, const Study& study,
                                    const Model& model, double shift) {
  for (std::size_t i = 0; i < days.size(); ++i) {
    std::vector<double> recalls = unstudied(study, model, static_cast<int>(i));
    for (double& each : recalls) each = shifted(each, shift);
    days[i].without = weighted_mean(study, recalls);
  }
  return days;
}

} // namespace

core::Result<Strategy> choose_strategy(const Study& study, const Model& model,
                                       const PlanOptions& options) {
  std::vector<Candidate> field = candidates(study.days());
  Trial trial(study, model, options);
  // Halving: few runs for many candidates, more for the few that are left; more of them all where
  // a run is short.
  constexpr std::array<std::pair<std::size_t, int>, 4> rounds{{{64, 1}, {12, 2}, {5, 5}, {2, 8}}};
  constexpr double card_days = 60000; // that a second is enough for at one run each
  const double size = static_cast<double>(study.cards.size()) * study.days();
  const int more = static_cast<int>(std::clamp(card_days / std::max(size, 1.0), 1.0, 6.0));
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    field.resize(std::min(field.size(), rounds[i].first));
    trial.run(field, rounds[i].second * more);
    if (options.stop.stop_requested()) return cancelled();
    if (options.progress) options.progress(static_cast<double>(i + 1) / rounds.size());
  }
  return field.front().strategy;
}

core::Result<Plan> make_plan(const Study& study, const Model& model, const PlanOptions& options) {
  const auto strategy = options.strategy ? core::Result<Strategy>(*options.strategy)
                                         : choose_strategy(study, model, options);
  if (!strategy) return strategy.error();
  Study longer = study;
  for (double& seconds : longer.budget) seconds += seconds > 0 ? more_seconds : 0;
  const Outcome with_plan(study, model, *strategy, options);
  const Outcome with_more(longer, model, *strategy, options);
  if (options.stop.stop_requested()) return cancelled();
  // Five minutes more need not be used: what the plan comes to without them stays within reach.
  const Forecast more = with_more.recall().expected < with_plan.recall().expected
                            ? with_plan.recall()
                            : with_more.recall();
  return Plan{*strategy,
              todays_cards(study, model, *strategy),
              shown(study, unstudied(study, model, study.days()), options.departure),
              with_plan.recall(),
              more,
              with_unstudied(with_plan.days(), study, model, options.departure.shift),
              with_plan.left()};
}

} // namespace entente::memory
