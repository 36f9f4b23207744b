#pragma once

// The facts of an article as JSON, for people who check them and for scripts that score them. The
// form is described in docs/formats/rules.md.

#include "generate/deck_maker.h"

#include <string>

namespace entente::terminal {

[[nodiscard]] std::string facts_json(const generate::Generated& made);

} // namespace entente::terminal
