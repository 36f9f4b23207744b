#pragma once

// A laid-out tree into a draw list, as the mock-ups have it. Knows no state of its own: what is
// focused, hovered or moving comes from the runtime as an Interaction.

#include "draw/draw_list.h"
#include "ui/layout.h"
#include "ui/text_edit.h"
#include "ui/theme.h"

#include <functional>
#include <optional>
#include <string>

namespace entente::ui {

struct Interaction {
  std::string focused, hovered, pressed; // ids
  bool ring = false;                     // the focus came by keyboard
  bool caret = true;                     // its blinking half
  std::function<const TextEdit*(const std::string& id)> edit;
  std::function<std::optional<Motion>(const Node&)> motion; // what is shown right now
};

struct PaintRequest {
  const Frame& frame;
  const Theme& theme;
  text::Typesetter& typesetter;
  const Interaction& interaction;
};

void paint(const PaintRequest& request, draw::DrawList& list);

} // namespace entente::ui
