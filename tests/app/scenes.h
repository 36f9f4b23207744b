#pragma once

// Every screen in every state, as one list: the layout laws, the laws of the tree, the pictures and
// the walks by keyboard and mouse all take it. A new screen joins by a line in scenes.cpp.

#include "app/stage.h"

#include <functional>
#include <string>
#include <vector>

namespace entente::tests {

struct Scene {
  std::string name; // also of its picture: "drill-choice-wrong"
  Past past = Past::none;
  std::function<void(Stage&)> go; // from Today to where it is
  // Lines of the tree as it must be, without ids and places: `button "Start drill"`.
  std::vector<std::string> holds;
};

[[nodiscard]] const std::vector<Scene>& scenes();

} // namespace entente::tests
