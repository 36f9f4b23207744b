// The model's own helpers.

#include "deck/deck.h"

#include <doctest/doctest.h>

using namespace entente::deck;

TEST_CASE("an answer as one line") {
  CHECK(answer_line({AnswerKind::date, "20 May 2021", {}, {}}) == "20 May 2021");
  CHECK(answer_line({AnswerKind::set, "", {"a", "b"}, {}}) == "a; b");
  CHECK(answer_line({AnswerKind::pairs, "", {}, {{"a", "b"}, {"c", "d"}}}) == "a – b; c – d");
}

TEST_CASE("a card may take the forms that its content allows") {
  Card card;
  card.answer = {AnswerKind::text, "a", {}, {}};
  CHECK(possible_forms(card) == std::vector{Form::typed, Form::flip});
  card.wrong = {{"b", ""}};
  card.cloze = Card::Cloze{"x ", ""};
  CHECK(possible_forms(card) == std::vector{Form::choice, Form::typed, Form::flip, Form::cloze});
  card.forms = {Form::cloze, Form::choice, Form::match};
  CHECK(possible_forms(card) == std::vector{Form::choice, Form::cloze});
  card.forms = {Form::order}; // impossible here: the card is still asked
  CHECK(possible_forms(card).size() == 4);
  card.forms.clear();
  card.answer = {AnswerKind::sequence, "", {"a", "b"}, {}};
  CHECK(possible_forms(card) ==
        std::vector{Form::choice, Form::typed, Form::flip, Form::cloze, Form::order});
  Card pairs;
  pairs.answer = {AnswerKind::pairs, "", {}, {{"a", "b"}, {"c", "d"}}};
  CHECK(possible_forms(pairs) == std::vector{Form::flip, Form::match});
}

TEST_CASE("cards and categories are found by id, or not") {
  Deck deck;
  deck.cards.push_back({"a"});
  deck.categories.push_back({"c"});
  CHECK(find_card(deck, "a") == &deck.cards[0]);
  CHECK(find_card(deck, "b") == nullptr);
  CHECK(find_category(deck, "c") == &deck.categories[0]);
  CHECK(find_category(deck, "") == nullptr);
}
