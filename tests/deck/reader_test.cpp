// A deck file read: what it holds, and each fault's own words.

#include "deck/deck_file.h"
#include "deck/sample.h"
#include "deck/xml_reader.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace entente;
using namespace entente::deck;
using entente::tests::deck_of;
using entente::tests::good_card;

namespace {

std::string refusal(const std::string& bytes) {
  const auto reading = read_deck(bytes, "f.xml");
  REQUIRE_FALSE(reading.has_value());
  return core::describe(reading.error());
}

DeckReading read(const std::string& bytes) {
  const auto reading = read_deck(bytes, "f.xml");
  if (!reading) FAIL(core::describe(reading.error()));
  return *reading;
}

// The one problem of a deck with this card and a good one, which must survive.
std::string problem(const std::string& card) {
  const DeckReading reading = read(deck_of(card + good_card));
  CHECK(find_card(reading.deck, "good") != nullptr);
  REQUIRE(reading.problems.size() == 1);
  return describe(reading.problems[0], "f.xml");
}

} // namespace

TEST_CASE("a deck with one of everything is read whole, without a problem") {
  const DeckReading reading = read(tests::full_deck);
  CHECK(reading.problems.empty());
  const Deck& deck = reading.deck;
  CHECK(deck.id == "full");
  CHECK(deck.title == "Every <part> & more");
  CHECK(deck.description == "First paragraph.\n\nSecond paragraph.");
  REQUIRE(deck.sources.size() == 1);
  CHECK(deck.sources[0].url == "https://example.org/?a=1&b=2");
  CHECK(deck.sources[0].file == "text.txt");
  CHECK(deck.categories.size() == 2);
  CHECK(deck.categories[1].colour == "#336699");
  REQUIRE(deck.cards.size() == 4);
  const Card& card = deck.cards[0];
  CHECK(card.answer.kind == AnswerKind::date);
  CHECK(card.answer.text == "20 May 2021");
  CHECK(card.accepted == std::vector<std::string>{"May 20", "20 мая"});
  REQUIRE(card.wrong.size() == 2);
  CHECK(card.wrong[0] == WrongOption{"20 April 2021", "The month of the sanctions."});
  CHECK(card.cloze->before == "They met on ");
  CHECK(card.cloze->after == ", in Reykjavik.");
  CHECK(card.passage == Passage{"article", 1});
  CHECK(card.forms == std::vector{Form::choice, Form::typed, Form::flip, Form::cloze});
  CHECK(card.tags == std::vector<std::string>{"meeting", "date"});
  CHECK(card.image == "pictures/x.png");
  CHECK(card.place == Place{22, 3});
  CHECK(deck.cards[1].answer.items == std::vector<std::string>{"space", "climate change"});
  CHECK(deck.cards[2].answer.pairs[1] == Pair{"Xi", "president"});
  CHECK(deck.cards[3].prompt == " two  spaces\nand a line");
}

