#pragma once

// Stage 1: text to lines with their roles. A line is a paragraph; hard-wrapped text is joined at
// blank lines. Nothing is removed, so offsets stay those of the file.

#include "generate/document.h"
#include "generate/rules.h"

namespace entente::generate {

[[nodiscard]] Document clean(std::string text, const Language& language);

} // namespace entente::generate
