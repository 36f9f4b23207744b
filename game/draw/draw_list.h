#pragma once

// One frame as triangles: what the window sends to the graphics card in one call, and what the CPU
// rasteriser paints in tests. Shapes are added by the functions in shapes.h, stroke.h and icons.h;
// letters by text() below. Clipping is done here, on the CPU, when triangles are added: no scissor
// state. A frame is one batch, but for pictures and for what is large and solid, which is drawn
// without texture and blending. Positions are physical pixels.

#include "draw/geometry.h"
#include "text/glyph_atlas.h"
#include "text/typeset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace entente::draw {

struct Vertex {
  float x = 0, y = 0; // pixels
  float u = 0, v = 0; // texels of the batch's texture
  Color color;
};

// 0 is the glyph atlas (sampled without smoothing); others are pictures (sampled bilinearly), named
// by whoever owns them.
using TextureId = std::uint32_t;
inline constexpr TextureId atlas_texture = 0;
// Of large solid shapes: no texture, no blending. Where software draws, a full window costs a tenth
// of what it costs as a tinted texel.
inline constexpr TextureId no_texture = 0xFFFFFFFF;

// Consecutive indices drawn with one texture.
struct Batch {
  TextureId texture = atlas_texture;
  std::uint32_t first = 0, count = 0; // in indices
};

class DrawList {
public:
  explicit DrawList(text::GlyphAtlas& atlas) : atlas_(&atlas) {}

  void clear();
  [[nodiscard]] std::span<const Vertex> vertices() const { return vertices_; }
  [[nodiscard]] std::span<const std::uint32_t> indices() const { return indices_; } // 3 a triangle
  [[nodiscard]] std::span<const Batch> batches() const { return batches_; }

  // Nothing outside `rect` (nor outside the clips under it) is drawn until pop_clip.
  void push_clip(Rect rect);
  void pop_clip();
  // The visible rectangle; very large when nothing clips.
  [[nodiscard]] Rect clip() const;
  // Whether anything inside `rect` could show: to leave out what has scrolled away.
  [[nodiscard]] bool visible(Rect rect) const;

  // Multiplies the opacity of all that is added until pop_opacity.
  void push_opacity(float factor);
  void pop_opacity();

  // Axis-aligned, not antialiased: give whole pixels.
  void rect(Rect rect, Color color);
  // `from` in texels of the picture.
  void picture(TextureId texture, Rect to, Rect from, Color tint = {255, 255, 255, 255});
  // A typeset text with its top left at `origin`; baselines fall on whole pixels, letters on
  // quarters.
  void text(const text::Text& text, Point origin, Color color);
  // Only the glyphs whose first byte lies in [begin, end): for words in another colour.
  void text(const text::Text& text, Point origin, Color color, std::size_t begin, std::size_t end);

  // A shape kept in the atlas, its top left on the whole pixel `at`: four vertices, whatever its
  // outline. `draw` makes its text::GlyphBitmap at the first asking of the key.
  template <typename Draw> void stamp(const text::GlyphKey& key, Point at, Color color, Draw draw) {
    place(atlas_->slot(key, draw), at, color);
  }

  // True when a shape of this size and colour is worth a batch of its own.
  [[nodiscard]] bool is_solid(Rect size, Color color) const;

  // Lower level, for shapes: between begin_shape and end_shape, vertices (plain colour) and
  // triangles; end_shape clips them. `solid`: every vertex is opaque, see no_texture.
  void begin_shape(bool solid = false);
  std::uint32_t vertex(Point at, Color color);
  void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
  void end_shape();

  [[nodiscard]] text::GlyphAtlas& atlas() const { return *atlas_; }

private:
  void use(TextureId texture);
  void quad(Rect to, Rect from, Color color);
  void place(const text::GlyphSlot& slot, Point at, Color color);
  void clip_triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c, const Rect& rect);

  text::GlyphAtlas* atlas_;
  std::vector<Vertex> vertices_;
  std::vector<std::uint32_t> indices_;
  std::vector<Batch> batches_;
  std::vector<Rect> clips_;
  std::vector<float> opacities_;
  std::size_t shape_vertices_ = 0, shape_indices_ = 0;
};

} // namespace entente::draw
