// Plans for a date under the same seeds: constant recall, greedy (A), new first with the best
// recall (B), mixtures, and ours. Usage: plan_bench [SEEDS]

#include "memory/plan.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace entente::memory;

namespace {

struct Row {
  std::size_t cards;
  int days;
  double budget; // units a day: review 1, lapse 2, new card 2
};

struct Learner {
  const char* name;
  Model planner;
  Model truth;
};

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

Study study_of(const Row& row) {
  Study study;
  study.cards.resize(row.cards);
  study.budget.assign(static_cast<std::size_t>(row.days), row.budget);
  study.costs = {2, 1, 2};
  return study;
}

double mean(const Study& study, const Learner& learner, const Strategy& strategy, int seeds) {
  double sum = 0;
  for (int k = 0; k < seeds; ++k)
    sum += simulate(study, {learner.truth, learner.planner},
                    policy(study, learner.planner, strategy), 1000 + static_cast<std::uint64_t>(k))
               .recall;
  return sum / seeds;
}

// Reviews when recall falls to `wanted`, before new cards, so many of those a day that all are seen
// in seven tenths of the time; and greedy in the last days.
Policy plain(const Study& study, const Model& model, double wanted, int last_days) {
  const auto late = policy(study, model, greedy);
  const auto per_day = static_cast<std::size_t>(
      std::max(1.0, std::ceil(static_cast<double>(study.cards.size()) / (study.days() * 0.7))));
  return [&study, &model, wanted, last_days, late, per_day](const Room& room, int day) {
    if (day >= study.days() - last_days) return late(room, day);
    std::vector<std::pair<double, std::uint32_t>> due;
    std::vector<std::uint32_t> fresh;
    for (std::uint32_t i = 0; i < room.count; ++i) {
      const double since = day - static_cast<double>(room.last[i]);
      if (!room.seen[i])
        fresh.push_back(i);
      else if (since >= std::max(1.0, std::round(model.interval(room.state(i), wanted))))
        due.emplace_back(model.retrievability(room.state(i), since), i);
    }
    std::sort(due.begin(), due.end());
    fresh.resize(std::min(fresh.size(), per_day));
    std::vector<std::uint32_t> order;
    for (const auto& entry : due) order.push_back(entry.second);
    order.insert(order.end(), fresh.begin(), fresh.end());
    return order;
  };
}

double mean_plain(const Study& study, const Learner& learner, double wanted, int last_days,
                  int seeds) {
  double sum = 0;
  for (int k = 0; k < seeds; ++k)
    sum += simulate(study, {learner.truth, learner.planner},
                    plain(study, learner.planner, wanted, last_days),
                    1000 + static_cast<std::uint64_t>(k))
               .recall;
  return sum / seeds;
}

void print_row(const Row& row, const Learner& learner, int seeds) {
  const Study study = study_of(row);
  const double constant = mean_plain(study, learner, 0.9, 0, seeds);
  const double late_7 = mean_plain(study, learner, 0.9, 7, seeds);
  const double late_14 = mean_plain(study, learner, 0.85, 14, seeds);
  const double a = mean(study, learner, greedy, seeds);
  double b = 0;
  double best = 0;
  for (const double wanted :
       {0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99}) {
    const double recall = mean(study, learner, {wanted, 1, 0}, seeds);
    if (recall > b) best = wanted;
    b = std::max(b, recall);
  }
  const double before = seconds();
  const auto chosen = choose_strategy(study, learner.planner);
  const double took = seconds() - before;
  const double listed = seconds();
  const auto today = todays_cards(study, learner.planner, *chosen);
  const double list_ms = (seconds() - listed) * 1000;
  const double ours = mean(study, learner, *chosen, seeds);
  std::printf(
      "%5zu %3d %4.0f | %.4f %.4f %.4f | %.4f | %.4f (%.2f) | %.4f %+.4f | wanted %.2f reach "
      "%.1f last %2d | %.2f s, list %.1f ms\n",
      row.cards, row.days, row.budget, constant, late_7, late_14, a, b, best, ours,
      ours - std::max(a, b), chosen->wanted, chosen->reach, chosen->last_days, took, list_ms);
}

Model other_fsrs6() {
  Parameters parameters = defaults(Algorithm::fsrs6);
  auto& w = parameters.weights;
  w[0] = 0.4;
  w[2] = 3.2;
  w[8] = 1.6;
  w[9] = 0.2;
  w[11] = 1.6;
  w[20] = 0.25;
  return Model{parameters};
}

} // namespace

int main(int argc, char** argv) {
  const int seeds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
  const Model six{defaults(Algorithm::fsrs6)};
  const Model seven{defaults(Algorithm::fsrs7)};
  std::printf("mean recall of all cards on the day, %d learners a figure\n", seeds);
  for (const Learner& learner :
       {Learner{"FSRS-6", six, six}, Learner{"FSRS-7", seven, seven},
        Learner{"another FSRS-6 than the planner's", six, other_fsrs6()}}) {
    std::printf(
        "\nlearner: %s\ncards days units | .9 | .9 then A 7 | .85 then A 14 | A greedy | B new "
        "first, best | ours, over the better of A and B | strategy | time\n",
        learner.name);
    for (const Row& row : {Row{400, 30, 60}, Row{400, 30, 30}, Row{400, 90, 20}, Row{1000, 60, 60},
                           Row{1000, 14, 150}})
      print_row(row, learner, seeds);
  }
}
