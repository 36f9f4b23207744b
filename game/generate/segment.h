#pragma once

// Stage 2: quotations' marks are paired, then sentences are cut; a sentence never ends inside a
// short quotation.

#include "generate/document.h"
#include "generate/rules.h"

#include <vector>

namespace entente::generate {

// A quotation as the marks show it.
struct Marked {
  std::size_t open = 0, close = 0; // tokens of the marks; close = past the last token if unclosed
  Span inside;                     // bytes between the marks
  std::size_t line = 0;
  bool closed = true;
  bool single = false; // in single marks
  // Carries on the quotation that the paragraph before left open, without a mark of its own; `open`
  // is then its first word.
  bool continued = false;
};

[[nodiscard]] std::vector<Marked> pair_quotes(const Document& document);

// Fills document.sentences.
void cut_sentences(Document& document, const std::vector<Marked>& quotes, const Language& language);

} // namespace entente::generate
