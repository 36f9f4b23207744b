#include "ui/samples.h"

#include "core/random.h"
#include "ui/charts.h"

#include <cmath>

namespace entente::tests {

using namespace ui;

const CommandTable& commands() {
  static const CommandTable table({
      {"nav.today", "global", "Today", {{Key::digit_1}}},
      {"nav.decks", "global", "Decks", {{Key::digit_2}}},
      {"nav.exam", "global", "Exam", {{Key::digit_3}}},
      {"nav.progress", "global", "Progress", {{Key::digit_4}}},
      {"nav.workshop", "global", "Workshop", {{Key::digit_5}}},
      {"nav.settings", "global", "Settings", {{Key::comma}, ctrl(Key::comma)}},
      {"nav.keys", "global", "Keys", {typed('?'), {Key::f1}}},
      {"today.text", "today", "From a text…", {{Key::t}, ctrl(Key::t)}},
      {"today.start", "today", "Start drill", {{Key::enter}}},
      {"today.quick", "today", "Quick round", {{Key::q}, {Key::f2}}},
      {"today.exam", "today", "Mock exam", {{Key::x}, {Key::f3}}},
      {"drill.hint", "drill", "hint", {{Key::h}, {Key::f2}}},
      {"drill.undo", "drill", "undo", {{Key::u}, ctrl(Key::z)}},
      {"drill.edit", "drill", "edit card", {{Key::e}, {Key::f4}}},
      {"drill.next", "drill", "Continue", {{Key::space}}},
  });
  return table;
}

namespace {

Build brand() {
  Run name = plain("entente"), stop = plain(".");
  stop.style.tone = Tone::accent;
  return prose(name, stop)
      .serif()
      .size(23)
      .weight(600)
      .spacing(-0.3F)
      .leading(1.36F)
      .padding({10, 2, 10, 22});
}

Build place(const char* id, bool current = false) {
  const Command& command = commands().at(id);
  return nav_item(command.label, 0, command, current);
}

} // namespace

Build framed(float window_dp, const char* title, Build page) {
  std::vector<Build> places, others;
  places.push_back(place("nav.today", true));
  for (const char* id : {"nav.decks", "nav.exam", "nav.progress", "nav.workshop"})
    places.push_back(place(id));
  others.push_back(place("nav.settings"));
  others.push_back(place("nav.keys"));
  return with_rail(window_dp, brand(), std::move(places), std::move(others), std::move(page))
      .role(Role::screen)
      .label(title)
      .fill(Tone::paper);
}

Build category(const char* words, Hue hue, draw::Icon icon, double part, const char* value) {
  return row(chip(words, hue, icon).width(124), bar(words, value, part, hue.strong).flex(),
             say(value).small().mute().text_align(text::Align::end).width(38));
}

Build seminar_chart() {
  Plot plot;
  plot.label = "Expected recall until Friday";
  plot.x_high = 5;
  plot.y_low = 0.35;
  plot.y_high = 1;
  plot.y_words = [](double y) { return plain_number(std::round(y * 100)); };
  plot.x_labels = {{0, "Sun"}, {1, "Mon"}, {2, "Tue"}, {3, "Wed"}, {4, "Thu"}, {5, "Fri", true}};
  Series without{"without study",
                 {{0, 0.71}, {1, 0.65}, {2, 0.6}, {3, 0.56}, {4, 0.53}, {5, 0.51}}};
  without.tone = Tone::ink3;
  without.width = 2;
  without.dashed = true;
  Series plan{"with the plan",
              {{0, 0.71},
               {0.92, 0.82},
               {0.92, 0.79},
               {1.95, 0.865},
               {1.95, 0.84},
               {3, 0.905},
               {3, 0.88},
               {4, 0.94},
               {4, 0.92},
               {5, 0.935}}};
  plan.end_dot = true;
  plot.series = {without, plan};
  return chart(std::move(plot));
}

Build weeks_chart() {
  Calendar calendar{"Answers a day, last twelve weeks", {}};
  core::Random random(7);
  for (int day = 0; day < 48 * 7; ++day) {
    const double value = random.unit();
    calendar.days.push_back(day < 28 || value < 0.42 ? 0 : (value - 0.42) / 0.58);
  }
  return chart(std::move(calendar));
}

Build coming_chart() {
  Bars bars{"Cards a day, next 30 days", {}};
  core::Random random(3);
  for (int day = 0; day < 30; ++day)
    bars.bars.push_back({18.0 / (1 + day / 6.0) + random.below(4), "", "", day == 0});
  return chart(std::move(bars));
}

Build recall_chart() {
  Plot plot;
  plot.label = "Recall, measured and promised";
  plot.y_low = 0.7;
  plot.height = 220;
  Series line{"measured", {}};
  Band band;
  for (int i = 0; i <= 20; ++i) {
    const double x = i / 20.0, y = 0.75 + 0.14 * x + 0.01 * std::sin(x * 9);
    line.points.push_back({x, y});
    band.low.push_back({x, y - 0.03 + 0.01 * x});
    band.high.push_back({x, y + 0.03 - 0.01 * x});
  }
  plot.series = {line};
  plot.band = band;
  plot.references = {{0.9, "target 90%"}};
  plot.x_labels = {{0, "Sep"}, {0.33, "Oct"}, {0.67, "Nov"}};
  return chart(std::move(plot));
}

Build honest_chart() {
  Plot plot;
  plot.label = "Predicted against actual recall";
  plot.x_low = plot.y_low = 0.4;
  plot.diagonal = true;
  plot.height = 206;
  plot.bubbles = {{0.52, 0.5, 4}, {0.61, 0.62, 5},  {0.7, 0.69, 6},
                  {0.79, 0.8, 8}, {0.88, 0.87, 11}, {0.97, 0.96, 14}};
  plot.x_labels = {{0.4, "40%"}, {1, "100%"}};
  return chart(std::move(plot));
}

} // namespace entente::tests
