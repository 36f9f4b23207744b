#pragma once

// Words, numbers and marks of a stretch of text. Splits what carries two facts ("Moscow’s",
// "mid-June", "2024–2030") and keeps together what is one name ("Jong-un", "U.S.", "1,426").

#include "generate/document.h"

#include <string_view>
#include <vector>

namespace entente::generate {

// Appends the tokens of text[span].
void tokenise(std::string_view text, Span span, const Lexicon& lexicon, std::vector<Token>& tokens);

// For rules' examples and tests.
[[nodiscard]] std::vector<Token> tokenise(std::string_view text, const Lexicon& lexicon);

} // namespace entente::generate
