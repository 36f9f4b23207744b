#include "draw/draw_list.h"

#include <array>
#include <cassert>
#include <limits>

namespace entente::draw {

namespace {

constexpr float least_solid_area =
    10000; // square pixels; below it a batch costs more than it saves

constexpr Rect everywhere{-1e6F, -1e6F, 2e6F, 2e6F};

// Up to seven corners: a triangle cut by four lines.
struct Polygon {
  std::array<Vertex, 8> corners;
  std::size_t count = 0;
  void add(const Vertex& vertex) { corners[count++] = vertex; }
};

Vertex between(const Vertex& a, const Vertex& b, float t) {
  const auto lerp = [t](float from, float to) { return from + (to - from) * t; };
  return {lerp(a.x, b.x), lerp(a.y, b.y), lerp(a.u, b.u), lerp(a.v, b.v), mix(a.color, b.color, t)};
}

// Sutherland and Hodgman: keeps the side where inside(vertex) >= 0.
template <typename Inside> Polygon cut(const Polygon& polygon, Inside inside) {
  Polygon kept;
  for (std::size_t i = 0; i < polygon.count; ++i) {
    const Vertex& a = polygon.corners[i];
    const Vertex& b = polygon.corners[(i + 1) % polygon.count];
    const float da = inside(a), db = inside(b);
    if (da >= 0) kept.add(a);
    if ((da >= 0) != (db >= 0)) kept.add(between(a, b, da / (da - db)));
  }
  return kept;
}

Polygon clipped(const Polygon& polygon, const Rect& rect) {
  Polygon out = cut(polygon, [&](const Vertex& p) { return p.x - rect.x; });
  out = cut(out, [&](const Vertex& p) { return rect.right() - p.x; });
  out = cut(out, [&](const Vertex& p) { return p.y - rect.y; });
  return cut(out, [&](const Vertex& p) { return rect.bottom() - p.y; });
}

Rect bounds(std::span<const Vertex> vertices) {
  float left = std::numeric_limits<float>::max(), top = left, right = -left, bottom = -left;
  for (const Vertex& v : vertices) {
    left = std::min(left, v.x);
    right = std::max(right, v.x);
    top = std::min(top, v.y);
    bottom = std::max(bottom, v.y);
  }
  return {left, top, right - left, bottom - top};
}

bool contains(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
         inner.bottom() <= outer.bottom();
}

} // namespace

void DrawList::clear() {
  vertices_.clear();
  indices_.clear();
  batches_.clear();
  clips_.clear();
  opacities_.clear();
}

void DrawList::push_clip(Rect rect) { clips_.push_back(intersection(clip(), rect)); }

void DrawList::pop_clip() {
  assert(!clips_.empty());
  clips_.pop_back();
}

Rect DrawList::clip() const { return clips_.empty() ? everywhere : clips_.back(); }

bool DrawList::visible(Rect rect) const { return !intersection(clip(), rect).empty(); }

void DrawList::push_opacity(float factor) {
  opacities_.push_back((opacities_.empty() ? 1.F : opacities_.back()) * factor);
}

void DrawList::pop_opacity() {
  assert(!opacities_.empty());
  opacities_.pop_back();
}

void DrawList::use(TextureId texture) {
  if (!batches_.empty() && batches_.back().texture == texture) return;
  batches_.push_back({texture, static_cast<std::uint32_t>(indices_.size()), 0});
}

bool DrawList::is_solid(Rect size, Color color) const {
  const bool faded = !opacities_.empty() && opacities_.back() < 1;
  return color.a == 255 && !faded && size.width * size.height >= least_solid_area;
}

void DrawList::begin_shape(bool solid) {
  use(solid ? no_texture : atlas_texture);
  shape_vertices_ = vertices_.size();
  shape_indices_ = indices_.size();
}

std::uint32_t DrawList::vertex(Point at, Color color) {
  constexpr float white = text::GlyphAtlas::white();
  if (!opacities_.empty()) color = faded(color, opacities_.back());
  vertices_.push_back({at.x, at.y, white, white, color});
  return static_cast<std::uint32_t>(vertices_.size() - 1);
}

void DrawList::triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  indices_.insert(indices_.end(), {a, b, c});
}

