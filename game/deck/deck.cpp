#include "deck/deck.h"

#include <algorithm>

namespace entente::deck {

namespace {

// Whether the card holds what the form needs to be asked.
bool can_ask(const Card& card, Form form) {
  switch (form) {
  case Form::choice:
    return !card.wrong.empty();
  case Form::typed:
    return card.answer.kind != AnswerKind::pairs;
  case Form::flip:
    return true;
  case Form::cloze:
    return card.cloze.has_value();
  case Form::order:
    return card.answer.kind == AnswerKind::sequence && card.answer.items.size() >= 2;
  case Form::match:
    return card.answer.kind == AnswerKind::pairs && card.answer.pairs.size() >= 2;
  }
  return false;
}

bool lists(const Card& card, Form form) {
  return std::find(card.forms.begin(), card.forms.end(), form) != card.forms.end();
}

template <typename Items> auto find_by_id(const Items& items, const std::string& id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

} // namespace

std::string answer_line(const Answer& answer) {
  if (answer.kind == AnswerKind::pairs) {
    std::string line;
    for (const Pair& pair : answer.pairs)
      line += (line.empty() ? "" : "; ") + pair.left + " – " + pair.right;
    return line;
  }
  if (answer.kind != AnswerKind::set && answer.kind != AnswerKind::sequence) return answer.text;
  std::string line;
  for (const std::string& item : answer.items) line += (line.empty() ? "" : "; ") + item;
  return line;
}

std::vector<Form> possible_forms(const Card& card) {
  std::vector<Form> possible, listed;
  for (const Form form :
       {Form::choice, Form::typed, Form::flip, Form::cloze, Form::order, Form::match}) {
    if (!can_ask(card, form)) continue;
    possible.push_back(form);
    if (lists(card, form)) listed.push_back(form);
  }
  // A list that names only forms the card has no content for would leave it never asked.
  return listed.empty() ? possible : listed;
}

const Card* find_card(const Deck& deck, const std::string& id) {
  return find_by_id(deck.cards, id);
}

const Category* find_category(const Deck& deck, const std::string& id) {
  return find_by_id(deck.categories, id);
}

} // namespace entente::deck
