#pragma once

// Widgets made of the boxes and texts of build.h.

#include "ui/build.h"
#include "ui/commands.h"

#include <string>
#include <vector>

namespace entente::ui {

// ---- keys and buttons ----

[[nodiscard]] Build key_cap(std::string key);

// A button is more than a Build: its looks follow its kind and its keys.
class Button {
public:
  Button(std::string label, int action);
  Button&& id(std::string id) &&;
  Button&& primary() &&;
  Button&& quiet() &&;   // no border, muted
  Button&& compact() &&; // 8 x 14 padding
  Button&& icon(draw::Icon icon) &&;
  Button&& autofocus(bool on = true) &&;
  Button&& disabled(bool on = true) &&;
  Button&& label(std::string label) &&; // where the words on it say too little
  // Its keys run the action, and are shown on it.
  Button&& command(const Command& command) &&;
  // Shows another key on it: one that the screen gives it in another way, or the command's own that
  // works where it stands.
  Button&& key(std::string key) &&;
  operator Build() &&; // NOLINT: builders become nodes

private:
  enum class Kind { plain, primary, quiet };
  [[nodiscard]] Build cap() const;
  std::string words_, id_, label_, command_, key_;
  int action_;
  Kind kind_ = Kind::plain;
  bool compact_ = false, autofocus_ = false, disabled_ = false;
  std::optional<draw::Icon> icon_;
};
[[nodiscard]] inline Button button(std::string label, int action) {
  return {std::move(label), action};
}
// Words in a text that do something.
[[nodiscard]] Build link(std::string words, int action);

// "[H] hint   [U] undo" for the foot of a screen; several keys of one hint are given joined. With
// an action it can be clicked.
struct Hint {
  std::vector<std::string> keys;
  std::string words;
  int action = -1;
};
[[nodiscard]] Hint hint(const Command& command);
[[nodiscard]] Build hints(const std::vector<Hint>& all);

// One entry of the rail at the left.
[[nodiscard]] Build nav_item(std::string label, int action, const Command& command, bool current);

// ---- signs and measures ----

[[nodiscard]] Build icon(draw::Icon icon, float size, Tone tone);
[[nodiscard]] Build chip(std::string words, Hue hue, std::optional<draw::Icon> icon = std::nullopt);
// A measure from 0 to 1; `label` says of what, `value` in words ("74 %").
[[nodiscard]] Build bar(std::string label, std::string value, double part,
                        Tone tone = Tone::accent);
[[nodiscard]] Build dot(Tone tone); // 9 dp, beside a line of a list
[[nodiscard]] Build divider();
// One line that is read out when it changes.
[[nodiscard]] Build status(std::string words, Tone tone = Tone::ink2);
// A number with what it counts below.
[[nodiscard]] Build counted(std::string number, std::string words, Tone tone = Tone::ink);

// ---- answering ----

enum class OptionLook { open, chosen, right, wrong, dim }; // chosen: by the learner, not judged
struct OptionRow {
  std::string id;
  int number = 1; // its key
  std::string words;
  OptionLook look = OptionLook::open;
  std::string note; // at the right: "your answer"
  std::string language = "en";
};
[[nodiscard]] Build option_row(OptionRow option, int action);

struct FieldParts {
  std::string id, label; // the label is for those who cannot see the field
  std::string text, placeholder;
  std::string note; // at the right, inside: what the judge says
  float size = 15;
  bool multiline = false;
  bool read_only = false;
  std::optional<Hue> hue; // right_hue, wrong_hue, gold_hue: border and ground
  int on_change = -1, on_submit = -1;
  bool autofocus = false;
  bool replace = false; // with autofocus: what is typed takes the place of the text
  text::Family family = text::Family::sans;
  std::string language = "en";
  float min_height = 0;
};
[[nodiscard]] Build text_field(FieldParts parts);
// A field under its heading.
[[nodiscard]] Build labelled(std::string heading, Build field);

// ---- settings ----

[[nodiscard]] Build switch_(std::string id, std::string label, bool on, int action);
// A choice of several that may hold at once: a chip with a tick.
[[nodiscard]] Build toggle(std::string id, std::string label, bool on, int action);
struct SliderParts {
  std::string id, label, value; // value in words: "90 %"
  Range range;
  int action = -1;
};
[[nodiscard]] Build slider(SliderParts parts);
// [-] value [+]
[[nodiscard]] Build stepper(SliderParts parts);
// A row of choices of which one holds: theme, language.
struct Choice {
  std::string id, words;
  int action = -1;
  bool selected = false;
};
[[nodiscard]] Build choices(std::string label, const std::vector<Choice>& all);

// ---- containers ----

// What is over the rest; the keys and the focus stay inside. A scroll area with flex() directly in
// the content gives way when the window is low.
[[nodiscard]] Build dialog(std::string id, std::string title, Build content);
// The sheet of a dialog: for what every dialog binds, and for the room it has.
[[nodiscard]] Node& sheet_of(Build& dialog);
// A list of any length; only rows that can be seen are made. In a column give it flex().
[[nodiscard]] Build long_list(std::string id, std::string label, Rows rows);
// Children that scroll when they are higher than the room.
template <class... Children> Build scroll_area(std::string id, Children&&... children) {
  return column(std::forward<Children>(children)...).id(std::move(id)).scroll();
}
// A node that paints itself, `height` dp high.
[[nodiscard]] Build canvas(std::string label, float height, Painter painter);

// Around a page: 44 x 34, less in narrow windows.
[[nodiscard]] Edges page_padding(float window_dp);
// The rail's place beside the page; in a window narrower than 720 dp the rail is a bar above it.
[[nodiscard]] Build with_rail(float window_dp, Build brand, std::vector<Build> places,
                              std::vector<Build> others, Build page);

} // namespace entente::ui
