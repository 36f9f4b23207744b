#include "service/overrules.h"

#include "quiz/material.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>

namespace entente::service {

namespace {

bool same(const std::string& a, const std::string& b) {
  return text::comparable(a) == text::comparable(b);
}

bool holds(const std::vector<std::string>& ways, const std::string& text) {
  return std::any_of(ways.begin(), ways.end(),
                     [&text](const std::string& way) { return same(way, text); });
}

bool is_wrong_option(const deck::Card& card, const std::string& text) {
  return std::any_of(card.wrong.begin(), card.wrong.end(),
                     [&text](const deck::WrongOption& option) { return same(option.text, text); });
}

void changes_of(const deck::Card& card, const quiz::Variants& said,
                std::vector<DeckChange>& changes) {
  using Kind = DeckChange::Kind;
  const std::string answer = deck::answer_line(card.answer);
  for (const std::string& text : said.accepted) {
    if (same(text, answer) || holds(card.accepted, text)) continue;
    const Kind kind = is_wrong_option(card, text) ? Kind::option_stands : Kind::accept;
    changes.push_back({kind, card.id, text});
  }
  for (const std::string& text : said.refused) {
    if (same(text, answer) || is_wrong_option(card, text)) continue;
    const Kind kind = holds(card.accepted, text) ? Kind::stop_accept : Kind::refuse;
    changes.push_back({kind, card.id, text});
  }
}

} // namespace

std::vector<DeckChange> deck_changes(const deck::Deck& deck,
                                     const std::vector<history::Ruling>& rulings) {
  std::map<std::string, quiz::Variants> by_card;
  for (const history::Ruling& ruling : rulings)
    quiz::rule(by_card[ruling.card], ruling.text, ruling.accepted);
  std::vector<DeckChange> changes;
  for (const deck::Card& card : deck.cards)
    if (const auto said = by_card.find(card.id); said != by_card.end())
      changes_of(card, said->second, changes);
  return changes;
}

void apply(const DeckChange& change, deck::Deck& deck) {
  const auto card =
      std::find_if(deck.cards.begin(), deck.cards.end(),
                   [&change](const deck::Card& each) { return each.id == change.card; });
  if (card == deck.cards.end()) return;
  switch (change.kind) {
  case DeckChange::Kind::accept:
    card->accepted.push_back(text::clean(change.text));
    return;
  case DeckChange::Kind::stop_accept:
    std::erase_if(card->accepted,
                  [&change](const std::string& way) { return same(way, change.text); });
    return;
  case DeckChange::Kind::refuse:
    card->wrong.push_back(
        {text::clean(change.text), "Not the answer: a learner's own correction."});
    return;
  case DeckChange::Kind::option_stands:
    return;
  }
}

} // namespace entente::service
