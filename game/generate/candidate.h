#pragma once

// Stage 7: a question on its way to becoming a card, before wrong options are chosen and checks
// made.

#include "deck/deck.h"
#include "generate/document.h"

#include <optional>
#include <string>
#include <vector>

namespace entente::generate {

// A wrong option that might do: what it says, and what it really belongs to.
struct Distractor {
  std::string text, reason;
};

struct Candidate {
  std::string kind;     // "when", "said", "how-many" ...; the summary counts by it
  std::string category; // dates, speakers, quotes, facts
  std::string anchor;   // what the card's id is made of: never the answer, so a correction keeps it
  std::string stem;
  std::vector<std::string>
      milder; // the same question telling less, should it tell another's answer
  std::optional<deck::Card::Cloze> cloze;
  deck::Answer answer;
  std::vector<std::string> accepted;
  std::vector<Distractor> pool;  // the best first
  std::vector<Distractor> spare; // that would do too
  std::string explanation;
  std::vector<deck::Form> forms; // empty: all that fit
  std::size_t sentence = 0;
  std::vector<std::string> never; // options that the text would make true or contested
  bool asks_for_name = false;     // the answer is a name, which the stem must not hold
  bool may_lack_options = false;  // where wrong options are too few it is typed or flipped
  bool without_options = false;   // typed, ordered or flipped only
  bool derived = false;           // the answer is worked out, not literally in the sentence
  int worth = 0;                  // higher is kept first
};

} // namespace entente::generate
