#include "draw/shapes.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace entente::draw {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float half_fringe = 0.5F;

Color transparent(Color color) {
  color.a = 0;
  return color;
}

// Segments of a quarter circle: the chord leaves the arc by less than a tenth of a pixel.
int quarter_segments(float radius) {
  if (radius < 0.1F) return 0;
  constexpr float error = 0.08F;
  const float step = 2 * std::acos(1 - std::min(error / radius, 0.5F));
  return std::clamp(static_cast<int>(std::ceil(pi / 2 / step)), 2, 32);
}

struct Corner {
  Point at; // the rectangle's corner
  Point in; // towards the centre, +-1 each
  float radius;
  float angle; // where its arc begins, clockwise from the right
};

// A rounded rectangle whose rings, at any distance from the outline, have the same number of
// points, so that two of them make a strip.
class Outline {
public:
  Outline(Rect rect, Corners corners) : rect_(rect), radii_(corners) {
    const float most = std::min(rect.width, rect.height) / 2;
    for (float* radius :
         {&radii_.top_left, &radii_.top_right, &radii_.bottom_right, &radii_.bottom_left})
      *radius = std::clamp(*radius, 0.F, most);
  }

  // Clockwise, `outwards` pixels outside the outline (inside when negative).
  [[nodiscard]] std::vector<Point> ring(float outwards) const {
    const float reach = std::max(outwards, -std::min(rect_.width, rect_.height) / 2);
    const Rect box = expanded(rect_, reach);
    std::vector<Point> points;
    add({{box.x, box.y}, {1, 1}, radii_.top_left, pi}, reach, points);
    add({{box.right(), box.y}, {-1, 1}, radii_.top_right, 1.5F * pi}, reach, points);
    add({{box.right(), box.bottom()}, {-1, -1}, radii_.bottom_right, 0}, reach, points);
    add({{box.x, box.bottom()}, {1, -1}, radii_.bottom_left, 0.5F * pi}, reach, points);
    return points;
  }

private:
  static void add(const Corner& corner, float outwards, std::vector<Point>& points) {
    const int segments = quarter_segments(corner.radius);
    // A square corner stays square however far out.
    const float radius = segments == 0 ? 0 : std::max(0.F, corner.radius + outwards);
    const Point centre = corner.at + corner.in * radius;
    for (int i = 0; i <= segments; ++i) {
      const float part = segments == 0 ? 0 : static_cast<float>(i) / static_cast<float>(segments);
      const float angle = corner.angle + part * pi / 2;
      points.push_back(centre + Point{std::cos(angle), std::sin(angle)} * radius);
    }
  }

  Rect rect_;
  Corners radii_;
};

std::uint32_t add_ring(DrawList& list, const std::vector<Point>& points, Color color) {
  const auto first = static_cast<std::uint32_t>(list.vertices().size());
  for (const Point at : points) list.vertex(at, color);
  return first;
}

// Between two closed rings of `count` vertices each.
void join_rings(DrawList& list, std::uint32_t a, std::uint32_t b, std::size_t count) {
  const auto n = static_cast<std::uint32_t>(count);
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t j = (i + 1) % n;
    list.triangle(a + i, a + j, b + j);
    list.triangle(a + i, b + j, b + i);
  }
}

void fill_ring(DrawList& list, std::uint32_t first, std::size_t count) {
  for (std::uint32_t i = 2; i < count; ++i) list.triangle(first, first + i - 1, first + i);
}

// The part of a normal distribution below `x` standard deviations.
float normal_below(float x) { return 0.5F * std::erfc(-x / std::numbers::sqrt2_v<float>); }

float blurred_span(float at, float from, float to, float deviation) {
  return normal_below((at - from) / deviation) - normal_below((at - to) / deviation);
}

// How far a point lies outside a rounded rectangle about the origin; negative inside.
float outside_rounded(Point at, float width, float height, float radius) {
  const Point out = {std::abs(at.x) - width / 2 + radius, std::abs(at.y) - height / 2 + radius};
  return length({std::max(out.x, 0.F), std::max(out.y, 0.F)}) +
         std::min(std::max(out.x, out.y), 0.F) - radius;
}

// A Gaussian-blurred rectangle's opacity at a point. Exact for square corners; where the corner is
// rounder than the blur, its distance decides instead.
float shadow_at(Point at, Rect rect, float radius, float deviation) {
  if (radius < 2 * deviation)
    return blurred_span(at.x, rect.x, rect.right(), deviation) *
           blurred_span(at.y, rect.y, rect.bottom(), deviation);
  const float distance = outside_rounded(at - rect.centre(), rect.width, rect.height, radius);
  return normal_below(-distance / deviation);
}

