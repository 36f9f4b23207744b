#pragma once

// When a card comes again. The memory model says how long it will be known; here that becomes a
// moment on a study day, the same each time it is asked for.

#include "memory/progress.h"
#include "quiz/settings.h"

#include <array>

namespace entente::quiz {

// The moment a card comes due: never sooner than the gap of a missed card (FSRS-7's defaults give
// 3 seconds after a first Again), and from 2.5 days on moved within memory's fuzz range by a number
// drawn from card id and answer count, so that cards learned together do not stay together.
// REQUIRES: progress.state.
[[nodiscard]] core::Moment due_moment(const memory::CardProgress& progress,
                                      const Settings& settings);

// Is it due now? A card not yet answered this study day is due the whole day when its moment falls
// on it; one answered today waits for its moment, unless it was missed.
[[nodiscard]] bool is_due(const memory::CardProgress& progress, const Settings& settings,
                          core::Moment now);
// Hidden for now: suspended, or buried on this study day.
[[nodiscard]] bool is_hidden(const memory::CardProgress& progress, const Settings& settings,
                             core::Moment now);

// What one of the four grades would bring.
struct Preview {
  memory::Grade grade = memory::Grade::good;
  memory::CardProgress after;
  core::Moment due;
  double days = 0;          // from the answer to `due`
  bool later_today = false; // shown as "later today": under settings.later_today_days
  bool operator==(const Preview&) const = default;
};

[[nodiscard]] Preview preview(const memory::CardProgress& before, memory::Grade grade,
                              core::Moment at, const memory::Model& model,
                              const Settings& settings);
[[nodiscard]] std::array<Preview, 4> previews(const memory::CardProgress& before, core::Moment at,
                                              const memory::Model& model, const Settings& settings);

} // namespace entente::quiz
