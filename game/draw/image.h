#pragma once

#include "draw/geometry.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::draw {

struct Image { // RGBA, straight alpha, row by row
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;

  Image() = default;
  Image(int w, int h, Color fill = {0, 0, 0, 0}) : width(w), height(h) {
    pixels.reserve(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4);
    for (std::size_t i = 0; i < static_cast<std::size_t>(w) * static_cast<std::size_t>(h); ++i)
      pixels.insert(pixels.end(), {fill.r, fill.g, fill.b, fill.a});
  }

  [[nodiscard]] std::size_t offset(int x, int y) const {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
            static_cast<std::size_t>(x)) *
           4;
  }
  [[nodiscard]] Color at(int x, int y) const {
    const std::uint8_t* p = pixels.data() + offset(x, y);
    return {p[0], p[1], p[2], p[3]};
  }
  bool operator==(const Image&) const = default;
};

} // namespace entente::draw
