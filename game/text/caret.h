#pragma once

// Where in a typeset text the pointer is, and which rectangles a selection covers.

#include "text/typeset.h"

#include <cstddef>
#include <vector>

namespace entente::text {

struct Box {
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Box&) const = default;
};

// The byte of the grapheme boundary nearest to a point relative to the text's top left; points
// outside go to the nearest line and its nearest end.
[[nodiscard]] std::size_t hit_test(const Text& text, float x, float y);

// The caret at `byte`, or at the boundary before it when it lies inside a grapheme.
[[nodiscard]] Caret caret_at(const Text& text, std::size_t byte);

// What to paint behind the graphemes in [begin, end): one box a line, more where left-to-right and
// right-to-left runs meet.
[[nodiscard]] std::vector<Box> selection_boxes(const Text& text, std::size_t begin,
                                               std::size_t end);

} // namespace entente::text
