#pragma once

// Short builders, so that a screen reads like its picture:
//
//   column(h1(tr("today.title")),
//          row(button(tr("drill.start"), actions.add(Start{})).primary().command(start)).gap(18))
//       .gap(22)
//
// Build holds one node; its methods change it and hand it on. Widgets made of several nodes are in
// widgets.h.

#include "ui/node.h"

#include <string>
#include <utility>
#include <vector>

namespace entente::ui {

class Build {
public:
  Build() = default;
  explicit Build(Node node) : node_(std::move(node)) {}

  operator Node() && { return std::move(node_); } // NOLINT: builders become nodes
  [[nodiscard]] const Node& node() const { return node_; }
  [[nodiscard]] Node& node() { return node_; }

  void add(Build child) & { node_.children.push_back(std::move(child.node_)); }
  Build&& add(Build child) && { return node_.children.push_back(std::move(child.node_)), me(); }
  Build&& add_if(bool there, Build child) && {
    if (there) node_.children.push_back(std::move(child.node_));
    return me();
  }
  // One child for each item.
  template <class Items, class Make> Build&& each(const Items& items, Make make) && {
    for (const auto& item : items) node_.children.push_back(Node(Build(make(item))));
    return me();
  }

  // what it is
  Build&& id(std::string id) && { return node_.id = std::move(id), me(); }
  Build&& role(Role role) && { return node_.role = role, me(); }
  Build&& label(std::string label) && { return node_.label = std::move(label), me(); }
  Build&& value(std::string value) && { return node_.value = std::move(value), me(); }
  Build&& action(int action) && { return node_.action = action, me(); }
  Build&& bind(std::string command, int action) && {
    return node_.bindings.push_back({std::move(command), action}), me();
  }
  Build&& autofocus(bool on = true) && { return node_.autofocus = on, me(); }
  Build&& one_of(bool on = true) && { return node_.one_of = on, me(); }
  Build&& into_view() && { return node_.into_view = true, me(); }
  Build&& live() && { return node_.live = true, me(); }
  Build&& disabled(bool on = true) && { return node_.state.disabled = on, me(); }
  Build&& selected(bool on = true) && { return node_.state.selected = on, me(); }
  Build&& checked(bool on = true) && { return node_.state.checked = on, me(); }
  Build&& expanded(bool on = true) && { return node_.state.expanded = on, me(); }
  Build&& busy(bool on = true) && { return node_.state.busy = on, me(); }
  Build&& invalid(bool on = true) && { return node_.state.invalid = on, me(); }

  // where it lies
  Build&& gap(float dp) && { return node_.layout.gap = dp, me(); }
  Build&& line_gap(float dp) && { return node_.layout.line_gap = dp, me(); }
  Build&& padding(Edges edges) && { return node_.layout.padding = edges, me(); }
  Build&& width(float dp) && { return node_.layout.width = dp, me(); }
  Build&& height(float dp) && { return node_.layout.height = dp, me(); }
  Build&& min_width(float dp) && { return node_.layout.min_width = dp, me(); }
  Build&& max_width(float dp) && { return node_.layout.max_width = dp, me(); }
  Build&& min_height(float dp) && { return node_.layout.min_height = dp, me(); }
  Build&& flex(float share = 1) && { return node_.layout.flex = share, me(); }
  Build&& align(Place place) && { return node_.layout.align = place, me(); }
  Build&& justify(Place place) && { return node_.layout.justify = place, me(); }
  Build&& self(Place place) && { return node_.layout.self = place, me(); }
  // Children at the ends, the rest of the width between them.
  Build&& between() && { return node_.layout.justify = Place::between, me(); }
  Build&& centred() && {
    node_.layout.align = node_.layout.justify = Place::centre;
    return me();
  }
  Build&& together() && { return node_.layout.together = true, me(); }
  Build&& scroll() && { return node_.layout.scroll = true, me(); }

  // how it looks
  Build&& fill(Tone tone) && { return node_.style.fill = tone, me(); }
  Build&& border(Tone tone, Edges width = 1) && {
    node_.style.border = tone;
    node_.style.border_width = width;
    return me();
  }
  Build&& radius(float dp) && { return node_.style.radius = dp, me(); }
  Build&& shadow(bool on = true) && { return node_.style.shadow = on, me(); }
  Build&& opacity(float factor) && { return node_.style.opacity = factor, me(); }
  Build&& motion(Motion motion) && { return motion.animated = true, node_.motion = motion, me(); }

