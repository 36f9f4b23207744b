#pragma once

// When a card comes again. The memory model says how long it will be known; here that becomes a
// moment on a study day, the same each time it is asked for.

#include "memory/load.h"
#include "memory/progress.h"
#include "quiz/settings.h"

#include <array>
#include <map>
#include <span>

namespace entente::quiz {

// The moment a card comes due: never sooner than the gap of a missed card (FSRS-7's defaults give
// 3 seconds after a first Again), and from 2.5 days on moved within memory's fuzz range, so that
// cards learned together do not stay together: to the day chosen when the answer was given, or the
// nearest to it that present weights allow; where none was chosen, by a number drawn from card id
// and answer count.
// REQUIRES: progress.state.
[[nodiscard]] core::Moment due_moment(const memory::CardProgress& progress,
                                      const Settings& settings);

// The study day it comes due. REQUIRES: progress.state.
[[nodiscard]] core::Day due_day(const memory::CardProgress& progress, const Settings& settings);

// How many cards come on each day, kept up while cards are answered.
class DueTally {
public:
  DueTally(std::map<core::Day, int> days, const Settings& settings)
      : days_(std::move(days)), settings_(settings) {}

  void add(const memory::CardProgress& card, int times = 1); // cards that never come are no load
  // Chooses the day a card just answered comes again, by what the others leave free and by easy
  // days. before: the card as it is counted so far.
  void place(const memory::CardProgress& before, memory::CardProgress& after) const;
  [[nodiscard]] const std::map<core::Day, int>& days() const { return days_; }

private:
  std::map<core::Day, int> days_;
  Settings settings_;
};

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

// tally: of all cards, this one as it is before; null where no day is to be chosen yet.
[[nodiscard]] Preview preview(const memory::CardProgress& before, memory::Grade grade,
                              core::Moment at, const memory::Model& model, const Settings& settings,
                              const DueTally* tally = nullptr);
[[nodiscard]] std::array<Preview, 4> previews(const memory::CardProgress& before, core::Moment at,
                                              const memory::Model& model, const Settings& settings,
                                              const DueTally* tally = nullptr);

} // namespace entente::quiz
