// What is handed out reads back to the same cards, up to what the format can hold.

#include "deck/xml_writer.h"
#include "exchange/any_deck.h"
#include "exchange/plain_number.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace entente;
using namespace entente::tests;
using deck::Card;
using exchange::Holds;

namespace {

constexpr Holds everything = {true, true, true, true, true, true, true,
                              true, true, true, true, true, true, true};

using HoldsOf = std::function<Holds(const Card&)>;

std::string replaced(std::string words, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = words.find(from, at)) != std::string::npos; at += to.size())
    words.replace(at, from.size(), to);
  return words;
}

std::string same(const std::string& words) { return words; }
std::string one_line(const std::string& words) { return replaced(words, "\n", " "); }

// As a deck's XML, so that a failure can be read.
std::string shown(const Card& card) {
  deck::Deck deck;
  deck.cards = {card};
  return deck::write_deck(deck);
}

void check_round_trip(
    const char* format, const HoldsOf& holds, const Words& words = same,
    const std::function<bool(const Card&)>& fits = [](const Card&) { return true; }) {
  CHECK(rc::check(format, [&](std::uint64_t seed) {
    deck::Deck deck = any_deck(seed);
    std::erase_if(deck.cards, [&](const Card& card) { return !fits(card); });
    if (deck.cards.empty()) return;
    const auto back = there_and_back(format, deck);
    RC_ASSERT(back.deck.cards.size() == deck.cards.size());
    for (std::size_t i = 0; i < deck.cards.size(); ++i) {
      const Holds parts = holds(deck.cards[i]);
      const Card wanted = held(deck, deck.cards[i], parts, words);
      const Card got = held(back.deck, back.deck.cards[i], parts);
      RC_ASSERT(shown(got) == shown(wanted));
    }
  }));
}

} // namespace

TEST_CASE("CSV and TSV hold all of a card") {
  check_round_trip("csv", [](const Card&) { return everything; });
  check_round_trip("tsv", [](const Card&) { return everything; });
}

TEST_CASE("GIFT holds the question, its options and reasons, tags and id") {
  const auto holds = [](const Card& card) {
    Holds all = {.explanation = true, .tags = true, .category = true, .id = true};
    const bool pairs = card.answer.kind == deck::AnswerKind::pairs && card.answer.pairs.size() > 1;
    const bool number = card.answer.kind == deck::AnswerKind::number &&
                        exchange::plain_number(card.answer.text) && card.wrong.empty();
    all.lists = pairs;
    all.kind = number;
    all.wrong = all.reasons = !pairs && !card.wrong.empty();
    all.accepted = !pairs && !number && card.wrong.empty();
    return all;
  };
  // -> parts pairs, in pairs and short answers.
  const auto words = [](const std::string& each) { return replaced(each, "->", "→"); };
  check_round_trip("gift", holds, words, [](const Card& card) {
    // Elsewhere it stays as it is: said by the test below.
    return card.prompt.find("->") == std::string::npos && card.wrong.empty() &&
           card.explanation.find("->") == std::string::npos;
  });
  check_round_trip("gift", holds, same, [](const Card& card) {
    return card.answer.kind != deck::AnswerKind::pairs && !card.wrong.empty();
  });
}

TEST_CASE("Moodle XML holds what GIFT holds, and hints") {
  check_round_trip("moodle", [](const Card& card) {
    Holds all = {.explanation = true, .hint = true, .tags = true, .category = true, .id = true};
    const bool pairs = card.answer.kind == deck::AnswerKind::pairs && card.answer.pairs.size() > 1;
    const bool number = card.answer.kind == deck::AnswerKind::number &&
                        exchange::plain_number(card.answer.text) && card.wrong.empty();
    all.lists = pairs;
    all.kind = number;
    all.wrong = all.reasons = !pairs && !card.wrong.empty();
    all.accepted = !pairs && !number && card.wrong.empty();
    return all;
  });
}

TEST_CASE("an Anki package holds all of a card") {
  check_round_trip("anki", [](const Card&) { return everything; });
}

TEST_CASE("KVTML holds question, answer, wrong options, hint and explanation") {
  check_round_trip("kvtml", [](const Card&) {
    return Holds{.wrong = true, .explanation = true, .hint = true, .category = true};
  });
}

TEST_CASE("QTI holds choices, typed answers, orders and pairs") {
  check_round_trip("qti", [](const Card& card) {
    Holds all = {.explanation = true, .id = true};
    const auto kind = card.answer.kind;
    all.lists = (kind == deck::AnswerKind::pairs && card.answer.pairs.size() > 1) ||
                (kind == deck::AnswerKind::sequence && card.answer.items.size() > 1);
    all.wrong = !all.lists && !card.wrong.empty();
    all.accepted = !all.lists && card.wrong.empty();
    return all;
  });
}

TEST_CASE("Aiken holds the question and its options") {
  check_round_trip(
      "aiken", [](const Card&) { return Holds{.wrong = true}; }, one_line,
      [](const Card& card) {
        // Such a question gets "Q: " before it.
        const std::string& prompt = card.prompt;
        return !card.wrong.empty() && !prompt.starts_with("ANSWER:") && !prompt.starts_with("A. ");
      });
}

TEST_CASE("pasted text holds question and answer, by separators of one's own") {
  CHECK(rc::check([](std::uint64_t seed) {
    const deck::Deck deck = any_deck(seed);
    const exchange::Separators own{"@@@", "\n%%%\n"};
    const auto back = there_and_back("quizlet", deck, own);
    RC_ASSERT(back.deck.cards.size() == deck.cards.size());
    for (std::size_t i = 0; i < deck.cards.size(); ++i)
      RC_ASSERT(held(back.deck, back.deck.cards[i], {}) == held(deck, deck.cards[i], {}));
  }));
}

TEST_CASE("every format that is written is offered by one extension only") {
  for (const auto& format : exchange::formats()) {
    if (format.write == nullptr) continue;
    const auto* found = exchange::format_for_writing(format.extensions.front());
    REQUIRE(found != nullptr);
    CHECK(found->extensions.front() == format.extensions.front());
  }
}
