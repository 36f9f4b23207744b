#include "quiz/grading.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using deck::Form;
using judge::Verdict;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

Question question_of(Form form, bool first_sight) {
  Question question;
  question.form = form;
  question.prompt = "Who said so?"; // 12 characters: 3.8 s expected
  question.first_sight = first_sight;
  return question;
}

constexpr std::int64_t fast = 1000, normal = 6000, slow = 60000;

Outcome answer(deck::Card card, Form form, const Given& given, const Variants& variants = {}) {
  auto material = material_of({});
  material->learner.variants[card.id] = variants;
  material->deck.cards.push_back(std::move(card));
  const Question question = make_question(material->deck, 0, form, {}, Settings{}, 3);
  REQUIRE(fits(question, 0, given));
  return grade(*material, question, given, 0, normal);
}

std::vector<std::size_t> in_place(const deck::Card& card, Form form) {
  deck::Deck deck;
  deck.cards.push_back(card);
  const Question question = make_question(deck, 0, form, {}, Settings{}, 3);
  std::vector<std::size_t> options(question.options.size());
  for (std::size_t i = 0; i < options.size(); ++i) options[question.options[i].home] = i;
  return options;
}

} // namespace

TEST_CASE("a choice answer is never Easy and on first sight at most Hard") {
  CHECK(rc::check("choice grades", [] {
    Question question = question_of(Form::choice, *rc::gen::arbitrary<bool>());
    question.asked_before = *rc::gen::inRange(0, 3);
    const auto verdict = *rc::gen::element(Verdict::right, Verdict::almost, Verdict::wrong);
    const Grade proposed = propose(question, verdict, *rc::gen::inRange(0, 5),
                                   *rc::gen::inRange<std::int64_t>(0, 100000));
    RC_ASSERT(proposed <= (question.first_sight ? Grade::hard : Grade::good));
    RC_ASSERT((proposed == Grade::again) == (verdict == Verdict::wrong));
  }));
}

TEST_CASE("the proposed grade follows verdict, hints and time") {
  const Question typed = question_of(Form::typed, false);
  CHECK(propose(typed, Verdict::right, 0, normal, 4) == Grade::good);
  CHECK(propose(typed, Verdict::right, 0, fast, 4) == Grade::easy);
  CHECK(propose(typed, Verdict::right, 1, fast, 4) == Grade::hard);
  CHECK(propose(typed, Verdict::right, 5, fast, 4) == Grade::hard);
  CHECK(propose(typed, Verdict::right, 0, slow, 4) == Grade::hard);
  CHECK(propose(typed, Verdict::almost, 0, fast, 4) == Grade::hard);
  CHECK(propose(typed, Verdict::wrong, 0, fast, 4) == Grade::again);
  CHECK(propose(question_of(Form::typed, true), Verdict::right, 0, fast, 4) == Grade::good);
  CHECK(propose(question_of(Form::flip, false), Verdict::right, 0, fast) == Grade::good);
  Question repeat = typed;
  repeat.asked_before = 1;
  CHECK(propose(repeat, Verdict::right, 0, fast, 4) == Grade::good);
}

TEST_CASE("a chosen option is right or says why it is wrong") {
  const deck::Card card = choice_card(1);
  deck::Deck deck;
  deck.cards.push_back(card);
  const Question question = make_question(deck, 0, Form::choice, {}, Settings{}, 3);
  const std::size_t right = right_option(question);
  const std::size_t wrong = (right + 1) % 4;
  const Outcome good = answer(card, Form::choice, Chosen{right});
  CHECK(good.judgement.verdict == Verdict::right);
  CHECK(good.why_wrong.empty());
  const Outcome bad = answer(card, Form::choice, Chosen{wrong});
  CHECK(bad.judgement.verdict == Verdict::wrong);
  CHECK(bad.why_wrong == question.options[wrong].reason);
  CHECK(bad.right_answer == "right 1");
  CHECK(bad.proposed == Grade::again);
}

