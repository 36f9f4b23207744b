// Which blocks of a text are body, by the article's own key and by made texts.

#include "core/file.h"
#include "deck/source_text.h"
#include "support/shared.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace entente;
using namespace entente::deck;

namespace {

std::string shared_text(const std::string& name) {
  const auto bytes = core::read_file(tests::shared_folder() / name, 10'000'000);
  REQUIRE(bytes);
  return *bytes;
}

std::vector<std::string> bodies(std::string_view text) {
  std::vector<std::string> words;
  for (const Paragraph& paragraph : body_paragraphs(text)) words.push_back(paragraph.text);
  return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("the article's body paragraphs are those of its key") {
  ENTENTE_NEEDS_SHARED("data/article/key.json");
  const std::string text = shared_text("data/article/seed.txt");
  const auto key = nlohmann::json::parse(shared_text("data/article/key.json"));
  std::map<int, std::string> expected; // first body sentence of each line
  for (const auto& sentence : key["sentences"])
    if (sentence["role"] == "body") expected.try_emplace(sentence["line"], sentence["text"]);
  const auto found = body_paragraphs(text);
  REQUIRE(found.size() == expected.size());
  std::size_t i = 0;
  for (const auto& [line, sentence] : expected) {
    CAPTURE(line);
    CHECK(found[i++].text.starts_with(sentence));
  }
}

TEST_CASE("news texts with other layouts keep their body and lose their captions") {
  ENTENTE_NEEDS_SHARED("data/texts/07.txt");
  const auto found = bodies(shared_text("data/texts/07.txt"));
  REQUIRE(found.size() > 3);
  CHECK(found[0].starts_with("News of police response"));
  CHECK(found[1].starts_with("Mohamed brought the digital clock")); // the caption is between
}

TEST_CASE("headline, standfirst, captions, times, credits and the author's line do not count") {
  CHECK(bodies("A headline\nA standfirst without a stop\nOne.\nTwo. Photo: AP\n02:27\nA film\nA "
               "film\nThree, “said.”\nA sub-heading\nFour?\nJane Doe is an expert at a council") ==
        Words{"One.", "Three, “said.”", "Four?"});
  CHECK(bodies("Is this the end?\nOne.\nTwo.") == Words{"One.", "Two."});
  CHECK(bodies("One line only.") == Words{"One line only."});
  CHECK(bodies("No headline here. It starts at once.\nTwo.").size() == 2);
  CHECK(bodies("").empty());
  CHECK(bodies("头条\n正文第一段。\n正文第二段。") == Words{"正文第一段。", "正文第二段。"});
}

TEST_CASE("a wrapped text has its paragraphs between empty lines") {
  CHECK(bodies("Headline\n\nFirst line\nsecond line.\n\nNext\r\nparagraph.\r\n") ==
        Words{"First line second line.", "Next paragraph."});
}

TEST_CASE("a passage names its words, or none") {
  const std::string text = "Headline\nOne.\nTwo.";
  CHECK(passage_text(text, {"s", 2}) == "Two.");
  CHECK(passage_text(text, {"s", 0}) == text);
  CHECK_FALSE(passage_text(text, {"s", 3}).has_value());
  CHECK_FALSE(passage_text(text, {"s", -1}).has_value());
  const auto paragraph = body_paragraphs(text)[1];
  CHECK(text.substr(paragraph.begin, paragraph.end - paragraph.begin) == "Two.");
}

TEST_CASE("the hash is of the words, not of the line ends") {
  CHECK(text_hash("a\nb") == text_hash("\r\n a \r\n\r\nb\r\n"));
  CHECK(text_hash("a\nb") != text_hash("a b"));
  CHECK(text_hash("").size() == 16);
}
