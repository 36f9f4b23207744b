// The seminar: the card on Today, and the dialog that sets it.

#include "screens/pages.h"
#include "screens/words.h"
#include "ui/charts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int most_days_ahead = 365;
constexpr int days_listed = 5;
constexpr int days_labelled = 7;
constexpr float while_planning = 0.45F; // opacity of figures that are being made anew

// The newest plan of a deck, and whether it is of the seminar as it is set now.
struct Shown {
  const service::SeminarPlan* plan = nullptr;
  bool fresh = false;
};
Shown shown_plan(const Model& model, const service::DeckStanding& deck) {
  const auto found = model.plans.find(deck.file.id);
  if (found == model.plans.end()) return {};
  return {&found->second, plan_of(model, deck) != nullptr};
}

std::string day_words(core::Day day, core::Day today) {
  return day - today < days_labelled ? weekday_name(day) : short_date(day);
}

Build heading(const std::string& words, Build chip_of_days) {
  return row(h2(words).flex(), std::move(chip_of_days)).align(Place::centre).gap(12);
}

Build days_left(int days) { return chip(say_count("seminar.days-left", days), gold_hue); }

std::string range_words(const memory::Forecast& forecast) {
  return say("seminar.range", {{"low", percent(forecast.low)}, {"high", percent(forecast.high)}});
}

// ---- the curve ----

// Study lifts recall in minutes; then it falls until the next day's study.
Series with_plan(const service::SeminarPlan& plan) {
  Series line;
  line.label = say("seminar.with-plan");
  line.end_dot = true;
  double x = 0;
  for (const auto& day : plan.days) {
    line.points.push_back({x, day.expected.before});
    if (day.expected.cards > 0) line.points.push_back({x, day.expected.after});
    x += 1;
  }
  line.points.push_back({x, plan.with_plan.expected});
  return line;
}

Series without_study(const service::SeminarPlan& plan) {
  Series line;
  line.label = say("seminar.without");
  line.tone = Tone::ink3;
  line.width = 2;
  line.dashed = true;
  double x = 0;
  for (const auto& day : plan.days) line.points.push_back({x++, day.expected.without});
  line.points.push_back({x, plan.without.expected});
  return line;
}

std::vector<XLabel> day_labels(const service::SeminarPlan& plan) {
  const int days = static_cast<int>(plan.days.size());
  const bool few = days < days_labelled;
  const int step = few ? 1 : (days + 2) / 3;
  std::vector<XLabel> labels;
  for (int i = 0; i + (few ? 0 : step * 2 / 3) < days; i += step)
    labels.push_back({static_cast<double>(i),
                      few ? weekday_short(plan.made + i) : short_date(plan.made + i), false});
  labels.push_back({static_cast<double>(days),
                    few ? weekday_short(plan.seminar.date) : short_date(plan.seminar.date), true});
  return labels;
}

Build curve(const service::SeminarPlan& plan) {
  Plot plot;
  plot.label = say("seminar.curve", {{"with", percent(plan.with_plan.expected)},
                                     {"without", percent(plan.without.expected)}});
  plot.series = {with_plan(plan), without_study(plan)};
  double low = 1;
  for (const auto& series : plot.series)
    for (const auto& point : series.points) low = std::min(low, point.y);
  plot.y_low = std::clamp(std::floor(low * 5) / 5, 0.0, 0.8);
  plot.x_high = static_cast<double>(plan.days.size());
  plot.x_labels = day_labels(plan);
  plot.height = 150;
  return chart(std::move(plot));
}

// ---- the card ----

std::string share_words(const service::SeminarPlan& plan) {
  std::string words;
  for (const auto& day : plan.days) {
    const int ahead = day.day - plan.made;
    if (ahead >= days_listed) break;
    const std::string name = ahead == 0 ? say("seminar.today") : weekday_short(day.day);
    words += (ahead == 0 ? "" : " · ") + name + " " +
             (day.off ? say("seminar.off") : number(std::lround(day.expected.cards)));
  }
  return words;
}

Build expectation(const service::SeminarPlan& plan) {
  return column(
      row(figure(percent(plan.without.expected)).size(46), text(say("seminar.expected")).mute())
          .align(Place::end)
          .gap(14),
      prose(muted(say("seminar.follow") + " "),
            toned(percent(plan.with_plan.expected), Tone::right),
            muted(" " + range_words(plan.with_plan)))
          .small());
}

Build left_note(Frame& frame, const service::SeminarPlan& plan) {
  const auto count = static_cast<std::int64_t>(plan.left.size());
  return wrap(text(say_count("seminar.left", count)).small().tone(Tone::gold),
              link(say("seminar.left.which"), frame.on(SeminarMessage{ShowLeftCards{plan.deck}}))
                  .size(13),
              text(say("seminar.more", {{"recall", percent(plan.with_more.expected)}}))
                  .small()
                  .mute())
      .gap(6)
      .line_gap(2);
}

Build change_button(Frame& frame, const service::DeckStanding& deck, const char* key) {
  return button(say(key), frame.on(SeminarMessage{OpenSeminar{deck.file.id}}))
      .compact()
      .id("seminar")
      .command(commands().at("today.seminar"));
}

