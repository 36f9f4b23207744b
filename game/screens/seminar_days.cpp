// The days until a deck's seminar, as the plan has them.

#include "screens/pages.h"
#include "screens/words.h"
#include "ui/charts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

constexpr std::size_t most_days = 14; // more are too narrow for their figures

std::int64_t minutes(const service::SeminarDay& day) {
  return std::llround(day.expected.seconds / 60);
}

Bars bars_of(const service::SeminarPlan& plan) {
  Bars bars;
  bars.label = say("seminar.until");
  bars.height = 120;
  bars.gap = 14;
  bars.radius = 8;
  for (std::size_t i = 0; i < std::min(most_days, plan.days.size()); ++i) {
    const auto& day = plan.days[i];
    Bar bar;
    bar.value = day.off ? 0 : day.expected.seconds / 60;
    bar.over = day.off ? "–" : number(minutes(day));
    bar.under = weekday_short(day.day);
    bar.strong = i == 0;
    bars.bars.push_back(std::move(bar));
  }
  return bars;
}

double mean_minutes(const service::SeminarPlan& plan) {
  double seconds = 0;
  int days = 0;
  for (const auto& day : plan.days) {
    if (day.off) continue;
    seconds += day.expected.seconds;
    ++days;
  }
  return days == 0 ? 0 : seconds / 60 / days;
}

Build the_day(const service::SeminarPlan& plan) {
  return column(chip(percent(plan.with_plan.expected), gold_hue),
                text(weekday_short(plan.seminar.date)).small().bold().tone(Tone::gold))
      .gap(6)
      .align(Place::centre)
      .self(Place::end);
}

} // namespace

std::optional<Build> seminar_days(Frame& frame, const std::string& deck) {
  const auto found = frame.model.plans.find(deck);
  if (found == frame.model.plans.end() || found->second.days.empty()) return std::nullopt;
  const auto& plan = found->second;
  const std::string words =
      say("seminar.takes-you", {{"minutes", number(std::llround(mean_minutes(plan)))},
                                {"from", percent(plan.without.expected)},
                                {"to", percent(plan.with_plan.expected)},
                                {"date", short_date(plan.seminar.date)}});
  return card(h2(say("seminar.until")), text(words).small().mute(), space(8).width(0),
              row(chart(bars_of(plan)).flex(), the_day(plan)).gap(14).align(Place::stretch))
      .gap(4)
      .flex()
      .min_width(320);
}

} // namespace entente::screens
