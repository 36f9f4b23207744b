#include "quiz/schedule.h"

#include "core/random.h"
#include "memory/fuzz.h"

#include <algorithm>
#include <cmath>

namespace entente::quiz {

namespace {

constexpr int longest_days = 36500;
constexpr double fuzz_from_days = 2.5; // below it memory's range is one day wide

double fuzzed_days(const memory::CardProgress& progress, double days) {
  if (days < fuzz_from_days) return days;
  core::Random random(core::hash(progress.card) + static_cast<std::uint64_t>(progress.answers));
  return memory::fuzzed(days, random.unit(), 1, longest_days);
}

core::Day day(core::Moment moment, const Settings& settings) {
  return core::study_day(moment, settings.day_start_minutes);
}

} // namespace

core::Moment due_moment(const memory::CardProgress& progress, const Settings& settings) {
  const double least = settings.missed_gap_seconds / 86400.0;
  const double exact = core::days_between(progress.last_answer, progress.due);
  const double days = std::max(least, fuzzed_days(progress, exact));
  core::Moment due = progress.last_answer;
  due.utc_ms += std::llround(days * static_cast<double>(core::ms_per_day));
  return due;
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
                const memory::Model& model, const Settings& settings) {
  Preview result;
  result.grade = grade;
  result.after = memory::apply(before, {at, grade}, model,
                               {settings.wanted_recall, settings.day_start_minutes});
  result.due = due_moment(result.after, settings);
  result.days = core::days_between(at, result.due);
  result.later_today = result.days < settings.later_today_days;
  return result;
}

std::array<Preview, 4> previews(const memory::CardProgress& before, core::Moment at,
                                const memory::Model& model, const Settings& settings) {
  using memory::Grade;
  const auto with = [&](Grade grade) { return preview(before, grade, at, model, settings); };
  return {with(Grade::again), with(Grade::hard), with(Grade::good), with(Grade::easy)};
}

} // namespace entente::quiz
