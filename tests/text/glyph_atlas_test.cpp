#include "text/glyph_atlas.h"

#include <doctest/doctest.h>

using namespace entente::text;

namespace {

class Squares : public GlyphSource {
public:
  GlyphBitmap raster(const GlyphKey& key) override {
    ++drawn;
    GlyphBitmap bitmap{side, side, 1, 2, {}};
    bitmap.pixels.assign(static_cast<std::size_t>(side * side),
                         static_cast<std::uint8_t>(key.glyph));
    return bitmap;
  }
  int side = 10, drawn = 0;
};

std::uint8_t alpha(const GlyphAtlas& atlas, int x, int y) {
  return atlas.pixels()[static_cast<std::size_t>((y * atlas.width() + x) * 4 + 3)];
}

} // namespace

TEST_CASE("the atlas draws a glyph once and keeps it") {
  Squares source;
  GlyphAtlas atlas(source, 64);
  const GlyphSlot first = atlas.slot({0, 77, 15, 0});
  const GlyphSlot again = atlas.slot({0, 77, 15, 0});
  CHECK(source.drawn == 1);
  CHECK(first.x == again.x);
  CHECK(first.left == 1);
  CHECK(first.top == 2);
  CHECK(alpha(atlas, first.x, first.y) == 77);
  CHECK(alpha(atlas, first.x + 9, first.y + 9) == 77);
}

TEST_CASE("size, face and quarter of a pixel tell glyphs apart") {
  Squares source;
  GlyphAtlas atlas(source, 64);
  for (const GlyphKey& key :
       {GlyphKey{0, 7, 15, 0}, GlyphKey{1, 7, 15, 0}, GlyphKey{0, 7, 16, 0}, GlyphKey{0, 7, 15, 2}})
    (void)atlas.slot(key);
  CHECK(source.drawn == 4);
}

TEST_CASE("the white block is white and no glyph touches it") {
  Squares source;
  GlyphAtlas atlas(source, 64);
  for (std::uint32_t i = 0; i < 20; ++i) (void)atlas.slot({0, i, 15, 0});
  const int middle = static_cast<int>(GlyphAtlas::white());
  for (int y = middle - 1; y <= middle; ++y)
    for (int x = middle - 1; x <= middle; ++x) CHECK(alpha(atlas, x, y) == 255);
}

TEST_CASE("only what changed has to be uploaded") {
  Squares source;
  GlyphAtlas atlas(source, 64);
  CHECK(atlas.take_dirty() == AtlasRect{0, 0, 64, 64});
  CHECK(atlas.take_dirty().width == 0);
  const GlyphSlot a = atlas.slot({0, 1, 15, 0});
  CHECK(atlas.take_dirty() == AtlasRect{a.x, a.y, 10, 10});
  (void)atlas.slot({0, 1, 15, 0});
  CHECK(atlas.take_dirty().width == 0);
}

TEST_CASE("a full atlas is cleared, says so, and goes on") {
  Squares source;
  GlyphAtlas atlas(source, 64);
  std::uint32_t glyph = 1;
  while (atlas.generation() == 0 && glyph < 100) (void)atlas.slot({0, glyph++, 15, 0});
  CHECK(glyph > 20); // 5 rows of 5 fit
  CHECK(glyph < 40);
  CHECK(atlas.generation() == 1);
  const GlyphSlot slot = atlas.slot({0, 50, 15, 0});
  CHECK(alpha(atlas, slot.x, slot.y) == 50);
  CHECK(alpha(atlas, 2, 2) == 255);
}

TEST_CASE("a glyph larger than the atlas is left out") {
  Squares source;
  source.side = 100;
  GlyphAtlas atlas(source, 64);
  CHECK(atlas.slot({0, 1, 15, 0}).width == 0);
}

TEST_CASE("the atlas grows by rows as glyphs come, and none of them moves") {
  Squares source;
  source.side = 100;
  GlyphAtlas atlas(source, 2048);
  const int first_height = atlas.height();
  CHECK(first_height < 2048);
  const GlyphSlot first = atlas.slot({0, 1, 15, 0});
  for (std::uint32_t glyph = 2; glyph < 60; ++glyph) (void)atlas.slot({0, glyph, 15, 0});
  CHECK(atlas.height() > first_height);
  CHECK(atlas.width() == 2048);
  CHECK(atlas.generation() == 0);
  CHECK(atlas.slot({0, 1, 15, 0}).y == first.y);
  CHECK(alpha(atlas, first.x + 50, first.y + 50) == 1);
  CHECK(atlas.pixels().size() == static_cast<std::size_t>(4 * atlas.width() * atlas.height()));
}

TEST_CASE("a small shape is drawn once and kept beside the glyphs") {
  Squares source;
  GlyphAtlas atlas(source, 64);
  int drawn = 0;
  const auto draw = [&drawn] {
    ++drawn;
    return GlyphBitmap{2, 2, 0, 0, {1, 2, 3, 4}};
  };
  const GlyphKey key{shape_face, 0x00020002, 1, 0};
  const GlyphSlot slot = atlas.slot(key, draw);
  CHECK(atlas.slot(key, draw).x == slot.x);
  CHECK(drawn == 1);
  CHECK(source.drawn == 0);
  CHECK(alpha(atlas, slot.x + 1, slot.y + 1) == 4);
}
