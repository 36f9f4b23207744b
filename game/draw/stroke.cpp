#include "draw/stroke.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace entente::draw {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float half_fringe = 0.5F;

// A cut across the line: its middle and the directions to its left and right edge, so scaled that
// the edge lies at at + side * (half width).
struct Station {
  Point at, left, right;
  float opacity = 1; // 0 at the faded end of a butt cap
};

Point left_of(Point direction) { return {direction.y, -direction.x}; }

Point direction(Point from, Point to) {
  const Point along = to - from;
  return along * (1 / std::max(length(along), 1e-6F));
}

Point rotated(Point p, float angle) {
  const float c = std::cos(angle), s = std::sin(angle);
  return {p.x * c - p.y * s, p.x * s + p.y * c};
}

std::vector<Point> without_repeats(std::span<const Point> points) {
  std::vector<Point> distinct;
  for (const Point at : points)
    if (distinct.empty() || length(at - distinct.back()) > 1e-3F) distinct.push_back(at);
  return distinct;
}

int arc_steps(float angle, float radius) {
  return std::clamp(static_cast<int>(std::ceil(std::abs(angle) * std::sqrt(radius + 1) * 1.2F)), 1,
                    32);
}

class Stroker {
public:
  Stroker(DrawList& list, const Stroke& stroke)
      : list_(list),
        half_(std::max(stroke.width, 1.F) / 2),
        ink_(faded(stroke.color, std::min(stroke.width, 1.F))),
        cap_(stroke.cap) {}

  void open(const std::vector<Point>& points) {
    cap(points.front(), direction(points[1], points[0]), true);
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
      join(points[i - 1], points[i], points[i + 1]);
    const std::size_t n = points.size();
    cap(points.back(), direction(points[n - 2], points[n - 1]), false);
    emit(false);
  }

  void closed(const std::vector<Point>& points) {
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n; ++i)
      join(points[(i + n - 1) % n], points[i], points[(i + 1) % n]);
    emit(true);
  }

private:
  // `out` points away from the line. A round cap is a half turn of stations on one point, each
  // with both its edges pressed together on the arc.
  void cap(Point at, Point out, bool first) {
    const Point left = left_of(first ? out * -1 : out);
    if (cap_ == Cap::butt) {
      const Station faded{at + out * half_fringe, left, left * -1, 0};
      const Station solid{at - out * half_fringe, left, left * -1, 1};
      stations_.push_back(first ? faded : solid);
      stations_.push_back(first ? solid : faded);
      return;
    }
    const int steps = arc_steps(pi / 2, half_);
    for (int i = 0; i <= steps; ++i) {
      const float part = static_cast<float>(first ? i : steps - i) / static_cast<float>(steps);
      const float turn = pi / 2 * part;
      // From the tip (turn 0: both edges at `out`) to the sides (turn 90 degrees).
      const Point side = left * std::sin(turn), tip = out * std::cos(turn);
      stations_.push_back({at, tip + side, tip - side});
    }
  }

  void join(Point before, Point at, Point after) {
    const Point in = direction(before, at), out = direction(at, after);
    const float angle = std::atan2(cross(in, out), dot(in, out));
    const Point left = left_of(in);
    const Point middle = left_of(direction({0, 0}, in + out));
    // The inner edges meet on the mitre, if both segments are long enough to reach it.
    const float reach = 1 / std::max(std::cos(angle / 2), 0.05F);
    const float room = std::min(length(at - before), length(after - at));
    const bool meets = (half_ + half_fringe) * std::abs(std::tan(angle / 2)) <= room;
    const int steps = arc_steps(angle, half_);
    for (int i = 0; i <= steps; ++i) {
      const Point spoke = rotated(left, angle * static_cast<float>(i) / static_cast<float>(steps));
      const Point inner = meets ? middle * reach : spoke;
      if (angle > 0)
        stations_.push_back({at, spoke, inner * -1});
      else
        stations_.push_back({at, inner, spoke * -1});
    }
  }

  void emit(bool closed) {
    list_.begin_shape();
    const auto first = static_cast<std::uint32_t>(list_.vertices().size());
    const Color clear = faded(ink_, 0);
    for (const Station& s : stations_) {
      const Color ink = faded(ink_, s.opacity);
      list_.vertex(s.at + s.left * (half_ + half_fringe), clear);
      list_.vertex(s.at + s.left * (half_ - half_fringe), ink);
      list_.vertex(s.at + s.right * (half_ - half_fringe), ink);
      list_.vertex(s.at + s.right * (half_ + half_fringe), clear);
    }
    const auto n = static_cast<std::uint32_t>(stations_.size());
    for (std::uint32_t i = 0; i + (closed ? 0 : 1) < n; ++i)
      for (std::uint32_t lane = 0; lane < 3; ++lane) {
        const std::uint32_t a = first + i * 4 + lane, b = first + (i + 1) % n * 4 + lane;
        list_.triangle(a, b, b + 1);
        list_.triangle(a, b + 1, a + 1);
      }
    list_.end_shape();
  }

  DrawList& list_;
  float half_;
  Color ink_;
  Cap cap_;
  std::vector<Station> stations_;
};

