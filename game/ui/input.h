#pragma once

// What comes in from the window, free of any library's types.

#include "draw/geometry.h"

#include <cstdint>
#include <string>
#include <variant>

namespace entente::ui {

// clang-format off
// Character keys are named by what a US keyboard has in that place, whatever the layout: the
// platform fills them from the key's position. The others by their meaning.
enum class Key : std::uint8_t {
  unknown,
  a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z,
  digit_0, digit_1, digit_2, digit_3, digit_4, digit_5, digit_6, digit_7, digit_8, digit_9,
  comma, period, slash, semicolon, quote, left_bracket, right_bracket, backslash, minus, equals,
  grave,
  space, enter, escape, tab, backspace, delete_, insert,
  left, right, up, down, home, end, page_up, page_down,
  f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
};
// clang-format on

struct Mods {
  bool ctrl = false, shift = false, alt = false;
  bool operator==(const Mods&) const = default;
};

struct KeyDown {
  Key key = Key::unknown;
  Mods mods;
  std::uint32_t code = 0; // the key's own number (X11 keycode), to know a held key by
};
struct KeyUp {
  std::uint32_t code = 0;
};
struct TextInput { // what was typed, after dead keys and input methods; UTF-8
  std::string text;
};
struct PointerMove {
  draw::Point at; // pixels
};
enum class PointerButton : std::uint8_t { primary, secondary, middle };
struct PointerDown {
  draw::Point at;
  PointerButton button = PointerButton::primary;
  Mods mods;
};
struct PointerUp {
  draw::Point at;
  PointerButton button = PointerButton::primary;
};
struct PointerLeave {};
struct Wheel {
  draw::Point at;
  float lines = 0; // positive = down
  Mods mods;
};
struct Resize {
  float width = 0, height = 0; // pixels
};
struct FocusChange { // of the window
  bool focused = true;
};
struct Paste { // the clipboard's text, asked for or sent by the middle button
  std::string text;
};
struct CloseRequest {};
struct Wake {}; // a worker has something to tell, or a deadline has come

using InputEvent =
    std::variant<KeyDown, KeyUp, TextInput, PointerMove, PointerDown, PointerUp, PointerLeave,
                 Wheel, Resize, FocusChange, Paste, CloseRequest, Wake>;

} // namespace entente::ui
