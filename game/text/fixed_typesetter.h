#pragma once

// A typesetter without fonts, for layout tests: every grapheme is half an em wide, a Chinese,
// Japanese or Korean one an em, whatever the weight. Line breaking, ellipsis, carets and alignment
// are those of the real one. Letters are drawn as boxes.

#include "text/glyph_atlas.h"
#include "text/typeset.h"

#include <memory>

namespace entente::text {

class FixedTypesetter : public Typesetter, public GlyphSource {
public:
  FixedTypesetter();
  ~FixedTypesetter() override;
  FixedTypesetter(const FixedTypesetter&) = delete;
  FixedTypesetter& operator=(const FixedTypesetter&) = delete;

  [[nodiscard]] const Text& typeset(const TextRequest& request) override;
  [[nodiscard]] GlyphBitmap raster(const GlyphKey& key) override;

private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

} // namespace entente::text
