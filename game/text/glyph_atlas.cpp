#include "text/glyph_atlas.h"

#include <algorithm>
#include <functional>

namespace entente::text {

namespace {

constexpr int white_side = 4;
constexpr int first_height = 256; // texels; a screen's letters at scale 1
constexpr int gap = 1;            // an empty texel round each glyph, so that no neighbour bleeds in

std::size_t offset(int side, int x, int y) {
  return (static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
          static_cast<std::size_t>(x)) *
         4;
}

} // namespace

std::size_t GlyphAtlas::Hash::operator()(const GlyphKey& key) const {
  const std::size_t glyph = (static_cast<std::size_t>(key.face) << 24U) ^ key.glyph;
  return std::hash<std::size_t>{}(glyph * 4U + static_cast<std::size_t>(key.subpixel)) ^
         (std::hash<float>{}(key.size) << 1U);
}

GlyphAtlas::GlyphAtlas(GlyphSource& source, int side)
    : source_(source),
      side_(std::max(side, 4 * white_side)),
      height_(std::min(side_, first_height)) {
  clear();
}

void GlyphAtlas::clear() {
  slots_.clear();
  pixels_.assign(offset(side_, 0, height_), std::uint8_t{0});
  for (int y = 0; y < white_side; ++y)
    std::fill_n(pixels_.begin() + static_cast<std::ptrdiff_t>(offset(side_, 0, y)), white_side * 4,
                std::uint8_t{255});
  shelf_x_ = white_side + gap;
  shelf_y_ = 0;
  shelf_height_ = white_side;
  dirty_ = {0, 0, side_, height_};
}

GlyphSlot GlyphAtlas::slot(const GlyphKey& key) {
  return slot(key, [&] { return source_.raster(key); });
}

GlyphSlot GlyphAtlas::add(const GlyphKey& key, const GlyphBitmap& bitmap) {
  GlyphSlot slot{0, 0, bitmap.width, bitmap.height, bitmap.left, bitmap.top};
  if (slot.width > 0 && slot.height > 0) {
    if (!place(slot)) {
      clear();
      ++generation_;
      if (!place(slot)) return {}; // larger than the whole atlas
    }
    copy(bitmap, slot);
  }
  slots_.emplace(key, slot);
  return slot;
}

// Shelves: glyphs of one frame are of like height, so rows waste little.
bool GlyphAtlas::place(GlyphSlot& slot) {
  if (slot.width > side_ || slot.height > side_) return false;
  if (shelf_x_ + slot.width > side_) {
    shelf_y_ += shelf_height_ + gap;
    shelf_x_ = 0;
    shelf_height_ = 0;
  }
  if (shelf_y_ + slot.height > side_) return false;
  grow(shelf_y_ + slot.height);
  slot.x = shelf_x_;
  slot.y = shelf_y_;
  shelf_x_ += slot.width + gap;
  shelf_height_ = std::max(shelf_height_, slot.height);
  return true;
}

void GlyphAtlas::grow(int height) {
  while (height_ < height) height_ = std::min(side_, 2 * height_);
  pixels_.resize(offset(side_, 0, height_));
}

void GlyphAtlas::copy(const GlyphBitmap& bitmap, const GlyphSlot& slot) {
  auto from = bitmap.pixels.begin();
  for (int y = 0; y < slot.height; ++y) {
    auto to = pixels_.begin() + static_cast<std::ptrdiff_t>(offset(side_, slot.x, slot.y + y));
    for (int x = 0; x < slot.width; ++x) {
      std::fill_n(to, 3, std::uint8_t{255});
      to[3] = *from++;
      to += 4;
    }
  }
  mark_dirty({slot.x, slot.y, slot.width, slot.height});
}

void GlyphAtlas::mark_dirty(AtlasRect rect) {
  if (dirty_.width == 0) {
    dirty_ = rect;
    return;
  }
  const int right = std::max(dirty_.x + dirty_.width, rect.x + rect.width);
  const int bottom = std::max(dirty_.y + dirty_.height, rect.y + rect.height);
  dirty_.x = std::min(dirty_.x, rect.x);
  dirty_.y = std::min(dirty_.y, rect.y);
  dirty_.width = right - dirty_.x;
  dirty_.height = bottom - dirty_.y;
}

AtlasRect GlyphAtlas::take_dirty() {
  const AtlasRect changed = dirty_;
  dirty_ = {};
  return changed;
}

} // namespace entente::text
