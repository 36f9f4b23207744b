#include "quiz/board.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace entente;
using deck::AnswerKind;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

// Who cards: answers person 0, 1, 2 in turn.
deck::Deck persons(int cards, int different) {
  deck::Deck deck = choice_deck(cards);
  for (std::size_t i = 0; i < deck.cards.size(); ++i) {
    deck.cards[i].answer.kind = AnswerKind::person;
    deck.cards[i].answer.text = "Person " + std::to_string(i % static_cast<std::size_t>(different));
  }
  return deck;
}

Given all_right(const Board& board) {
  Matched matched;
  matched.options.resize(board.cards.size());
  for (std::size_t i = 0; i < board.cards.size(); ++i)
    matched.options[board.question.options[i].home] = i;
  return matched;
}

} // namespace

TEST_CASE("who said it sets side by side what this learner mixes up") {
  auto material = material_of(persons(20, 10));
  material->learner.confusions["card-3"] = {{"Person 8", 3}, {"Person 5", 1}};
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto board = make_board(*material, Game::who_said_it, {}, 4, seed, at_minute(0));
    REQUIRE(board.has_value());
    CHECK(board->cards.size() == 4);
    CHECK(board->cards[0] == 3);
    CHECK(board->cards[1] % 10 == 8);
    CHECK(board->question.lefts[0] == "Question 3?");
  }
}

TEST_CASE("who said it needs two persons, and finds the second") {
  CHECK(!make_board(*material_of(persons(9, 1)), Game::who_said_it, {}, 4, 1, at_minute(0)));
  deck::Deck deck = persons(30, 1);
  deck.cards[17].answer.text = "Somebody else";
  const auto material = material_of(deck);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto board = make_board(*material, Game::who_said_it, {}, 3, seed, at_minute(0));
    REQUIRE(board.has_value());
    CHECK(std::ranges::count(board->cards, 17U) == 1);
  }
}

TEST_CASE("match sets one kind against answers of which no two are alike") {
  CHECK(rc::check("match boards", [] {
    deck::Deck deck = choice_deck(*rc::gen::inRange(0, 20));
    for (deck::Card& card : deck.cards) {
      card.answer.kind = *rc::gen::element(AnswerKind::place, AnswerKind::number, AnswerKind::set);
      card.answer.text = std::string(1, *rc::gen::inRange('a', 'h'));
    }
    const auto material = material_of(deck);
    const auto board = make_board(*material, Game::match, {}, 5,
                                  *rc::gen::arbitrary<std::uint64_t>(), at_minute(0));
    std::map<AnswerKind, std::set<std::string>> answers;
    for (const deck::Card& card : deck.cards)
      if (card.answer.kind != AnswerKind::set) answers[card.answer.kind].insert(card.answer.text);
    const bool possible =
        std::ranges::any_of(answers, [](const auto& kind) { return kind.second.size() >= 3; });
    RC_ASSERT(board.has_value() == possible);
    if (!board) return;
    std::set<std::string> seen;
    for (const std::size_t card : board->cards) {
      RC_ASSERT(deck.cards[card].answer.kind == deck.cards[board->cards[0]].answer.kind);
      RC_ASSERT(seen.insert(deck.cards[card].answer.text).second);
    }
    RC_ASSERT(seen.size() <= 5);
  }));
}

TEST_CASE("each card of a board is a review of its own") {
  auto material = material_of(persons(4, 4));
  material->learner.progress["card-2"] = learned(material->deck, 2, {Grade::good}, 8);
  const auto board = make_board(*material, Game::who_said_it, {}, 4, 1, at_minute(0));
  REQUIRE(board.has_value());
  CHECK(board->cards[0] == 2); // seen before
  auto given = std::get<Matched>(all_right(*board));
  std::swap(given.options[1], given.options[3]);
  const auto rows = settle_board(*material, *board, given, at_minute(1));
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].right);
  CHECK(rows[0].grade == Grade::good);
  CHECK(rows[0].points.rule == PointsRule::counted);
  CHECK(rows[0].mode == Mode::games);
  CHECK(rows[0].taken_ms == 15000);
  CHECK(!rows[1].right);
  CHECK(rows[1].given_line == rows[3].right_answer);
  CHECK(rows[2].grade == Grade::hard); // first sight
  CHECK(rows[2].points.value == 10);
  CHECK(rows[2].after.answers == 1);
  for (const Answered& row : settle_board(*material, *board, DontKnow{}, at_minute(1)))
    CHECK(row.grade == Grade::again);
}

