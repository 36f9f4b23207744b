#pragma once

// What to study on a day: by what a review gains on a date, by recall falling to a wanted one, or
// first the one and then the other.

#include "memory/study.h"

namespace entente::memory {

// Until `last_days` days before the date: new cards first and reviews when recall falls to
// `wanted`; or, where that is 0, whatever gains most a second, looking `reach` times as far as the
// date. In the last days: whatever gains most a second on the date itself.
struct Strategy {
  double wanted = 0;
  double reach = 1;
  int last_days = 0;

  bool operator==(const Strategy&) const = default;
};

inline constexpr Strategy greedy{0, 1, 0};

// study, model: kept by reference while the policy lives.
[[nodiscard]] Policy policy(const Study& study, const Model& model, const Strategy& strategy);

// Today's cards in order, as many as the day's seconds are expected to hold.
[[nodiscard]] std::vector<std::uint32_t> todays_cards(const Study& study, const Model& model,
                                                      const Strategy& strategy);

// A card and what studying it now is worth.
struct RankedCard {
  std::uint32_t card = 0;
  double seconds = 0; // expected
  double gain = 0;    // weighted recall, `horizon` days on, over leaving it, a second
};

// Cards not studied today, new and old, by falling gain a second; those that gain nothing come
// last.
[[nodiscard]] std::vector<RankedCard> ranked_by_gain(const Study& study, const Model& model,
                                                     double horizon);

} // namespace entente::memory
