// Moodle XML, Mnemosyne, KVTML, QTI and Kahoot, as others write them.

#include "exchange/any_deck.h"
#include "exchange/archive.h"
#include "exchange/base64.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::tests;
using exchange::Fate;

namespace {

std::string zip(const std::vector<exchange::Member>& members) {
  return *exchange::write_archive(members);
}

} // namespace

TEST_CASE("Moodle XML: every kind of question") {
  const auto in = accepted("moodle", R"(<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/History</text></category></question>
<question type="multichoice"><name><text>n</text></name>
 <questiontext format="html"><text><![CDATA[<p>Who? <img src="@@PLUGINFILE@@/a.png"></p>]]></text>
 <file name="a.png" encoding="base64">)" +
                                         exchange::pack_base64(small_png()) +
                                         R"(</file></questiontext>
 <generalfeedback format="html"><text>&lt;p&gt;because&lt;/p&gt;</text></generalfeedback>
 <answer fraction="100"><text>he</text></answer>
 <answer fraction="0"><text>she</text><feedback><text>no</text></feedback></answer></question>
<question type="truefalse"><questiontext><text>It is.</text></questiontext>
 <answer fraction="0"><text>true</text><feedback><text>it is not</text></feedback></answer>
 <answer fraction="100"><text>false</text></answer></question>
<question type="shortanswer"><questiontext><text>Short?</text></questiontext>
 <answer fraction="100"><text>a</text></answer><answer fraction="100"><text>b</text></answer>
 <answer fraction="50"><text>c</text></answer><answer fraction="100"><text>d*</text></answer></question>
<question type="numerical"><questiontext><text>Number?</text></questiontext>
 <answer fraction="100"><text>12.5</text><tolerance>1</tolerance></answer></question>
<question type="matching"><questiontext><text>Match</text></questiontext>
 <subquestion><text>l</text><answer><text>r &lt; s</text></answer></subquestion>
 <subquestion><text></text><answer><text>extra</text></answer></subquestion></question>
<question type="essay"><questiontext><text>Write</text></questiontext></question>
</quiz>)");
  const auto& cards = in.deck.cards;
  REQUIRE(cards.size() == 5);
  CHECK(in.deck.categories[0].name == "History");
  CHECK(cards[0].image == "a.png");
  CHECK(in.media.at(0).bytes == small_png());
  CHECK(cards[0].explanation == "because");
  CHECK(cards[0].wrong[0].reason == "no");
  CHECK(cards[1].answer.text == "False");
  CHECK(cards[1].wrong[0].reason == "it is not");
  CHECK(cards[2].accepted == std::vector<std::string>{"b"});
  CHECK(cards[3].answer.kind == deck::AnswerKind::number);
  CHECK(cards[4].answer.pairs.at(0).right == "r < s");
  CHECK(says(in.report, Fate::dropped, "question of type essay"));
  CHECK(says(in.report, Fate::dropped, "answer with *"));
}

TEST_CASE("XML formats refuse what is malformed, too deep or declares entities, with the place") {
  CHECK(refusal("moodle", "<quiz>\n <question></quiz>").where == "file:2:12");
  CHECK(refusal("moodle", "<questions/>").where == "file:1:1");
  std::string deep = "<quiz>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(refusal("moodle", deep).code == core::ErrorCode::too_large);
  const std::string bomb = "<!DOCTYPE quiz [<!ENTITY a \"aaaa\">]><quiz>&a;</quiz>";
  CHECK(refusal("moodle", bomb).code == core::ErrorCode::malformed);
  CHECK(refusal("kvtml", "<kvtml version=\"1.0\"/>").code == core::ErrorCode::unsupported);
}

TEST_CASE("Mnemosyne: cards of its types, and Python in the file stays words") {
  const std::string xml = R"(<openSM2sync number_of_entries="9">
<log type="10" o_id="t1"><name>Geo::Europe</name></log>
<log type="22" o_id="9"><name>evil</name><fact_views>__import__('os').system('touch /tmp/x')</fact_views></log>
<log type="13"><fname>img/a.png</fname></log>
<log type="16" o_id="f1"><f>Capital?&lt;img src="img/a.png"&gt;</f><b>Paris
again</b></log>
<log type="16" o_id="f2"><text>[Lavrov] met [Blinken:a man]</text></log>
<log type="16" o_id="f3"><f>word</f><p_1>wɜːd</p_1><m_1>слово</m_1></log>
<log type="6" o_id="c1" card_t="2" fact="f1" fact_v="2.2" tags="t1" gr="-1" e="2.5"></log>
<log type="6" o_id="c2" card_t="5" fact="f2" fact_v="5.1" tags="t1" gr="4"></log>
<log type="6" o_id="c3" card_t="5" fact="f2" fact_v="5.1" tags="t1"></log>
<log type="6" o_id="c4" card_t="3" fact="f3" fact_v="3.1" tags=""></log>
<log type="6" o_id="c5" card_t="1" fact="gone" fact_v="1.1" tags=""></log>
</openSM2sync>)";
  const auto in = accepted("mnemosyne", zip({{"cards.xml", xml},
                                             {"METADATA", "card_set_name:My set\nnotes:x\n"},
                                             {"img/a.png", small_png()},
                                             {"../evil.png", "x"}}));
  const auto& cards = in.deck.cards;
  REQUIRE(cards.size() == 4);
  CHECK(in.deck.title == "My set");
  CHECK(cards[0].prompt == "Paris\nagain");
  CHECK(cards[0].image == "a.png");
  CHECK(cards[0].tags == std::vector<std::string>{"Geo::Europe"});
  CHECK(cards[1].answer.text == "Lavrov");
  CHECK(cards[2].prompt == "Lavrov met […]");
  CHECK(cards[2].hint == "a man");
  CHECK(cards[3].answer.text == "слово");
  CHECK(cards[3].explanation == "wɜːd");
  CHECK(says(in.report, Fate::dropped, "grade and interval"));
  CHECK(says(in.report, Fate::dropped, "card without its fact"));
}

