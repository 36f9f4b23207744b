#pragma once

// Which bytes stand on which line. Inside text/.

#include "text/layout.h"

#include <string_view>
#include <vector>

namespace entente::text {

struct LineRange {
  std::size_t begin = 0, end = 0; // bytes, without the line feed
  std::size_t shown = 0;          // end of what is shaped: not the spaces at a soft wrap
  std::size_t visible = 0;        // end of what counts as width: in wrapped text, not the spaces
  std::size_t paragraph_begin = 0, paragraph_end = 0;
  Direction direction = Direction::left_to_right;
  bool ellipsis = false;
};

// A shaped piece with the request's letter spacing added (never inside cursive scripts).
[[nodiscard]] ShapedLine shape_spaced(std::string_view piece, const TextRequest& request,
                                      Direction base, Shaper& shaper);
[[nodiscard]] float width_of(const ShapedLine& line);

[[nodiscard]] std::vector<LineRange> break_lines(const TextRequest& request, Shaper& shaper);

} // namespace entente::text
