#include "text/fixed_typesetter.h"

#include "text/caches.h"

#include <algorithm>

namespace entente::text {

namespace {

// Blocks set an em wide: Hangul Jamo, CJK from radicals to the ideographs, Hangul, compatibility
// ideographs, full-width forms, and the planes of rarer ideographs.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFD);
}

// Right-to-left scripts stand in one stretch of the first plane and one of the second.
bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFEFC) ||
         (c >= 0x10800 && c <= 0x10FFF);
}

class FixedShaper : public Shaper {
public:
  ShapedLine shape(std::string_view piece, const Font& font, std::string_view,
                   Direction base) override {
    ShapedLine line;
    const std::vector<std::size_t> ends = grapheme_boundaries(piece);
    for (std::size_t i = 0; i + 1 < ends.size(); ++i)
      line.push_back(glyph(piece.substr(ends[i], ends[i + 1] - ends[i]), ends[i], font));
    // A stand-in for the bidirectional algorithm: a right-to-left paragraph is set backwards whole.
    if (base == Direction::right_to_left) std::reverse(line.begin(), line.end());
    return line;
  }

  VerticalMetrics metrics(const Font& font) override {
    return {0.75F * font.size, 0.25F * font.size};
  }

private:
  static ShapedGlyph glyph(std::string_view grapheme, std::size_t byte, const Font& font) {
    const std::u32string letters = to_utf32(grapheme);
    const char32_t first = letters.empty() ? U'\uFFFD' : letters.front();
    ShapedGlyph glyph;
    glyph.index = static_cast<std::uint32_t>(first);
    glyph.cluster = static_cast<std::uint32_t>(byte);
    glyph.advance = font.size * (is_wide(first) ? 1.F : 0.5F);
    glyph.right_to_left = is_right_to_left(first);
    return glyph;
  }
};

} // namespace

struct FixedTypesetter::Inside {
  FixedShaper shaper;
  CachedComposer composer{shaper};
};

FixedTypesetter::FixedTypesetter() : inside_(std::make_unique<Inside>()) {}
FixedTypesetter::~FixedTypesetter() = default;

const Text& FixedTypesetter::typeset(const TextRequest& request) {
  return inside_->composer.compose(request);
}

GlyphBitmap FixedTypesetter::raster(const GlyphKey& key) {
  GlyphBitmap bitmap;
  if (key.glyph <= U' ') return bitmap;
  bitmap.width = std::max(1, static_cast<int>(key.size * (is_wide(key.glyph) ? 0.9F : 0.4F)));
  bitmap.height = std::max(1, static_cast<int>(key.size * 0.6F));
  bitmap.top = bitmap.height;
  bitmap.pixels.assign(static_cast<std::size_t>(bitmap.width * bitmap.height), 255);
  return bitmap;
}

} // namespace entente::text
