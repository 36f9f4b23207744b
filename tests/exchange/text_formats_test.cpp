// What other programs write, and how bad files are refused.

#include "exchange/any_deck.h"
#include "exchange/fields.h"
#include "exchange/html.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::tests;
using exchange::Fate;

TEST_CASE("CSV: Anki's header lines are obeyed") {
  const auto in = accepted("csv", "#separator:Semicolon\n"
                                  "#html:true\n"
                                  "#deck:Geography,,,\n"
                                  "#tags:school easy\n"
                                  "#guid column:1\n"
                                  "#columns:Guid;Front;Back;Other\n"
                                  "# a comment\n"
                                  "x1;\"Capital of <b>France</b>?\";\"Paris &amp; only Paris\";z\n"
                                  "x2;\"two<br>lines; here\";ok\n");
  REQUIRE(in.deck.cards.size() == 2);
  CHECK(in.deck.title == "Geography");
  CHECK(in.deck.cards[0].id == "x1");
  CHECK(in.deck.cards[0].prompt == "Capital of France?");
  CHECK(in.deck.cards[0].answer.text == "Paris & only Paris");
  CHECK(in.deck.cards[0].tags == std::vector<std::string>{"school", "easy"});
  CHECK(in.deck.cards[1].prompt == "two\nlines; here");
  CHECK(says(in.report, Fate::changed, "formatting"));
  CHECK(says(in.report, Fate::dropped, "column 4"));
}

TEST_CASE("CSV: a spreadsheet's title row, and a bare list of two columns") {
  const auto titled = accepted("csv", "Definition,Term\nParis,France?\n");
  CHECK(titled.deck.cards.at(0).prompt == "France?");
  const auto bare = accepted("csv", "2+2;4\r\n3+3;6\r\n");
  REQUIRE(bare.deck.cards.size() == 2);
  CHECK(bare.deck.cards[1].answer.text == "6");
}

TEST_CASE("CSV: an open quote is named with its line") {
  const auto error = refusal("csv", "a,b\nc,\"d\ne,f\n");
  CHECK(error.code == core::ErrorCode::malformed);
  CHECK(error.where == "file:2:1");
}

TEST_CASE("CSV: a question about an empty gap keeps its own answer") {
  const auto in = accepted("csv", "front,back\nWhat does {{c1::}} mean?,a gap\n");
  REQUIRE(in.deck.cards.size() == 1);
  CHECK(in.deck.cards[0].prompt == "What does {{c1::}} mean?");
  CHECK(in.deck.cards[0].answer.text == "a gap");
}

TEST_CASE("CSV: cloze gaps become cards") {
  const auto in = accepted("tsv", "{{c1::Paris}} is in {{c2::France::country}}.\tnote\n");
  REQUIRE(in.deck.cards.size() == 2);
  CHECK(in.deck.cards[0].answer.text == "Paris");
  CHECK(in.deck.cards[0].prompt == "[…] is in France.");
  CHECK(in.deck.cards[1].hint == "country");
  CHECK(in.deck.cards[1].cloze->before == "Paris is in ");
  CHECK(in.deck.cards[1].cloze->after == ".");
}

TEST_CASE("text formats refuse what is not UTF-8, with its place") {
  for (const char* format : {"csv", "gift", "aiken", "quizlet"}) {
    const auto error = refusal(format, "abc\nd\xFF"
                                       "e\t1\n");
    CHECK(error.where == "file:2:2");
  }
}