TEST_CASE("indentation inside words is one space, an empty line a paragraph") {
  const Deck deck = read(deck_of(R"(<card id="a" category="c"><prompt>
      One
      line.

      Another.</prompt><answer>x
   y</answer></card>)"))
                        .deck;
  CHECK(deck.cards[0].prompt == "One line.\n\nAnother.");
  CHECK(deck.cards[0].answer.text == "x y");
}

TEST_CASE("columns count characters, not bytes") {
  const Deck deck = read(deck_of("<!-- дата --> <card id=\"a\" category=\"c\"><prompt>p</prompt>"
                                 "<answer>a</answer></card>"))
                        .deck;
  CHECK(deck.cards[0].place == Place{5, 15});
}

TEST_CASE("a malformed file is refused with line, column and the open element") {
  CHECK(refusal(deck_of("<card id=\"a\"><prompt>x</card>")) ==
        "f.xml:5:23: </card> stands where </prompt> should; <prompt> was opened on line 5 (inside "
        "<prompt>). Close <prompt> first.");
  CHECK(refusal(tests::deck_head + "<card id=\"a\">\n") ==
        "f.xml:6:1: The file ends before </card>; <card> was opened on line 5 (inside <card>). It "
        "may have been cut short: take it from its source again.");
  CHECK(refusal(deck_of("<card>a & b</card>")) ==
        "f.xml:5:9: An & stands alone (inside <card>). Write &amp; for the character &.");
  CHECK(refusal(deck_of("<card>&eacute;</card>")) ==
        "f.xml:5:7: The entity &eacute; is not known (inside <card>). Only &amp; &lt; &gt; &quot; "
        "&apos; and numbers such as &#233; are; write the character itself.");
  CHECK(refusal(deck_of("<card>3 < 4</card>")) ==
        "f.xml:5:9: A < does not begin a tag (inside <card>). Write &lt; for the character <.");
  CHECK(refusal(deck_of("<card id=x/>")) ==
        "f.xml:5:7: The attribute id has no value in quotes (inside <deck>). Write it as "
        "id=\"value\".");
  CHECK(refusal(deck_of("<card id=\"x/>")) ==
        "f.xml:5:7: The value of id is not closed by its quote (inside <deck>). Close it; write "
        "&lt; for the character <.");
  CHECK(refusal(deck_of("<card id=\"x\" id=\"y\"/>")) ==
        "f.xml:5:14: <card> has the attribute id twice (inside <deck>). Keep one.");
  CHECK(refusal(deck_of("<card id=\"x\" ?/>")) ==
        "f.xml:5:14: The tag <card> is not complete (inside <deck>). Close it by > and write its "
        "attributes as name=\"value\".");
  CHECK(refusal(deck_of("<!-- a -- b -->")) ==
        "f.xml:5:8: \"--\" stands inside a comment (inside <deck>). Write one dash.");
  CHECK(refusal(deck_of("<!-- a")) ==
        "f.xml:5:1: A comment is not closed by --> (inside <deck>). Close it.");
  CHECK(refusal(deck_of("a ]]> b")) ==
        "f.xml:5:3: \"]]>\" stands in the text (inside <deck>). Write ]]&gt; instead.");
  CHECK(refusal(deck_of("<![CDATA[ a")) ==
        "f.xml:5:1: A CDATA section is not closed by ]]> (inside <deck>). Close it.");
  CHECK(refusal(deck_of("</ card>")) ==
        "f.xml:5:1: An end tag is not complete (inside <deck>). Write it as </name>.");
}

TEST_CASE("there is one root and nothing beside it") {
  CHECK(refusal(deck_of("") + "<deck/>") ==
        "f.xml:6:1: A second root element <deck> begins here. A file holds one deck: put this one "
        "into a file of its own.");
  CHECK(refusal(deck_of("") + "more") ==
        "f.xml:6:1: Words stand outside the root element. Move them inside or delete them.");
  CHECK(refusal(deck_of("") + "</deck>") == "f.xml:6:1: </deck> closes nothing. Delete it.");
  CHECK(refusal("<!-- nothing -->") == "f.xml:1:17: There is no root element. This is not a deck.");
  CHECK(refusal("") == "f.xml: The file is empty. Take it from its source again.");
}

TEST_CASE("declarations and instructions are refused: nothing outside the file is ever read") {
  CHECK(refusal("<!DOCTYPE deck [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><deck/>") ==
        "f.xml:1:1: A DOCTYPE or another declaration (<!...>) stands here, which is not allowed. "
        "Delete it.");
  CHECK(
      refusal(deck_of("<?run me?>")) ==
      "f.xml:5:1: A processing instruction (<?...?>) stands here, which decks do not have (inside "
      "<deck>). Delete it.");
}

TEST_CASE("deep nesting is refused") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  CHECK(refusal(deep) == "f.xml:1:193: Elements are nested more than 64 deep (inside <a>). A deck "
                         "needs four levels: look for a missing end tag.");
}

TEST_CASE("a wrong encoding is refused and named") {
  CHECK(refusal(std::string("\xFF\xFE<\0d\0", 6)) ==
        "f.xml:1:1: The file is written in UTF-16 or UTF-32, not in UTF-8. Save it as UTF-8 in "
        "your editor.");
  CHECK(refusal(std::string("<\0d\0e\0", 6)) ==
        "f.xml:1:1: The file is written in UTF-16 or UTF-32, not in UTF-8. Save it as UTF-8 in "
        "your editor.");
  CHECK(refusal(deck_of("<card>caf\xE9</card>")) ==
        "f.xml:5:10: The byte 0xE9 is not UTF-8; the file looks like Latin-1 or Windows-1252. Save "
        "it as UTF-8 in your editor.");
  CHECK(refusal("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><deck/>") ==
        "f.xml:1:31: The first line says that the file is written in ISO-8859-1; decks are written "
        "in UTF-8. Save it as UTF-8 in your editor and write encoding=\"UTF-8\" there.");
  CHECK(refusal(deck_of(std::string("<card>a\0b</card>", 16))) ==
        "f.xml:5:8: A control character (0x00) stands here, which XML does not allow. Delete it.");
  CHECK(read("\xEF\xBB\xBF" + deck_of(good_card)).deck.cards[0].place == Place{5, 3});
}

