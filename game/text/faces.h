#pragma once

// FreeType faces and their HarfBuzz fonts, opened once each and named by a number. Inside text/.

#include "text/font_finder.h"
#include "text/glyph_atlas.h"
#include "text/layout.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

namespace entente::text {

using FaceId = std::uint32_t;
inline constexpr FaceId no_face = 0xFFFFFFFF; // also the face of boxes for missing characters

class Faces {
public:
  Faces();
  ~Faces();
  Faces(const Faces&) = delete;
  Faces& operator=(const Faces&) = delete;

  // no_face when the file cannot be read as a font.
  [[nodiscard]] FaceId open(const InstalledFont& font);
  // nullptr for no_face. The size holds until the next call for the same face.
  [[nodiscard]] FT_Face sized(FaceId id, float size);
  // For shaping at this size, in 26.6 pixels; keeps its shaping plans. nullptr for no_face.
  [[nodiscard]] hb_font_t* shaping(FaceId id, float size);
  [[nodiscard]] const InstalledFont* font(FaceId id) const; // nullptr for no_face
  [[nodiscard]] VerticalMetrics metrics(FaceId id, float size) const;
  [[nodiscard]] GlyphBitmap raster(const GlyphKey& key);
  [[nodiscard]] std::vector<std::string> files() const;

private:
  struct Face {
    FT_Face face = nullptr;
    hb_font_t* shaping = nullptr; // made when first asked for
    const InstalledFont* font = nullptr;
    float size = 0;
  };
  FT_Library library_ = nullptr;
  std::vector<Face> faces_;
  std::map<std::pair<std::string, long>, FaceId> by_file_;
};

} // namespace entente::text
