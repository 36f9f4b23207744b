// One line of a teacher's mends every card, and no card's id changes with it.

#include "generate/deck_maker.h"
#include "language.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

const std::string story =
    "The harbour of Lisbon\n"
    "On 3 May 2021, Maria Silva opened the new harbour of Lisbon.\n"
    "“The harbour will bring work to every family in this town,” said Mayor Maria Silva.\n"
    "The engineer Peter Novak described the harbour as “a small miracle of patience”. Captain "
    "Laura "
    "Moore praised the work. The architect Mark Chan drew the plans in Geneva.\n"
    "Journalist Ahmed Hassan visited Lisbon on 9 June 2021.\n";

Generated deck_with(const std::string& corrections, const std::string& text = story) {
  DeckOptions options;
  options.id = "harbour";
  auto read = read_corrections(corrections, "harbour.fix");
  REQUIRE(read);
  options.corrections = std::move(*read);
  return make_deck(text, english(), options);
}

const deck::Card* asking(const Generated& made, std::string_view words) {
  const auto found =
      std::find_if(made.deck.cards.begin(), made.deck.cards.end(), [&](const deck::Card& card) {
        return card.prompt.find(words) != std::string::npos;
      });
  return found == made.deck.cards.end() ? nullptr : &*found;
}

std::vector<std::string> ids(const Generated& made) {
  std::vector<std::string> all;
  for (const deck::Card& card : made.deck.cards) all.push_back(card.id);
  std::sort(all.begin(), all.end());
  return all;
}

} // namespace

TEST_CASE("a corrected speaker mends the answer and keeps the id") {
  const Generated before = deck_with(""), after = deck_with("speaker q1 = Laura Moore\n");
  const deck::Card* first = asking(before, "will bring work");
  const deck::Card* mended = asking(after, "will bring work");
  REQUIRE(first);
  REQUIRE(mended);
  CHECK(first->answer.text == "Maria Silva");
  CHECK(mended->answer.text == "Laura Moore");
  CHECK(first->id == mended->id);
  CHECK(after.article.unmatched.empty());
}

TEST_CASE("a corrected date mends the answer and keeps every id") {
  const Generated before = deck_with(""), after = deck_with("date 2021-05-03 = 2021-05-04\n");
  const deck::Card* first = asking(before, "did Maria Silva open");
  const deck::Card* mended = asking(after, "did Maria Silva open");
  REQUIRE(first);
  REQUIRE(mended);
  CHECK(first->answer.text == "3 May 2021");
  CHECK(mended->answer.text == "4 May 2021");
  CHECK(ids(before) == ids(after));
}

TEST_CASE("a small edit of the text keeps the ids of the other cards") {
  std::string edited = story;
  edited.replace(edited.find("9 June"), 6, "10 June");
  const auto before = ids(deck_with("")), after = ids(deck_with("", edited));
  CHECK(before == after);
  edited += "Teacher Ann Lee was born in Oslo on 2 July 1990.\n";
  const auto longer = ids(deck_with("", edited));
  CHECK(std::includes(longer.begin(), longer.end(), before.begin(), before.end()));
}

TEST_CASE("cards are dropped and answered by id, and what fits nothing is named") {
  const Generated before = deck_with("");
  REQUIRE(before.deck.cards.size() > 2);
  const std::string first = before.deck.cards[0].id, second = before.deck.cards[1].id;
  const Generated after = deck_with("drop " + first + "\nanswer " + second +
                                    " = another answer\ndrop no-such-card\nspeaker q99 = X Y\n");
  CHECK(after.deck.cards.size() + 1 == before.deck.cards.size());
  CHECK(after.deck.cards[0].id == second);
  CHECK(after.deck.cards[0].answer.text == "another answer");
  CHECK(after.article.unmatched ==
        std::vector<std::string>{"speaker q99 = X Y", "drop no-such-card"});
}

TEST_CASE("the document's date moves the days that hang on it") {
  const std::string text = "A ship in port\nThe captain Ann Lee of Lisbon left Geneva on Friday.\n";
  const auto day = [&](const std::string& fix) {
    const Generated made = deck_with(fix, text);
    return made.article.facts.dates.empty() ? std::string() : made.article.facts.dates[0].value;
  };
  CHECK(day("docdate 2021-05-30\n") == "2021-05-28");
  CHECK(day("docdate 2021-05-12\n") == "2021-05-07");
}
