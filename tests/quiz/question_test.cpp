#include "quiz/question.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace entente;
using deck::Form;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

const memory::Model& model() {
  static const memory::Model fsrs7(memory::defaults(memory::Algorithm::fsrs7));
  return fsrs7;
}

// Progress whose 90 % interval is `days` (bisection; FSRS-7 solves the interval to 0.1 % of
// recall).
memory::CardProgress with_stability(double days) {
  double low = 0, high = 1000;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (model().stability({middle, middle, 5}) < days ? low : high) = middle;
  }
  memory::CardProgress progress;
  progress.state = memory::State{high, high, 5};
  return progress;
}

std::optional<Form> form_at(const deck::Card& card, double days, int missed_forms = 0,
                            const std::vector<Form>& allowed = {}) {
  memory::CardProgress progress = with_stability(days);
  progress.missed_forms = missed_forms;
  return choose_form(card, &progress, model(), Settings{}, allowed);
}

deck::Deck deck_of(deck::Card card) {
  deck::Deck deck;
  deck.cards.push_back(std::move(card));
  return deck;
}

std::vector<std::string> texts(const Question& question) {
  std::vector<std::string> result;
  for (const Option& option : question.options) result.push_back(option.text);
  return result;
}

} // namespace

TEST_CASE("choice first, typed from 2 days, flip from 7, one form back after a lapse") {
  const deck::Card card = choice_card(1);
  CHECK(choose_form(card, nullptr, model(), Settings{}) == Form::choice);
  CHECK(form_at(card, 1.5) == Form::choice);
  CHECK(form_at(card, 2.5) == Form::typed);
  CHECK(form_at(card, 6) == Form::typed);
  CHECK(form_at(card, 8) == Form::flip);
  CHECK(form_at(card, 8, 1) == Form::typed);
  CHECK(form_at(card, 2.5, 1) == Form::choice);
  CHECK(form_at(card, 1, 1) == Form::choice);
}

TEST_CASE("a card takes the nearest form that it and the session allow") {
  deck::Card card = choice_card(1);
  card.forms = {Form::choice, Form::typed};
  CHECK(form_at(card, 30) == Form::typed);
  card.forms = {Form::flip};
  CHECK(form_at(card, 0.5) == Form::flip);
  card.forms = {Form::choice, Form::flip};
  CHECK(form_at(card, 3) == Form::choice);
  CHECK(form_at(card, 30, 0, {Form::choice}) == Form::choice);
  CHECK(form_at(card, 30, 0, {Form::order}) == std::nullopt);
}

TEST_CASE("quotes with a gap are filled in, sequences ordered, pairs matched") {
  deck::Card quote = choice_card(1);
  quote.cloze = deck::Card::Cloze{"a ", " b"};
  CHECK(form_at(quote, 1) == Form::choice);
  CHECK(form_at(quote, 3) == Form::cloze);
  quote.wrong.clear();
  CHECK(form_at(quote, 1) == Form::cloze);
  CHECK(form_at(sequence_card(1, 3), 1) == Form::order);
  CHECK(form_at(sequence_card(1, 3), 3) == Form::order);
  CHECK(form_at(sequence_card(1, 3), 30) == Form::flip);
  CHECK(form_at(pairs_card(1, 3), 3) == Form::match);
}

TEST_CASE("a choice shows the right option once and three wrong ones, the same for a seed") {
  const deck::Deck deck = deck_of(choice_card(1));
  std::set<std::size_t> places;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Question question = make_question(deck, 0, Form::choice, {}, Settings{}, seed);
    CHECK(question == make_question(deck, 0, Form::choice, {}, Settings{}, seed));
    CHECK(question.options.size() == 4);
    CHECK(std::ranges::count(texts(question), "right 1") == 1);
    CHECK(question.options[right_option(question)].text == "right 1");
    places.insert(right_option(question));
  }
  CHECK(places.size() == 4);
}

TEST_CASE("wrong options chosen before are the first to be shown") {
  const deck::Deck deck = deck_of(choice_card(1));
  Settings settings;
  settings.options_shown = 3;
  const Confusions chosen = {{"delta 1", 1}, {"birch 1", 2}};
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto shown = texts(make_question(deck, 0, Form::choice, chosen, settings, seed));
    CHECK(std::ranges::count(shown, "delta 1") == 1);
    CHECK(std::ranges::count(shown, "birch 1") == 1);
  }
}

TEST_CASE("a wrong option that reads like a right answer is never shown") {
  deck::Card card = choice_card(1);
  card.wrong = {{"RIGHT 1", ""}, {"also so", ""}, {"birch", ""}, {"Birch ", ""}};
  card.accepted = {"Also  so"};
  const Question question = make_question(deck_of(card), 0, Form::choice, {}, Settings{}, 1);
  CHECK(question.options.size() == 2);
}

TEST_CASE("items to order never stand in order, unless all read the same") {
  CHECK(rc::check("order is mixed", [] {
    auto items = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "b", "c")));
    deck::Card card = sequence_card(1, 0);
    card.answer.items = items;
    const Question question = make_question(deck_of(card), 0, Form::order, {}, Settings{},
                                            *rc::gen::arbitrary<std::uint64_t>());
    std::vector<std::string> shown = texts(question);
    const bool all_same = std::set<std::string>(items.begin(), items.end()).size() < 2;
    RC_ASSERT((shown == items) == all_same);
    std::ranges::sort(shown);
    std::ranges::sort(items);
    RC_ASSERT(shown == items);
  }));
}

TEST_CASE("hints go from the author's words to taking options away, down to two") {
  deck::Card card = choice_card(1);
  card.hint = "A side";
  const Question question = make_question(deck_of(card), 0, Form::choice, {}, Settings{}, 7);
  REQUIRE(question.hints.size() == 3);
  CHECK(question.hints[0] == Hint{Hint::Kind::author, "A side", 0});
  const std::size_t removed = question.hints[1].option;
  CHECK(question.hints[1].kind == Hint::Kind::removes_option);
  CHECK(is_offered(question, 1, removed));
  CHECK(!is_offered(question, 2, removed));
  int left = 0;
  for (std::size_t i = 0; i < 4; ++i) left += is_offered(question, 3, i) ? 1 : 0;
  CHECK(left == 2);
  CHECK(is_offered(question, 3, right_option(question)));
}

TEST_CASE("the hint of a typed answer is its first character, of whatever script") {
  deck::Card card = choice_card(1);
  const auto first = [&](const std::string& answer) {
    card.answer.text = answer;
    return make_question(deck_of(card), 0, Form::typed, {}, Settings{}, 1).hints.at(0).text;
  };
  CHECK(first("Xi Jinping") == "X");
  CHECK(first("Лавров") == "Л");
  CHECK(first("习近平") == "习");
  CHECK(first("e\u0301tat") == "e\u0301");
}

TEST_CASE("hints for order and match place items but leave the last two") {
  const Question order =
      make_question(deck_of(sequence_card(1, 4)), 0, Form::order, {}, Settings{}, 1);
  REQUIRE(order.hints.size() == 2);
  CHECK(order.hints[0].text == "step 1.0");
  CHECK(order.hints[1].text == "step 1.1");
  const Question match =
      make_question(deck_of(pairs_card(1, 3)), 0, Form::match, {}, Settings{}, 1);
  REQUIRE(match.hints.size() == 1);
  CHECK(match.hints[0].text == "left 1.0 – right 1.0");
}