void DrawList::end_shape() {
  const auto fresh = std::span(vertices_).subspan(shape_vertices_);
  if (!clips_.empty() && !fresh.empty()) {
    const Rect box = bounds(fresh);
    if (!visible(box) || box.empty()) {
      vertices_.resize(shape_vertices_);
      indices_.resize(shape_indices_);
    } else if (!contains(clip(), box)) {
      const std::vector<std::uint32_t> whole(
          indices_.begin() + static_cast<std::ptrdiff_t>(shape_indices_), indices_.end());
      indices_.resize(shape_indices_);
      for (std::size_t i = 0; i < whole.size(); i += 3)
        clip_triangle(whole[i], whole[i + 1], whole[i + 2], clip());
    }
  }
  batches_.back().count = static_cast<std::uint32_t>(indices_.size()) - batches_.back().first;
}

void DrawList::clip_triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c, const Rect& rect) {
  Polygon polygon;
  for (const std::uint32_t i : {a, b, c}) polygon.add(vertices_[i]);
  const Rect box = bounds(std::span(polygon.corners).first(3));
  if (contains(rect, box)) return triangle(a, b, c);
  polygon = clipped(polygon, rect);
  const auto first = static_cast<std::uint32_t>(vertices_.size());
  for (std::size_t i = 0; i < polygon.count; ++i) vertices_.push_back(polygon.corners[i]);
  for (std::uint32_t i = 2; i < polygon.count; ++i) triangle(first, first + i - 1, first + i);
}

void DrawList::quad(Rect to, Rect from, Color color) {
  const std::uint32_t a = vertex({to.x, to.y}, color);
  vertex({to.right(), to.y}, color);
  vertex({to.right(), to.bottom()}, color);
  vertex({to.x, to.bottom()}, color);
  const std::array<Point, 4> texels = {Point{from.x, from.y}, Point{from.right(), from.y},
                                       Point{from.right(), from.bottom()},
                                       Point{from.x, from.bottom()}};
  for (std::uint32_t i = 0; i < 4; ++i) {
    vertices_[a + i].u = texels[i].x;
    vertices_[a + i].v = texels[i].y;
  }
  triangle(a, a + 1, a + 2);
  triangle(a, a + 2, a + 3);
}

void DrawList::place(const text::GlyphSlot& slot, Point at, Color color) {
  if (slot.width == 0) return;
  const auto w = static_cast<float>(slot.width), h = static_cast<float>(slot.height);
  begin_shape();
  quad({at.x, at.y, w, h}, {static_cast<float>(slot.x), static_cast<float>(slot.y), w, h}, color);
  end_shape();
}

void DrawList::rect(Rect rect, Color color) {
  constexpr float white = text::GlyphAtlas::white();
  if (rect.empty()) return;
  begin_shape(is_solid(rect, color));
  quad(rect, {white, white, 0, 0}, color);
  end_shape();
}

void DrawList::picture(TextureId texture, Rect to, Rect from, Color tint) {
  if (to.empty()) return;
  begin_shape();
  use(texture);
  quad(to, from, tint);
  end_shape();
}

void DrawList::text(const text::Text& text, Point origin, Color color) {
  this->text(text, origin, color, 0, std::numeric_limits<std::size_t>::max());
}

void DrawList::text(const text::Text& text, Point origin, Color color, std::size_t begin,
                    std::size_t end) {
  constexpr auto columns = static_cast<float>(text::subpixel_columns);
  begin_shape();
  for (const text::Glyph& glyph : text.glyphs) {
    if (glyph.cluster < begin || glyph.cluster >= end) continue;
    const float quarters = std::round((origin.x + glyph.x) * columns);
    const float x = std::floor(quarters / columns);
    const text::GlyphSlot slot = atlas_->slot(
        {glyph.face, glyph.index, text.size, static_cast<int>(quarters - x * columns)});
    if (slot.width == 0) continue;
    const auto w = static_cast<float>(slot.width), h = static_cast<float>(slot.height);
    const Rect to{x + static_cast<float>(slot.left),
                  std::round(origin.y + glyph.y) - static_cast<float>(slot.top), w, h};
    const Rect from{static_cast<float>(slot.x), static_cast<float>(slot.y), w, h};
    quad(to, from, color);
  }
  end_shape();
}

} // namespace entente::draw
