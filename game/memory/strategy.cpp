#include "memory/strategy.h"

#include "memory/kernel.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace entente::memory {

namespace {

constexpr double least_gain = 0.003; // recall on the date that a review must bring

// What the kernel sees ahead for all cards of a room at once.
class Outlook {
public:
  Outlook(const Study& study, const Model& model) : study_(study), model_(model) {
    for (std::size_t i = 0; i < 4; ++i) firsts_[i] = first_day(model, static_cast<Grade>(i + 1));
  }

  // Recall on the day and, for a horizon above 0, what a review is worth there.
  void look(const Room& room, int day, double horizon) {
    const std::size_t padded = room.stability.size();
    for (auto* figures : {&elapsed_, &recall_, &left_, &reviewed_}) figures->resize(padded);
    for (std::size_t i = 0; i < padded; ++i)
      elapsed_[i] = std::max(0.0F, static_cast<float>(day) - room.last[i]);
    const auto& shares = study_.habits.recalled;
    const Prospect prospect{static_cast<float>(horizon),
                            static_cast<float>(relearn_days(model_)),
                            {static_cast<float>(shares[0]), static_cast<float>(shares[1]),
                             static_cast<float>(shares[2])}};
    const bool ahead = horizon > 0;
    kernel().outlook(
        model_.parameters().algorithm, model_.parameters().weights.data(),
        {room.stability.data(), room.fast.data(), room.difficulty.data(), elapsed_.data(), padded},
        prospect,
        {recall_.data(), ahead ? left_.data() : nullptr, ahead ? reviewed_.data() : nullptr});
    fresh_ = ahead ? first_recall(horizon) - study_.guess : 0;
  }

  [[nodiscard]] double recall(std::size_t card) const { return static_cast<double>(recall_[card]); }

  [[nodiscard]] RankedCard worth(const Room& room, std::uint32_t card) const {
    const double weight = study_.cards[card].weight;
    if (!room.seen[card]) return {card, study_.costs.first, fresh_ * weight / study_.costs.first};
    const double seconds =
        recall(card) * study_.costs.recalled + (1 - recall(card)) * study_.costs.missed;
    const double gain = static_cast<double>(reviewed_[card]) - static_cast<double>(left_[card]);
    return {card, seconds, gain * weight / seconds};
  }

private:
  [[nodiscard]] double first_recall(double horizon) const {
    double expected = 0;
    for (std::size_t i = 0; i < 4; ++i)
      expected += study_.habits.first[i] * model_.retrievability(firsts_[i], horizon);
    return expected;
  }

  const Study& study_;
  const Model& model_;
  std::array<State, 4> firsts_;
  std::vector<float> elapsed_, recall_, left_, reviewed_;
  double fresh_ = 0; // what a new card gains by being seen
};

// Not twice on one day.
bool rested(const Room& room, std::size_t card, int day) {
  return !room.seen[card] || static_cast<double>(room.last[card]) <= day - 0.5;
}

// Cards by what studying them on the day gains at the horizon; those of one gain as they stand.
std::vector<RankedCard> by_gain(Outlook& outlook, const Room& room, int day, double horizon) {
  outlook.look(room, day, horizon);
  std::vector<RankedCard> ranked;
  for (std::uint32_t i = 0; i < room.count; ++i)
    if (rested(room, i, day)) ranked.push_back(outlook.worth(room, i));
  std::sort(ranked.begin(), ranked.end(), [](const RankedCard& a, const RankedCard& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.card < b.card;
  });
  return ranked;
}

// One strategy's view of a room, day after day.
class Chooser {
public:
  Chooser(const Study& study, const Model& model, const Strategy& strategy)
      : study_(study), model_(model), strategy_(strategy), outlook_(study, model) {}

  std::vector<std::uint32_t> operator()(const Room& room, int day) {
    const int left = study_.days() - day;
    if (left <= strategy_.last_days) return gaining(room, day, left);
    if (strategy_.wanted > 0) return new_first(room, day);
    return gaining(room, day, left * strategy_.reach);
  }

private:
  std::vector<std::uint32_t> gaining(const Room& room, int day, double horizon) {
    std::vector<std::uint32_t> order;
    for (const RankedCard& card : by_gain(outlook_, room, day, horizon))
      if (!room.seen[card.card] || worthwhile(card)) order.push_back(card.card);
    return order;
  }

  // With ample time almost every card gains a little by being asked each day; a person's time is
  // not spent on what nobody would notice on the date.
  [[nodiscard]] bool worthwhile(const RankedCard& card) const {
    return card.gain * card.seconds > least_gain * study_.cards[card.card].weight;
  }

  // New cards by weight, then reviews that are due, least recall first.
  std::vector<std::uint32_t> new_first(const Room& room, int day) {
    outlook_.look(room, day, 0);
    answers_.resize(room.count, -1);
    due_.resize(room.count, 0);
    std::vector<std::pair<double, std::uint32_t>> fresh;
    std::vector<std::pair<double, std::uint32_t>> due_now;
    for (std::uint32_t i = 0; i < room.count; ++i) {
      if (!room.seen[i])
        fresh.emplace_back(-study_.cards[i].weight, i);
      else if (rested(room, i, day) && due(room, i) <= day)
        due_now.emplace_back(outlook_.recall(i), i);
    }
    std::sort(fresh.begin(), fresh.end());
    std::sort(due_now.begin(), due_now.end());
    fresh.insert(fresh.end(), due_now.begin(), due_now.end());
    std::vector<std::uint32_t> order;
    for (const auto& entry : fresh) order.push_back(entry.second);
    return order;
  }

  // Whole days, and always once more before the date; solved once after each answer.
  double due(const Room& room, std::size_t i) {
    if (answers_[i] == room.answers[i]) return due_[i];
    answers_[i] = room.answers[i];
    const double last = static_cast<double>(room.last[i]);
    const double days = std::max(1.0, std::round(model_.interval(room.state(i), strategy_.wanted)));
    return due_[i] = last + std::min(days, std::max(1.0, study_.days() - 1 - last));
  }

  const Study& study_;
  const Model& model_;
  Strategy strategy_;
  Outlook outlook_;
  std::vector<int> answers_; // of each card when its due day was solved
  std::vector<double> due_;
};

} // namespace

Policy policy(const Study& study, const Model& model, const Strategy& strategy) {
  const auto chooser = std::make_shared<Chooser>(study, model, strategy);
  return [chooser](const Room& room, int day) { return (*chooser)(room, day); };
}

std::vector<std::uint32_t> todays_cards(const Study& study, const Model& model,
                                        const Strategy& strategy) {
  if (study.budget.empty()) return {};
  const Room now = room(study);
  std::vector<std::uint32_t> today;
  double budget = study.budget.front();
  for (const std::uint32_t card : policy(study, model, strategy)(now, 0)) {
    const double recall =
        now.seen[card] ? model.retrievability(now.state(card), -static_cast<double>(now.last[card]))
                       : 0;
    const double least = now.seen[card] ? study.costs.recalled : study.costs.first;
    if (budget < least) continue;
    budget -= now.seen[card] ? recall * study.costs.recalled + (1 - recall) * study.costs.missed
                             : study.costs.first;
    today.push_back(card);
  }
  return today;
}

std::vector<RankedCard> ranked_by_gain(const Study& study, const Model& model, double horizon) {
  Outlook outlook(study, model);
  return by_gain(outlook, room(study), 0, horizon);
}

} // namespace entente::memory
