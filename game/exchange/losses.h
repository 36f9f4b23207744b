#pragma once

// What a format has no place for, said the same way by all writers.

#include "deck/deck.h"
#include "exchange/report.h"

#include <string_view>

namespace entente::exchange {

// The parts of a card that a format holds; what stays false is reported where a card has it.
struct Holds {
  bool accepted = false;
  bool wrong = false;
  bool reasons = false; // why a wrong option is wrong
  bool explanation = false;
  bool hint = false;
  bool tags = false;
  bool passage = false;
  bool image = false;
  bool cloze = false;
  bool kind = false;  // date, number, ...: how a typed answer is judged
  bool lists = false; // sets, sequences and pairs as such, not as one line
  bool category = false;
  bool id = false; // without it, progress is found again by the question's words
  bool forms = false;
};

void report_losses(const deck::Card& card, const Holds& holds, std::string_view format,
                   Report& report);
// Descriptions, authors of sources, comments.
void report_deck_losses(const deck::Deck& deck, bool description, std::string_view format,
                        Report& report);

[[nodiscard]] bool is_list(deck::AnswerKind kind); // set, sequence, pairs

} // namespace entente::exchange
