#pragma once

// Every shape, icon and script in one picture, in a light or a dark theme: looked at by people and
// held as golden images.

#include "draw/draw_list.h"
#include "draw/image.h"

namespace entente::tests {

struct Palette { // the mock-ups' colours
  draw::Color paper, surface, sunken, ink, ink2, line, accent, accent_soft, right, wrong, gold,
      shadow;
  float shadow_strength; // of black-brown, 0..255
};
[[nodiscard]] const Palette& light_palette();
[[nodiscard]] const Palette& dark_palette();

[[nodiscard]] draw::Image shape_gallery(const Palette& palette);
[[nodiscard]] draw::Image text_gallery(const Palette& palette, text::Typesetter& typesetter,
                                       text::GlyphAtlas& atlas);

} // namespace entente::tests