TEST_CASE("a root of another kind, namespace or version is refused") {
  CHECK(refusal("<quiz/>") == "f.xml:1:1: The root element is <quiz>, not <deck>. This is not a "
                              "deck; entente convert reads other programs' files.");
  CHECK(refusal("<deck/>") ==
        "f.xml:1:1: <deck> names no namespace. Write xmlns=\"urn:entente:deck\" in it.");
  CHECK(refusal("<deck xmlns=\"urn:else\"/>") ==
        "f.xml:1:1: <deck> is of the namespace \"urn:else\". Write xmlns=\"urn:entente:deck\" in "
        "it.");
  CHECK(refusal("<deck xmlns=\"urn:entente:deck\"/>") ==
        "f.xml:1:1: <deck> names no version. Write version=\"1\" in it.");
  CHECK(
      refusal("<deck xmlns=\"urn:entente:deck\" version=\"2\"/>") ==
      "f.xml:1:1: The deck is of version 2; this program reads version 1. Get a newer Entente, or "
      "save the deck as version 1.");
  CHECK(
      refusal("<deck xmlns=\"urn:entente:deck\" version=\"1\"/>") ==
      "f.xml:1:1: <deck> has no id. Write id=\"...\" in it and never change it: progress hangs on "
      "it.");
}

TEST_CASE("a huge file is refused before it is read") {
  const auto path = std::filesystem::temp_directory_path() / "entente-huge.xml";
  std::ofstream(path) << "<deck/>";
  std::filesystem::resize_file(path, std::uintmax_t{1} << 30U); // sparse: takes no room
  const auto reading = read_deck_file(path);
  std::filesystem::remove(path);
  REQUIRE_FALSE(reading.has_value());
  CHECK(reading.error().code == core::ErrorCode::too_large);
  CHECK(core::describe(reading.error()) ==
        path.string() + ": The file is larger than 64 MB. Split it into smaller files.");
}

TEST_CASE("a bad card is named and never costs the others") {
  CHECK(problem("<card category=\"c\"><prompt>p</prompt><answer>a</answer></card>") ==
        "f.xml:5:1: A card has no id. Give it one that no other card has, and keep it: progress "
        "hangs on it. Until then the card is left out.");
  CHECK(problem("<card id=\"x\" category=\"c\"><answer>a</answer></card>") ==
        "f.xml:5:1: The card \"x\" has no prompt. Add <prompt>...</prompt>. Until then the card is "
        "left out.");
  CHECK(problem("<card id=\"x\" category=\"c\"><prompt>p</prompt></card>") ==
        "f.xml:5:1: The card \"x\" has no answer. Add <answer kind=\"text\">...</answer>. Until "
        "then the card is left out.");
  CHECK(problem("<card id=\"x\" category=\"c\"><prompt>p</prompt><answer kind=\"set\"/></card>") ==
        "f.xml:5:45: The card \"x\" has no answer. Add <answer kind=\"text\">...</answer>. Until "
        "then the card is left out.");
  CHECK(problem("<card id=\"x\" category=\"c\"><prompt>p</prompt><answer kind=\"hue\">a</answer>"
                "</card>") ==
        "f.xml:5:45: The answer kind \"hue\" is not known. Use one of date, number, person, place, "
        "organisation, quote, text, set, sequence, pairs. Until then the card is left out.");
  CHECK(problem("<card id=\"x\" category=\"c\"><prompt>p</prompt><answer><item>a</item></answer>"
                "</card>") ==
        "f.xml:5:45: The answer is of kind text but holds <item>. Write kind=\"set\", \"sequence\" "
        "or \"pairs\". Until then the card is left out.");
}

TEST_CASE("two cards with one id: the second is named, with the line of the first") {
  const std::string again =
      "<card id=\"good\" category=\"c\"><prompt>p</prompt><answer>a</answer></card>";
  const DeckReading reading = read(deck_of(good_card + again));
  REQUIRE(reading.problems.size() == 1);
  CHECK(describe(reading.problems[0], "f.xml") ==
        "f.xml:9:1: Two cards have the id \"good\"; the first is on line 5. Give this one an id of "
        "its own. Until then it is left out.");
  REQUIRE(reading.deck.cards.size() == 1);
  CHECK(reading.deck.cards[0].answer.text == "20 May 2021");
  REQUIRE(reading.deck.extras.size() == 1);
  CHECK(reading.deck.extras[0].xml == again);
}

