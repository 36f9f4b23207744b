// The calendar of days with answers, as many weeks as fit.

#include "screens/pages.h"
#include "screens/words.h"
#include "ui/charts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int most_weeks = 48;
constexpr int least_weeks = 12;
constexpr float week_step = 20; // dp
constexpr float around = 340;   // dp the calendar does not have: rail, margins, card

std::vector<double> strengths(const service::Standing& standing, core::Day first) {
  std::vector<int> answers(static_cast<std::size_t>(standing.today - first + 1));
  for (const auto& day : standing.days)
    if (day.day >= first && day.day <= standing.today)
      answers[static_cast<std::size_t>(day.day - first)] = day.answers;
  const int most = std::max(1, *std::max_element(answers.begin(), answers.end()));
  std::vector<double> all;
  for (const int n : answers) all.push_back(static_cast<double>(n) / most);
  return all;
}

} // namespace

Build days_card(Frame& frame) {
  const auto& standing = frame.model.standing;
  const int weeks =
      std::clamp(static_cast<int>((frame.width - around) / week_step), least_weeks, most_weeks);
  const core::Day first = standing.today + (1 - 7 * weeks + (6 - core::weekday(standing.today)));
  std::string figures = say_count("answers", standing.answers);
  if (standing.streak > 0)
    figures += " · " + say_count("days.streak", standing.streak) + " · " +
               say("days.best", {{"n", number(standing.best_streak)}});
  Calendar calendar;
  calendar.label = say_count("days.weeks", weeks) + ", " + figures;
  calendar.days = strengths(standing, first);
  calendar.today = standing.today - first;
  calendar.days.resize(static_cast<std::size_t>(7 * weeks)); // to the end of this week
  return card(row(h2(say("days.title")), text(figures).small().mute()).between(),
              chart(std::move(calendar)))
      .gap(14)
      .padding({25, 20});
}

} // namespace entente::screens
