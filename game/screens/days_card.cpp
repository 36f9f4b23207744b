// The calendar of days with answers, as many weeks as fit.

#include "screens/pages.h"
#include "screens/progress_charts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int most_weeks = 48;
constexpr int least_weeks = 12;
constexpr float week_step = 20; // dp
constexpr float around = 340;   // dp the calendar does not have: rail, margins, card

} // namespace

Build days_card(Frame& frame) {
  const auto& standing = frame.model.standing;
  const int weeks =
      std::clamp(static_cast<int>((frame.width - around) / week_step), least_weeks, most_weeks);
  std::string figures = say_count("answers", standing.answers);
  if (standing.streak > 0)
    figures += " · " + say_count("days.streak", standing.streak) + " · " +
               say("days.best", {{"n", number(standing.best_streak)}});
  return card(row(h2(say("days.title")), text(figures).small().mute()).between(),
              calendar_figures(standing.days, standing.today, weeks, {}).chart)
      .gap(14)
      .padding({25, 20});
}

} // namespace entente::screens
