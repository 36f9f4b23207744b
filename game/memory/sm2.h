#pragma once

// A state for a card that another program scheduled by SM-2, when its answers are not at hand.

#include "memory/model.h"

namespace entente::memory {

struct Sm2 {
  double ease = 2.5;      // 1.3 .. about 4
  double interval = 1;    // days
  double retention = 0.9; // recall that SM-2 had kept, in (0, 1)
};

// The state whose retrievability after `interval` days is `retention`. FSRS-6 takes its difficulty
// from the ease; FSRS-7 takes the middle one, as its publishers do.
[[nodiscard]] State from_sm2(const Model& model, const Sm2& card);

} // namespace entente::memory
