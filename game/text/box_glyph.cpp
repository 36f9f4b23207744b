#include "text/box_glyph.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::text {

namespace {

// Hexadecimal digits on 3 by 5 dots, row by row from the top, the first dot the highest bit.
constexpr std::array<unsigned, 16> digits = {
    0b111'101'101'101'111, 0b010'110'010'010'111, 0b111'001'111'100'111, 0b111'001'111'001'111,
    0b101'101'111'001'001, 0b111'100'111'001'111, 0b111'100'111'101'111, 0b111'001'010'010'010,
    0b111'101'111'101'111, 0b111'101'111'001'111, 0b111'101'111'101'101, 0b110'101'110'101'110,
    0b111'100'100'100'111, 0b110'101'101'101'110, 0b111'100'111'100'111, 0b111'100'111'100'100};

struct Layout {
  int columns = 0; // of digits, in two rows
  int dot = 1;     // pixels a dot
  int width = 0, height = 0;
  bool legible = false;
};

Layout layout_of(char32_t c, float size) {
  Layout box;
  box.columns = c > 0xFFFF ? 3 : 2;
  const int rows = 5 * 2 + 1;
  box.dot = std::max(1, static_cast<int>(size / 20));
  const int frame = 2 * (box.dot + 1); // line and air on both sides
  box.width = (box.columns * 4 - 1) * box.dot + frame;
  box.height = rows * box.dot + frame;
  box.legible = static_cast<float>(box.height) <= size * 1.1F;
  if (!box.legible) {
    box.width = std::max(3, static_cast<int>(size * 0.6F));
    box.height = std::max(3, static_cast<int>(size * 0.75F));
  }
  return box;
}

class Canvas {
public:
  explicit Canvas(GlyphBitmap& bitmap) : bitmap_(bitmap) {
    bitmap_.pixels.assign(static_cast<std::size_t>(bitmap.width * bitmap.height), 0);
  }
  void fill(int x, int y, int width, int height, std::uint8_t value) {
    for (int row = y; row < y + height; ++row)
      std::fill_n(bitmap_.pixels.begin() + row * bitmap_.width + x, width, value);
  }

private:
  GlyphBitmap& bitmap_;
};

} // namespace

float box_advance(char32_t c, float size) {
  return static_cast<float>(layout_of(c, size).width + 2);
}

GlyphBitmap box_raster(char32_t c, float size) {
  constexpr std::uint8_t ink = 200;
  const Layout box = layout_of(c, size);
  GlyphBitmap bitmap{box.width, box.height, 1, 0, {}};
  bitmap.top =
      static_cast<int>(std::lround(size * 0.36F)) + box.height / 2; // about the x-height's middle
  Canvas canvas(bitmap);
  canvas.fill(0, 0, box.width, box.height, ink);
  canvas.fill(1, 1, box.width - 2, box.height - 2, 0);
  if (!box.legible) return bitmap;
  const int count = box.columns * 2;
  for (int i = 0; i < count; ++i) {
    const unsigned digit = (c >> static_cast<unsigned>(4 * (count - 1 - i))) & 15U;
    const int left = box.dot + 1 + i % box.columns * 4 * box.dot;
    const int top = box.dot + 1 + i / box.columns * 6 * box.dot;
    for (int dot = 0; dot < 15; ++dot)
      if (((digits[digit] >> static_cast<unsigned>(14 - dot)) & 1U) != 0)
        canvas.fill(left + dot % 3 * box.dot, top + dot / 3 * box.dot, box.dot, box.dot, ink);
  }
  return bitmap;
}

} // namespace entente::text
