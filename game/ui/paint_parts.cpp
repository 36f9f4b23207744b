#include "ui/paint_parts.h"

#include "draw/icons.h"
#include "draw/shapes.h"
#include "text/caret.h"
#include "ui/canvas.h"
#include "ui/field_view.h"

#include <algorithm>

namespace entente::ui {

namespace {

using draw::Rect;

void shadows(Brush& brush, const Rect& rect, float radius) {
  for (const ThemeShadow* shadow : {&brush.theme.far_shadow, &brush.theme.near_shadow})
    if (shadow->color.a > 0 && shadow->blur > 0)
      draw::soft_shadow(brush.list, rect, radius,
                        {shadow->dy * brush.scale, shadow->blur * brush.scale, shadow->color});
}

bool even(const Edges& edges) {
  return edges.left == edges.top && edges.top == edges.right && edges.right == edges.bottom;
}

void square_sides(Brush& brush, const Edges& edges, const Rect& r, draw::Color color) {
  const float left = brush.line(edges.left), right = brush.line(edges.right);
  const float top = brush.line(edges.top), bottom = brush.line(edges.bottom);
  if (left > 0) brush.list.rect({r.x, r.y, left, r.height}, color);
  if (right > 0) brush.list.rect({r.right() - right, r.y, right, r.height}, color);
  if (top > 0) brush.list.rect({r.x, r.y, r.width, top}, color);
  if (bottom > 0) brush.list.rect({r.x, r.bottom() - bottom, r.width, bottom}, color);
}

// A key: one line around, a second one along the bottom.
void key_border(Brush& brush, const Edges& edges, const Rect& r, float radius, draw::Color color) {
  const float width = brush.line(edges.top), extra = brush.line(edges.bottom) - width;
  draw::stroke_rounded(brush.list, r, radius, width, color);
  if (extra > 0)
    brush.list.rect(
        {r.x + radius * 0.7F, r.bottom() - width - extra, r.width - radius * 1.4F, extra}, color);
}

} // namespace

float part_of(const Range& range) {
  if (!(range.high > range.low)) return 0;
  return static_cast<float>(
      std::clamp((range.value - range.low) / (range.high - range.low), 0.0, 1.0));
}

void box(Brush& brush, const Style& style, const Rect& rect) {
  if (rect.empty()) return;
  const float radius = std::min(style.radius * brush.scale, std::min(rect.width, rect.height) / 2);
  if (style.shadow) shadows(brush, rect, radius);
  const draw::Color fill = draw::faded(brush.color(style.fill), style.fill_opacity);
  const draw::Color border = draw::faded(brush.color(style.border), style.border_opacity);
  const bool bordered = style.border != Tone::none;
  const bool uniform = even(style.border_width);
  if (bordered && uniform && style.fill != Tone::none)
    return draw::fill_bordered(brush.list, rect, radius, fill, brush.line(style.border_width.top),
                               border);
  if (style.fill != Tone::none) {
    if (radius > 0)
      draw::fill_rounded(brush.list, rect, radius, fill);
    else
      brush.list.rect(rect, fill);
  }
  if (!bordered) return;
  if (uniform)
    draw::stroke_rounded(brush.list, rect, radius, brush.line(style.border_width.top), border);
  else if (radius > 0)
    key_border(brush, style.border_width, rect, radius, border);
  else
    square_sides(brush, style.border_width, rect, border);
}

void letters(Brush& brush, const Piece& piece) {
  const draw::Point at = draw::Point{piece.x, piece.y} + brush.shift;
  const text::Text& set = brush.typesetter.typeset(piece.request);
  const draw::Color color = brush.color(piece.tone);
  if (piece.mark != Tone::none)
    for (const text::Line& line : set.lines)
      draw::fill_rounded(brush.list,
                         {at.x + line.x, at.y + line.top, line.width, line.bottom - line.top},
                         brush.px(2), brush.color(piece.mark));
  brush.list.text(set, at, color);
  if (!piece.underline) return;
  for (const text::Line& line : set.lines)
    brush.list.rect({std::round(at.x + line.x), std::round(at.y + line.baseline) + brush.px(2),
                     std::round(line.width), std::max(1.F, brush.px(1))},
                    color);
}

void sign(Brush& brush, const Node& node, const Rect& rect) {
  draw::icon(brush.list, *node.icon, rect.centre(), std::min(rect.width, rect.height),
             brush.color(node.sign_tone));
}

void picture(Brush& brush, const Picture& picture, const Rect& rect) {
  if (picture.width <= 0 || picture.height <= 0) return;
  const float fit = std::min(rect.width / picture.width, rect.height / picture.height);
  const float wide = std::round(picture.width * fit), high = std::round(picture.height * fit);
  brush.list.picture(picture.texture,
                     {std::round(rect.x + (rect.width - wide) / 2),
                      std::round(rect.y + (rect.height - high) / 2), wide, high},
                     {0, 0, picture.width, picture.height});
}

namespace {

void slider(Brush& brush, const Node& node, const Rect& rect, float part) {
  const float high = brush.px(6), knob = brush.px(10);
  const Rect track{rect.x, std::round(rect.centre().y - high / 2), rect.width, high};
  const float at = rect.x + knob + (rect.width - 2 * knob) * part;
  draw::fill_rounded(brush.list, track, high / 2, brush.color(Tone::line));
  draw::fill_rounded(brush.list, {track.x, track.y, at - track.x, high}, high / 2,
                     brush.color(Tone::accent));
  const Rect round{at - knob, rect.centre().y - knob, 2 * knob, 2 * knob};
  draw::fill_bordered(brush.list, round, knob, brush.color(Tone::surface), brush.line(2),
                      brush.color(node.state.disabled ? Tone::line : Tone::accent));
}

} // namespace

void range(Brush& brush, const Node& node, const Rect& rect, float part) {
  if (node.role == Role::slider) return slider(brush, node, rect, part);
  const float wide = std::round(rect.width * part);
  if (wide <= 0) return;
  const float radius = std::min(node.style.radius * brush.scale, wide / 2);
  draw::fill_rounded(brush.list, {rect.x, rect.y, wide, rect.height}, radius,
                     brush.color(node.sign_tone));
}

void switch_knob(Brush& brush, const Node& node, const Rect& rect) {
  const float radius = rect.height / 2, inset = brush.px(3);
  const bool on = node.state.checked;
  draw::fill_bordered(brush.list, rect, radius, brush.color(on ? Tone::accent : Tone::sunken),
                      brush.line(1), brush.color(on ? Tone::accent : Tone::ink3));
  const float knob = radius - inset;
  const float x = on ? rect.right() - inset - knob : rect.x + inset + knob;
  draw::fill_circle(brush.list, {x, rect.centre().y}, knob,
                    brush.color(on ? Tone::accent_ink : Tone::ink3));
}

void field_text(Brush& brush, const Placed& placed, const TextEdit* edit, bool focused,
                bool caret) {
  const FieldView view = field_view(placed, edit, brush.scale, brush.typesetter);
  const text::Text& set = brush.typesetter.typeset(view.request);
  const draw::Point at = view.origin + brush.shift;
  brush.list.push_clip(draw::expanded(brush.moved(view.inner), brush.px(2)));
  if (focused && edit != nullptr && edit->has_selection())
    for (const text::Box& b :
         text::selection_boxes(set, edit->selection_begin(), edit->selection_end()))
      brush.list.rect(
          {std::round(at.x + b.x), std::round(at.y + b.y), std::round(b.width), b.height},
          draw::faded(brush.color(Tone::focus), 0.28F));
  brush.list.text(set, at,
                  brush.color(view.placeholder ? Tone::ink3 : placed.node->field->style.tone));
  if (caret) {
    const std::size_t byte = edit != nullptr && !view.placeholder ? edit->caret() : 0;
    const text::Caret stands = text::caret_at(set, byte);
    const text::Line& line = set.lines[static_cast<std::size_t>(stands.line)];
    const float inset = std::round((line.bottom - line.top) * 0.1F);
    brush.list.rect({std::round(at.x + stands.x), std::round(at.y + line.top + inset),
                     std::max(1.F, brush.px(1.5F)), line.bottom - line.top - 2 * inset},
                    brush.color(Tone::ink));
  }
  brush.list.pop_clip();
}

void scroll_bar(Brush& brush, const Placed& placed) {
  if (!placed.node->layout.scroll || placed.scroll_limit() <= 0) return;
  const Rect rect = brush.moved(placed.rect);
  const float room = rect.height - brush.px(8), wide = brush.px(4);
  const float high = std::max(brush.px(28), room * rect.height / placed.content_height);
  const float top = rect.y + brush.px(4) + (room - high) * placed.scroll / placed.scroll_limit();
  draw::fill_rounded(brush.list, {rect.right() - wide - brush.px(3), top, wide, high}, wide / 2,
                     draw::faded(brush.color(Tone::ink3), 0.45F));
}

void focus_ring(Brush& brush, const Placed& placed) {
  const Style& style = placed.node->style;
  const float width = std::max(2.F, brush.px(2)), gap = brush.px(style.focus_gap);
  const Rect around = draw::expanded(brush.moved(placed.rect), gap + width);
  const float radius = std::max(style.radius, 4.F) * brush.scale + gap + width;
  draw::stroke_rounded(brush.list, around, radius, width, brush.color(Tone::focus));
}

float Canvas::width(std::string_view words, const TextStyle& style) const {
  text::TextRequest request;
  request.text = words;
  request.font = font_of(style, scale);
  return typesetter.typeset(request).width;
}

float Canvas::words(std::string_view words, const TextStyle& style, draw::Point at,
                    text::Align anchor) const {
  text::TextRequest request;
  request.text = words;
  request.font = font_of(style, scale);
  const text::Text& set = typesetter.typeset(request);
  if (anchor == text::Align::centre) at.x -= set.width / 2;
  if (anchor == text::Align::end) at.x -= set.width;
  list.text(set, {std::round(at.x), std::round(at.y)}, color(style.tone));
  return set.width;
}

} // namespace entente::ui
