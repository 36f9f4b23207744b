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

float Measure::natural_width(const Node& node) {
  if (const auto known = natural_.find(&node); known != natural_.end()) return known->second;
  const float wide =
      node.layout.width >= 0 ? px(node.layout.width) : content_width(node, false) + padding_x(node);
  return natural_[&node] = clamped_width(node.layout, wide);
}

float Measure::narrow_width(const Node& node) {
  if (const auto known = narrow_.find(&node); known != narrow_.end()) return known->second;
  float wide = content_width(node, true) + padding_x(node);
  if (node.layout.width >= 0) wide = std::min(wide, px(node.layout.width));
  if (node.icon && node.layout.width >= 0) wide = px(node.layout.width);
  if (node.layout.min_width > 0) wide = std::max(wide, px(node.layout.min_width));
  return narrow_[&node] = std::min(wide, natural_width(node));
}

float Measure::content_width(const Node& node, bool narrow) {
  if (node.paragraph && node.children.empty())
    return narrow ? narrowest(*node.paragraph, scale_, typesetter_)
                  : set_paragraph(*node.paragraph, 0, scale_, typesetter_).width;
  if (node.field) return px(narrow ? 80 : 240);
  float sum = 0, widest = 0;
  for (const Node& child : node.children) {
    const float wide = wanted(child, narrow);
    sum += wide;
    widest = std::max(widest, wide);
  }
  const bool stacked = !lays_in_row(node) || (narrow && node.layout.flow == Flow::wrap);
  if (node.layout.flow == Flow::grid && !narrow)
    return widest * static_cast<float>(node.layout.columns) +
           gaps(px(node.layout.gap), static_cast<std::size_t>(node.layout.columns));
  return stacked ? widest : sum + gaps(px(node.layout.gap), node.children.size());
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
  const float wide = stretched ? inner : natural_width(child);
  return std::min(clamped_width(child.layout, wide), inner);
}

std::vector<std::size_t> Measure::wrap_lines(const Node& parent, float inner) {
  std::vector<std::size_t> begins{0};
  float used = 0;
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const Node& child = parent.children[i];
    const bool flexible = child.layout.flex > 0 && child.layout.min_width > 0;
    const float wide = flexible ? px(child.layout.min_width) : natural_width(child);
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
    widths.push_back(flexes ? narrow_width(child) : natural_width(child));
    used += widths.back();
  }
  const float room = std::max(0.F, inner - gaps(px(parent.layout.gap), widths.size()));
  if (used > room)
    shrink(widths, parent, begin, room);
  else if (flexible)
    grow(widths, parent, begin, room);
  return widths;
}

// Takes first what children can give down to their narrow width, then from all alike.
void Measure::shrink(std::vector<float>& widths, const Node& parent, std::size_t begin,
                     float room) {
  std::vector<float> narrow;
  for (std::size_t i = 0; i < widths.size(); ++i)
    narrow.push_back(std::min(widths[i], narrow_width(parent.children[begin + i])));
  const float used = std::accumulate(widths.begin(), widths.end(), 0.F);
  const float least = std::accumulate(narrow.begin(), narrow.end(), 0.F);
  const float give = used - least, missing = used - room;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (missing <= give)
      widths[i] = std::floor(widths[i] - (widths[i] - narrow[i]) * missing / give);
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
      const float held = std::max(clamped_width(child.layout, part), narrow_width(child));
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
