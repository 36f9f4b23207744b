#pragma once

// Filled and outlined shapes with edges antialiased by a fringe one pixel wide, centred on the
// edge: edges on whole pixels come out crisp, round ones smooth.

#include "draw/draw_list.h"

#include <span>

namespace entente::draw {

void fill_rounded(DrawList& list, Rect rect, Corners corners, Color color);
// The stroke lies inside `rect`, as a border does.
void stroke_rounded(DrawList& list, Rect rect, Corners corners, float width, Color color);
// Fill and border together; the fill never shows outside the border.
void fill_bordered(DrawList& list, Rect rect, Corners corners, Color fill, float width,
                   Color border);

struct Shadow { // as in style sheets: box-shadow 0 DY BLUR COLOR
  float dy = 0;
  float blur = 0; // twice the standard deviation
  Color color;
};
// Only round the outside of `rect`: nothing is drawn under an opaque card.
void soft_shadow(DrawList& list, Rect rect, float radius, Shadow shadow);

void fill_circle(DrawList& list, Point centre, float radius, Color color);
// The stroke lies inside the radius.
void stroke_circle(DrawList& list, Point centre, float radius, float width, Color color);
// Angles in turns, clockwise from twelve o'clock.
void fill_pie(DrawList& list, Point centre, float radius, float from, float to, Color color);
// Any polygon whose every edge is seen from its mean point: triangles, all convex ones, stars.
void fill_polygon(DrawList& list, std::span<const Point> points, Color color);
// Between two curves of as many points each, in order of x: the band of a chart.
void fill_band(DrawList& list, std::span<const Point> upper, std::span<const Point> lower,
               Color color);

} // namespace entente::draw
