#include "ui/samples.h"

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

Build seminar_chart() { return canvas("Expected recall until Friday", 190, {}); }
Build weeks_chart() { return canvas("Answers a day, last twelve weeks", 118, {}); }

} // namespace entente::tests
