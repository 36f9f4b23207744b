#include "text/faces.h"

#include <algorithm>
#include <cmath>

#include FT_OUTLINE_H
#include <hb-ft.h>

namespace entente::text {

namespace {

constexpr FT_Int32 load_flags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

GlyphBitmap copied(const FT_GlyphSlotRec& glyph) {
  const FT_Bitmap& from = glyph.bitmap;
  GlyphBitmap bitmap{static_cast<int>(from.width),
                     static_cast<int>(from.rows),
                     glyph.bitmap_left,
                     glyph.bitmap_top,
                     {}};
  bitmap.pixels.reserve(std::size_t{from.width} * from.rows);
  for (int y = 0; y < bitmap.height; ++y) {
    const unsigned char* row = from.buffer + static_cast<std::ptrdiff_t>(y) * from.pitch;
    bitmap.pixels.insert(bitmap.pixels.end(), row, row + from.width);
  }
  return bitmap;
}

} // namespace

Faces::Faces() {
  if (FT_Init_FreeType(&library_) != 0) library_ = nullptr;
}

Faces::~Faces() {
  for (const Face& face : faces_) {
    hb_font_destroy(face.shaping); // nullptr is fine
    FT_Done_Face(face.face);
  }
  if (library_ != nullptr) FT_Done_FreeType(library_);
}

FaceId Faces::open(const InstalledFont& font) {
  const auto [known, fresh] = by_file_.try_emplace({font.file, font.face}, no_face);
  if (!fresh || library_ == nullptr) return known->second;
  FT_Face face = nullptr;
  if (FT_New_Face(library_, font.file.c_str(), font.face, &face) != 0) return no_face;
  if (!FT_IS_SCALABLE(face)) {
    FT_Done_Face(face);
    return no_face;
  }
  known->second = static_cast<FaceId>(faces_.size());
  faces_.push_back({face, nullptr, &font, 0});
  return known->second;
}

FT_Face Faces::sized(FaceId id, float size) {
  if (id >= faces_.size()) return nullptr;
  Face& face = faces_[id];
  if (face.size != size) {
    FT_Set_Char_Size(face.face, 0, static_cast<FT_F26Dot6>(std::lround(size * 64)), 72, 72);
    face.size = size;
    if (face.shaping != nullptr) hb_ft_font_changed(face.shaping);
  }
  return face.face;
}

hb_font_t* Faces::shaping(FaceId id, float size) {
  const FT_Face sized_face = sized(id, size);
  if (sized_face == nullptr) return nullptr;
  hb_font_t*& font = faces_[id].shaping;
  if (font == nullptr) {
    font = hb_ft_font_create_referenced(sized_face);
    hb_ft_font_set_load_flags(font, load_flags);
  }
  return font;
}

const InstalledFont* Faces::font(FaceId id) const {
  return id < faces_.size() ? faces_[id].font : nullptr;
}

VerticalMetrics Faces::metrics(FaceId id, float size) const {
  if (id >= faces_.size()) return {0.75F * size, 0.25F * size};
  const FT_Face face = faces_[id].face;
  const float scale = size / static_cast<float>(std::max<int>(face->units_per_EM, 1));
  return {static_cast<float>(face->ascender) * scale, static_cast<float>(-face->descender) * scale};
}

GlyphBitmap Faces::raster(const GlyphKey& key) {
  const FT_Face face = sized(key.face, key.size);
  if (face == nullptr || FT_Load_Glyph(face, key.glyph, load_flags) != 0) return {};
  FT_Outline_Translate(&face->glyph->outline, key.subpixel * 64 / subpixel_columns, 0);
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return {};
  return copied(*face->glyph);
}

std::vector<std::string> Faces::files() const {
  std::vector<std::string> files;
  for (const Face& face : faces_) files.push_back(face.font->file);
  return files;
}

} // namespace entente::text
