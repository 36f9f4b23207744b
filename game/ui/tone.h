#pragma once

// Colours by what they are for; a theme gives each its value (theme.h).

#include <cstdint>

namespace entente::ui {

enum class Tone : std::uint8_t {
  none, // nothing is painted
  paper,
  surface,
  sunken,
  ink,
  ink2,
  ink3,
  line,
  accent,
  accent_ink, // on accent
  accent_soft,
  focus,
  right,
  right_soft,
  wrong,
  wrong_soft,
  gold,
  gold_soft,
  indigo,
  indigo_soft,
  teal,
  teal_soft,
  purple,
  purple_soft,
  orange,
  orange_soft,
  on_mark, // on right, wrong and the four hues
  veil,    // over the screen, under a dialog
};
inline constexpr int tone_count = static_cast<int>(Tone::veil) + 1;

// A strong tone and the soft one that lies under text of it.
struct Hue {
  Tone strong = Tone::accent;
  Tone soft = Tone::accent_soft;
  bool operator==(const Hue&) const = default;
};
inline constexpr Hue accent_hue{Tone::accent, Tone::accent_soft};
inline constexpr Hue right_hue{Tone::right, Tone::right_soft};
inline constexpr Hue wrong_hue{Tone::wrong, Tone::wrong_soft};
inline constexpr Hue gold_hue{Tone::gold, Tone::gold_soft};
inline constexpr Hue indigo_hue{Tone::indigo, Tone::indigo_soft};
inline constexpr Hue teal_hue{Tone::teal, Tone::teal_soft};
inline constexpr Hue purple_hue{Tone::purple, Tone::purple_soft};
inline constexpr Hue orange_hue{Tone::orange, Tone::orange_soft};

} // namespace entente::ui
