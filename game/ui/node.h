#pragma once

// What a screen shows, as plain data: a tree of nodes with roles and labels, as accessibility has
// them. Screens build it afresh from their model (build.h), layout.h gives each node its rectangle,
// paint.h draws it, runtime.h turns input into the actions named here. All lengths are logical
// units (dp); 1 dp is `scale` physical pixels.

#include "draw/icons.h"
#include "text/typeset.h"
#include "ui/tone.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::ui {

enum class Role : std::uint8_t {
  none, // only holds others together
  screen,
  group,
  heading,
  text,
  link,
  button,
  text_field,
  list,
  list_item,
  option,
  progress,
  meter,
  dialog,
  status,
  image,
  switch_,
  slider,
  table,
  row,
  cell,
  chart,
  navigation,
  tab,
  key,
  toggle, // one of several that may hold at once
};

struct State {
  bool selected = false;
  bool checked = false;
  bool disabled = false;
  bool expanded = false;
  bool busy = false;
  bool invalid = false;
  bool current = false; // of a navigation: where we are
  bool operator==(const State&) const = default;
};

// ---- text ----

struct TextStyle {
  text::Family family = text::Family::sans;
  int weight = 400;
  float size = 15;
  Tone tone = Tone::ink;
  float letter_spacing = 0;
  bool tabular = true;
  bool underline = false;
  Tone mark = Tone::none; // painted behind, as a marker pen does
};

struct Run {
  std::string text;
  TextStyle style;
};

// One or more runs set as one paragraph.
struct Paragraph {
  std::vector<Run> runs;
  float line_height = 1.45F; // times the size
  text::Align align = text::Align::start;
  int max_lines = 0;     // 0 = any; more than that ends with an ellipsis
  bool unbroken = false; // a row takes room from others first (labels of buttons)
  std::string language = "en";
};

// ---- looks ----

struct Edges {
  float left = 0, top = 0, right = 0, bottom = 0;
  constexpr Edges() = default;
  constexpr Edges(float all) : left(all), top(all), right(all), bottom(all) {}
  constexpr Edges(float across, float down)
      : left(across), top(down), right(across), bottom(down) {}
  constexpr Edges(float l, float t, float r, float b) : left(l), top(t), right(r), bottom(b) {}
  bool operator==(const Edges&) const = default;
};

struct Style {
  Tone fill = Tone::none;
  Tone border = Tone::none;
  Edges border_width{1}; // of the four sides; unequal ones are drawn square
  float radius = 0;
  bool shadow = false;
  float opacity = 1;
  float fill_opacity = 1, border_opacity = 1;
  float focus_gap = 2;         // between the node and its focus ring
  bool ring_on_parent = false; // the focus ring goes round the parent
};

// ---- layout ----

enum class Flow : std::uint8_t {
  column,
  row,
  wrap,  // a row that breaks into lines when narrow
  stack, // all children over one another
  grid   // `columns` equal columns, fewer when narrower than `column_min`
};
enum class Place : std::uint8_t { start, centre, end, stretch, between };

inline constexpr float automatic = -1;

struct Layout {
  Flow flow = Flow::column;
  float gap = 0;              // between children
  float line_gap = automatic; // between lines of wrap and grid; automatic = gap
  Edges padding;
  float width = automatic, height = automatic;
  float min_width = 0, max_width = automatic;
  float min_height = 0, max_height = automatic;
  float flex = 0;               // share of what is left along the parent's flow
  Place align = Place::stretch; // children across the flow
  Place justify = Place::start; // children along the flow
  std::optional<Place> self;    // instead of the parent's align
  bool scroll = false;          // content may be higher than the node, and scrolls
  bool together = false;        // of wrap: breaks only when its neighbours have given all they can
  int columns = 2;
  float column_min = 0;
};

// ---- what only some nodes have ----

// A line or more of text to edit. The model owns the text, the runtime caret and selection.
struct Field {
  std::string text;
  std::string placeholder;
  TextStyle style;
  bool multiline = false;
  bool read_only = false;
  bool replace = false; // with autofocus: its text is selected, for typing replaces it
  int on_submit = -1;   // Enter; of a multiline field Ctrl+Enter
  std::string language = "en";
};

// A number chosen from a range: sliders, steppers. Arrow keys step, Home and End go to the ends.
struct Range {
  double value = 0, low = 0, high = 1, step = 0.1;
  // Of what the pointer reads by only passing over it, as a chart: the number at x, y within a node
  // of this width and height, all in dp. Its action gets NaN when the pointer leaves.
  std::function<double(float x, float y, float width, float height)> follow;
};

struct Canvas; // canvas.h
using Painter = std::function<void(Canvas&)>;

struct Picture {
  std::uint32_t texture = 0;   // draw::TextureId
  float width = 0, height = 0; // texels
};

struct Node;
// Rows of equal height, made only where they can be seen.
struct Rows {
  int count = 0;
  float height = 44;
  std::function<Node(int)> make;
  int shown = -1; // when it changes, the list scrolls until this row is seen; -1 = none
};

// What a node is moving towards; the runtime interpolates from what was last shown (by id).
struct Motion {
  float opacity = 1;
  float dx = 0, dy = 0; // dp
  float progress = 0;   // of bars
  bool enters = false;  // a node not seen before starts at `from_*`
  float from_opacity = 0;
  float from_dx = 0, from_dy = 8;
  bool animated = false;
};

// What can be dragged among others of its group: as the pointer holds one and passes over another,
// that one's action is run with the id of the one held as its text.
struct Drag {
  std::string group;
  int action = -1;
};

struct Binding { // a command that works on this screen without a node of its own
  std::string command;
  int action = -1;
};

struct Node {
  Role role = Role::none;
  std::string id;    // focus, scroll, carets and animations survive by it; unique in the tree
  std::string label; // for people who cannot see it; every focusable node has one
  std::string value;
  State state;
  Style style;
  Layout layout;
  std::vector<Node> children;

  int action = -1;     // index into the screen's Actions; -1 = none
  std::string command; // the command whose keys run the action
  std::vector<Binding> bindings;
  bool autofocus = false;
  bool into_view = false; // with autofocus: scrolled to when it takes the focus
  bool reveal = false;    // scrolled into sight when another node had this before
  bool live = false;      // read out when it changes
  bool one_of = false;    // a choice of one: Tab stops at what is chosen, arrows go to the others
  bool modal = false;     // holds focus and keys while it is in the tree

  std::optional<Paragraph> paragraph;
  std::optional<Field> field;
  std::optional<Range> range;
  std::optional<Drag> drag;
  std::optional<draw::Icon> icon; // fills the node, in sign_tone
  Tone sign_tone = Tone::ink;     // of the icon, of the filled part of a bar
  std::optional<Picture> picture;
  std::shared_ptr<Rows> rows;
  Painter painter; // charts and the like, inside the padding
  std::optional<Motion> motion;
};

[[nodiscard]] bool focusable(const Node& node);
[[nodiscard]] const char* name(Role role);

// First node with this id; nullptr when there is none.
[[nodiscard]] const Node* find(const Node& root, const std::string& id);

// All the text in a tree, in order, single spaces between: the label of a node made of others.
[[nodiscard]] std::string plain_text(const Node& node);

} // namespace entente::ui
