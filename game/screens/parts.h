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
// A command's key and what it does, for the foot of a page.
[[nodiscard]] ui::Hint hint_of(const char* command);
// The category's chip: its colour, its sign and its name together.
[[nodiscard]] ui::Build category_chip(const std::string& name, const std::string& colour);
// Chip, bar and figure in one line.
[[nodiscard]] ui::Build category_bar(const std::string& name, const std::string& colour,
                                     double share, const std::string& figure);

} // namespace entente::screens
