#pragma once

// Is the text in the language of the rules at all?

#include "generate/document.h"
#include "generate/rules.h"

#include <string>

namespace entente::generate {

// What cannot be done for this text, one or two sentences; empty when it is in the rules' language.
[[nodiscard]] std::string what_is_foreign(const Document& document, const Language& language);

} // namespace entente::generate
