#pragma once

// From SFML's events to the interface's, with keys named by their place on the keyboard.

#include "platform/sfml_version.h"
#include "ui/input.h"

#include <cstdint>
#include <map>
#include <optional>

namespace entente::platform {

// The key that a US keyboard has where this X keycode (evdev numbering) sits; unknown for keys
// that type no character.
[[nodiscard]] ui::Key key_at(int keycode);

// What SFML says of a key: 'a'..'z', '0'..'9' of the main block, else 0.
[[nodiscard]] char letter_or_digit(sfml::Key key);

class Translator {
public:
  // `keycode`: of a KeyPressed, as WindowWatch tells it; 0 when unknown.
  [[nodiscard]] std::optional<ui::InputEvent> translate(const sfml::Event& event, int keycode);

private:
  [[nodiscard]] ui::KeyDown pressed(const sfml::KeyPressed& event, int keycode);
  [[nodiscard]] std::optional<ui::InputEvent> typed(std::uint32_t code_point) const;
  // What goes down and comes up under one SFML name: SFML tells no keycode on release.
  std::map<int, std::uint32_t> held_;
};

} // namespace entente::platform
