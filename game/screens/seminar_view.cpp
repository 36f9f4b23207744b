// The seminar's card on Today.

#include "screens/pages.h"
#include "screens/seminar_parts.h"
#include "screens/words.h"
#include "ui/charts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int days_listed = 5;
constexpr int days_labelled = 7;

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
  if (plan.days.size() > 14) line.width = 2;
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
  const ShownPlan shown = shown_plan(frame.model, deck);
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

} // namespace

ShownPlan shown_plan(const Model& model, const service::DeckStanding& deck) {
  const auto found = model.plans.find(deck.file.id);
  if (found == model.plans.end()) return {};
  return {&found->second, plan_of(model, deck) != nullptr};
}

Build seminar_card(Frame& frame, const service::DeckStanding& deck) {
  const auto& seminar = deck.choices.seminar;
  if (!seminar) return none_set(frame, deck);
  const int days = seminar->date - frame.model.standing.today;
  if (days < 0) return over(frame, deck, *seminar);
  if (days == 0) return on_the_day(deck);
  return to_come(frame, deck, *seminar);
}

} // namespace entente::screens
