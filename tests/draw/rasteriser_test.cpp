// The CPU rasteriser against OpenGL's rules.

#include "draw/rasteriser.h"
#include "draw/shapes.h"
#include "draw/stroke.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>

using namespace entente;
using namespace entente::draw;

namespace {

// A 4 by 4 glyph, its alpha by columns: 0, 80, 160, 240.
class Ramp : public text::GlyphSource {
public:
  text::GlyphBitmap raster(const text::GlyphKey&) override {
    text::GlyphBitmap bitmap{4, 4, 0, 4, {}};
    for (int i = 0; i < 16; ++i) bitmap.pixels.push_back(static_cast<std::uint8_t>(i % 4 * 80));
    return bitmap;
  }
};

struct Fixture {
  Ramp source;
  text::GlyphAtlas atlas{source, 64};
  DrawList list{atlas};
  Image image{40, 40, rgb(0xFFFFFF)};

  void paint() { rasterise(list, image); }
  [[nodiscard]] int count(Color color) const {
    int found = 0;
    for (int y = 0; y < image.height; ++y)
      for (int x = 0; x < image.width; ++x) found += image.at(x, y) == color ? 1 : 0;
    return found;
  }
};

constexpr Color black = rgb(0), white = rgb(0xFFFFFF);

} // namespace

TEST_CASE_FIXTURE(Fixture, "a rectangle on whole pixels covers exactly those") {
  list.rect({3, 5, 10, 7}, black);
  paint();
  CHECK(count(black) == 70);
  CHECK(image.at(3, 5) == black);
  CHECK(image.at(12, 11) == black);
  CHECK(image.at(13, 11) == white);
}

TEST_CASE_FIXTURE(Fixture, "a pixel is covered when its centre is, left and top edges included") {
  list.rect({2.5F, 2.5F, 3, 3}, black);
  paint();
  CHECK(count(black) == 9);
  CHECK(image.at(2, 2) == black);
  CHECK(image.at(5, 5) == white);
}

TEST_CASE_FIXTURE(Fixture, "triangles that share an edge paint each pixel once") {
  CHECK(rc::check([&] {
    const auto coordinate = rc::gen::inRange(0, 40 * 16);
    const auto point = [&] {
      return Point{static_cast<float>(*coordinate) / 16, static_cast<float>(*coordinate) / 16};
    };
    const Point hub = point();
    const std::array<Point, 4> corners = {Point{0, 0}, Point{40, 0}, Point{40, 40}, Point{0, 40}};
    list.clear();
    image = Image(40, 40, white);
    list.begin_shape();
    const Color half{0, 0, 0, 128};
    for (std::size_t i = 0; i < 4; ++i) {
      const std::uint32_t a = list.vertex(hub, half);
      list.vertex(corners[i], half);
      list.vertex(corners[(i + 1) % 4], half);
      list.triangle(a, a + 1, a + 2);
    }
    list.end_shape();
    paint();
    RC_ASSERT(count(rgb(0x7F7F7F)) == 1600);
  }));
}

TEST_CASE_FIXTURE(Fixture, "colours run evenly from corner to corner") {
  list.begin_shape();
  const std::uint32_t a = list.vertex({0, 0}, black);
  list.vertex({40, 0}, white);
  list.vertex({40, 40}, white);
  list.vertex({0, 40}, black);
  list.triangle(a, a + 1, a + 2);
  list.triangle(a, a + 2, a + 3);
  list.end_shape();
  paint();
  for (int x = 0; x < 40; ++x) {
    const double expected = (x + 0.5) / 40 * 255;
    CHECK(std::abs(image.at(x, 20).r - expected) <= 1);
    CHECK(image.at(x, 0) == image.at(x, 39));
  }
}

TEST_CASE_FIXTURE(Fixture, "letters are copied texel for pixel, wherever they stand") {
  text::Text word;
  word.size = 10;
  word.glyphs.push_back({0, 1, 0, 8, 0});
  list.text(word, {7.1F, 2.2F}, black);
  paint();
  for (int column = 0; column < 4; ++column) {
    const int expected = 255 - column * 80;
    CHECK(std::abs(image.at(7 + column, 6).r - expected) <= 1);
    CHECK(image.at(7 + column, 6) == image.at(7 + column, 9));
  }
  CHECK(image.at(6, 6) == white);
  CHECK(image.at(11, 6) == white);
}

