#include "memory/progress.h"

#include <cmath>

namespace entente::memory {

namespace {

core::Moment days_later(core::Moment from, double days) {
  from.utc_ms += std::llround(days * static_cast<double>(core::ms_per_day));
  return from;
}

bool was_known(const CardProgress& progress, const Model& model) {
  return progress.state && model.stability(*progress.state) >= 1;
}

} // namespace

CardProgress apply(CardProgress progress, const Answer& answer, const Model& model,
                   const Schedule& schedule) {
  const bool missed = answer.grade == Grade::again;
  const bool lapsed = missed && was_known(progress, model);
  if (progress.state) {
    const double days = model.elapsed(progress.last_answer, answer.at, schedule.day_start_minutes);
    progress.state = model.next(*progress.state, days, answer.grade);
  } else {
    progress.state = model.first(answer.grade);
    progress.first_seen = answer.at;
  }
  progress.last_answer = answer.at;
  progress.due = days_later(answer.at, model.interval(*progress.state, schedule.wanted));
  progress.placed = answer.placed;
  ++progress.answers;
  progress.lapses += lapsed ? 1 : 0;
  if (lapsed) progress.missed_forms = 1;
  if (!missed) progress.missed_forms = 0;
  progress.owed = missed;
  return progress;
}

} // namespace entente::memory
