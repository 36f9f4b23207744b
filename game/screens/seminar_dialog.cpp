// The dialog that sets the seminar, and shows at once what that brings.

#include "screens/pages.h"
#include "screens/seminar_parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int most_days_ahead = 365;

Build setting(const char* key, Build control) {
  return wrap(text(say(key)).bold().flex().min_width(120), std::move(control)).gap(18);
}

Build date_stepper(Frame& frame, core::Day date) {
  const core::Day today = frame.model.standing.today;
  const int days = std::clamp(date - today, 1, most_days_ahead);
  const std::string words =
      say("seminar.date-words", {{"weekday", weekday_short(date)}, {"date", short_date(date)}});
  const auto move = [&](const char* id, const char* key, int by) {
    return button(say(key), frame.on(SeminarMessage{
                                SetSeminarDays{std::clamp(days + by, 1, most_days_ahead)}}))
        .compact()
        .id(id);
  };
  const int action = frame.actions.on_number([](double to) {
    return Message{SeminarMessage{SetSeminarDays{static_cast<int>(std::lround(to))}}};
  });
  Build steps = stepper({"seminar-date",
                         say("seminar.date"),
                         words,
                         {static_cast<double>(days), 1, most_days_ahead, 1},
                         action});
  return wrap(move("week-less", "seminar.week-less", -7), std::move(steps).autofocus(),
              move("week-more", "seminar.week-more", 7))
      .gap(8)
      .line_gap(8);
}

Build minutes_stepper(Frame& frame, int minutes) {
  const int action = frame.actions.on_number([](double to) {
    return Message{SeminarMessage{SetSeminarMinutes{static_cast<int>(std::lround(to))}}};
  });
  return stepper({"seminar-minutes",
                  say("seminar.minutes-a-day"),
                  say_count("time.minutes", minutes),
                  {static_cast<double>(minutes), service::least_seminar_minutes,
                   service::most_seminar_minutes, 5},
                  action});
}

Build days_off(Frame& frame, const service::Seminar& seminar) {
  const core::Day monday = frame.model.standing.today + -core::weekday(frame.model.standing.today);
  std::vector<Choice> all;
  for (int day = 0; day < 7; ++day)
    all.push_back({"off-" + std::to_string(day), weekday_short(monday + day),
                   frame.on(SeminarMessage{ToggleDayOff{day}}),
                   seminar.off[static_cast<std::size_t>(day)]});
  return choices(say("seminar.days-off"), all);
}

Build preview(Frame& frame, const service::DeckStanding& deck) {
  const ShownPlan shown = shown_plan(frame.model, deck);
  if (shown.plan == nullptr) return text(say("seminar.planning")).mute();
  const auto& plan = *shown.plan;
  const auto one = [](const memory::Forecast& forecast, const char* key, Tone tone) {
    return counted(percent(forecast.expected), say(key), tone);
  };
  Build all = column(wrap(one(plan.without, "seminar.without", Tone::ink),
                          one(plan.with_plan, "seminar.with-plan", Tone::accent),
                          one(plan.with_more, "seminar.with-more", Tone::ink))
                         .gap(30))
                  .gap(12);
  if (!plan.left.empty())
    all.add(text(say_count("seminar.left", static_cast<std::int64_t>(plan.left.size())))
                .small()
                .tone(Tone::gold));
  return std::move(all).opacity(shown.fresh ? 1 : while_planning);
}

} // namespace

Build seminar_view(Frame& frame, const SeminarDialog& dialog) {
  const auto* deck = find_deck(frame.model, dialog.deck);
  if (deck == nullptr || !deck->choices.seminar)
    return ui::dialog("seminar-dialog", say("seminar.title"), text(say("seminar.planning")));
  const service::Seminar& seminar = *deck->choices.seminar;
  return ui::dialog(
      "seminar-dialog", say("seminar.title"),
      column(setting("seminar.date", date_stepper(frame, seminar.date)),
             setting("seminar.minutes-a-day", minutes_stepper(frame, seminar.minutes_a_day)),
             setting("seminar.days-off", days_off(frame, seminar)), divider(),
             preview(frame, *deck), space(4),
             wrap(button(say("seminar.drop"), frame.on(SeminarMessage{DropSeminar{}}))
                      .quiet()
                      .id("drop"),
                  spacer(), button(say("dialog.cancel"), frame.on(Back{})).id("cancel"),
                  button(say("seminar.done"), frame.on(CloseDialog{}))
                      .primary()
                      .id("done")
                      .command(commands().at("dialog.yes"))))
          .gap(16));
}

} // namespace entente::screens
