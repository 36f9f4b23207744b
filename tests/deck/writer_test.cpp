// write(read(x)) is the same deck, whatever stands in it.

#include "core/random.h"
#include "deck/deck_file.h"
#include "deck/sample.h"
#include "deck/xml_reader.h"
#include "deck/xml_writer.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>

using namespace entente;
using namespace entente::deck;

namespace {

// Places change when a file is laid out anew.
Deck without_places(Deck deck) {
  for (Card& card : deck.cards) card.place = {};
  return deck;
}

Deck reread(const Deck& deck) {
  const auto reading = read_deck(write_deck(deck), "again");
  if (!reading) FAIL(core::describe(reading.error()));
  return without_places(reading->deck);
}

std::string random_words(core::Random& random) {
  static const std::vector<std::string> parts = {"a",   " ",     "  ", "\n", "\n\n", "\t", "&",
                                                 "<b>", "]]>",   "\"", "'",  "дата", "中", "\r",
                                                 "x y", "&#10;", "--", "é",  "."};
  std::string words = "w";
  for (auto n = random.below(8); n > 0; --n)
    words += parts[random.below(static_cast<std::uint32_t>(parts.size()))];
  return random.below(2) ? words : words + "z";
}

std::vector<std::string> random_list(core::Random& random, std::uint32_t least) {
  std::vector<std::string> list(least + random.below(3));
  for (std::string& words : list) words = random_words(random);
  return list;
}

Answer random_answer(core::Random& random) {
  Answer answer;
  answer.kind = static_cast<AnswerKind>(random.below(10));
  if (answer.kind == AnswerKind::pairs)
    answer.pairs = {{random_words(random), random_words(random)}};
  else if (answer.kind == AnswerKind::set || answer.kind == AnswerKind::sequence)
    answer.items = random_list(random, 1);
  else
    answer.text = random_words(random);
  return answer;
}

Card random_card(core::Random& random, int number) {
  Card card;
  card.id = "card-" + std::to_string(number);
  card.category = "c";
  card.prompt = random_words(random);
  card.answer = random_answer(random);
  if (random.below(2)) card.cloze = Card::Cloze{random_words(random), random_words(random)};
  card.accepted = random_list(random, 0);
  // Never equal to a right answer: those the reader sets aside.
  for (const std::string& words : random_list(random, 0))
    card.wrong.push_back({"not " + words, random_words(random)});
  card.explanation = random_words(random);
  if (random.below(2)) card.hint = random_words(random);
  card.tags = random_list(random, 0);
  if (random.below(2)) card.passage = Passage{"s", static_cast<int>(random.below(9))};
  if (random.below(2)) card.forms = {Form::flip, Form::choice};
  if (random.below(2)) card.leading = {{"<!-- before -->"}};
  if (random.below(2)) card.extras = {{"<!-- inside -->", 1}, {"<x:y xmlns:x=\"u\"/>"}};
  return card;
}

Deck random_deck(std::uint64_t seed) {
  core::Random random(seed);
  Deck deck;
  deck.id = "d";
  deck.title = random_words(random);
  deck.description = random_words(random);
  deck.sources = {{"s", random_words(random), "", "", "2021", "", "t.txt"}};
  deck.categories = {{"c", random_words(random), "dates"}};
  for (int i = 0; i < 4; ++i) deck.cards.push_back(random_card(random, i));
  return deck;
}

} // namespace

TEST_CASE("every part, comment and foreign element comes back") {
  const auto first = read_deck(tests::full_deck, "first");
  REQUIRE(first);
  const std::string written = write_deck(first->deck);
  CHECK(without_places(first->deck) == reread(first->deck));
  for (const char* kept : {"<!-- licence -->", "<!-- about the deck -->", "<!-- taken in May -->",
                           "<!-- the dates -->", "<!-- a near miss -->", "<!-- the end -->",
                           "<x:audio file=\"a.ogg\"><x:part/></x:audio>", "<x:shelf>3</x:shelf>",
                           "x:level=\"2\"", "xmlns:x=\"urn:other\""}) {
    CAPTURE(kept);
    CHECK(written.find(kept) != std::string::npos);
  }
}

TEST_CASE("a file in the writer's own layout is written back byte for byte") {
  const auto first = read_deck(tests::full_deck, "first");
  REQUIRE(first);
  CHECK(write_deck(first->deck) == tests::full_deck);
}

TEST_CASE("cards that could not be read are written back as they stood") {
  const std::string broken = tests::deck_of(
      "<card id=\"x\"><prompt>no  answer</prompt><!-- why? --></card>\n" + tests::good_card +
      "<card id=\"good\" category=\"c\"><prompt>twice</prompt><answer>a</answer></card>");
  const auto first = read_deck(broken, "first");
  REQUIRE(first);
  const auto second = read_deck(write_deck(first->deck), "second");
  REQUIRE(second);
  CHECK(first->problems.size() == 2);
  CHECK(second->problems.size() == 2);
  CHECK(without_places(first->deck) == without_places(second->deck));
  CHECK(write_deck(second->deck) == write_deck(first->deck));
}

TEST_CASE("write then read is the same deck, whatever the words") {
  CHECK(rc::check([](std::uint64_t seed) {
    const Deck deck = random_deck(seed);
    RC_ASSERT(reread(deck) == deck);
  }));
}

TEST_CASE("a deck saved to disk is there whole, and no temporary file stays") {
  const auto folder = std::filesystem::temp_directory_path() / "entente-deck-save";
  std::filesystem::create_directories(folder);
  const Deck deck = random_deck(7);
  REQUIRE(write_deck_file(deck, folder / "d.xml"));
  const auto reading = read_deck_file(folder / "d.xml");
  REQUIRE(reading);
  CHECK(without_places(reading->deck) == deck);
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a child that is there twice stays the second, whatever order it stood in") {
  const std::string xml =
      "<deck xmlns=\"urn:entente:deck\" version=\"1\" id=\"d\"><title>t</title>"
      "<category id=\"c\">First</category><category id=\"c\">Second</category>"
      "<source id=\"s\"><file>a.txt</file><file>b.txt</file><title>t</title></source>"
      "<card id=\"x\" category=\"c\"><explanation>A</explanation><explanation>B</explanation>"
      "<answer>a</answer><prompt>p</prompt></card>"
      "<card id=\"x\" category=\"c\"><prompt>q</prompt><answer>b</answer></card>"
      "<category id=\"e\">Last</category></deck>";
  const Deck deck = read_deck(xml, "f.xml")->deck;
  const std::string written = write_deck(deck);
  const Deck again = read_deck(written, "f.xml")->deck;
  CHECK(again.categories[0].name == "First");
  CHECK(again.sources[0].file == "a.txt");
  CHECK(again.cards[0].explanation == "A");
  CHECK(again.cards[0].answer.text == "a");
  CHECK(write_deck(again) == written);
}