TEST_CASE_FIXTURE(Fixture, "only the wanted words are drawn") {
  text::Text word;
  word.size = 10;
  word.glyphs = {{0, 1, 0, 8, 0}, {0, 1, 10, 8, 1}};
  list.text(word, {0, 0}, black, 1, 2);
  paint();
  CHECK(image.at(3, 5) == white);
  CHECK(image.at(13, 5) != white);
}

TEST_CASE_FIXTURE(Fixture, "pictures are sampled bilinearly") {
  Image picture(2, 1, black);
  std::fill(picture.pixels.begin() + 4, picture.pixels.end(), std::uint8_t{255});
  list.picture(5, {0, 0, 40, 40}, {0, 0, 2, 1});
  const Picture pictures[] = {{5, &picture}};
  rasterise(list, image, pictures);
  CHECK(image.at(0, 20) == black);
  CHECK(image.at(39, 20) == white);
  CHECK(std::abs(image.at(20, 20).r - 134) <= 1); // half a pixel right of the middle: 52.5 %
}

TEST_CASE_FIXTURE(Fixture, "a picture that is not there is left out") {
  list.picture(5, {0, 0, 40, 40}, {0, 0, 2, 1});
  paint();
  CHECK(count(white) == 1600);
}

TEST_CASE_FIXTURE(Fixture, "shapes on whole pixels have crisp edges") {
  fill_rounded(list, {5, 5, 20, 20}, 0, black);
  paint();
  CHECK(count(black) == 400);
  CHECK(count(white) == 1200);
}

TEST_CASE_FIXTURE(Fixture, "a border of one pixel is one pixel") {
  stroke_rounded(list, {5, 5, 20, 20}, 0, 1, black);
  line(list, {2, 30.5F}, {38, 30.5F}, {1, black, Cap::butt});
  paint();
  CHECK(count(black) == 4 * 19 + 36);
  CHECK(count(white) == 1600 - 4 * 19 - 36);
}

TEST_CASE_FIXTURE(Fixture, "a disc has the area of a disc") {
  fill_circle(list, {20.3F, 19.8F}, 15, black);
  paint();
  double ink = 0;
  for (int y = 0; y < 40; ++y)
    for (int x = 0; x < 40; ++x) ink += (255 - image.at(x, y).r) / 255.0;
  CHECK(ink == doctest::Approx(3.14159265 * 15 * 15).epsilon(0.01));
}

TEST_CASE_FIXTURE(Fixture, "clipping changes no pixel inside the clip") {
  const auto scene = [&] {
    fill_rounded(list, {3.3F, 2.7F, 30, 30}, 9, {200, 30, 30, 180});
    fill_circle(list, {25, 25}, 12.5F, black);
    line(list, {0, 0}, {40, 33}, {3, rgb(0x00FF00)});
  };
  scene();
  paint();
  const Image whole = image;
  list.clear();
  image = Image(40, 40, white);
  list.push_clip({10, 8, 17, 21});
  scene();
  paint();
  int largest = 0;
  for (int y = 0; y < 40; ++y)
    for (int x = 0; x < 40; ++x) {
      const bool inside = x >= 10 && x < 27 && y >= 8 && y < 29;
      const Color expected = inside ? whole.at(x, y) : white;
      largest = std::max({largest, std::abs(expected.r - image.at(x, y).r),
                          std::abs(expected.g - image.at(x, y).g)});
    }
  CHECK(largest <= 2);
}

TEST_CASE_FIXTURE(Fixture, "what lies outside the image is ignored") {
  list.rect({-1000, -1000, 3000, 1010}, black);
  list.rect({1000, 1000, 10, 10}, black);
  fill_circle(list, {-50, 20}, 20, black);
  paint();
  CHECK(count(black) == 400);
}
