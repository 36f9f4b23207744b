#pragma once

// Pieces that several pages share.

#include "deck/deck.h"
#include "screens/model.h"
#include "ui/widgets.h"

#include <string>
#include <utility>

namespace entente::screens {

// Words as a node. (The folder of this name is entente::text here.)
[[nodiscard]] inline ui::Build text(std::string words) { return ui::say(std::move(words)); }

[[nodiscard]] ui::Hue hue_of(const std::string& colour);
[[nodiscard]] draw::Icon icon_of(const std::string& colour);
// The string naming a form: "form.typed".
[[nodiscard]] const char* form_key(deck::Form form);
// The key of a command that works while a text field has the focus.
[[nodiscard]] std::string key_in_field(const ui::Command& command);
// The button at the foot of a dialog that closes it.
[[nodiscard]] ui::Build close_button(Frame& frame);
// The key that leaves a page without the rail, to be pressed or clicked.
[[nodiscard]] ui::Build ending(Frame& frame, std::string label);
// A page without the rail: a bar above, what scrolls between, a bar below. In a low window all of
// it scrolls together. `most_width`: of the content, dp.
[[nodiscard]] ui::Build between_bars(const Frame& frame, const char* id, ui::Build above,
                                     ui::Build content, ui::Build below, float most_width = 820);
// A command's key and what it does, for the foot of a page.
[[nodiscard]] ui::Hint hint_of(const char* command);
// The category's chip: its colour, its sign and its name together.
[[nodiscard]] ui::Build category_chip(const std::string& name, const std::string& colour);
// Chip, bar and figure in one line.
[[nodiscard]] ui::Build category_bar(const std::string& name, const std::string& colour,
                                     double share, const std::string& figure);

} // namespace entente::screens
