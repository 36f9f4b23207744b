// Whatever file is given: its text, or a refusal that names what it is.

#include "generate/source_reader.h"
#include "language.h"

#include "generate/deck_maker.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

std::string text_of(std::string_view bytes, const std::string& name = "a.txt") {
  const auto source = read_source(bytes, name);
  REQUIRE_MESSAGE(source.has_value(), (source ? "" : core::describe(source.error())));
  return source->text;
}

std::string refusal(std::string_view bytes, const std::string& name = "a.txt") {
  const auto source = read_source(bytes, name);
  return source ? "read: " + source->text : core::describe(source.error());
}

std::string utf16(std::string_view ascii, bool mark) {
  std::string bytes = mark ? "\xFF\xFE" : "";
  for (const char c : ascii) bytes += {c, '\0'};
  return bytes;
}

} // namespace

TEST_CASE("UTF-8 with and without its mark, empty, one line, Windows line ends") {
  CHECK(text_of("").empty());
  CHECK(text_of("One line") == "One line");
  CHECK(text_of("\xEF\xBB\xBFOne line") == "One line");
  CHECK(text_of("One.\r\nTwo.") == "One.\r\nTwo.");
  const std::string words(200, 'w');
  CHECK(text_of("A\x01 word\x7F" + words) == "A  word " + words);
}

TEST_CASE("other encodings are converted, and it is said which") {
  const std::string words = "The ship left the harbour on 3 May 2021, said the captain of it.";
  CHECK(text_of(utf16(words, true)) == words);
  CHECK(text_of(utf16(words, false)) == words);
  const auto latin = read_source(
      "Le caf\xE9 \xE0 c\xF4t\xE9 de l'h\xF4tel est ferm\xE9 depuis l'\xE9t\xE9 dernier.", "a.txt");
  REQUIRE(latin);
  CHECK(latin->text == "Le café à côté de l'hôtel est fermé depuis l'été dernier.");
  CHECK(latin->note.starts_with("read as "));
  CHECK(!latin->plain);
  // "Президент России встретился с министром иностранных дел в Москве." in windows-1251
  const auto russian = read_source(
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8 "
      "\xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF \xF1 \xEC\xE8\xED\xE8\xF1\xF2\xF0\xEE\xEC "
      "\xE8\xED\xEE\xF1\xF2\xF0\xE0\xED\xED\xFB\xF5 \xE4\xE5\xEB \xE2 "
      "\xCC\xEE\xF1\xEA\xE2\xE5.",
      "a.txt");
  REQUIRE(russian);
  CHECK(russian->note == "read as windows-1251");
  CHECK(russian->text == "Президент России встретился с министром иностранных дел в Москве.");
}

TEST_CASE("what is no text is refused by name") {
  CHECK(refusal("%PDF-1.7 and more").find("The article is a PDF document, not text.") !=
        std::string::npos);
  CHECK(refusal("PK\x03\x04rest").find("an office document") != std::string::npos);
  CHECK(refusal("\x89PNG\r\n").find("a picture") != std::string::npos);
  CHECK(refusal(std::string(400, '\0')).find("not text") != std::string::npos);
  std::string noise;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>((i * 7919 + i / 3) % 256);
  CHECK(refusal(noise).find("not text") != std::string::npos);
}

TEST_CASE("a web page gives its article as lines") {
  CHECK(
      text_of("<!doctype html><html><head><title>T</title><style>p{}</style></head><body><nav>Menu"
              "</nav><h1>Head &amp; line</h1><p>One <b>bold</b>\n word.</p><script>x()</script>"
              "<p>Two.<br>Three.</p><footer>Imprint</footer></body></html>") ==
      "Head & line\nOne bold word.\nTwo.\nThree.\n");
  CHECK(text_of("<h1>Top</h1><article><p>In.</p></article><p>Out.</p>", "page.html") ==
        "Top\nIn.\n");
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div>";
  CHECK(text_of(deep + "Deep.", "deep.html") == "Deep.\n");
}

TEST_CASE("Markdown gives its words") {
  CHECK(text_of("# Head\n\nOne *two*\nthree [four](http://x.y).\n\n- five\n- six\n", "a.md") ==
        "Head\nOne two three four.\nfive\nsix\n");
}

TEST_CASE("any text survives the stages") {
  const std::string odd[] = {
      std::string(3000, 'a'),
      std::string(3000, '"'),
      std::string(3000, '('),
      "莫斯科和北京在联合国表现出统一战线。“我们将共同努力”,他在2021年5月20日说。",
      "Москва заявила: «Мы готовы к диалогу» 20 мая 2021 года. Было 15 участников.",
      "قال الوزير «نحن مستعدون» في 20 مايو 2021.",
      "… — – “ ” ‘ ’ \" ' « » ( ) [ ] , . ; : ! ?",
      "He said “one “two “three.\r\r\n\n\r\n” and"};
  for (const std::string& text : odd) {
    DeckOptions options;
    options.id = "odd";
    const Generated made = make_deck(text, english(), options);
    CHECK(made.origins.size() == made.deck.cards.size());
  }
  const Article russian = extract(odd[4]);
  REQUIRE(russian.facts.quotes.size() == 1);
  CHECK(russian.document.words(russian.facts.quotes[0].span) == "Мы готовы к диалогу");
  CHECK(!russian.facts.numbers.empty());
}
