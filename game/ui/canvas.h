#pragma once

// Where a node that paints itself draws: a draw list, the room inside the node's padding, and the
// theme's colours.

#include "draw/draw_list.h"
#include "ui/node.h"
#include "ui/theme.h"

namespace entente::ui {

struct Canvas {
  draw::DrawList& list;
  const Theme& theme;
  text::Typesetter& typesetter;
  draw::Rect rect; // pixels
  float scale = 1;

  [[nodiscard]] float px(float dp) const { return std::round(dp * scale); }
  [[nodiscard]] draw::Color color(Tone tone) const { return theme.color(tone); }
  // One line with its anchor (start, centre or end of its top) at `at`; gives its width.
  float words(std::string_view words, const TextStyle& style, draw::Point at,
              text::Align anchor = text::Align::start) const;
  [[nodiscard]] float width(std::string_view words, const TextStyle& style) const;
};

} // namespace entente::ui
