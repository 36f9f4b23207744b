// Paper: the same plan gives the same pages, forms hold the same questions, words fit.

#include "deck/deck_file.h"
#include "exchange/paper.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace entente;
using exchange::PaperKind;

namespace {

deck::Deck shipped() {
  const auto reading = deck::read_deck_file(tests::root() / "decks" / "russia-china-2021.xml");
  REQUIRE(reading);
  return reading->deck;
}

exchange::Paper printed(const deck::Deck& deck, const exchange::PaperPlan& plan) {
  auto paper = exchange::print_deck(deck, plan);
  if (!paper) FAIL(core::describe(paper.error()));
  CHECK(paper->pdf.starts_with("%PDF"));
  return std::move(*paper);
}

} // namespace

TEST_CASE("the same plan gives the same bytes, another form or seed does not") {
  const deck::Deck deck = shipped();
  exchange::PaperPlan plan;
  const auto first = printed(deck, plan);
  CHECK(printed(deck, plan).pdf == first.pdf);
  plan.form = 'B';
  CHECK(printed(deck, plan).pdf != first.pdf);
  plan.form = 'A';
  plan.seed = 2;
  CHECK(printed(deck, plan).pdf != first.pdf);
}

TEST_CASE("the key has a page of its own") {
  const deck::Deck deck = shipped();
  exchange::PaperPlan plan;
  plan.questions = 2;
  CHECK(printed(deck, plan).pages == 2);
  plan.key = false;
  CHECK(printed(deck, plan).pages == 1);
}

TEST_CASE("cards take two pages for eight, and long ones shrink to fit") {
  deck::Deck deck = shipped();
  exchange::PaperPlan plan;
  plan.kind = PaperKind::cards;
  CHECK(printed(deck, plan).pages == 2 * static_cast<int>((deck.cards.size() + 7) / 8));
  deck.cards.resize(1);
  for (int i = 0; i < 40; ++i) deck.cards[0].explanation += "Many words that go on. ";
  CHECK(printed(deck, plan).report.losses() == 0);
  for (int i = 0; i < 400; ++i) deck.cards[0].explanation += "Many words that go on. ";
  CHECK(printed(deck, plan).report.losses() > 0); // and it is said
}

TEST_CASE("any script, an endless answer and an empty deck") {
  deck::Deck deck = shipped();
  deck.cards.resize(3);
  deck.language = "ar";
  deck.cards[0].prompt = "ما عاصمة فرنسا؟";
  deck.cards[1].prompt = "法国的首都是哪里？";
  deck.cards[2].explanation.clear();
  for (int i = 0; i < 3000; ++i) deck.cards[2].explanation += "без конца ";
  for (const auto kind : {PaperKind::quiz, PaperKind::cards, PaperKind::sheet}) {
    exchange::PaperPlan plan;
    plan.kind = kind;
    CHECK(printed(deck, plan).pages >= 1);
  }
  exchange::PaperPlan sheet;
  sheet.kind = PaperKind::sheet;
  CHECK(printed(deck, sheet).pages > 2); // broken over pages, line by line
  deck.cards.clear();
  CHECK(exchange::print_deck(deck, {}).error().code == core::ErrorCode::usage);
}

TEST_CASE("a past exam prints with what was answered") {
  quiz::Material material;
  material.deck = shipped();
  const auto held = std::make_shared<const quiz::Material>(material);
  quiz::Exam exam(held, {.questions = 5}, {1700000000000, 0});
  (void)exam.take(quiz::GiveExamAnswer{quiz::Typed{"something"}}, {1700000001000, 0});
  const auto paper = exchange::print_exam(material.deck, exam.state());
  REQUIRE(paper);
  CHECK(paper->pages == 2);
}
