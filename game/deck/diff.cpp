#include "deck/diff.h"

#include "deck/check_parts.h"
#include "judge/judge.h"
#include "text/unicode.h"

#include <algorithm>
#include <unordered_map>

namespace entente::deck {

namespace {

using CardsById = std::unordered_map<std::string, const Card*>;

CardsById by_id(const Deck& deck) {
  CardsById cards;
  for (const Card& card : deck.cards) cards.emplace(card.id, &card);
  return cards;
}

bool same_pairs(const Answer& a, const Answer& b) {
  const auto keys = [](const Answer& answer) {
    std::set<std::pair<std::string, std::string>> all;
    for (const Pair& pair : answer.pairs)
      all.emplace(text::comparable(pair.left), text::comparable(pair.right));
    return all;
  };
  return keys(a) == keys(b);
}

// Would whoever learned the old answer be right now? Ways that were accepted all along do not say
// so: whoever changes the answer may forget them. A way accepted anew does.
bool still_right(const Card& before, const Card& after, const std::string& language) {
  if (before.answer.kind == AnswerKind::pairs || after.answer.kind == AnswerKind::pairs)
    return before.answer.kind == after.answer.kind && same_pairs(before.answer, after.answer);
  judge::Expected expected{.kind = judge_kind(after.answer.kind),
                           .answer = answer_line(after.answer),
                           .accepted = {},
                           .others = {},
                           .refused = {},
                           .language = language};
  for (const std::string& way : after.accepted)
    if (std::find(before.accepted.begin(), before.accepted.end(), way) == before.accepted.end())
      expected.accepted.push_back(way);
  return judge::judge(expected, answer_line(before.answer)).verdict == judge::Verdict::right;
}

bool is_reordered(const Deck& before, const CardsById& after_ids, const Deck& after,
                  const CardsById& before_ids) {
  const auto kept = [](const Deck& deck, const CardsById& other) {
    std::vector<std::string> ids;
    for (const Card& card : deck.cards)
      if (other.contains(card.id)) ids.push_back(card.id);
    return ids;
  };
  return kept(before, after_ids) != kept(after, before_ids);
}

std::vector<std::string> differing_deck_parts(const Deck& a, const Deck& b) {
  std::vector<std::string> parts;
  const auto compare = [&](const char* part, bool same) {
    if (!same) parts.emplace_back(part);
  };
  compare("id", a.id == b.id);
  compare("language", a.language == b.language);
  compare("title", a.title == b.title);
  compare("description", a.description == b.description);
  compare("sources", a.sources == b.sources);
  compare("categories", a.categories == b.categories);
  return parts;
}

} // namespace

std::vector<std::string> differing_parts(const Card& a, const Card& b) {
  std::vector<std::string> parts;
  const auto compare = [&](const char* part, bool same) {
    if (!same) parts.emplace_back(part);
  };
  compare("category", a.category == b.category);
  compare("forms", a.forms == b.forms);
  compare("prompt", a.prompt == b.prompt);
  compare("cloze", a.cloze == b.cloze);
  compare("answer", a.answer == b.answer);
  compare("accept", a.accepted == b.accepted);
  compare("wrong", a.wrong == b.wrong);
  compare("explanation", a.explanation == b.explanation);
  compare("hint", a.hint == b.hint);
  compare("tags", a.tags == b.tags);
  compare("passage", a.passage == b.passage);
  compare("image", a.image == b.image);
  compare("others' marks",
          a.attributes == b.attributes && a.leading == b.leading && a.extras == b.extras);
  return parts;
}

DeckDiff diff(const Deck& before, const Deck& after) {
  const CardsById old_cards = by_id(before), new_cards = by_id(after);
  DeckDiff found;
  for (const Card& card : before.cards)
    if (!new_cards.contains(card.id)) found.removed.push_back(card.id);
  for (const Card& card : after.cards) {
    const auto old = old_cards.find(card.id);
    if (old == old_cards.end()) {
      found.added.push_back(card.id);
    } else if (auto parts = differing_parts(*old->second, card); !parts.empty()) {
      const bool answer = std::find(parts.begin(), parts.end(), "answer") != parts.end();
      const bool resets = answer && !still_right(*old->second, card, after.language);
      found.changed.push_back({card.id, std::move(parts), resets});
    }
  }
  found.reordered = is_reordered(before, new_cards, after, old_cards);
  found.deck_parts = differing_deck_parts(before, after);
  return found;
}

} // namespace entente::deck
