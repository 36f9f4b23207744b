#include "draw/icons.h"

#include "draw/shapes.h"
#include "draw/stroke.h"

#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace entente::draw {

namespace {

// Icons are designed on a square of 24 units, the middle at (0, 0).
class Pen {
public:
  Pen(DrawList& list, Point centre, float size, Color color)
      : list_(list), centre_(centre), unit_(size / 24), color_(color) {}

  void stroke(std::initializer_list<Point> points, float width) const {
    polyline(list_, placed(points), line_of(width));
  }
  void outline(std::initializer_list<Point> points, float width) const {
    closed_polyline(list_, placed(points), line_of(width));
  }
  void polygon(const std::vector<Point>& points) const {
    fill_polygon(list_, placed(points), color_);
  }
  void circle(Point at, float radius, float width) const {
    const float middle = radius * unit_ + thick(width) / 2;
    stroke_circle(list_, place(at), middle, thick(width), color_);
  }
  void disc(Point at, float radius) const { fill_circle(list_, place(at), radius * unit_, color_); }
  void curve(Point at, float radius, float from, float to, float width) const {
    arc(list_, place(at), radius * unit_, from, to, line_of(width));
  }

private:
  [[nodiscard]] Point place(Point p) const { return centre_ + p * unit_; }
  [[nodiscard]] float thick(float width) const { return std::max(width * unit_, 1.1F); }
  [[nodiscard]] Stroke line_of(float width) const { return {thick(width), color_}; }
  template <typename Points> [[nodiscard]] std::vector<Point> placed(const Points& points) const {
    std::vector<Point> moved;
    for (const Point at : points) moved.push_back(place(at));
    return moved;
  }

  DrawList& list_;
  Point centre_;
  float unit_;
  Color color_;
};

constexpr float thin = 2, bold = 3;

std::vector<Point> star_points() {
  std::vector<Point> points;
  for (int i = 0; i < 10; ++i) {
    const float radius = i % 2 == 0 ? 11.F : 4.9F;
    const float angle = (static_cast<float>(i) / 10 - 0.25F) * 2 * std::numbers::pi_v<float>;
    points.push_back({radius * std::cos(angle), radius * std::sin(angle) + 0.8F});
  }
  return points;
}

void quote_marks(const Pen& pen) {
  for (const float x : {-5.2F, 5.2F}) {
    pen.disc({x, 3}, 3.8F);
    pen.curve({x + 3.4F, 2.6F}, 6, 0.76F, 0.94F, 2.2F);
  }
}

void arrow(const Pen& pen, Point tip) { // tip: a unit vector
  const Point side{-tip.y, tip.x};
  pen.stroke({tip * -8.5F, tip * 8}, thin);
  pen.stroke({tip * 2 + side * 6.5F, tip * 8.5F, tip * 2 + side * -6.5F}, thin);
}

void chevron(const Pen& pen, Point tip) {
  const Point side{-tip.y, tip.x};
  pen.stroke({tip * -3.2F + side * 6.4F, tip * 3.2F, tip * -3.2F + side * -6.4F}, 2.4F);
}

void warning(const Pen& pen) {
  pen.outline({{0, -9}, {10, 8.5F}, {-10, 8.5F}}, thin);
  pen.stroke({{0, -3}, {0, 2.4F}}, thin);
  pen.disc({0, 5.6F}, 1.3F);
}

void speaker(const Pen& pen) {
  pen.polygon({{-10, -3.5F}, {-6, -3.5F}, {-0.5F, -8}, {-0.5F, 8}, {-6, 3.5F}, {-10, 3.5F}});
  pen.curve({0, 0}, 5, 0.12F, 0.38F, thin);
  pen.curve({0, 0}, 9.4F, 0.12F, 0.38F, thin);
}

void category_sign(const Pen& pen, Icon icon) {
  switch (icon) {
  case Icon::clock:
    pen.circle({0, 0}, 8.6F, thin);
    pen.stroke({{0, -5}, {0, 0}, {5, 0}}, thin);
    break;
  case Icon::circle_dot:
    pen.circle({0, 0}, 8.6F, thin);
    pen.disc({0, 0}, 2.7F);
    break;
  case Icon::quote:
    quote_marks(pen);
    break;
  case Icon::hexagon:
    pen.outline({{0, -9.6F}, {8.3F, -4.8F}, {8.3F, 4.8F}, {0, 9.6F}, {-8.3F, 4.8F}, {-8.3F, -4.8F}},
                thin);
    break;
  case Icon::star:
    pen.polygon(star_points());
    break;
  case Icon::flag:
    pen.stroke({{-6, -9}, {-6, 10}}, thin);
    pen.polygon({{-6, -9}, {9, -9}, {6, -4.5F}, {9, 0}, {-6, 0}});
    break;
  case Icon::speaker:
    speaker(pen);
    break;
  default:
    break;
  }
}

void mark(const Pen& pen, Icon icon) {
  switch (icon) {
  case Icon::check:
    pen.stroke({{-7.6F, 0.6F}, {-2.4F, 5.8F}, {7.8F, -5.6F}}, bold);
    break;
  case Icon::cross:
    pen.stroke({{-6, -6}, {6, 6}}, bold);
    pen.stroke({{-6, 6}, {6, -6}}, bold);
    break;
  case Icon::plus:
    pen.stroke({{0, -8}, {0, 8}}, thin);
    [[fallthrough]];
  case Icon::minus:
    pen.stroke({{-8, 0}, {8, 0}}, thin);
    break;
  case Icon::dot:
    pen.disc({0, 0}, 6);
    break;
  case Icon::search:
    pen.circle({-2, -2}, 6.4F, thin);
    pen.stroke({{3.4F, 3.4F}, {9, 9}}, thin);
    break;
  case Icon::warning:
    warning(pen);
    break;
  case Icon::pause:
    pen.stroke({{-4, -7}, {-4, 7}}, bold);
    pen.stroke({{4, -7}, {4, 7}}, bold);
    break;
  default:
    category_sign(pen, icon);
  }
}

} // namespace

void icon(DrawList& list, Icon icon, Point centre, float size, Color color) {
  const Pen pen(list, centre, size, color);
  switch (icon) {
  case Icon::arrow_left:
    return arrow(pen, {-1, 0});
  case Icon::arrow_right:
    return arrow(pen, {1, 0});
  case Icon::arrow_up:
    return arrow(pen, {0, -1});
  case Icon::arrow_down:
    return arrow(pen, {0, 1});
  case Icon::chevron_down:
    return chevron(pen, {0, 1});
  case Icon::chevron_right:
    return chevron(pen, {1, 0});
  default:
    return mark(pen, icon);
  }
}

} // namespace entente::draw