Build to_come(Frame& frame, const service::DeckStanding& deck, const service::Seminar& seminar) {
  const core::Day today = frame.model.standing.today;
  Build all = card(heading(say("seminar.on", {{"day", day_words(seminar.date, today)}}),
                           days_left(seminar.date - today)))
                  .gap(14);
  const Shown shown = shown_plan(frame.model, deck);
  if (shown.plan == nullptr) {
    all.add(text(say("seminar.planning")).mute().flex());
  } else {
    Build body = column(expectation(*shown.plan), curve(*shown.plan),
                        text(share_words(*shown.plan)).small().mute())
                     .gap(14);
    if (!shown.plan->left.empty()) body.add(left_note(frame, *shown.plan));
    all.add(std::move(body).opacity(shown.fresh ? 1 : while_planning));
  }
  all.add(row(change_button(frame, deck, "seminar.change"),
              text(say_count("seminar.minutes", seminar.minutes_a_day)).small().mute().flex())
              .gap(12));
  return all;
}

std::string outcome_words(const service::PastSeminar& past) {
  std::string words = say("seminar.past", {{"day", short_date(past.date)}});
  if (past.forecast)
    words += " " +
             say("seminar.past.expected", {{"recall", percent(past.forecast->with_plan.expected)}});
  if (past.known) words += " " + say("seminar.past.known", {{"recall", percent(*past.known)}});
  return words;
}

Build none_set(Frame& frame, const service::DeckStanding& deck) {
  Build all = card(h2(say("seminar.when")), text(say("seminar.when.words")).mute()).gap(14);
  if (!deck.choices.past.empty())
    all.add(text(outcome_words(deck.choices.past.back())).small().mute());
  all.add(row(change_button(frame, deck, "seminar.set")));
  all.add(spacer());
  all.add(divider());
  all.add(other_ways(frame, deck, Flow::column));
  return all;
}

Build on_the_day(const service::DeckStanding& deck) {
  Build all = card(heading(say("seminar.is-today"), chip(say("seminar.today"), gold_hue)),
                   row(figure(percent(deck.recall)).size(46), text(say("seminar.now")).mute())
                       .align(Place::end)
                       .gap(14))
                  .gap(14);
  if (deck.choices.forecast)
    all.add(text(say("seminar.promised",
                     {{"recall", percent(deck.choices.forecast->with_plan.expected)}}))
                .small()
                .mute());
  return all;
}

// Shares that words stand for; a person does not count.
struct HowItWent {
  const char* key;
  std::optional<double> known;
};
const std::vector<HowItWent>& answers() {
  static const std::vector<HowItWent> all = {
      {"all", 0.95}, {"most", 0.8}, {"half", 0.5}, {"little", 0.2}, {"unsaid", {}}};
  return all;
}

Build over(Frame& frame, const service::DeckStanding& deck, const service::Seminar& seminar) {
  Build all = card(h2(say("seminar.how")),
                   text(say("seminar.how.words", {{"day", short_date(seminar.date)}})).mute())
                  .gap(14);
  Build buttons = column().gap(8);
  for (const HowItWent& answer : answers())
    buttons.add(row(button(say(std::string("seminar.went.") + answer.key),
                           frame.on(SeminarMessage{TellHowItWent{deck.file.id, answer.known}}))
                        .compact()
                        .id(std::string("went-") + answer.key)));
  all.add(std::move(buttons));
  if (deck.choices.forecast)
    all.add(text(say("seminar.promised",
                     {{"recall", percent(deck.choices.forecast->with_plan.expected)}}))
                .small()
                .mute());
  return all;
}

// ---- the dialog ----

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
  return row(move("week-less", "seminar.week-less", -7), std::move(steps).autofocus(),
             move("week-more", "seminar.week-more", 7))
      .gap(8);
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
  const Shown shown = shown_plan(frame.model, deck);
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

Build seminar_card(Frame& frame, const service::DeckStanding& deck) {
  const auto& seminar = deck.choices.seminar;
  if (!seminar) return none_set(frame, deck);
  const int days = seminar->date - frame.model.standing.today;
  if (days < 0) return over(frame, deck, *seminar);
  if (days == 0) return on_the_day(deck);
  return to_come(frame, deck, *seminar);
}

Build seminar_view(Frame& frame, const SeminarDialog& dialog) {
  const auto* deck = find_deck(frame.model, dialog.deck);
  if (deck == nullptr || !deck->choices.seminar)
    return ui::dialog("seminar", say("seminar.title"), text(say("seminar.planning")));
  const service::Seminar& seminar = *deck->choices.seminar;
  return ui::dialog(
      "seminar", say("seminar.title"),
      column(setting("seminar.date", date_stepper(frame, seminar.date)),
             setting("seminar.minutes-a-day", minutes_stepper(frame, seminar.minutes_a_day)),
             setting("seminar.days-off", days_off(frame, seminar)), divider(),
             preview(frame, *deck), space(4),
             row(button(say("seminar.drop"), frame.on(SeminarMessage{DropSeminar{}}))
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
