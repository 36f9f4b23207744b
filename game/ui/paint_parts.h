#pragma once

// The parts that paint.cpp puts together. Rectangles are final, in pixels.

#include "draw/draw_list.h"
#include "ui/layout.h"
#include "ui/text_edit.h"
#include "ui/theme.h"

#include <cmath>

namespace entente::ui {

struct Brush {
  draw::DrawList& list;
  const Theme& theme;
  text::Typesetter& typesetter;
  float scale = 1;
  draw::Point shift{}; // of what is moving

  [[nodiscard]] float px(float dp) const { return std::round(dp * scale); }
  // Lines never vanish.
  [[nodiscard]] float line(float dp) const {
    return dp <= 0 ? 0 : std::max(1.F, std::floor(dp * scale * theme.border));
  }
  [[nodiscard]] draw::Color color(Tone tone) const { return theme.color(tone); }
  [[nodiscard]] draw::Rect moved(const draw::Rect& rect) const {
    return draw::moved(rect, shift.x, shift.y);
  }
};

[[nodiscard]] float part_of(const Range& range); // 0..1

void box(Brush& brush, const Style& style, const draw::Rect& rect); // shadow, fill, border
void letters(Brush& brush, const Piece& piece);
void sign(Brush& brush, const Node& node, const draw::Rect& rect);
void picture(Brush& brush, const Picture& picture, const draw::Rect& rect);
void range(Brush& brush, const Node& node, const draw::Rect& rect, float part); // bar or slider
void switch_knob(Brush& brush, const Node& node, const draw::Rect& rect);
void field_text(Brush& brush, const Placed& placed, const TextEdit* edit, bool focused, bool caret);
void scroll_bar(Brush& brush, const Placed& placed);
void focus_ring(Brush& brush, const Placed& placed);

} // namespace entente::ui
