#pragma once

// Paragraphs of several runs, set on the typesetter. A paragraph of one run is the typesetter's own
// work; one of several is broken here, at the same opportunities, and its lines share a baseline.

#include "ui/node.h"

#include <string_view>
#include <vector>

namespace entente::ui {

// A stretch of one style on one place: what paint.h draws. Views point into the paragraph.
struct Piece {
  text::TextRequest request; // in pixels, as asked of the typesetter
  float x = 0, y = 0;        // top left, pixels, relative to the paragraph until it is placed
  float width = 0, height = 0;
  Tone tone = Tone::ink;
  Tone mark = Tone::none;
  bool underline = false;
};

struct SetParagraph {
  std::vector<Piece> pieces;
  float width = 0, height = 0; // pixels, rounded up
  bool cut = false;
};

[[nodiscard]] text::Font font_of(const TextStyle& style, float scale);
[[nodiscard]] text::TextRequest request_of(const Paragraph& paragraph, const Run& run, float scale);

// max_width 0 = never broken but at line ends.
[[nodiscard]] SetParagraph set_paragraph(const Paragraph& paragraph, float max_width, float scale,
                                         text::Typesetter& typesetter);

// The widest part that cannot be broken, in pixels.
[[nodiscard]] float narrowest(const Paragraph& paragraph, float scale,
                              text::Typesetter& typesetter);

} // namespace entente::ui
