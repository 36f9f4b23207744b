#include "ui/measure.h"

#include <algorithm>
#include <numeric>

namespace entente::ui {

namespace {

bool lays_in_row(const Node& node) {
  return node.layout.flow == Flow::row || node.layout.flow == Flow::wrap;
}

float gaps(float gap, std::size_t count) {
  return count > 1 ? gap * static_cast<float>(count - 1) : 0;
}

} // namespace

float Measure::clamped_width(const Layout& layout, float width) const {
  if (layout.max_width >= 0) width = std::min(width, px(layout.max_width));
  return std::max(width, px(layout.min_width));
}

float Measure::width(const Node& node, Want want) {
  auto& known = widths_[static_cast<std::size_t>(want)];
  if (const auto found = known.find(&node); found != known.end()) return found->second;
  const Layout& layout = node.layout;
  const bool rigid = layout.width >= 0 && (want == Want::natural || node.icon);
  float wide = rigid ? px(layout.width) : content_width(node, want) + padding_x(node);
  if (layout.width >= 0) wide = std::min(wide, px(layout.width));
  wide = clamped_width(layout, wide);
  if (want != Want::natural) wide = std::min(wide, width(node, Want::natural));
  return known[&node] = wide;
}

float Measure::text_width(const Paragraph& paragraph, Want want) const {
  if (want == Want::natural || (want == Want::narrow && paragraph.unbroken))
    return set_paragraph(paragraph, 0, scale_, typesetter_).width;
  return narrowest(paragraph, scale_, typesetter_);
}

float Measure::content_width(const Node& node, Want want) {
  if (node.paragraph && node.children.empty()) return text_width(*node.paragraph, want);
  if (node.field) return px(want == Want::natural ? 240 : 80);
  float sum = 0, widest = 0;
  for (const Node& child : node.children) {
    const float wide = width(child, want);
    sum += wide;
    widest = std::max(widest, wide);
  }
  const float gap = px(node.layout.gap);
  if (node.layout.flow == Flow::grid && want == Want::natural) {
    const auto across = static_cast<std::size_t>(node.layout.columns);
    return widest * static_cast<float>(across) + gaps(gap, across);
  }
  const bool stays = want == Want::natural || (want == Want::narrow && node.layout.together);
  const bool side_by_side =
      node.layout.flow == Flow::row || (node.layout.flow == Flow::wrap && stays);
  return side_by_side ? sum + gaps(gap, node.children.size()) : widest;
}

float Measure::height(const Node& node, float width) {
  const auto key = std::pair(&node, width);
  if (const auto known = heights_.find(key); known != heights_.end()) return known->second;
  const Layout& layout = node.layout;
  float high = layout.height >= 0
                   ? px(layout.height)
                   : content_height(node, std::max(0.F, width - padding_x(node))) + padding_y(node);
  if (layout.max_height >= 0) high = std::min(high, px(layout.max_height));
  return heights_[key] = std::max(high, px(layout.min_height));
}

float Measure::content_height(const Node& node, float inner) {
  if (node.rows) return static_cast<float>(node.rows->count) * px(node.rows->height);
  if (node.paragraph && node.children.empty())
    return set_paragraph(*node.paragraph, std::max(1.F, inner), scale_, typesetter_).height;
  if (node.field) return field_height(node, inner);
  if (node.layout.flow == Flow::grid) return grid_height(node, inner);
  if (lays_in_row(node)) return lines_height(node, inner);
  float sum = 0, highest = 0;
  for (const Node& child : node.children) {
    const float high = height(child, cross_width(node, child, inner));
    sum += high;
    highest = std::max(highest, high);
  }
  return node.layout.flow == Flow::stack ? highest
                                         : sum + gaps(px(node.layout.gap), node.children.size());
}

float Measure::field_height(const Node& node, float inner) const {
  const Field& field = *node.field;
  const std::string& shown = field.text.empty() ? field.placeholder : field.text;
  Paragraph lines{{{shown.empty() ? " " : shown, field.style}}, 1.45F};
  lines.language = field.language;
  return set_paragraph(lines, field.multiline ? std::max(1.F, inner) : 0, scale_, typesetter_)
      .height;
}

float Measure::lines_height(const Node& node, float inner) {
  const auto lines = node.layout.flow == Flow::wrap
                         ? wrap_lines(node, inner)
                         : std::vector<std::size_t>{0, node.children.size()};
  float sum = 0;
  for (std::size_t line = 0; line + 1 < lines.size(); ++line) {
    const auto widths = share(node, lines[line], lines[line + 1], inner);
    float highest = 0;
    for (std::size_t i = 0; i < widths.size(); ++i)
      highest = std::max(highest, height(node.children[lines[line] + i], widths[i]));
    sum += highest;
  }
  return sum + gaps(line_gap(node), lines.size() - 1);
}

float Measure::grid_height(const Node& node, float inner) {
  const auto across = static_cast<std::size_t>(columns(node, inner));
  const float gap = px(node.layout.gap);
  const float cell = std::floor((inner - gaps(gap, across)) / static_cast<float>(across));
  float sum = 0;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < node.children.size(); begin += across, ++lines) {
    float highest = 0;
    for (std::size_t i = begin; i < std::min(begin + across, node.children.size()); ++i)
      highest = std::max(highest, height(node.children[i], cell));
    sum += highest;
  }
  return sum + gaps(line_gap(node), lines);
}

