#include "draw/compare.h"

#include <doctest/doctest.h>

using namespace entente::draw;

TEST_CASE("equal images do not differ") {
  const Image image(5, 4, rgb(0x405060));
  CHECK(compare(image, image, 0) == Difference{});
}

TEST_CASE("every pixel is looked at") {
  const Image image(7, 5, rgb(0x405060));
  for (int y = 0; y < 5; ++y)
    for (int x = 0; x < 7; ++x) {
      Image other = image;
      other.pixels[other.offset(x, y) + 2] += 9;
      const Difference found = compare(image, other, 2);
      CHECK(found.pixels == 1);
      CHECK(found.largest == 9);
      CHECK(found.share == doctest::Approx(1.0 / 35));
    }
}

TEST_CASE("differences within the tolerance are seen but not counted") {
  const Image a(2, 2, rgb(0x101010)), b(2, 2, rgb(0x121212));
  CHECK(compare(a, b, 2).pixels == 0);
  CHECK(compare(a, b, 2).largest == 2);
  CHECK(compare(a, b, 1).pixels == 4);
}

TEST_CASE("alpha counts too") {
  const Image a(1, 1, {0, 0, 0, 255}), b(1, 1, {0, 0, 0, 0});
  CHECK(compare(a, b, 2).pixels == 1);
}

TEST_CASE("other sizes differ everywhere") {
  const Difference found = compare(Image(2, 2), Image(2, 3), 2);
  CHECK(!found.same_size);
  CHECK(found.share == 1);
}

TEST_CASE("the difference image shows the pixels in red") {
  const Image a(2, 1, rgb(0x000000));
  Image b = a;
  b.pixels[0] = 200;
  const Image shown = difference_image(a, b, 2);
  CHECK(shown.at(0, 0) == rgb(0xFF0000));
  CHECK(shown.at(1, 0) == mix(rgb(0), rgb(0xFFFFFF), 0.8F));
  CHECK(difference_image(a, Image(1, 1), 2).at(1, 0) == rgb(0xFF0000));
}