TEST_CASE("the same person for two sayings may stand at either") {
  const auto material = material_of(persons(4, 2));
  const auto board = make_board(*material, Game::who_said_it, {}, 4, 1, at_minute(0));
  REQUIRE(board.has_value());
  auto given = std::get<Matched>(all_right(*board));
  for (std::size_t i = 1; i < 4; ++i)
    if (material->deck.cards[board->cards[i]].answer ==
        material->deck.cards[board->cards[0]].answer)
      std::swap(given.options[0], given.options[i]);
  for (const Answered& row : settle_board(*material, *board, given, at_minute(1))) CHECK(row.right);
}

TEST_CASE("a board is the same for a seed, and hidden cards are not on it") {
  auto material = material_of(persons(8, 8));
  material->learner.progress["card-1"].suspended = true;
  const auto board = make_board(*material, Game::match, {}, 8, 5, at_minute(0));
  REQUIRE(board.has_value());
  CHECK(board == make_board(*material, Game::match, {}, 8, 5, at_minute(0)));
  CHECK(board->cards.size() == 7);
  CHECK(std::ranges::count(board->cards, 1U) == 0);
}

namespace {

deck::Deck dated(const std::vector<std::string>& dates) {
  deck::Deck deck = choice_deck(static_cast<int>(dates.size()));
  deck.language = "en";
  for (std::size_t i = 0; i < dates.size(); ++i) {
    deck.cards[i].answer.kind = AnswerKind::date;
    deck.cards[i].answer.text = dates[i];
  }
  return deck;
}

} // namespace

TEST_CASE("the timeline stands in the order of its dates, and no two of them overlap") {
  const auto material = material_of(
      dated({"2021", "19 May 2021", "2015", "first quarter of 2021", "1989", "May 2021"}));
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto board = make_board(*material, Game::timeline, {}, 6, seed, at_minute(0));
    REQUIRE(board.has_value());
    CHECK(board->question.form == deck::Form::order);
    CHECK(board->cards.front() == 4); // 1989, then 2015
    CHECK(board->cards[1] == 2);
    const auto has = [&](std::size_t card) { return std::ranges::count(board->cards, card) == 1; };
    CHECK_FALSE((has(0) && (has(1) || has(3) || has(5))));
    CHECK_FALSE((has(1) && has(5)));
  }
}

TEST_CASE("on the timeline a card is right in its place, and each is a review") {
  const auto material = material_of(dated({"2001", "2003", "2005", "2007"}));
  const auto board = make_board(*material, Game::timeline, {}, 4, 3, at_minute(0));
  REQUIRE(board.has_value());
  std::vector<std::size_t> order(4);
  for (std::size_t i = 0; i < 4; ++i) order[board->question.options[i].home] = i;
  std::swap(order[0], order[1]);
  const auto rows = settle_board(*material, *board, Ordered{order}, at_minute(1));
  REQUIRE(rows.size() == 4);
  CHECK_FALSE(rows[0].right);
  CHECK(rows[0].given_line == "2");
  CHECK_FALSE(rows[1].right);
  CHECK(rows[2].right);
  CHECK(rows[3].right);
  CHECK(rows[0].counts_for_schedule);
  CHECK(rows[0].mode == Mode::games);
}

TEST_CASE("a timeline needs dates") {
  CHECK(!make_board(*material_of(persons(9, 3)), Game::timeline, {}, 4, 1, at_minute(0)));
}
