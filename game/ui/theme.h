#pragma once

// What the tones look like: three built-in themes, and a plain text form so that people can make
// their own ("name = value" a line, # begins a comment; colours are #rrggbb or #rrggbbaa).

#include "core/result.h"
#include "draw/geometry.h"
#include "ui/tone.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ui {

struct ThemeShadow { // as in style sheets, in dp
  float dy = 0, blur = 0;
  draw::Color color;
  bool operator==(const ThemeShadow&) const = default;
};

struct Theme {
  std::string name;
  std::array<draw::Color, tone_count> colors{};
  ThemeShadow near_shadow, far_shadow; // under cards
  float border = 1;                    // dp added to hairlines: high contrast draws them thicker
  bool operator==(const Theme&) const = default;

  [[nodiscard]] draw::Color color(Tone tone) const {
    return colors[static_cast<std::size_t>(tone)];
  }
};

[[nodiscard]] const Theme& light_theme();
[[nodiscard]] const Theme& dark_theme();
[[nodiscard]] const Theme& contrast_theme();

// Missing names keep the light theme's value. Errors: malformed, with the line.
[[nodiscard]] core::Result<Theme> parse_theme(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_theme(const Theme& theme);

// WCAG 2.1: 1 (the same) to 21 (black on white).
[[nodiscard]] double contrast(draw::Color a, draw::Color b);

// Text tones with the grounds they are used on; a test holds them to 4.5:1.
struct TextPair {
  Tone ink, ground;
};
[[nodiscard]] const std::vector<TextPair>& text_pairs();

} // namespace entente::ui