TEST_CASE("two right options: the wrong one that is right is never offered") {
  const std::string card = "<card id=\"x\" category=\"c\"><prompt>p</prompt><wrong>b</wrong>"
                           "<answer>a</answer><accept>b</accept><wrong>d</wrong></card>";
  CHECK(problem(card) == "f.xml:5:45: The wrong option \"b\" is also a right answer: the card has "
                         "two right options. Change it or delete it. Until then it is left out.");
  const Deck deck = read(deck_of(card)).deck;
  CHECK(deck.cards[0].wrong == std::vector<WrongOption>{{"d", ""}});
}

TEST_CASE("what a card names must be there") {
  const std::string body = "<prompt>p</prompt><answer>a</answer>";
  CHECK(
      problem("<card id=\"x\" category=\"z\">" + body + "</card>") ==
      "f.xml:5:1: The category \"z\" is not in this deck. Add <category id=\"z\">...</category> or "
      "correct the card.");
  CHECK(problem("<card id=\"x\">" + body + "</card>") ==
        "f.xml:5:1: The card \"x\" names no category. Add category=\"...\" to it.");
  CHECK(problem("<card id=\"x\" category=\"c\" forms=\"typed sing\">" + body + "</card>") ==
        "f.xml:5:1: The form \"sing\" is not known. Use choice, typed, flip, cloze, order, match; "
        "this one is ignored.");
  CHECK(problem("<card id=\"x\" category=\"c\">" + body + "<passage source=\"s\"/></card>") ==
        "f.xml:5:1: The source \"s\" is not in this deck. Add <source id=\"s\"> or correct the "
        "passage.");
  CHECK(
      problem("<card id=\"x\" category=\"c\">" + body + "<image file=\"../x.png\"/></card>") ==
      "f.xml:5:63: The image \"../x.png\" is not the name of a file beside the deck. Put the file "
      "beside the deck and write its name; until then it is not shown.");
}

TEST_CASE("parts of a card that cannot be used are named and the card stays") {
  const std::string body = "<prompt>p</prompt><answer>a</answer>";
  const auto with = [&](const std::string& part) {
    return problem("<card id=\"x\" category=\"c\">" + body + part + "</card>");
  };
  CHECK(
      with("<cloze>no gap</cloze>") ==
      "f.xml:5:63: <cloze> has 0 gaps. Write <gap/> once, where the answer goes; until then it is "
      "not used.");
  CHECK(with("<prompt>again</prompt>") ==
        "f.xml:5:63: The card has more than one <prompt>. Keep one; the first is used.");
  CHECK(
      with("<explenation>e</explenation>") ==
      "f.xml:5:63: <explenation> is not part of format 1. Check its spelling; it is kept as it is "
      "and not used.");
  CHECK(with("<accept> </accept>") == "f.xml:5:63: <accept> is empty. Fill it or delete it.");
  CHECK(with("<hint>a <b>bold</b> word</hint>") ==
        "f.xml:5:71: <hint> holds <b>, which format 1 does not have there. Its words are read "
        "without it; saving drops the tags.");
  CHECK(
      with("<hint colour=\"red\">h</hint>") ==
      "f.xml:5:63: <hint> has the attribute colour, which format 1 does not have there. It is not "
      "used, and saving drops it.");
}

TEST_CASE("what belongs to the deck itself is checked too") {
  const auto one = [](const std::string& parts) {
    const DeckReading reading = read(deck_of(parts));
    REQUIRE(reading.problems.size() == 1);
    return describe(reading.problems[0], "f.xml");
  };
  CHECK(one("<category id=\"c\">D</category>") ==
        "f.xml:5:1: Two <category> have the id \"c\". Keep one; the first is used.");
  CHECK(
      one("<source><title>t</title></source>") ==
      "f.xml:5:1: A <source> has no id. Give it one, for cards to name it by; until then it is not "
      "used.");
  CHECK(one("<source id=\"s\"><file>/etc/passwd</file></source>") ==
        "f.xml:5:16: The file \"/etc/passwd\" is not the name of a file beside the deck. Put the "
        "file beside the deck and write its name; until then it is not read.");
  const DeckReading untitled =
      read("<deck xmlns=\"urn:entente:deck\" version=\"1\" id=\"d\"></deck>");
  REQUIRE(untitled.problems.size() == 1);
  CHECK(describe(untitled.problems[0], "f.xml") ==
        "f.xml:1:1: The deck has no title. Add <title>...</title>; until then its id is shown.");
  CHECK(untitled.deck.title == "d");
}
