#pragma once

// How two images differ: for golden images.

#include "draw/image.h"

#include <cstddef>

namespace entente::draw {

struct Difference {
  bool same_size = true;
  int largest = 0;        // of any channel value, 0..255
  std::size_t pixels = 0; // with a channel further off than the tolerance
  double share = 0;       // of all pixels
  bool operator==(const Difference&) const = default;
};

[[nodiscard]] Difference compare(const Image& a, const Image& b, int tolerance);

// Differing pixels in red over a faint copy of `a`; of a's size.
[[nodiscard]] Image difference_image(const Image& a, const Image& b, int tolerance);

} // namespace entente::draw
