#pragma once

// A text and the cards generated from it, as plain values for a screen to show side by side.

#include "core/result.h"
#include "deck/deck.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace entente::service {

enum class FactKind { date, person, quote, number, area };

// Stretches of the text, in bytes; half-open.
struct FactSpan {
  std::size_t begin = 0, end = 0;
  FactKind kind = FactKind::date;
};
struct DraftSentence {
  std::size_t begin = 0, end = 0;
  bool asked = false; // some card asks about it
};
struct DraftParagraph {
  std::size_t begin = 0, end = 0;
  int number = 0; // of the body, from 1; 0: headline, caption and the like
};
struct DraftCard {
  deck::Card card;
  std::string kind;               // of question, by the generator's name
  std::size_t begin = 0, end = 0; // its sentence
};
struct TextDraft {
  std::string text;
  deck::Deck deck;              // without cards
  std::vector<DraftCard> cards; // by kind, in the order of the text within one
  std::vector<FactSpan> facts;  // by place; they do not overlap
  std::vector<DraftSentence> sentences;
  std::vector<DraftParagraph> paragraphs;
};

// name: of the deck's id and, failing a headline, its title. Errors: malformed (not UTF-8, nothing
// in it), those of reading the language's rules.
[[nodiscard]] core::Result<TextDraft> draft_from(std::string text, const std::string& name,
                                                 const std::filesystem::path& assets);

} // namespace entente::service