TEST_CASE("GIFT: the questions of Moodle's manual") {
  const auto in = accepted("gift", R"(// a comment
$CATEGORY: $course$/top/History//Art

::Q1:: Who's buried in Grant's tomb? {=Grant =%100%Ulysses Grant}

The sun is a star.{T#No: it is one.#Yes}

Jesus comes from {~Jerusalem#no =Nazareth ~Galilee}, they say.

When was Grant born? {#1822:5}

Pi? {#3.1..3.2}

Match. {=Canada -> Ottawa =Italy -> Rome}

Two of them? {~%50%one ~%50%two ~%-100%three}

Write about it. {}

What is this text for

[html]Bold <b>x</b>? {=y~z####General}
)");
  const auto& cards = in.deck.cards;
  REQUIRE(cards.size() == 8);
  CHECK(in.deck.categories[0].name == "History/Art");
  CHECK(cards[0].id == "q1");
  CHECK(cards[0].accepted == std::vector<std::string>{"Ulysses Grant"});
  CHECK(cards[1].answer.text == "True");
  CHECK(cards[1].wrong[0].reason == "No: it is one.");
  CHECK(cards[2].cloze->before == "Jesus comes from ");
  CHECK(cards[2].cloze->after == ", they say.");
  CHECK(cards[2].wrong[0].reason == "no");
  CHECK(cards[3].answer.kind == deck::AnswerKind::number);
  CHECK(cards[4].answer.text == "3.15");
  CHECK(cards[5].answer.pairs[1].right == "Rome");
  CHECK(cards[6].answer.items == std::vector<std::string>{"one", "two"});
  CHECK(cards[7].prompt == "Bold x?");
  CHECK(cards[7].explanation == "General");
  for (const char* what : {"tolerance of a number", "essay question", "description"})
    CHECK(says(in.report, Fate::dropped, what));
}

TEST_CASE("GIFT: a bad question costs no other, and never becomes \"accept anything\"") {
  const auto in = accepted("gift", "a {#abc}\n\nb {=x\n\nc {=y}\n\nd {~n}\n");
  REQUIRE(in.deck.cards.size() == 1);
  CHECK(in.deck.cards[0].answer.text == "y");
  CHECK(in.report.losses() == 3);
}

TEST_CASE("Aiken: what is wrong is named with its line") {
  CHECK(refusal("aiken", "Q?\nA. x\nB. y\nANSWER: C\n").where == "file:4:1");
  CHECK(refusal("aiken", "Q?\nA. x\nC. y\nANSWER: A\n").where == "file:3:1");
  CHECK(refusal("aiken", "Q?\nA. x\nwhat\nANSWER: A\n").where == "file:3:1");
  CHECK(refusal("aiken", "Q?\nA. x\nB. y\n").where == "file:1:1");
  const auto in = accepted("aiken", "Q?\rA) x\rB) y\rANSWER: B\r\r2?\rA. p\rB. q\rANSWER: A");
  REQUIRE(in.deck.cards.size() == 2);
  CHECK(in.deck.cards[0].answer.text == "y");
}

TEST_CASE("pasted text: a line without a separator is named, not guessed at") {
  const auto in = accepted("quizlet", "one\t1\nmore of it\ntwo\t2\n");
  CHECK(in.deck.cards.size() == 2);
  CHECK(in.report.notes()[0].first == "line 2");
  CHECK(refusal("quizlet", "no tab here\n").where == "file:1:1");
}

TEST_CASE("the same file read again gives the same ids") {
  const auto once = accepted("quizlet", "Вопрос\t1\nОтвет\t2\nОтвет\t3\n");
  const auto again = accepted("quizlet", "Вопрос\t1\nОтвет\t2\nОтвет\t3\n");
  CHECK(once.deck == again.deck);
  CHECK(once.deck.cards[1].id != once.deck.cards[2].id);
}

TEST_CASE("HTML becomes its words") {
  const auto words = exchange::words_of_html(
      "<style>x{}</style><p>a&nbsp;&lt;</p><p>b</p><div>c<br>d</div>[sound:e.mp3]<img "
      "src=\"f.png\"><script>alert(1)</script>",
      true);
  CHECK(words.text == "a\xC2\xA0<\n\nb\n\nc\nd");
  CHECK(words.images == std::vector<std::string>{"f.png"});
  CHECK(words.sounds == 1);
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  CHECK(exchange::words_of_html(deep).formatted); // and comes back at all
}

TEST_CASE("words become HTML that reads back") {
  const std::string words = "a  <b> & \"c\"\nd\n\ne 中 🙂";
  CHECK(exchange::words_of_html(exchange::html_of_words(words)).text == words);
}
