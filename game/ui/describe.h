#pragma once

// The tree as text, one node a line, for tests and for driving the program from outside:
//
//   role #id "label" =value states [x y w h] *focused

#include "ui/layout.h"

#include <string>

namespace entente::ui {

// Nodes without role are left out, their children move up. Rectangles are in pixels.
[[nodiscard]] std::string describe(const Frame& frame, const std::string& focused = "");
// The same without layout.
[[nodiscard]] std::string describe(const Node& root);

} // namespace entente::ui
