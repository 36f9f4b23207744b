#include "ui/widgets.h"

#include "ui/strings.h"

namespace entente::ui {

namespace {

Build hinted(const std::string& key, float opacity) {
  Build cap = key_cap(key);
  return std::move(cap).opacity(opacity);
}

} // namespace

Build key_cap(std::string key) {
  Build words =
      say(std::move(key)).size(11.5F).weight(500).tone(Tone::ink2).leading(1.21F).proportional();
  return row(std::move(words).unbroken())
      .role(Role::key)
      .fill(Tone::surface)
      .border(Tone::line, {1, 1, 1, 2})
      .radius(6)
      .padding({7, 2, 7, 3});
}

Button::Button(std::string label, int action) : words_(std::move(label)), action_(action) {}
Button&& Button::id(std::string id) && { return id_ = std::move(id), std::move(*this); }
Button&& Button::primary() && { return kind_ = Kind::primary, std::move(*this); }
Button&& Button::quiet() && { return kind_ = Kind::quiet, std::move(*this); }
Button&& Button::compact() && { return compact_ = true, std::move(*this); }
Button&& Button::icon(draw::Icon icon) && { return icon_ = icon, std::move(*this); }
Button&& Button::autofocus(bool on) && { return autofocus_ = on, std::move(*this); }
Button&& Button::disabled(bool on) && { return disabled_ = on, std::move(*this); }
Button&& Button::label(std::string label) && { return label_ = std::move(label), std::move(*this); }

Button&& Button::command(const Command& command) && {
  command_ = command.id;
  key_ = key_of(command);
  return std::move(*this);
}

Button&& Button::key(std::string key) && { return key_ = std::move(key), std::move(*this); }

Build Button::cap() const {
  Build made = key_cap(key_);
  if (kind_ != Kind::primary) return made;
  made.node().style.fill = Tone::none;
  made.node().style.border = Tone::accent_ink;
  made.node().style.border_opacity = 0.35F;
  made.node().children.front().paragraph->runs.front().style.tone = Tone::accent_ink;
  return made;
}

Button::operator Build() && {
  const bool primary = kind_ == Kind::primary;
  const Tone ink = primary ? Tone::accent_ink : kind_ == Kind::quiet ? Tone::ink2 : Tone::ink;
  // The key goes under the words where nothing else gives way.
  Build built = wrap().together().gap(10).line_gap(4).justify(Place::centre);
  if (icon_) built.add(ui::icon(*icon_, 14, ink));
  built.add(say(words_).bold().tone(ink).unbroken());
  if (!key_.empty()) built.add(cap());
  Node& node = built.node();
  node.command = command_;
  node.style.fill = primary ? Tone::accent : Tone::surface;
  node.style.border = primary ? Tone::accent : Tone::line;
  if (kind_ == Kind::quiet) node.style.fill = node.style.border = Tone::none;
  return std::move(built)
      .role(Role::button)
      .id(id_.empty() ? words_ : id_)
      .label(label_.empty() ? words_ : label_)
      .action(action_)
      .autofocus(autofocus_)
      .disabled(disabled_)
      .radius(11)
      .padding(compact_ ? Edges(15, 9) : Edges(19, 12));
}

Build link(std::string words, int action) {
  Build built = say(words).tone(Tone::accent).bold();
  return std::move(built).role(Role::link).id(words).label(words).action(action);
}

Hint hint(const Command& command) { return {{key_of(command)}, command.label}; }

namespace {

Build hint_view(const Hint& hint) {
  Build keys = row().gap(0);
  for (std::size_t i = 0; i < hint.keys.size(); ++i) {
    if (i > 0) keys.add(say("–").small().mute());
    keys.add(key_cap(hint.keys[i]));
  }
  Build one = row(std::move(keys)).gap(4);
  one.add(say(hint.words).small().mute().unbroken());
  if (hint.action < 0) return one;
  return std::move(one)
      .role(Role::button)
      .id("hint." + hint.words)
      .label(hint.words)
      .action(hint.action)
      .radius(6);
}

} // namespace

Build hints(const std::vector<Hint>& all) {
  Build built = wrap().gap(26).line_gap(8).justify(Place::centre);
  for (const Hint& hint : all) built.add(hint_view(hint));
  return built;
}

Build nav_item(std::string label, int action, const Command& command, bool current) {
  Build words = say(label).weight(500).tone(current ? Tone::ink : Tone::ink2).unbroken();
  Build built = row(std::move(words), hinted(key_of(command), 0.75F)).between().gap(10);
  built.node().state.current = current;
  built.node().command = command.id;
  return std::move(built)
      .role(Role::navigation)
      .id("nav." + command.id)
      .label(label)
      .action(action)
      .padding({10, 9})
      .radius(10)
      .fill(current ? Tone::surface : Tone::none)
      .shadow(current);
}

Build icon(draw::Icon icon, float size, Tone tone) {
  Node node;
  node.icon = icon;
  node.sign_tone = tone;
  return Build(std::move(node)).width(size).height(size);
}

Build chip(std::string words, Hue hue, std::optional<draw::Icon> sign) {
  Build built = row().gap(4);
  if (sign) built.add(icon(*sign, 11, hue.strong));
  built.add(say(std::move(words))
                .size(12.5F)
                .bold()
                .leading(1.21F)
                .tone(hue.strong)
                .proportional()
                .unbroken());
  return std::move(built).fill(hue.soft).radius(12).padding({11, 4});
}

Build bar(std::string label, std::string value, double part, Tone tone) {
  Build built;
  built.node().range = Range{part, 0, 1, 0};
  built.node().sign_tone = tone;
  return std::move(built)
      .role(Role::meter)
      .label(std::move(label))
      .value(std::move(value))
      .fill(Tone::sunken)
      .radius(4)
      .height(8)
      .min_width(40);
}

Build dot(Tone tone) { return Build().width(9).height(9).radius(4.5F).fill(tone); }

Build divider() { return Build().height(1).fill(Tone::line); }

Build status(std::string words, Tone tone) {
  return say(std::move(words)).small().tone(tone).role(Role::status).live();
}

Build counted(std::string number, std::string words, Tone tone) {
  return column(figure(std::move(number)).tone(tone), say(std::move(words)).small().mute());
}

namespace {

struct OptionColours {
  Tone fill, border, cap, cap_ink;
};

OptionColours colours(OptionLook look) {
  if (look == OptionLook::right) return {Tone::right_soft, Tone::right, Tone::right, Tone::on_mark};
  if (look == OptionLook::wrong) return {Tone::wrong_soft, Tone::wrong, Tone::wrong, Tone::on_mark};
  if (look == OptionLook::chosen)
    return {Tone::accent_soft, Tone::accent, Tone::accent, Tone::accent_ink};
  return {Tone::surface, Tone::line, Tone::sunken, Tone::ink2};
}

Build option_cap(const OptionRow& option, const OptionColours& colours) {
  Build sign;
  if (option.look == OptionLook::right)
    sign = icon(draw::Icon::check, 14, colours.cap_ink);
  else if (option.look == OptionLook::wrong)
    sign = icon(draw::Icon::cross, 14, colours.cap_ink);
  else
    sign = say(std::to_string(option.number)).size(14).bold().tone(colours.cap_ink);
  return column(std::move(sign)).centred().width(30).height(30).radius(9).fill(colours.cap);
}

std::string spoken(OptionLook look) {
  if (look == OptionLook::right) return tr("spoken.right");
  return look == OptionLook::wrong ? tr("spoken.wrong") : "";
}

} // namespace

Build option_row(OptionRow option, int action) {
  const OptionColours tones = colours(option.look);
  Build built = row(option_cap(option, tones)).gap(16);
  built.add(say(option.words).size(17).language(option.language).flex());
  if (!option.note.empty()) built.add(say(option.note).small().mute());
  return std::move(built)
      .role(Role::option)
      .id(option.id)
      .label(option.words)
      .value(spoken(option.look))
      .action(action)
      .selected(!option.note.empty())
      .padding({19, 16})
      .radius(13)
      .fill(tones.fill)
      .border(tones.border, 1.5F)
      .opacity(option.look == OptionLook::dim ? 0.55F : 1);
}

namespace {

Build bare_field(const FieldParts& parts) {
  Node node;
  Field& field = node.field.emplace();
  field.text = parts.text;
  field.placeholder = parts.placeholder;
  field.style.size = parts.size;
  field.style.family = parts.family;
  field.multiline = parts.multiline;
  field.read_only = parts.read_only;
  field.replace = parts.replace;
  field.on_submit = parts.on_submit;
  field.language = parts.language;
  node.style.ring_on_parent = true;
  node.state.invalid = parts.hue == wrong_hue;
  const bool large = parts.size > 17;
  return Build(std::move(node))
      .role(Role::text_field)
      .id(parts.id)
      .label(parts.label)
      .value(parts.text)
      .action(parts.on_change)
      .autofocus(parts.autofocus)
      .padding(large ? Edges(20, 17) : Edges(14, 11))
      .min_height(parts.min_height)
      .flex();
}

} // namespace

Build text_field(FieldParts parts) {
  const bool large = parts.size > 17;
  Build built = row(bare_field(parts)).gap(0);
  if (!parts.note.empty()) {
    const Tone tone = parts.hue ? parts.hue->strong : Tone::ink2;
    built.add(row(say(parts.note).size(parts.size).bold().tone(tone).live())
                  .padding({0, 0, large ? 20.F : 14.F, 0}));
  }
  return std::move(built)
      .fill(parts.hue ? parts.hue->soft : Tone::surface)
      .border(parts.hue ? parts.hue->strong : Tone::line, large ? 2.F : 1.F)
      .radius(large ? 13.F : 10.F);
}

Build labelled(std::string heading, Build field) {
  return column(h3(std::move(heading)), std::move(field)).gap(5);
}

Build switch_(std::string id, std::string label, bool on, int action) {
  return Build()
      .role(Role::switch_)
      .id(std::move(id))
      .label(std::move(label))
      .value(tr(on ? "spoken.on" : "spoken.off"))
      .checked(on)
      .action(action)
      .width(40)
      .height(24)
      .radius(12);
}

Build toggle(std::string id, std::string label, bool on, int action) {
  Build built = row().gap(6);
  built.add(icon(on ? draw::Icon::check : draw::Icon::plus, 12, on ? Tone::accent : Tone::ink3));
  built.add(say(label).size(14).weight(500).tone(on ? Tone::accent : Tone::ink2).unbroken());
  return std::move(built)
      .role(Role::toggle)
      .id(std::move(id))
      .label(std::move(label))
      .value(tr(on ? "spoken.on" : "spoken.off"))
      .checked(on)
      .action(action)
      .padding({12, 6})
      .radius(9)
      .fill(on ? Tone::accent_soft : Tone::surface)
      .border(on ? Tone::accent : Tone::line);
}

Build slider(SliderParts parts) {
  Build built;
  built.node().range = parts.range;
  return std::move(built)
      .role(Role::slider)
      .id(std::move(parts.id))
      .label(std::move(parts.label))
      .value(std::move(parts.value))
      .action(parts.action)
      .height(24)
      .radius(12)
      .min_width(120);
}

Build stepper(SliderParts parts) {
  Build words = say(parts.value).text_align(text::Align::centre).bold().min_width(64);
  Build built = row(icon(draw::Icon::minus, 14, Tone::ink2), std::move(words),
                    icon(draw::Icon::plus, 14, Tone::ink2));
  built.node().range = parts.range;
  return std::move(built)
      .gap(8)
      .role(Role::slider)
      .id(std::move(parts.id))
      .label(std::move(parts.label))
      .value(std::move(parts.value))
      .action(parts.action)
      .fill(Tone::surface)
      .border(Tone::line)
      .radius(11)
      .padding({14, 9});
}

Build choices(std::string label, const std::vector<Choice>& all) {
  Build built = wrap().gap(4).line_gap(4).role(Role::group).label(std::move(label));
  for (const Choice& choice : all) {
    Build words = say(choice.words).weight(500).tone(choice.selected ? Tone::ink : Tone::ink2);
    Build one = row(std::move(words).unbroken());
    built.add(std::move(one)
                  .role(Role::tab)
                  .id(choice.id)
                  .label(choice.words)
                  .selected(choice.selected)
                  .action(choice.action)
                  .padding({14, 7})
                  .radius(9)
                  .fill(choice.selected ? Tone::surface : Tone::none)
                  .border(choice.selected ? Tone::line : Tone::none));
  }
  return std::move(built).fill(Tone::sunken).radius(12).padding(4);
}

Build dialog(std::string id, std::string title, Build content) {
  Build sheet = card(h2(title)).gap(16);
  // What stands in a plain column stands in the sheet itself, so that scroll areas can give way.
  const bool plain_column = content.node().layout.flow == Flow::column && !content.node().paragraph;
  if (plain_column) {
    sheet.node().layout.gap = content.node().layout.gap;
    for (Node& child : content.node().children) sheet.node().children.push_back(std::move(child));
    sheet.node().bindings = std::move(content.node().bindings);
  } else {
    sheet.add(std::move(content));
  }
  sheet.node().role = Role::dialog;
  sheet.node().modal = true;
  return column(std::move(sheet).id(id).label(std::move(title)).min_width(440).max_width(560))
      .id(id + ".veil")
      .scroll()
      .justify(Place::centre)
      .align(Place::centre)
      .padding(24)
      .fill(Tone::veil);
}

Node& sheet_of(Build& dialog) { return dialog.node().children.front(); }

Build long_list(std::string id, std::string label, Rows rows) {
  Build built;
  built.node().value = std::to_string(rows.count);
  built.node().rows = std::make_shared<Rows>(std::move(rows));
  return std::move(built).role(Role::list).id(std::move(id)).label(std::move(label)).scroll();
}

Build canvas(std::string label, float height, Painter painter) {
  Build built;
  built.node().painter = std::move(painter);
  return std::move(built).role(Role::chart).label(std::move(label)).height(height);
}

Edges page_padding(float window_dp) {
  if (window_dp < 480) return {14, 16};
  return window_dp < 900 ? Edges(24, 24) : Edges(44, 34);
}

Build with_rail(float window_dp, Build brand, std::vector<Build> places, std::vector<Build> others,
                Build page) {
  constexpr float narrow = 720;
  if (window_dp < narrow) {
    Build bar = wrap().gap(4).line_gap(4).padding({14, 8}).fill(Tone::sunken);
    for (Build& place : places) bar.add(std::move(place));
    for (Build& other : others) bar.add(std::move(other));
    return column(std::move(bar).border(Tone::line, {0, 0, 0, 1}), std::move(page).flex());
  }
  Build rail = column(std::move(brand)).id("rail").scroll().gap(4).padding({14, 22, 15, 22});
  for (Build& place : places) rail.add(std::move(place));
  rail.add(spacer());
  for (Build& other : others) rail.add(std::move(other));
  return row(std::move(rail).width(208).fill(Tone::sunken).border(Tone::line, {0, 0, 1, 0}),
             std::move(page).flex())
      .gap(0)
      .align(Place::stretch);
}

} // namespace entente::ui
