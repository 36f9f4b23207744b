// What the deck check says, where it says it, and what it leaves alone.

#include "deck/check.h"
#include "deck/clean_decks.h"
#include "deck/places.h"
#include "deck/sample.h"
#include "deck/xml_reader.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::deck;

namespace {

Card quiz_card(const std::string& prompt, AnswerKind kind, const std::string& answer,
               const std::vector<std::string>& wrong) {
  Card card;
  card.id = "card";
  card.category = "c";
  card.prompt = prompt;
  card.answer = {kind, answer, {}, {}};
  for (const std::string& option : wrong) card.wrong.push_back({option, ""});
  card.explanation = "Because it is so.";
  return card;
}

std::vector<std::string> faults(const Card& card, CheckMaterial material = {}) {
  Deck deck;
  deck.cards = {card};
  std::vector<std::string> names;
  for (const Finding& finding : CardCheck(deck, std::move(material))(card))
    names.emplace_back(name(finding.fault));
  return names;
}
using Names = std::vector<std::string>;

} // namespace

TEST_CASE("an option that says the answer otherwise is right") {
  CHECK(faults(quiz_card("When?", AnswerKind::date, "20 May 2021",
                         {"May 20th, 2021", "21 May 2021", "22 May 2021"})) == Names{"two-right"});
  CHECK(faults(quiz_card("Since when?", AnswerKind::date, "2015",
                         {"since 2015", "2016", "2017"})) == Names{"two-right"});
  CHECK(faults(quiz_card("Who?", AnswerKind::person, "Sergey Lavrov",
                         {"Sergej Lavrov", "Joe Biden", "Xi Jinping"})) == Names{"two-right"});
  CHECK(faults(quiz_card("When?", AnswerKind::date, "20 May 2021",
                         {"21 May 2021", "22 May 2021", "20 June 2021"}))
            .empty());
}

TEST_CASE("a/an is a clue unless it fits every option") {
  const auto asked = [](const std::string& prompt, const std::string& option) {
    return faults(quiz_card(prompt, AnswerKind::text, "owl", {option, "eagle", "ibis"}));
  };
  CHECK(asked("The bird is an …", "crow") == Names{"grammar"});
  CHECK(asked("The bird is an ___.", "crow") == Names{"grammar"});
  CHECK(asked("Was the bird called an?", "crow") == Names{"grammar"});
  CHECK(asked("The bird is an …", "albatross").empty());
  CHECK(asked("Which bird is meant?", "crow").empty());
  CHECK(faults(quiz_card("He found an …", AnswerKind::text, "hourglass",
                         {"egg", "atom", "honest man"}))
            .empty());
  CHECK(faults(quiz_card("He found a …", AnswerKind::text, "unicorn",
                         {"European map", "one-eyed cat", "whale"}))
            .empty());
}

TEST_CASE("number is a clue") {
  CHECK(faults(quiz_card("Which animals are striped?", AnswerKind::text, "zebras",
                         {"donkey", "horse", "mule"})) == Names{"grammar"});
  CHECK(faults(quiz_card("Which animals are striped?", AnswerKind::text, "zebras",
                         {"donkeys", "horses", "mules"}))
            .empty());
  Card set = quiz_card("Which two months?", AnswerKind::set, "", {"April; May; June", "May; June"});
  set.answer.items = {"March", "April"};
  CHECK(faults(set) == Names{"grammar"});
  set.answer.items.push_back("May");
  CHECK(faults(set).size() == 2); // the question says two
}

TEST_CASE("impossible dates are found in every way to write them, and in leap years not") {
  const auto dates = [](const std::string& explanation) {
    Card card = quiz_card("When?", AnswerKind::date, "1 May 2021", {});
    card.explanation = explanation;
    return faults(card);
  };
  for (const char* text : {"30 February 2020", "On the 31st of April it rained.", "April 31, 2021",
                           "2021-02-29", "2021-13-01", "31.6.2021", "2/30/2021"})
    CHECK_MESSAGE(dates(text) == Names{"impossible-date"}, text);
  for (const char* text : {"29 February 2020", "2020-02-29", "May 31, 2021", "31.12.2021",
                           "He may 40 times.", "12/31/2021", "1,999 and 31.5 per cent"})
    CHECK_MESSAGE(dates(text).empty(), text);
}

