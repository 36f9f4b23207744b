#include "screens/parts.h"

#include "screens/words.h"

#include "ui/widgets.h"

#include <charconv>

namespace entente::screens {

using namespace ui;

namespace {

constexpr Hue hues[] = {indigo_hue, teal_hue, purple_hue, orange_hue};
constexpr draw::Icon icons[] = {draw::Icon::clock, draw::Icon::circle_dot, draw::Icon::quote,
                                draw::Icon::hexagon};
constexpr const char* named[] = {"dates", "speakers", "quotes", "areas"};

// Which of the four: by name, else by where an #rrggbb colour's strongest part lies.
std::size_t place_of_colour(const std::string& colour) {
  for (std::size_t i = 0; i < std::size(named); ++i)
    if (colour == named[i]) return i;
  unsigned rgb = 0;
  if (colour.size() != 7) return 0;
  std::from_chars(colour.data() + 1, colour.data() + 7, rgb, 16);
  const unsigned red = rgb >> 16U & 255U;
  const unsigned green = rgb >> 8U & 255U;
  const unsigned blue = rgb & 255U;
  if (red >= blue && green >= blue) return green > red ? 1 : 3;
  if (red > green) return 2;
  return blue > green ? 0 : 1;
}

} // namespace

std::string key_in_field(const Command& command) {
  for (const auto& chord : command.chords)
    if (!types(chord)) return ui::name(chord);
  return key_of(command);
}

Build close_button(Frame& frame) {
  return button(say("dialog.close"), frame.on(CloseDialog{})).primary().id("close").autofocus();
}

Build ending(Frame& frame, std::string label) {
  return row(key_cap(key_of(commands().at("back"))))
      .role(Role::button)
      .id("end-page")
      .label(std::move(label))
      .action(frame.on(Back{}))
      .radius(6);
}

Build between_bars(const Frame& frame, const char* id, Build above, Build content, Build below,
                   float most_width) {
  constexpr float low = 420;
  const bool narrow = frame.width < 480;
  Build centred = row(std::move(content).max_width(most_width).flex())
                      .justify(Place::centre)
                      .padding(narrow ? Edges(12, 8) : Edges(24, 18, 24, 24));
  if (frame.height < low)
    return scroll_area(id, std::move(above), std::move(centred), std::move(below));
  return column(std::move(above), scroll_area(id, std::move(centred)).flex(), std::move(below));
}

ui::Hint hint_of(const char* command) {
  const Command& found = commands().at(command);
  return {{key_of(found)}, say(found.label)};
}

const char* form_key(deck::Form form) {
  switch (form) {
  case deck::Form::choice:
    return "form.choice";
  case deck::Form::typed:
    return "form.typed";
  case deck::Form::flip:
    return "form.flip";
  case deck::Form::cloze:
    return "form.cloze";
  case deck::Form::order:
    return "form.order";
  case deck::Form::match:
    return "form.match";
  }
  return "form.choice";
}

Hue hue_of(const std::string& colour) { return hues[place_of_colour(colour)]; }
draw::Icon icon_of(const std::string& colour) { return icons[place_of_colour(colour)]; }

Build category_chip(const std::string& name, const std::string& colour) {
  return chip(name, hue_of(colour), icon_of(colour));
}

Build category_bar(const std::string& name, const std::string& colour, double share,
                   const std::string& figure) {
  return row(category_chip(name, colour).width(124),
             bar(name, figure, share, hue_of(colour).strong).flex(),
             text(figure).small().mute().text_align(entente::text::Align::end).width(44).unbroken())
      .gap(18);
}

} // namespace entente::screens
