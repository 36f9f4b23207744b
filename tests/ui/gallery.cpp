// Every widget in every state.

#include "ui/gallery.h"
#include "ui/samples.h"

namespace entente::tests {

using namespace ui;
using draw::Icon;

namespace {

Build buttons() {
  return wrap(button("Plain", 0), button("Primary", 0).primary().id("autofocused").autofocus(),
              button("Quiet", 0).quiet(), button("Compact", 0).compact(),
              button("With a sign", 0).icon(Icon::search).command(commands().at("today.quick")),
              button("Off", 0).disabled(), button("Primary off", 0).primary().disabled(),
              link("a link", 0));
}

Build chips() {
  return wrap(chip("Dates", indigo_hue, Icon::clock), chip("Speakers", teal_hue, Icon::circle_dot),
              chip("Quotes", purple_hue, Icon::quote), chip("Areas", orange_hue, Icon::hexagon),
              chip("5 days left", gold_hue), chip("6 lapses", wrong_hue),
              chip("kept", right_hue, Icon::check), chip("new", accent_hue, Icon::star));
}

Build fields() {
  FieldParts typed{.id = "typed", .label = "Answer", .text = "19 may"};
  typed.size = 19;
  typed.note = "accepted as 19 May 2021";
  typed.hue = right_hue;
  typed.on_change = 0;
  FieldParts gold{.id = "gold", .label = "Option", .text = "Angela Merkel"};
  gold.hue = gold_hue;
  FieldParts search{.id = "search", .label = "Search"};
  search.placeholder = "Search prompt, answer, tag…";
  search.on_change = 0;
  FieldParts long_one{.id = "long", .label = "Explanation"};
  long_one.text = "In December 2020; Putin’s own line is “highest level in history”.";
  long_one.multiline = true;
  long_one.on_change = 0;
  long_one.family = text::Family::serif;
  long_one.min_height = 70;
  return column(labelled("Search", text_field(search)), text_field(typed), text_field(gold),
                text_field(long_one))
      .gap(12);
}

Build settings() {
  SliderParts recall{"recall", "Wanted recall", "90 %", {0.9, 0.7, 0.97, 0.01}, 0};
  SliderParts scale{"scale", "Scale", "100 %", {1, 0.75, 3, 0.25}, 0};
  return column(wrap(say("Sound").flex().min_width(80), switch_("sound", "Sound", true, 0),
                     switch_("motion", "Motion", false, 0)),
                wrap(say("Wanted recall").min_width(120), slider(recall).flex().min_width(160),
                     stepper(scale)),
                choices("Theme", {{"light", "Light", 0, true},
                                  {"dark", "Dark", 0, false},
                                  {"contrast", "High contrast", 0, false}}))
      .gap(16);
}

Build options() {
  return column(option_row({"g1", 1, "An open option", OptionLook::open, ""}, 0),
                option_row({"g2", 2, "A right one", OptionLook::right, ""}, 0),
                option_row({"g3", 3, "A wrong one", OptionLook::wrong, "your answer"}, 0),
                option_row({"g4", 4, "A dim one", OptionLook::dim, ""}, 0))
      .gap(11);
}

Build rows() {
  return long_list("rows", "Rows",
                   {1000, 44,
                    [](int i) {
                      Build words = say("Row " + std::to_string(i));
                      return Node(row(std::move(words))
                                      .padding({12, 4})
                                      .role(Role::list_item)
                                      .id("row." + std::to_string(i))
                                      .label("Row " + std::to_string(i))
                                      .action(0));
                    }})
      .height(180)
      .border(Tone::line)
      .radius(10);
}

} // namespace

Node charts(float window_dp) {
  const auto with = [](const char* title, Build chart, float share) {
    return card(h2(title), column(std::move(chart)).padding({0, 12, 0, 0}))
        .flex(share)
        .min_width(300);
  };
  const auto pair = [](Build a, Build b) {
    return wrap(std::move(a), std::move(b)).line_gap(18).align(Place::stretch);
  };
  return framed(window_dp, "Charts",
                scroll_area("page", h1("Progress"),
                            pair(with("Recall, measured and promised", recall_chart(), 1.4F),
                                 with("Is the forecast honest?", honest_chart(), 1)),
                            pair(with("What is coming", coming_chart(), 1.4F),
                                 with("Days", weeks_chart(), 1)))
                    .gap(22)
                    .padding(page_padding(window_dp)));
}

Node gallery(float window_dp) {
  Build left = column(h2("Buttons"), buttons(), h2("Chips"), chips(), h2("Fields"), fields(),
                      h2("Settings"), settings());
  Build right = column(h2("Options"), options(), h2("Measures"),
                       category("Cooperation", orange_hue, Icon::hexagon, 0.67, "67%"), divider(),
                       status("Saved 14:02"), h2("A long list"), rows());
  Build both = wrap(std::move(left).gap(12).flex().min_width(300),
                    std::move(right).gap(12).flex().min_width(300));
  return framed(window_dp, "Gallery",
                scroll_area("page", h1("Every widget"),
                            std::move(both).gap(40).line_gap(22).align(Place::start))
                    .gap(22)
                    .padding(page_padding(window_dp)));
}

} // namespace entente::tests
