#pragma once

// The parts of the drill page, one file each.

#include "screens/pages.h"
#include "ui/build.h"

namespace entente::screens {

// What stands on the screen: the question, and what is known of its answer.
struct Shown {
  const quiz::Asked& asked;
  const quiz::Revealed* revealed = nullptr; // null while the question is open

  [[nodiscard]] const quiz::Question& question() const { return asked.question; }
};

[[nodiscard]] ui::Build top_bar(Frame& frame, const DrillPage& page);
// The keys that count now; `shown` null while the session waits.
[[nodiscard]] ui::Build drill_foot(Frame& frame, const DrillPage& page, const Shown* shown);
// Options, field, order or match: whatever the form asks with.
[[nodiscard]] ui::Build form_view(Frame& frame, const DrillPage& page, const Shown& shown);
// Explanation, source, when it comes again, the grades.
[[nodiscard]] ui::Build answer_view(Frame& frame, const DrillPage& page, const Shown& shown);
// How this card has been and will be remembered.
[[nodiscard]] ui::Build curve_view(Frame& frame, const quiz::Revealed& revealed);

} // namespace entente::screens
