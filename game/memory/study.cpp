#include "memory/study.h"

#include "memory/forecast.h"
#include "memory/kernel.h"

#include <algorithm>
#include <cmath>

namespace entente::memory {

namespace {

// Uniform in [0, 1), the same for one card's nth answer whatever else happens (splitmix64).
double luck(std::uint64_t seed, std::uint64_t card, std::uint64_t answer) {
  std::uint64_t z = seed * 0x9E3779B97F4A7C15U + card * 0xD1B54A32D192ED03U + answer + 1;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
}

template <std::size_t n> std::size_t drawn(const std::array<double, n>& shares, double unit) {
  std::size_t i = 0;
  for (; i + 1 < n && unit >= shares[i]; ++i) unit -= shares[i];
  return i;
}

class Simulation {
public:
  Simulation(const Study& study, const Pair& models, std::uint64_t seed)
      : study_(study), models_(models), seed_(seed), followed_(room(study)), memory_(followed_) {}

  StudiedDay day(const Policy& policy, int day) {
    StudiedDay studied;
    double budget = study_.budget[static_cast<std::size_t>(day)];
    if (budget <= 0) return studied;
    for (const std::uint32_t card : policy(followed_, day)) {
      const bool first = !followed_.seen[card];
      if (budget < (first ? study_.costs.first : study_.costs.recalled)) continue;
      const double seconds = answer(card, day);
      budget -= seconds;
      studied.seconds += seconds;
      ++studied.cards;
      studied.fresh += first ? 1 : 0;
    }
    result_.seconds += studied.seconds;
    return studied;
  }

  // As it would be shown.
  [[nodiscard]] double mean(int day, double shift) const {
    std::vector<double> all = recalls(day);
    for (double& each : all) each = shifted(each, shift);
    return weighted_mean(study_, all);
  }

  [[nodiscard]] std::vector<double> recalls(int day) const {
    std::vector<double> all;
    all.reserve(followed_.count);
    for (std::size_t i = 0; i < followed_.count; ++i)
      all.push_back(followed_.seen[i] ? recall(i, day) : study_.guess);
    return all;
  }

  Studied finish() && {
    result_.recalls = recalls(study_.days());
    result_.recall = weighted_mean(study_, result_.recalls);
    for (std::size_t i = 0; i < followed_.count; ++i) result_.left.push_back(!followed_.seen[i]);
    return std::move(result_);
  }

private:
  // Returns the seconds it took.
  double answer(std::size_t card, int day) {
    const double unit = luck(seed_, card, static_cast<std::uint64_t>(followed_.answers[card]++));
    const bool first = !followed_.seen[card];
    const Grade grade = first ? static_cast<Grade>(1 + drawn(study_.habits.first, unit))
                              : later_grade(card, day, unit);
    step(memory_, models_.learner, card, day, grade);
    if (&models_.learner != &models_.planner)
      step(followed_, models_.planner, card, day, grade);
    else
      followed_.set(card, memory_.state(card));
    followed_.last[card] = memory_.last[card] = static_cast<float>(day);
    followed_.seen[card] = true;
    if (first) return study_.costs.first;
    return grade == Grade::again ? study_.costs.missed : study_.costs.recalled;
  }

  void step(Room& room, const Model& model, std::size_t card, int day, Grade grade) const {
    room.set(card, followed_.seen[card]
                       ? later_day(model, room.state(card), since(card, day), grade)
                       : first_day(model, grade));
  }

  [[nodiscard]] double since(std::size_t card, int day) const {
    return day - static_cast<double>(followed_.last[card]);
  }

  [[nodiscard]] double recall(std::size_t card, int day) const {
    return models_.learner.retrievability(memory_.state(card), since(card, day));
  }

  [[nodiscard]] Grade later_grade(std::size_t card, int day, double unit) const {
    const double kept = recall(card, day);
    if (unit >= kept) return Grade::again;
    return static_cast<Grade>(2 + drawn(study_.habits.recalled, unit / kept));
  }

  const Study& study_;
  Pair models_;
  std::uint64_t seed_;
  Room followed_; // as the planner sees it
  Room memory_;   // as it is: states only
  Studied result_;
};

} // namespace

void Room::set(std::size_t card, const State& state) {
  stability[card] = static_cast<float>(state.stability);
  fast[card] = static_cast<float>(state.fast);
  difficulty[card] = static_cast<float>(state.difficulty);
}

State Room::state(std::size_t card) const {
  return {static_cast<double>(stability[card]), static_cast<double>(fast[card]),
          static_cast<double>(difficulty[card])};
}

Room room(const Study& study) {
  Room room;
  room.count = study.cards.size();
  const std::size_t padded = (room.count + lane_count - 1) / lane_count * lane_count;
  for (auto* figures : {&room.stability, &room.fast, &room.difficulty}) figures->assign(padded, 1);
  room.last.assign(padded, 0);
  room.seen.assign(padded, false);
  room.answers.assign(padded, 0);
  for (std::size_t i = 0; i < room.count; ++i) {
    const StudyCard& card = study.cards[i];
    if (!card.state) continue;
    room.set(i, *card.state);
    room.last[i] = static_cast<float>(-card.elapsed);
    room.seen[i] = true;
  }
  return room;
}

double relearn_days(const Model& model) {
  return model.parameters().algorithm == Algorithm::fsrs6 ? 0 : 10.0 / (24 * 60);
}

State first_day(const Model& model, Grade grade) {
  const State state = model.first(grade);
  return grade == Grade::again ? model.next(state, relearn_days(model), Grade::good) : state;
}

State later_day(const Model& model, const State& before, double elapsed, Grade grade) {
  const State state = model.next(before, elapsed, grade);
  return grade == Grade::again ? model.next(state, relearn_days(model), Grade::good) : state;
}

Studied simulate(const Study& study, const Pair& models, const Policy& policy, std::uint64_t seed,
                 Diary* diary) {
  Simulation simulation(study, models, seed);
  for (int day = 0; day < study.days(); ++day) {
    const double before = diary == nullptr ? 0 : simulation.mean(day, diary->shift);
    StudiedDay studied = simulation.day(policy, day);
    if (diary == nullptr) continue;
    studied.before = before;
    studied.after = studied.cards > 0 ? simulation.mean(day, diary->shift) : before;
    diary->days.push_back(studied);
  }
  return std::move(simulation).finish();
}

std::vector<double> unstudied(const Study& study, const Model& model, int day) {
  return Simulation(study, {model, model}, 0).recalls(day);
}

double weighted_mean(const Study& study, std::span<const double> recalls) {
  double known = 0;
  double weight = 0;
  for (std::size_t i = 0; i < recalls.size(); ++i) {
    known += study.cards[i].weight * recalls[i];
    weight += study.cards[i].weight;
  }
  return weight > 0 ? known / weight : 0;
}

} // namespace entente::memory
