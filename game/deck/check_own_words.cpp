// A card against itself: does it tell its own answer, and does it explain it?

#include "deck/check_parts.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::deck {

namespace {

// "Lavrov or Blinken?" names its options: that is the question.
bool names_an_option(const Words& told, const Card& card) {
  return std::any_of(card.wrong.begin(), card.wrong.end(),
                     [&](const WrongOption& option) { return holds(told, words_of(option.text)); });
}

bool tells(const Card& card, std::string_view told, const Words& answer) {
  const Words words = words_of(told);
  return holds(words, answer) && !names_an_option(words, card);
}

void check_telling(const Card& card, Findings& findings) {
  const AnswerKind kind = card.answer.kind;
  if (kind == AnswerKind::set || kind == AnswerKind::sequence || kind == AnswerKind::pairs) return;
  const Words answer = words_of(card.answer.text);
  // "two" may stand anywhere, and a single letter is hardly a word.
  if (answer.size() == 1 && text::code_points(answer.front()) < 4 && kind != AnswerKind::date)
    return;
  struct Teller {
    Part::Of part;
    std::string text;
    const char* what;
  };
  std::vector<Teller> tellers = {{Part::Of::prompt, card.prompt, "question"},
                                 {Part::Of::hint, card.hint, "hint"}};
  if (card.cloze)
    tellers.push_back({Part::Of::cloze, card.cloze->before + " … " + card.cloze->after, "cloze"});
  for (const Teller& teller : tellers)
    if (tells(card, teller.text, answer))
      findings.push_back({Fault::given_away,
                          card.id,
                          {teller.part},
                          {},
                          "The card's own " + std::string(teller.what) + " tells the answer " +
                              quoted(card.answer.text) + ".",
                          "Reword it so that it does not say so.",
                          std::nullopt});
}

} // namespace

void check_own_words(const Card& card, Findings& findings) {
  check_telling(card, findings);
  if (card.explanation.empty())
    findings.push_back({Fault::no_explanation,
                        card.id,
                        {Part::Of::card},
                        {},
                        "The card has no explanation.",
                        "Say in a sentence why the answer is right, or where it stands.",
                        std::nullopt});
}

} // namespace entente::deck
