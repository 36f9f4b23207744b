#pragma once

// Lines with round joins, antialiased.

#include "draw/draw_list.h"

#include <span>

namespace entente::draw {

enum class Cap { round, butt };

struct Stroke {
  float width = 1; // pixels; thinner than one is drawn one wide and fainter
  Color color;
  Cap cap = Cap::round;
  float dash = 0, gap = 0; // pixels; no dash = solid
};

void line(DrawList& list, Point from, Point to, const Stroke& stroke);
void polyline(DrawList& list, std::span<const Point> points, const Stroke& stroke);
void closed_polyline(DrawList& list, std::span<const Point> points, const Stroke& stroke);
// Part of a circle's outline, the line's middle on the radius; angles in turns, clockwise from
// twelve o'clock.
void arc(DrawList& list, Point centre, float radius, float from, float to, const Stroke& stroke);

} // namespace entente::draw