TEST_CASE("times run forward") {
  const auto dates = [](const std::string& text) {
    Card card = quiz_card("When?", AnswerKind::date, "1 May 2021", {});
    card.explanation = text;
    return faults(card);
  };
  for (const char* text : {"from 2021 to 2015", "between May 2021 and March 2021", "2021–2015",
                           "from June to May 2021"})
    CHECK_MESSAGE(dates(text) == Names{"date-order"}, text);
  for (const char* text : {"from 2015 to 2021", "2015–2021", "300–200 BC in 1066-1000 BC",
                           "in 2021, and in 2015 too", "between March 2021 and May 2021"})
    CHECK_MESSAGE(dates(text).empty(), text);
}

TEST_CASE("quotations are held against the source, up to marks, case and what is left out") {
  const CheckMaterial material{
      {{"s", "She said: “We will not borrow a single coin for this quay.”"}}, {}};
  const auto quoting = [&](const std::string& words) {
    return faults(quiz_card("Whose is " + words + "?", AnswerKind::text, "hers", {}), material);
  };
  CHECK(quoting("“we will not borrow a single coin”").empty());
  CHECK(quoting("“We will not … for this quay.”").empty());
  CHECK(quoting("“We will [never] borrow a single coin”").empty());
  CHECK(quoting("\"a single penny\"") == Names{"quote"});
  CHECK(quoting("“we will borrow”") == Names{"quote"});
  CHECK(faults(quiz_card("Whose is “anything”?", AnswerKind::text, "hers", {})).empty());
}

TEST_CASE("speakers are looked up in the source") {
  const CheckMaterial material{{{"s", tests::harbour_text}}, {}};
  const auto said = [&](const std::string& who, const std::string& option) {
    return faults(quiz_card("Who said something about coins?", AnswerKind::person, who, {option}),
                  material);
  };
  CHECK(said("Ines Calder", "Oda Brandt").empty());
  CHECK(said("Pia Norling", "Oda Brandt") == Names{"speaker"}); // was there, but silent
  CHECK(said("Ines Calder", "Angela Merkel") == Names{"speaker"});
  CHECK(said("Angela Merkel", "Olaf Scholz").size() == 2);
}

TEST_CASE("a picture is asked about by its name") {
  Card card = quiz_card("What is shown?", AnswerKind::text, "a quay", {});
  card.image = "quay.png";
  const CheckMaterial material{{}, [](const std::string& file) { return "No " + file + "."; }};
  CHECK(faults(card, material) == Names{"image"});
  CHECK(faults(card).empty());
}

TEST_CASE("a sure mend takes its finding away and nothing else") {
  auto reading = read_deck(tests::nature_deck, "nature.xml");
  REQUIRE(reading);
  Deck deck = reading->deck;
  deck.cards[0].wrong[1].text = "three";
  deck.cards.push_back(deck.cards[3]);
  deck.cards.back().id = "again";
  deck.categories.push_back({"bare", "Bare", "areas", {}, {}});
  for (int guard = 0; guard < 10; ++guard) {
    const auto findings = check_deck(deck);
    if (findings.empty()) break;
    REQUIRE(findings.front().mend);
    deck = mended(deck, *findings.front().mend);
  }
  CHECK(check_deck(deck).empty());
  CHECK(deck.cards.size() == 10);
  CHECK(deck.cards[0].wrong.size() == 2);
}

TEST_CASE("places lead to the element, also past an option that was set aside") {
  const std::string bytes = tests::deck_of(R"(  <card id="a" category="c">
    <prompt>Who?</prompt>
    <answer kind="person">Joe Biden</answer>
    <wrong>Joe Biden</wrong>
    <wrong>Élan <why>x</why></wrong><wrong>Xi Jinping</wrong>
    <explanation>é</explanation><hint>Joe Biden</hint>
  </card>
)");
  const auto reading = read_deck(bytes, "d.xml");
  REQUIRE(reading);
  const Card& card = reading->deck.cards.front();
  const Places places(bytes);
  CHECK(places.of(card, {Part::Of::prompt}) == Place{6, 5});
  CHECK(places.of(card, {Part::Of::answer}) == Place{7, 5});
  CHECK(places.of(card, {Part::Of::wrong, 0}) == Place{9, 5});
  CHECK(places.of(card, {Part::Of::wrong, 1}) == Place{9, 37});
  CHECK(places.of(card, {Part::Of::hint}) == Place{10, 33});
  CHECK(places.of(card, {Part::Of::image}) == card.place);
  CHECK(places.of_category("c") == Place{4, 3});
  CHECK(Places("no deck").of_category("c") == Place{1, 1});
}
