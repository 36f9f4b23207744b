// The Today and drill screens of the mock-ups, rebuilt to prove that the builders suffice.

#include "ui/gallery.h"
#include "ui/samples.h"

namespace entente::tests {

using namespace ui;
using draw::Icon;

namespace {

Build counts() {
  return wrap(counted("18", "due now", Tone::accent), counted("6", "new today"),
              counted("41", "known well"), counted("88%", "recall, last 30 days"))
      .gap(30)
      .padding({0, 0, 0, 22});
}

Build deck_card() {
  Build title = h2("Russia–China partnership, May 2021").serif().size(21);
  Build starts = wrap(button("Start drill", 0).primary().command(commands().at("today.start")),
                      button("Quick round", 0).command(commands().at("today.quick")),
                      button("Mock exam", 0).command(commands().at("today.exam")));
  return card(row(std::move(title).flex(), say("64 cards").small().mute()),
              say("From the analysis by Danil Bochkov · generated, then reviewed")
                  .small()
                  .mute()
                  .padding({0, 4, 0, 20}),
              counts(),
              column(category("Dates", indigo_hue, Icon::clock, 0.74, "74%"),
                     category("Speakers", teal_hue, Icon::circle_dot, 0.91, "91%"),
                     category("Quotes", purple_hue, Icon::quote, 0.52, "52%"),
                     category("Cooperation", orange_hue, Icon::hexagon, 0.67, "67%"))
                  .gap(13),
              std::move(starts).padding({0, 26, 0, 0}));
}

Build seminar_card() {
  Build expected =
      row(figure("71%").size(46), say("expected on the day").mute().padding({0, 0, 0, 6}));
  return card(
      row(h2("Seminar on Friday").flex(), chip("5 days left", gold_hue)),
      std::move(expected).gap(12).align(Place::end).padding({0, 18, 0, 6}),
      prose(muted("Follow the plan and expect "), strong("93%", Tone::right), muted(".")).small(),
      column(seminar_chart()).padding({0, 16, 0, 0}),
      say("Today 18 · Mon 14 · Tue 12 · Wed 9 · Thu 16").small().mute().padding({0, 8, 0, 0}));
}

} // namespace

Node today(float window_dp) {
  Build head = wrap(column(h1("Good evening. 18 cards are due."),
                           say("About 6 minutes. Studied 5 days in a row.").mute())
                        .gap(6)
                        .min_width(240)
                        .flex(),
                    button("From a text…", 0).command(commands().at("today.text")));
  Build cards = wrap(deck_card().flex(1.55F).min_width(420), seminar_card().flex().min_width(300))
                    .gap(22)
                    .line_gap(22)
                    .align(Place::stretch);
  Build weeks = card(wrap(h2("Last twelve weeks").flex(),
                          say("412 answers · 5-day streak · best 11").small().mute()),
                     column(weeks_chart()).padding({0, 14, 0, 0}))
                    .padding({25, 21});
  return framed(window_dp, "Today",
                scroll_area("page", std::move(head), std::move(cards), std::move(weeks))
                    .gap(22)
                    .padding(page_padding(window_dp)));
}

namespace {

Build asked_card() {
  Build question = prompt(
      "Who said that the two countries’ relations “cannot be broken by any third nation”?", "en");
  Build options =
      column(option_row({"o1", 1, "Vladimir Putin", OptionLook::wrong, "your answer"}, 0),
             option_row({"o2", 2, "Xi Jinping", OptionLook::right, ""}, 0),
             option_row({"o3", 3, "Sergey Lavrov", OptionLook::dim, ""}, 0),
             option_row({"o4", 4, "Zhao Lijian", OptionLook::dim, ""}, 0));
  return card(wrap(chip("Speakers", teal_hue, Icon::circle_dot),
                   say("Seen 3 times · last 4 days ago").small().mute())
                  .between(),
              std::move(question).padding({0, 22, 0, 28}),
              std::move(options).gap(11).role(Role::list).label("Answers"))
      .padding({41, 35, 41, 37});
}

Build answer_card() {
  Build why = column(
      prose(strong("Xi Jinping, December 2020."),
            muted(" Putin’s line was that the partnership is at the “highest level in history”. "
                  "The two have been swapped here twice; the next question sets them side by "
                  "side.")),
      prose(muted("Source: paragraph 19 · "), strong("show in the text", Tone::accent))
          .small()
          .padding({0, 8, 0, 0}));
  Build next = column(button("Continue", 0).primary().command(commands().at("drill.next")),
                      say("again in 10 min").small().mute());
  return card(wrap(std::move(why).flex().min_width(200), std::move(next).gap(8).align(Place::end))
                  .gap(22)
                  .align(Place::start))
      .padding({27, 21});
}

} // namespace

Node drill(float) {
  Build score = wrap(say("11 / 24").mute(), prose(strong("1 240"), muted(" points")),
                     say("streak ended").bold().tone(Tone::gold));
  Build top = wrap(row(key_cap("Esc"), say("Russia–China partnership").bold()),
                   bar("Progress", "11 of 24", 0.46).max_width(520).min_width(120).flex(),
                   std::move(score).gap(26))
                  .between()
                  .gap(26)
                  .padding({28, 18});
  std::vector<Hint> keys{{{"1", "4"}, "answer"}};
  for (const char* id : {"drill.hint", "drill.undo", "drill.edit", "nav.keys"})
    keys.push_back(hint(commands().at(id)));
  Build page = scroll_area("page", column(asked_card(), answer_card()).gap(16).width(820));
  return column(std::move(top), std::move(page).align(Place::centre).padding({18, 18}).flex(),
                hints(keys).padding(16))
      .role(Role::screen)
      .id("screen")
      .scroll()
      .label("Drill")
      .fill(Tone::paper);
}

} // namespace entente::tests