  // of texts
  template <class Change> Build&& runs(Change change) && {
    if (node_.paragraph)
      for (Run& run : node_.paragraph->runs) change(run.style);
    return me();
  }
  Build&& tone(Tone tone) && {
    return me().runs([&](TextStyle& s) { s.tone = tone; });
  }
  Build&& size(float dp) && {
    return me().runs([&](TextStyle& s) { s.size = dp; });
  }
  Build&& weight(int weight) && {
    return me().runs([&](TextStyle& s) { s.weight = weight; });
  }
  Build&& spacing(float dp) && {
    return me().runs([&](TextStyle& s) { s.letter_spacing = dp; });
  }
  Build&& serif() && {
    return me().runs([](TextStyle& s) { s.family = text::Family::serif; });
  }
  // Figures as wide as they are, not all alike: for words and lone numbers.
  Build&& proportional() && {
    return me().runs([](TextStyle& s) { s.tabular = false; });
  }
  Build&& bold() && { return me().weight(600); }
  Build&& mute() && { return me().tone(Tone::ink2); }
  Build&& small() && { return me().size(13); }
  Build&& leading(float times) && { return paragraph().line_height = times, me(); }
  Build&& text_align(text::Align align) && { return paragraph().align = align, me(); }
  Build&& lines(int most) && { return paragraph().max_lines = most, me(); }
  Build&& unbroken() && { return paragraph().unbroken = true, me(); }
  Build&& language(std::string language) && {
    return paragraph().language = std::move(language), me();
  }

private:
  Build&& me() { return std::move(*this); }
  Paragraph& paragraph() {
    if (!node_.paragraph) node_.paragraph.emplace();
    return *node_.paragraph;
  }
  Node node_;
};

// ---- boxes ----

template <class... Children> Build box(Flow flow, Children&&... children) {
  Build built;
  built.node().layout.flow = flow;
  built.node().children.reserve(sizeof...(children));
  (built.add(Build(std::forward<Children>(children))), ...);
  return built;
}
template <class... Children> Build column(Children&&... children) {
  return box(Flow::column, std::forward<Children>(children)...);
}
// Children side by side, centred across.
template <class... Children> Build row(Children&&... children) {
  return box(Flow::row, std::forward<Children>(children)...).align(Place::centre).gap(18);
}
// A row that goes on below when the window is narrow.
template <class... Children> Build wrap(Children&&... children) {
  return box(Flow::wrap, std::forward<Children>(children)...)
      .align(Place::centre)
      .gap(18)
      .line_gap(12);
}
template <class... Children> Build stack(Children&&... children) {
  return box(Flow::stack, std::forward<Children>(children)...);
}
// Equal columns; fewer when they would be narrower than `least` dp.
template <class... Children> Build grid(int columns, float least, Children&&... children) {
  Build built = box(Flow::grid, std::forward<Children>(children)...).gap(18);
  built.node().layout.columns = columns;
  built.node().layout.column_min = least;
  return built;
}
template <class... Children> Build card(Children&&... children) {
  return column(std::forward<Children>(children)...)
      .role(Role::group)
      .fill(Tone::surface)
      .border(Tone::line)
      .radius(16)
      .shadow()
      .padding(25); // 24 and the border
}
[[nodiscard]] inline Build spacer() { return Build().flex(); }
[[nodiscard]] inline Build space(float dp) { return Build().width(dp).height(dp); }

// ---- texts ----

[[nodiscard]] Build say(std::string words);
[[nodiscard]] Build h1(std::string words);     // 30 serif
[[nodiscard]] Build h2(std::string words);     // 17
[[nodiscard]] Build h3(std::string words);     // 13, muted
[[nodiscard]] Build figure(std::string words); // 30, for numbers that stand alone
// What is to be learned: 29 serif.
[[nodiscard]] Build prompt(std::string words, const std::string& language);

// Several runs in one paragraph: prose(strong("Xi."), muted(" In 2020."))
[[nodiscard]] Run plain(std::string words);
[[nodiscard]] Run strong(std::string words, Tone tone = Tone::ink);
[[nodiscard]] Run muted(std::string words);
[[nodiscard]] Run toned(std::string words, Tone tone);
[[nodiscard]] Run marked(std::string words, Tone mark);
[[nodiscard]] Build prose_of(std::vector<Run> runs);
template <class... Runs> Build prose(Runs... runs) {
  std::vector<Run> all;
  (all.push_back(std::move(runs)), ...);
  return prose_of(std::move(all));
}

} // namespace entente::ui
