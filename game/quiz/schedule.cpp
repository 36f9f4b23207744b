#include "quiz/schedule.h"

#include "core/random.h"
#include "memory/fuzz.h"

#include <algorithm>
#include <cmath>

namespace entente::quiz {

namespace {

constexpr int longest_days = 36500;
constexpr double fuzz_from_days = 2.5; // below it memory's range is one day wide

core::Day day(core::Moment moment, const Settings& settings) {
  return core::study_day(moment, settings.day_start_minutes);
}

// Weights fitted since may have moved the range away from the day chosen.
double placed_days(const memory::CardProgress& progress, double days, const Settings& settings) {
  const memory::DayRange range = memory::fuzz_range(days, 1, longest_days);
  return std::clamp(*progress.placed - day(progress.last_answer, settings), range.low, range.high);
}

double moved_days(const memory::CardProgress& progress, double days, const Settings& settings) {
  if (days < fuzz_from_days) return days;
  if (progress.placed) return placed_days(progress, days, settings);
  core::Random random(core::hash(progress.card) + static_cast<std::uint64_t>(progress.answers));
  return memory::fuzzed(days, random.unit(), 1, longest_days);
}

} // namespace

core::Moment due_moment(const memory::CardProgress& progress, const Settings& settings) {
  const double least = settings.missed_gap_seconds / 86400.0;
  const double exact = core::days_between(progress.last_answer, progress.due);
  const double days = std::max(least, moved_days(progress, exact, settings));
  core::Moment due = progress.last_answer;
  due.utc_ms += std::llround(days * static_cast<double>(core::ms_per_day));
  return due;
}

core::Day due_day(const memory::CardProgress& progress, const Settings& settings) {
  return day(due_moment(progress, settings), settings);
}

void DueTally::add(const memory::CardProgress& card, int times) {
  if (card.state && !card.suspended) days_[due_day(card, settings_)] += times;
}

void DueTally::place(const memory::CardProgress& before, memory::CardProgress& after) const {
  after.placed.reset();
  const double days = core::days_between(after.last_answer, after.due);
  if (days < fuzz_from_days) return;
  DueTally others = *this;
  others.add(before, -1);
  const auto load = [&others](core::Day on) {
    const auto found = others.days_.find(on);
    return found == others.days_.end() ? 0 : found->second;
  };
  after.placed =
      memory::spread_due(day(after.last_answer, settings_), days, load, settings_.easy_days);
}

bool is_due(const memory::CardProgress& progress, const Settings& settings, core::Moment now) {
  if (!progress.state) return false;
  const core::Moment due = due_moment(progress, settings);
  if (due.utc_ms <= now.utc_ms || progress.owed) return true;
  return day(progress.last_answer, settings) < day(now, settings) &&
         day({due.utc_ms, now.offset_minutes}, settings) <= day(now, settings);
}

bool is_hidden(const memory::CardProgress& progress, const Settings& settings, core::Moment now) {
  return progress.suspended || (progress.buried && *progress.buried == day(now, settings));
}

Preview preview(const memory::CardProgress& before, memory::Grade grade, core::Moment at,
                const memory::Model& model, const Settings& settings, const DueTally* tally) {
  Preview result;
  result.grade = grade;
  result.after = memory::apply(before, {at, grade}, model,
                               {settings.wanted_recall, settings.day_start_minutes});
  if (tally != nullptr) tally->place(before, result.after);
  result.due = due_moment(result.after, settings);
  result.days = core::days_between(at, result.due);
  result.later_today = result.days < settings.later_today_days;
  return result;
}

std::array<Preview, 4> previews(const memory::CardProgress& before, core::Moment at,
                                const memory::Model& model, const Settings& settings,
                                const DueTally* tally) {
  using memory::Grade;
  const auto with = [&](Grade grade) { return preview(before, grade, at, model, settings, tally); };
  return {with(Grade::again), with(Grade::hard), with(Grade::good), with(Grade::easy)};
}

} // namespace entente::quiz
