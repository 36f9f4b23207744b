#include "memory/load.h"

#include "memory/strategy.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente::memory {

namespace {

constexpr int longest = 36500; // days

// A day's load in ordinary days' cards; a weekday that takes nothing is full from the start.
double burden(core::Day day, const Load& load, const EasyDays& easy_days) {
  const double share = easy_days[static_cast<std::size_t>(core::weekday(day))];
  return (load(day) + 1) / std::max(share, 1e-4);
}

} // namespace

core::Day spread_due(core::Day today, double interval, const Load& load,
                     const EasyDays& easy_days) {
  const DayRange range = fuzz_range(interval, std::min(1, static_cast<int>(interval)), longest);
  using Rank = std::tuple<double, double>; // burden, distance from the interval
  core::Day best = today + range.low;
  Rank least{burden(best, load, easy_days), std::abs(range.low - interval)};
  for (int days = range.low + 1; days <= range.high; ++days) {
    const Rank rank{burden(today + days, load, easy_days), std::abs(days - interval)};
    if (rank >= least) continue;
    least = rank;
    best = today + days;
  }
  return best;
}

std::vector<std::vector<std::uint32_t>> deal_backlog(const Study& study, const Model& model,
                                                     std::span<const std::size_t> cards_a_day,
                                                     double horizon) {
  std::vector<std::vector<std::uint32_t>> days(1);
  const auto room = [&](std::size_t day) {
    return cards_a_day[std::min(day, cards_a_day.size() - 1)];
  };
  for (const RankedCard& card : ranked_by_gain(study, model, horizon)) {
    while (days.back().size() >= room(days.size() - 1)) days.emplace_back();
    days.back().push_back(card.card);
  }
  return days;
}

LeechAdvice leech_advice(int lapses, int threshold) {
  const int again = std::max(1, threshold / 2);
  if (lapses < threshold || (lapses - threshold) % again != 0) return LeechAdvice::none;
  return lapses == threshold ? LeechAdvice::other_form : LeechAdvice::edit;
}

} // namespace entente::memory