// Cuts a line into its dashes.
std::vector<std::vector<Point>> dashes(const std::vector<Point>& points, float dash, float gap) {
  std::vector<std::vector<Point>> pieces{{points.front()}};
  bool drawing = true;
  float left = dash;
  for (std::size_t i = 1; i < points.size(); ++i) {
    Point from = points[i - 1];
    float rest = length(points[i] - from);
    const Point along = direction(from, points[i]);
    for (; rest > left; left = drawing ? dash : gap) {
      from = from + along * left;
      rest -= left;
      if (drawing)
        pieces.back().push_back(from);
      else
        pieces.push_back({from});
      drawing = !drawing;
    }
    left -= rest;
    if (drawing) pieces.back().push_back(points[i]);
  }
  return pieces;
}

} // namespace

void line(DrawList& list, Point from, Point to, const Stroke& stroke) {
  const Point ends[] = {from, to};
  polyline(list, ends, stroke);
}

void polyline(DrawList& list, std::span<const Point> points, const Stroke& stroke) {
  const std::vector<Point> distinct = without_repeats(points);
  if (distinct.size() < 2 || stroke.width <= 0 || stroke.color.a == 0) return;
  constexpr float least = 0.1F; // a shorter pattern is a solid line, and would never end
  if (stroke.dash < least || stroke.gap < least) return Stroker(list, stroke).open(distinct);
  for (const std::vector<Point>& piece : dashes(distinct, stroke.dash, stroke.gap)) {
    const std::vector<Point> dash = without_repeats(piece);
    if (dash.size() > 1) Stroker(list, stroke).open(dash);
  }
}

void closed_polyline(DrawList& list, std::span<const Point> points, const Stroke& stroke) {
  std::vector<Point> distinct = without_repeats(points);
  if (distinct.size() > 1 && length(distinct.front() - distinct.back()) < 1e-3F)
    distinct.pop_back();
  if (distinct.size() < 3) return polyline(list, points, stroke);
  Stroker(list, stroke).closed(distinct);
}

void arc(DrawList& list, Point centre, float radius, float from, float to, const Stroke& stroke) {
  const int steps = std::clamp(
      static_cast<int>(std::ceil(std::abs(to - from) * 2 * pi * std::sqrt(radius) * 1.6F)), 2, 128);
  std::vector<Point> points;
  for (int i = 0; i <= steps; ++i) {
    const float turn = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
    const float angle = (turn - 0.25F) * 2 * pi;
    points.push_back(centre + Point{std::cos(angle), std::sin(angle)} * radius);
  }
  polyline(list, points, stroke);
}

} // namespace entente::draw