TEST_CASE("KVTML: lessons are categories, false choices wrong options") {
  const auto in = accepted("kvtml", R"(<?xml version="1.0"?>
<!DOCTYPE kvtml PUBLIC "kvtml2.dtd" "http://edu.kde.org/kvtml/kvtml2.dtd">
<kvtml version="2.0"><information><title>Dutch</title></information>
<identifiers><identifier id="0"><locale>en</locale></identifier>
<identifier id="1"><locale>nl</locale></identifier></identifiers>
<entries><entry id="0"><translation id="0"><text>dog</text><comment>barks</comment></translation>
<translation id="1"><text>hond</text><example>de hond</example><multiplechoice><choice>kat</choice>
</multiplechoice><grade><count>3</count></grade></translation></entry>
<entry id="1"><translation id="0"><text>cat</text></translation></entry></entries>
<lessons><container><name>All</name><container><name>Animals</name><entry id="0"/></container>
</container></lessons></kvtml>)");
  REQUIRE(in.deck.cards.size() == 1);
  const auto& card = in.deck.cards[0];
  CHECK(in.deck.language == "nl");
  CHECK(deck::find_category(in.deck, card.category)->name == "Animals");
  CHECK(card.wrong.at(0).text == "kat");
  CHECK(card.hint == "barks");
  CHECK(card.explanation == "de hond");
  CHECK(says(in.report, Fate::dropped, "grade"));
}

TEST_CASE("QTI: version 3 reads as version 2 does, and what is refused is named") {
  const std::string three = R"(<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q3" title="t">
 <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
  <qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
 <qti-item-body><p>Look:</p>
  <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
   <qti-prompt>Which one
     is right?</qti-prompt>
   <qti-simple-choice identifier="A">one</qti-simple-choice>
   <qti-simple-choice identifier="B">two</qti-simple-choice></qti-choice-interaction>
 </qti-item-body></qti-assessment-item>)";
  const std::string gap = R"(<assessmentItem identifier="g">
 <responseDeclaration identifier="R" cardinality="single" baseType="string">
 <mapping><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york" mappedValue="0.5"/>
 </mapping></responseDeclaration>
 <itemBody><p>Now is the winter of <textEntryInteraction responseIdentifier="R"/>.</p></itemBody>
 </assessmentItem>)";
  const std::string drawing = R"(<assessmentItem identifier="d"><itemBody>
 <drawingInteraction responseIdentifier="R"/></itemBody></assessmentItem>)";
  const auto in = accepted("qti", zip({{"a.xml", three}, {"b.xml", gap}, {"c.xml", drawing}}));
  const auto& cards = in.deck.cards;
  REQUIRE(cards.size() == 2);
  CHECK(cards[0].id == "q3");
  CHECK(cards[0].prompt == "Look:\n\nWhich one is right?");
  CHECK(cards[0].answer.text == "two");
  CHECK(cards[1].prompt == "Now is the winter of _____.");
  CHECK(cards[1].accepted == std::vector<std::string>{"york"});
  CHECK(in.report.losses() == 1);
  CHECK(accepted("qti", three).deck.cards.size() == 1);
}

TEST_CASE("Kahoot: a workbook within its limits, the rest in the report") {
  deck::Deck deck = any_deck(1);
  deck.cards.resize(3);
  for (auto& card : deck.cards) {
    card.prompt = "=1+1";
    card.answer = {deck::AnswerKind::text, "two", {}, {}};
    card.wrong = {{"one", ""}, {"three", ""}};
  }
  deck.cards[1].prompt = std::string(121, 'x');
  deck.cards[2].wrong.clear();
  const auto out = exchange::write(*exchange::find_format("kahoot"), {deck, {}, {}, {}, {}});
  REQUIRE(out);
  auto book = exchange::Archive::open(out->bytes, "xlsx");
  REQUIRE(book);
  const auto words = book->read("xl/sharedStrings.xml");
  REQUIRE(words);
  CHECK(words->find("=1+1") != std::string::npos); // a text, not a formula
  CHECK(says(out->report, Fate::dropped, "card with a long question"));
  CHECK(says(out->report, Fate::dropped, "card without wrong options"));
  CHECK(says(out->report, Fate::kept, "cards"));
}