// Small, on whole pixels and the same at every corner, as the days of a calendar are: hundreds in a
// frame, so each is drawn once and placed as a letter is.
bool is_stamp(Rect rect, const Corners& corners) {
  constexpr float largest = 32; // pixels
  const auto whole = [](float value) { return value == std::round(value); };
  return corners.top_left >= 1 && corners.top_left == corners.top_right &&
         corners.top_left == corners.bottom_right && corners.top_left == corners.bottom_left &&
         rect.width <= largest && rect.height <= largest && whole(rect.x) && whole(rect.y) &&
         whole(rect.width) && whole(rect.height);
}

text::GlyphBitmap rounded_coverage(int width, int height, float radius) {
  text::GlyphBitmap bitmap{width, height, 0, 0, {}};
  bitmap.pixels.reserve(static_cast<std::size_t>(width * height));
  const auto w = static_cast<float>(width), h = static_cast<float>(height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const Point at{static_cast<float>(x) + 0.5F - w / 2, static_cast<float>(y) + 0.5F - h / 2};
      const float covered = std::clamp(half_fringe - outside_rounded(at, w, h, radius), 0.F, 1.F);
      bitmap.pixels.push_back(static_cast<std::uint8_t>(std::lround(255 * covered)));
    }
  return bitmap;
}

void stamp_rounded(DrawList& list, Rect rect, float radius, Color color) {
  const auto width = static_cast<int>(rect.width), height = static_cast<int>(rect.height);
  radius = std::min(radius, std::min(rect.width, rect.height) / 2);
  const text::GlyphKey key{
      text::shape_face,
      static_cast<std::uint32_t>(width) << 16U | static_cast<std::uint32_t>(height), radius, 0};
  list.stamp(key, {rect.x, rect.y}, color, [=] { return rounded_coverage(width, height, radius); });
}

Point on_circle(Point centre, float radius, float turns) {
  const float angle = (turns - 0.25F) * 2 * pi;
  return centre + Point{std::cos(angle), std::sin(angle)} * radius;
}

// Corners moved along both their edges' normals by `outwards`.
std::vector<Point> offset_polygon(std::span<const Point> points, float outwards) {
  std::vector<Point> moved;
  const std::size_t n = points.size();
  float area = 0;
  for (std::size_t i = 0; i < n; ++i) area += cross(points[i], points[(i + 1) % n]);
  const float side = area >= 0 ? 1.F : -1.F;
  const auto normal = [&](Point from, Point to) {
    const Point along = to - from;
    const float size = std::max(length(along), 1e-6F);
    return Point{along.y / size * side, -along.x / size * side};
  };
  for (std::size_t i = 0; i < n; ++i) {
    const Point before = normal(points[(i + n - 1) % n], points[i]);
    const Point after = normal(points[i], points[(i + 1) % n]);
    const Point sum = before + after;
    constexpr float sharpest = 0.25F; // |sum|^2 / 2; a mitre at most about twice the fringe
    moved.push_back(points[i] + sum * (outwards / std::max(dot(sum, sum) / 2, sharpest)));
  }
  return moved;
}

} // namespace

void fill_rounded(DrawList& list, Rect rect, Corners corners, Color color) {
  if (rect.empty() || color.a == 0) return;
  if (is_stamp(rect, corners)) return stamp_rounded(list, rect, corners.top_left, color);
  const Outline outline(rect, corners);
  const std::vector<Point> inner = outline.ring(-half_fringe);
  const bool solid = list.is_solid(rect, color);
  list.begin_shape(solid);
  std::uint32_t inside = add_ring(list, inner, color);
  fill_ring(list, inside, inner.size());
  if (solid) { // the fringe is not
    list.end_shape();
    list.begin_shape();
    inside = add_ring(list, inner, color);
  }
  const std::uint32_t outside = add_ring(list, outline.ring(half_fringe), transparent(color));
  join_rings(list, inside, outside, inner.size());
  list.end_shape();
}

void stroke_rounded(DrawList& list, Rect rect, Corners corners, float width, Color color) {
  if (rect.empty() || width <= 0 || color.a == 0) return;
  const Outline outline(rect, corners);
  const float solid = std::max(width, 1.F);
  const Color ink = faded(color, std::min(width, 1.F));
  list.begin_shape();
  std::uint32_t previous = 0;
  const float ends[] = {half_fringe, -half_fringe, half_fringe - solid, -half_fringe - solid};
  for (int i = 0; i < 4; ++i) {
    const std::vector<Point> points = outline.ring(ends[i]);
    const bool edge = i == 0 || i == 3;
    const std::uint32_t ring = add_ring(list, points, edge ? transparent(ink) : ink);
    if (i > 0) join_rings(list, previous, ring, points.size());
    previous = ring;
  }
  list.end_shape();
}

