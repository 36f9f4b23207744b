// The real typesetter, on whatever fonts this machine has; cases that need certain ones skip.

#include "text/caret.h"
#include "text/font_typesetter.h"

#include "support/shared.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>
#include <string>

using namespace entente;
using namespace entente::text;

namespace {

FontTypesetter& installed() {
  static FontTypesetter typesetter;
  return typesetter;
}

TextRequest request(std::string_view words, float max_width = 0) {
  TextRequest wanted;
  wanted.text = words;
  wanted.font.size = 20;
  wanted.max_width = max_width;
  return wanted;
}

bool has_fonts(std::string_view words) {
  for (const Glyph& glyph : installed().typeset(request(words)).glyphs)
    if (glyph.face == 0xFFFFFFFF) return false;
  return true;
}

#define NEEDS_FONTS(words)                                                                         \
  do {                                                                                             \
    if (!has_fonts(words)) return tests::skip("no installed font has " words);                     \
  } while (false)

} // namespace

TEST_CASE("kerning and widths are those of the font, not rounded") {
  NEEDS_FONTS("AVo");
  const float pair = installed().typeset(request("AVAVAVAV")).width;
  const float letters =
      4 * installed().typeset(request("A")).width + 4 * installed().typeset(request("V")).width;
  CHECK(pair < letters);
  TextRequest small = request("Good evening. 18 cards are due."), large = small;
  small.font.size = 13;
  large.font.size = 26;
  const float doubled = 2 * installed().typeset(small).width;
  CHECK(doubled == doctest::Approx(installed().typeset(large).width).epsilon(0.01));
}

TEST_CASE("weights differ, and tabular figures share one width") {
  NEEDS_FONTS("Weight 18");
  TextRequest plain = request("Weight"), bold = plain;
  bold.font.weight = 700;
  CHECK(installed().typeset(plain).width != installed().typeset(bold).width);
  TextRequest ones = request("1111"), eights = request("8888");
  ones.font.tabular = eights.font.tabular = true;
  CHECK(installed().typeset(ones).width == doctest::Approx(installed().typeset(eights).width));
}

TEST_CASE("Arabic joins, runs leftwards, and has a caret a letter") {
  NEEDS_FONTS("مرحبا");
  const Text& text = installed().typeset(request("مرحبا"));
  REQUIRE(text.carets.size() == 6);
  for (std::size_t i = 0; i + 1 < text.carets.size(); ++i)
    CHECK(text.carets[i].x > text.carets[i + 1].x);
  CHECK(text.carets.front().x == doctest::Approx(text.width));
  CHECK(std::abs(text.carets.back().x) < 0.01F);
  // The same letters apart are other glyphs.
  std::set<std::uint32_t> joined, apart;
  for (const Glyph& glyph : text.glyphs) joined.insert(glyph.index);
  for (const Glyph& glyph : installed().typeset(request("م ر ح ب ا")).glyphs)
    apart.insert(glyph.index);
  CHECK(joined != apart);
}

TEST_CASE("a selection across directions has a box a run") {
  NEEDS_FONTS("abc مرحبا");
  const Text& text = installed().typeset(request("abc مرحبا xyz"));
  CHECK(selection_boxes(text, 0, 17).size() == 1);
  CHECK(selection_boxes(text, 2, 8).size() == 2); // "c " and the first two Arabic letters
}

TEST_CASE("Devanagari conjuncts are single graphemes") {
  NEEDS_FONTS("क्षत्रिय");
  const Text& text = installed().typeset(request("क्षत्रिय"));
  CHECK(text.carets.size() == grapheme_boundaries("क्षत्रिय").size());
  for (std::size_t i = 0; i + 1 < text.carets.size(); ++i)
    CHECK(text.carets[i].x < text.carets[i + 1].x);
}

TEST_CASE("a run keeps one face, spaces and points included") {
  NEEDS_FONTS("Xi met Putin, twice.");
  std::set<std::uint32_t> faces;
  for (const Glyph& glyph : installed().typeset(request("Xi met Putin, twice.")).glyphs)
    faces.insert(glyph.face);
  CHECK(faces.size() == 1);
}

TEST_CASE("a ligature is shared evenly by its letters") {
  NEEDS_FONTS("office");
  TextRequest wanted = request("ffi");
  wanted.font.family = Family::serif;
  const Text& text = installed().typeset(wanted);
  REQUIRE(text.carets.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) CHECK(text.carets[i].x < text.carets[i + 1].x);
}

TEST_CASE("a character no font has is a box, with a notice") {
  FontTypesetter typesetter;
  const std::string nobody = "\U0010FFFD"; // private use, last plane
  const Text& text = typesetter.typeset(request(nobody));
  REQUIRE(text.glyphs.size() == 1);
  CHECK(text.glyphs[0].index == 0x10FFFD);
  CHECK(typesetter.raster({text.glyphs[0].face, text.glyphs[0].index, 20, 0}).width > 5);
  REQUIRE(typesetter.notices().size() == 1);
  if (has_fonts("a"))
    CHECK(typesetter.notices()[0] == "No font on this machine has some of the signs in this text.");
}

TEST_CASE("without any font there are boxes, carets, lines and advice") {
  FontTypesetter typesetter(Fonts::none);
  const Text& text = typesetter.typeset(request("Hello, мир 你好 שלום", 60));
  CHECK(text.lines.size() > 1);
  CHECK(text.carets.size() == grapheme_boundaries("Hello, мир 你好 שלום").size());
  for (const Glyph& glyph : text.glyphs)
    (void)typesetter.raster({glyph.face, glyph.index, text.size, 0});
  REQUIRE(typesetter.notices().size() == 1);
  CHECK(typesetter.notices()[0] == "No fonts were found. Install fonts-inter and fonts-noto-core.");
}

TEST_CASE("quarter pixels shift a letter to the right") {
  NEEDS_FONTS("l");
  const Text& text = installed().typeset(request("l"));
  const auto middle = [&](int subpixel) {
    const GlyphBitmap bitmap =
        installed().raster({text.glyphs[0].face, text.glyphs[0].index, 20, subpixel});
    double sum = 0, weighted = 0;
    for (std::size_t i = 0; i < bitmap.pixels.size(); ++i) {
      const double x = bitmap.left + static_cast<int>(i) % bitmap.width;
      sum += bitmap.pixels[i];
      weighted += bitmap.pixels[i] * x;
    }
    return weighted / sum;
  };
  CHECK(middle(1) - middle(0) == doctest::Approx(0.25).epsilon(0.1));
  CHECK(middle(3) - middle(0) == doctest::Approx(0.75).epsilon(0.1));
}

TEST_CASE("any bytes are typeset, at any width, by both typesetters") {
  FontTypesetter none(Fonts::none);
  CHECK(rc::check([&] {
    const auto words = *rc::gen::arbitrary<std::string>();
    const auto width = static_cast<float>(*rc::gen::inRange(0, 200));
    const Text& text = installed().typeset(request(words, width));
    RC_ASSERT(text.carets.size() == grapheme_boundaries(words).size());
    RC_ASSERT(none.typeset(request(words, width)).carets.size() == text.carets.size());
    for (const Glyph& glyph : text.glyphs) RC_ASSERT(glyph.cluster <= words.size());
  }));
}
