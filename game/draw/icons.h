#pragma once

// The interface's signs, drawn as shapes so that no font has to have them. Each fills a square.

#include "draw/draw_list.h"

namespace entente::draw {

enum class Icon {
  check,
  cross,
  clock,
  circle_dot,
  quote,
  hexagon,
  star,
  arrow_left,
  arrow_right,
  arrow_up,
  arrow_down,
  chevron_down,
  chevron_right,
  search,
  warning,
  dot,
  plus,
  minus,
  flag,
  speaker,
  pause,
};
inline constexpr int icon_count = static_cast<int>(Icon::pause) + 1;

// `centre` and `size` (the square's side) in pixels.
void icon(DrawList& list, Icon icon, Point centre, float size, Color color);

} // namespace entente::draw