TEST_CASE("typed answers are judged with the card's and the learner's own variants") {
  deck::Card card = choice_card(1);
  card.accepted = {"correct"};
  CHECK(answer(card, Form::typed, Typed{" RIGHT  1"}).judgement.verdict == Verdict::right);
  CHECK(answer(card, Form::typed, Typed{"correct"}).judgement.verdict == Verdict::right);
  CHECK(answer(card, Form::typed, Typed{"zzzzzz"}).judgement.verdict == Verdict::wrong);
  CHECK(answer(card, Form::typed, Typed{"zzzzzz"}, {{"zzzzzz"}, {}}).judgement.verdict ==
        Verdict::right);
  CHECK(answer(card, Form::typed, Typed{"correct"}, {{}, {"correct"}}).judgement.verdict ==
        Verdict::wrong);
}

TEST_CASE("an order with two neighbours swapped is almost right from four items on") {
  const deck::Card four = sequence_card(1, 4), three = sequence_card(1, 3);
  auto places = in_place(four, Form::order);
  CHECK(answer(four, Form::order, Ordered{places}).judgement.verdict == Verdict::right);
  std::swap(places[1], places[2]);
  CHECK(answer(four, Form::order, Ordered{places}).judgement.verdict == Verdict::almost);
  CHECK(answer(four, Form::order, Ordered{places}).judgement.share == 0.5);
  std::swap(places[0], places[3]);
  CHECK(answer(four, Form::order, Ordered{places}).judgement.verdict == Verdict::wrong);
  places = in_place(three, Form::order);
  std::swap(places[1], places[2]);
  CHECK(answer(three, Form::order, Ordered{places}).judgement.verdict == Verdict::wrong);
}

TEST_CASE("items that read the same may change places") {
  deck::Card card = sequence_card(1, 0);
  card.answer.items = {"a", "b", "a", "c"};
  auto places = in_place(card, Form::order);
  std::swap(places[0], places[2]);
  CHECK(answer(card, Form::order, Ordered{places}).judgement.verdict == Verdict::right);
}

TEST_CASE("all pairs must be right") {
  const deck::Card card = pairs_card(1, 5);
  auto places = in_place(card, Form::match);
  CHECK(answer(card, Form::match, Matched{places}).judgement.verdict == Verdict::right);
  std::swap(places[1], places[2]);
  const Outcome outcome = answer(card, Form::match, Matched{places});
  CHECK(outcome.judgement.verdict == Verdict::wrong);
  CHECK(outcome.judgement.share == doctest::Approx(0.6));
}

TEST_CASE("an answer fits its question or is none") {
  deck::Deck deck;
  deck.cards = {choice_card(1), sequence_card(2, 3)};
  const Question choice = make_question(deck, 0, Form::choice, {}, Settings{}, 3);
  CHECK(fits(choice, 0, Chosen{3}));
  CHECK(!fits(choice, 0, Chosen{4}));
  CHECK(!fits(choice, 1, Chosen{choice.hints[0].option}));
  CHECK(!fits(choice, 0, Typed{"x"}));
  CHECK(fits(choice, 0, DontKnow{}));
  const Question typed = make_question(deck, 0, Form::typed, {}, Settings{}, 3);
  CHECK(fits(typed, 0, Typed{"x"}));
  CHECK(!fits(typed, 0, Typed{" \t "}));
  const Question order = make_question(deck, 1, Form::order, {}, Settings{}, 3);
  CHECK(fits(order, 0, Ordered{{2, 0, 1}}));
  CHECK(!fits(order, 0, Ordered{{2, 0, 0}}));
  CHECK(!fits(order, 0, Ordered{{0, 1}}));
  CHECK(!fits(order, 0, Matched{{0, 1, 2}}));
}

TEST_CASE("what was given reads as one line") {
  deck::Deck deck;
  deck.cards = {pairs_card(1, 2)};
  const Question match = make_question(deck, 0, Form::match, {}, Settings{}, 3);
  CHECK(given_line(match, Matched{{0, 1}}) == "left 1.0 – right 1.1; left 1.1 – right 1.0");
  CHECK(given_line(match, DontKnow{}).empty());
}
