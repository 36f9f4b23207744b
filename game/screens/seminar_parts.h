#pragma once

// What the seminar's card and its dialog share.

#include "screens/model.h"

namespace entente::screens {

inline constexpr float while_planning = 0.45F; // opacity of figures that are being made anew

// The newest plan of a deck, and whether it is of the seminar as it is set now.
struct ShownPlan {
  const service::SeminarPlan* plan = nullptr;
  bool fresh = false;
};
[[nodiscard]] ShownPlan shown_plan(const Model& model, const service::DeckStanding& deck);

} // namespace entente::screens
