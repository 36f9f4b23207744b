#include "memory/workload.h"

#include <algorithm>
#include <cmath>

namespace entente::memory {

namespace {

// What is due, least stable first, then new cards up to the day's limit.
Policy ordinary_days(const Model& model, std::size_t new_per_day, double wanted) {
  return [&model, new_per_day, wanted](const Room& room, int day) {
    std::vector<std::pair<float, std::uint32_t>> due;
    std::vector<std::uint32_t> fresh;
    for (std::uint32_t i = 0; i < room.count; ++i) {
      const double since = day - static_cast<double>(room.last[i]);
      if (!room.seen[i]) {
        if (fresh.size() < new_per_day) fresh.push_back(i);
      } else if (since >= 0.5 && model.retrievability(room.state(i), since + 0.5) <= wanted) {
        due.emplace_back(room.stability[i], i); // due at any moment of the day
      }
    }
    std::sort(due.begin(), due.end());
    std::vector<std::uint32_t> order;
    for (const auto& entry : due) order.push_back(entry.second);
    order.insert(order.end(), fresh.begin(), fresh.end());
    return order;
  };
}

} // namespace

std::vector<Workload> workloads(const Study& study, const Model& model, std::size_t new_per_day,
                                std::span<const double> wanted, std::stop_token stop) {
  constexpr std::uint64_t seed = 1; // the same luck for every wanted recall
  double weight = 0;
  for (const StudyCard& card : study.cards) weight += card.weight;
  std::vector<Workload> curve;
  for (const double recall : wanted) {
    if (stop.stop_requested()) return {};
    const Studied studied =
        simulate(study, {model, model}, ordinary_days(model, new_per_day, recall), seed);
    curve.push_back(
        {recall, studied.seconds / 60 / std::max(1, study.days()), studied.recall * weight});
  }
  return curve;
}

} // namespace entente::memory
