#include "draw/compare.h"

#include <cstdlib>

namespace entente::draw {

namespace {

int distance(Color a, Color b) {
  return std::max(
      {std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b), std::abs(a.a - b.a)});
}

} // namespace

Difference compare(const Image& a, const Image& b, int tolerance) {
  Difference found;
  if (a.width != b.width || a.height != b.height) {
    found.same_size = false;
    found.share = 1;
    return found;
  }
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      const int off = distance(a.at(x, y), b.at(x, y));
      found.largest = std::max(found.largest, off);
      if (off > tolerance) ++found.pixels;
    }
  const double all = static_cast<double>(a.width) * static_cast<double>(a.height);
  found.share = all > 0 ? static_cast<double>(found.pixels) / all : 0;
  return found;
}

Image difference_image(const Image& a, const Image& b, int tolerance) {
  Image shown = a;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      const bool outside = x >= b.width || y >= b.height;
      const bool differs = outside || distance(a.at(x, y), b.at(x, y)) > tolerance;
      const Color color = differs ? rgb(0xFF0000) : mix(a.at(x, y), rgb(0xFFFFFF), 0.8F);
      std::uint8_t* pixel = shown.pixels.data() + shown.offset(x, y);
      pixel[0] = color.r;
      pixel[1] = color.g;
      pixel[2] = color.b;
      pixel[3] = 255;
    }
  return shown;
}

} // namespace entente::draw