void fill_bordered(DrawList& list, Rect rect, Corners corners, Color fill, float width,
                   Color border) {
  const float inset = width / 2;
  const Corners inner{corners.top_left - inset, corners.top_right - inset,
                      corners.bottom_right - inset, corners.bottom_left - inset};
  fill_rounded(list, expanded(rect, -inset), inner, fill);
  stroke_rounded(list, rect, corners, width, border);
}

void soft_shadow(DrawList& list, Rect rect, float radius, Shadow shadow) {
  constexpr int strips = 8;
  const float deviation = std::max(shadow.blur / 2, 0.25F);
  const Rect cast = moved(rect, 0, shadow.dy);
  // Corners get the ring's many points even under a square card.
  const float round = std::max(radius, 1.F);
  const std::vector<Point> inner = Outline(rect, round).ring(-1); // under the card's own fringe
  const std::vector<Point> outer = Outline(cast, round).ring(std::max(shadow.blur, 1.F) * 1.2F);
  list.begin_shape();
  std::uint32_t previous = 0;
  for (int strip = 0; strip <= strips; ++strip) {
    const float part = static_cast<float>(strip) / strips;
    const auto first = static_cast<std::uint32_t>(list.vertices().size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
      const Point at = inner[i] + (outer[i] - inner[i]) * part;
      const float opacity = strip == strips ? 0 : shadow_at(at, cast, radius, deviation);
      list.vertex(at, faded(shadow.color, opacity));
    }
    if (strip > 0) join_rings(list, previous, first, inner.size());
    previous = first;
  }
  list.end_shape();
}

void fill_circle(DrawList& list, Point centre, float radius, Color color) {
  fill_rounded(list, {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius, color);
}

void stroke_circle(DrawList& list, Point centre, float radius, float width, Color color) {
  stroke_rounded(list, {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius,
                 width, color);
}

void fill_pie(DrawList& list, Point centre, float radius, float from, float to, Color color) {
  const float turn = std::clamp(to - from, 0.F, 1.F);
  if (turn >= 1) return fill_circle(list, centre, radius, color);
  const int steps = std::max(
      1, static_cast<int>(std::ceil(static_cast<float>(quarter_segments(radius)) * 4 * turn)));
  std::vector<Point> points{centre};
  for (int i = 0; i <= steps; ++i)
    points.push_back(
        on_circle(centre, radius, from + turn * static_cast<float>(i) / static_cast<float>(steps)));
  fill_polygon(list, points, color);
}

void fill_polygon(DrawList& list, std::span<const Point> points, Color color) {
  if (points.size() < 3 || color.a == 0) return;
  Point middle;
  for (const Point at : points) middle = middle + at * (1.F / static_cast<float>(points.size()));
  const std::vector<Point> inner = offset_polygon(points, -half_fringe);
  list.begin_shape();
  const std::uint32_t hub = list.vertex(middle, color);
  const std::uint32_t inside = add_ring(list, inner, color);
  const std::uint32_t outside =
      add_ring(list, offset_polygon(points, half_fringe), transparent(color));
  const auto n = static_cast<std::uint32_t>(points.size());
  for (std::uint32_t i = 0; i < n; ++i) list.triangle(hub, inside + i, inside + (i + 1) % n);
  join_rings(list, inside, outside, points.size());
  list.end_shape();
}

void fill_band(DrawList& list, std::span<const Point> upper, std::span<const Point> lower,
               Color color) {
  const std::size_t count = std::min(upper.size(), lower.size());
  if (count < 2 || color.a == 0) return;
  list.begin_shape();
  const auto first = static_cast<std::uint32_t>(list.vertices().size());
  for (std::size_t i = 0; i < count; ++i) {
    list.vertex(upper[i] - Point{0, half_fringe}, transparent(color));
    list.vertex(upper[i] + Point{0, half_fringe}, color);
    list.vertex(lower[i] - Point{0, half_fringe}, color);
    list.vertex(lower[i] + Point{0, half_fringe}, transparent(color));
  }
  for (std::uint32_t column = 0; column + 1 < count; ++column)
    for (std::uint32_t row = 0; row < 3; ++row) {
      const std::uint32_t a = first + column * 4 + row;
      list.triangle(a, a + 4, a + 5);
      list.triangle(a, a + 5, a + 1);
    }
  list.end_shape();
}

} // namespace entente::draw
