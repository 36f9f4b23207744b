#pragma once

// One texture for everything the window draws: every glyph that has been asked for, small shapes
// that come again and again, and a white block from which plain shapes take their colour. RGBA,
// straight alpha; letters are white with their coverage as alpha, so that the vertex colour tints
// them. Glyphs are drawn pixel for pixel, so the texture is sampled without smoothing.

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace entente::text {

// A drawn glyph. `left` and `top` lead from the pen position (whole pixels) to the bitmap's top
// left; `top` grows upwards, as FreeType has it.
struct GlyphBitmap {
  int width = 0, height = 0;
  int left = 0, top = 0;
  std::vector<std::uint8_t> pixels; // coverage, row by row, no padding
};

inline constexpr int subpixel_columns = 4; // letters start at quarter pixels

// The face of small shapes, which have no font: `glyph` and `size` tell them apart.
inline constexpr std::uint32_t shape_face = 0xFFFFFFFE;

struct GlyphKey {
  std::uint32_t face = 0, glyph = 0;
  float size = 0;   // pixels per em
  int subpixel = 0; // 0 .. subpixel_columns - 1, quarters of a pixel to the right
  bool operator==(const GlyphKey&) const = default;
};

class GlyphSource {
public:
  virtual ~GlyphSource() = default;
  [[nodiscard]] virtual GlyphBitmap raster(const GlyphKey& key) = 0;
};

// Where a glyph lies in the atlas, in texels. Nothing to draw when width is 0.
struct GlyphSlot {
  int x = 0, y = 0, width = 0, height = 0;
  int left = 0, top = 0;
};

struct AtlasRect {
  int x = 0, y = 0, width = 0, height = 0;
  bool operator==(const AtlasRect&) const = default;
};

class GlyphAtlas {
public:
  explicit GlyphAtlas(GlyphSource& source, int side = 2048);

  // Draws the glyph at the first asking. When the atlas is full it is cleared, generation() grows,
  // and everything drawn from it so far is stale: the caller paints its list once more.
  [[nodiscard]] GlyphSlot slot(const GlyphKey& key);
  [[nodiscard]] unsigned generation() const { return generation_; }

  // The same for what `draw` makes, at the first asking of this key.
  template <typename Draw> [[nodiscard]] GlyphSlot slot(const GlyphKey& key, Draw draw) {
    if (const auto known = slots_.find(key); known != slots_.end()) return known->second;
    return add(key, draw());
  }

  // In texels; the height begins small and grows with what is drawn, up to the side.
  [[nodiscard]] int width() const { return side_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] std::span<const std::uint8_t> pixels() const { return pixels_; } // row by row
  // The middle of the white block, in texels, for both axes.
  [[nodiscard]] static constexpr float white() { return 2; }

  // What changed since the last call (empty: width 0); the window uploads only this.
  [[nodiscard]] AtlasRect take_dirty();

private:
  struct Hash {
    std::size_t operator()(const GlyphKey& key) const;
  };
  void clear();
  [[nodiscard]] GlyphSlot add(const GlyphKey& key, const GlyphBitmap& bitmap);
  [[nodiscard]] bool place(GlyphSlot& slot);
  void grow(int height);
  void copy(const GlyphBitmap& bitmap, const GlyphSlot& slot);
  void mark_dirty(AtlasRect rect);

  GlyphSource& source_;
  int side_, height_;
  std::vector<std::uint8_t> pixels_;
  std::unordered_map<GlyphKey, GlyphSlot, Hash> slots_;
  AtlasRect dirty_;
  unsigned generation_ = 0;
  int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
};

} // namespace entente::text