float Measure::line_gap(const Node& node) const {
  return px(node.layout.line_gap >= 0 ? node.layout.line_gap : node.layout.gap);
}

int Measure::columns(const Node& grid, float inner) const {
  const float gap = px(grid.layout.gap), least = px(grid.layout.column_min);
  int count = std::max(1, grid.layout.columns);
  while (count > 1 &&
         (inner - gap * static_cast<float>(count - 1)) / static_cast<float>(count) < least)
    --count;
  return count;
}

float Measure::cross_width(const Node& parent, const Node& child, float inner) {
  const Place place = child.layout.self.value_or(parent.layout.align);
  const bool stretched = place == Place::stretch && child.layout.width < 0;
  const float wide = stretched ? inner : width(child, Want::natural);
  return std::min(clamped_width(child.layout, wide), inner);
}

std::vector<std::size_t> Measure::wrap_lines(const Node& parent, float inner) {
  std::vector<std::size_t> begins{0};
  float used = 0;
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const Node& child = parent.children[i];
    const bool flexible = child.layout.flex > 0 && child.layout.min_width > 0;
    const float wide = flexible ? px(child.layout.min_width) : width(child, Want::natural);
    const float gap = i > begins.back() ? px(parent.layout.gap) : 0;
    if (i > begins.back() && used + gap + wide > inner) {
      begins.push_back(i);
      used = wide;
    } else {
      used += gap + wide;
    }
  }
  begins.push_back(parent.children.size());
  return begins;
}

std::vector<float> Measure::share(const Node& parent, std::size_t begin, std::size_t end,
                                  float inner) {
  std::vector<float> widths;
  float used = 0;
  bool flexible = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Node& child = parent.children[i];
    const bool flexes = child.layout.flex > 0;
    flexible = flexible || flexes;
    widths.push_back(flexes ? width(child, Want::narrow) : width(child, Want::natural));
    used += widths.back();
  }
  const float room = std::max(0.F, inner - gaps(px(parent.layout.gap), widths.size()));
  if (used > room)
    shrink(widths, parent, begin, room, Want::narrow);
  else if (flexible)
    grow(widths, parent, begin, room);
  return widths;
}

// Takes first what children can give down to their narrow width, then to their least, then from all
// alike.
void Measure::shrink(std::vector<float>& widths, const Node& parent, std::size_t begin, float room,
                     Want want) {
  std::vector<float> narrow;
  for (std::size_t i = 0; i < widths.size(); ++i)
    narrow.push_back(std::min(widths[i], width(parent.children[begin + i], want)));
  const float used = std::accumulate(widths.begin(), widths.end(), 0.F);
  const float least = std::accumulate(narrow.begin(), narrow.end(), 0.F);
  const float give = used - least, missing = used - room;
  if (missing > give && want == Want::narrow) {
    widths = narrow;
    return shrink(widths, parent, begin, room, Want::least);
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (missing <= give)
      widths[i] = std::floor(widths[i] - (widths[i] - narrow[i]) * missing / std::max(give, 1.F));
    else
      widths[i] = std::floor(narrow[i] * room / std::max(least, 1.F));
  }
}

// Flexible children share what the others leave, in proportion, none under its narrow width.
void Measure::grow(std::vector<float>& widths, const Node& parent, std::size_t begin, float room) {
  std::vector<bool> settled;
  for (std::size_t i = 0; i < widths.size(); ++i)
    settled.push_back(parent.children[begin + i].layout.flex <= 0);
  for (bool again = true; again;) {
    again = false;
    float rest = room, parts = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (settled[i])
        rest -= widths[i];
      else
        parts += parent.children[begin + i].layout.flex;
    }
    for (std::size_t i = 0; i < widths.size() && !again; ++i) {
      if (settled[i]) continue;
      const Node& child = parent.children[begin + i];
      const float part = rest * child.layout.flex / parts;
      const float held = std::max(clamped_width(child.layout, part), width(child, Want::narrow));
      if (std::abs(held - part) < 0.5F) continue;
      widths[i] = std::floor(held);
      settled[i] = again = true;
    }
    if (again) continue;
    float at = 0, given = 0; // running sums, so that rounding leaves no pixel over
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (settled[i]) continue;
      at += rest * parent.children[begin + i].layout.flex / parts;
      widths[i] = std::floor(at + 0.01F) - given;
      given += widths[i];
    }
  }
}

} // namespace entente::ui
