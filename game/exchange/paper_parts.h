#pragma once

// The three kinds of paper, each drawn onto a canvas. Internal to the paper_ files.

#include "exchange/paper.h"
#include "exchange/paper_canvas.h"
#include "quiz/question.h"

#include <string>
#include <vector>

namespace entente::exchange::paper {

struct QuizPaper {
  const deck::Deck& deck;
  std::vector<quiz::Question> questions;
  std::string label; // "Form A"
  bool key = true;
  std::vector<std::string> given; // of a past exam: what was answered, a line each; may be empty
  PaperWords words;
};

void draw_quiz(Canvas& canvas, const QuizPaper& paper);
void draw_cards(Canvas& canvas, const deck::Deck& deck, const LoadMedia& load_media,
                Report& report);
void draw_sheet(Canvas& canvas, const deck::Deck& deck, const PaperWords& words);

// "§ 4"; empty when the card names no paragraph.
[[nodiscard]] std::string paragraph_words(const deck::Card& card);
[[nodiscard]] std::string letter(std::size_t place); // "A", "B" ... "Z", "27"

} // namespace entente::exchange::paper
