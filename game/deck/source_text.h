#pragma once

// The text that a deck was made from, as plain text: its body paragraphs, by which cards name their
// passages. Headline, standfirst, sub-headings, captions, photo credits, video times and the
// author's line do not count.

#include "deck/deck.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::deck {

struct Paragraph {
  std::string text;               // white space collapsed
  std::size_t begin = 0, end = 0; // bytes in the source text, trimmed
  bool operator==(const Paragraph&) const = default;
};

// One line is one paragraph; in a text wrapped at a fixed width, paragraphs are parted by empty
// lines. Which blocks are body is a matter of signs (no full stop, "Photo:", "02:27"), so another
// layout of the same text may count otherwise: keep the text with its hash.
[[nodiscard]] std::vector<Paragraph> body_paragraphs(std::string_view text);

// The words that the passage names; nothing when there is no such paragraph.
[[nodiscard]] std::optional<std::string> passage_text(std::string_view text,
                                                      const Passage& passage);

// Tells one text from another, whatever its line ends and surrounding white space: 16 hexadecimal
// digits (FNV-1a, 64 bits; no protection against somebody who wants a clash).
[[nodiscard]] std::string text_hash(std::string_view text);

} // namespace entente::deck
