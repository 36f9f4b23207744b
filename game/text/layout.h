#pragma once

// From shaped runs to lines: paragraphs, line breaking, ellipsis, alignment, carets. Shared by all
// typesetters, which differ only in how they shape. Inside text/; others use typeset.h.

#include "text/typeset.h"

#include <string_view>
#include <vector>

namespace entente::text {

// A glyph of one shaped line, in visual order from the left.
struct ShapedGlyph {
  std::uint32_t face = 0, index = 0;
  std::uint32_t cluster = 0; // byte in the shaped piece
  float dx = 0, dy = 0;      // from the pen, y downwards
  float advance = 0;
  bool right_to_left = false;
};
using ShapedLine = std::vector<ShapedGlyph>;

struct VerticalMetrics {         // of the first choice of font, so that lines stay evenly spaced
  float ascent = 0, descent = 0; // both positive
};

class Shaper {
public:
  virtual ~Shaper() = default;
  // `piece` has no line break in it.
  [[nodiscard]] virtual ShapedLine shape(std::string_view piece, const Font& font,
                                         std::string_view language, Direction base) = 0;
  [[nodiscard]] virtual VerticalMetrics metrics(const Font& font) = 0;
};

[[nodiscard]] Text compose(const TextRequest& request, Shaper& shaper);

} // namespace entente::text
