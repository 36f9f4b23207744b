#pragma once

// A box with the code point in it, for a character that no installed font has. Inside text/.

#include "text/glyph_atlas.h"

namespace entente::text {

[[nodiscard]] float box_advance(char32_t c, float size);
[[nodiscard]] GlyphBitmap box_raster(char32_t c, float size);

} // namespace entente::text
