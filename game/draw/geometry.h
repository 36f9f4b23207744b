#pragma once

// Points, rectangles and colours. All lengths are physical pixels, y grows downwards, and pixel
// (0, 0) covers the square from (0, 0) to (1, 1): a rectangle on whole numbers is crisp.

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace entente::draw {

struct Color { // straight (not premultiplied) 8-bit RGBA
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Color&) const = default;
};

// 0xRRGGBB, as style sheets write it.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), 255};
}

[[nodiscard]] constexpr std::uint8_t to_byte(float value) {
  const float half_up = std::clamp(value, 0.F, 255.F) + 0.5F; // std::lround is not constexpr
  return static_cast<std::uint8_t>(half_up);
}

// The same colour with `factor` (0..1) of its opacity.
[[nodiscard]] constexpr Color faded(Color color, float factor) {
  color.a = to_byte(static_cast<float>(color.a) * factor);
  return color;
}

// From a (t = 0) to b (t = 1).
[[nodiscard]] constexpr Color mix(Color a, Color b, float t) {
  const auto between = [t](std::uint8_t from, std::uint8_t to) {
    return to_byte(static_cast<float>(from) +
                   (static_cast<float>(to) - static_cast<float>(from)) * t);
  };
  return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b), between(a.a, b.a)};
}

struct Point {
  float x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

[[nodiscard]] constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
[[nodiscard]] constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
[[nodiscard]] constexpr Point operator*(Point a, float k) { return {a.x * k, a.y * k}; }
[[nodiscard]] constexpr float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
[[nodiscard]] constexpr float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
[[nodiscard]] inline float length(Point a) { return std::hypot(a.x, a.y); }

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Rect&) const = default;
  [[nodiscard]] constexpr float right() const { return x + width; }
  [[nodiscard]] constexpr float bottom() const { return y + height; }
  [[nodiscard]] constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] constexpr bool empty() const { return !(width > 0 && height > 0); }
};

[[nodiscard]] constexpr Rect expanded(Rect rect, float by) {
  return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

[[nodiscard]] constexpr Rect moved(Rect rect, float dx, float dy) {
  return {rect.x + dx, rect.y + dy, rect.width, rect.height};
}

// Empty (width or height 0) when they do not meet.
[[nodiscard]] constexpr Rect intersection(Rect a, Rect b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.F, std::min(a.right(), b.right()) - x),
          std::max(0.F, std::min(a.bottom(), b.bottom()) - y)};
}

// Edges on whole pixels; rounds the edges, not the size, so that neighbours still meet.
[[nodiscard]] inline Rect snapped(Rect rect) {
  const float x = std::round(rect.x), y = std::round(rect.y);
  return {x, y, std::round(rect.right()) - x, std::round(rect.bottom()) - y};
}

// Corner radii; a single number means all four.
struct Corners {
  constexpr Corners(float all = 0)
      : top_left(all), top_right(all), bottom_right(all), bottom_left(all) {}
  constexpr Corners(float tl, float tr, float br, float bl)
      : top_left(tl), top_right(tr), bottom_right(br), bottom_left(bl) {}
  float top_left, top_right, bottom_right, bottom_left;
};

} // namespace entente::draw
