// The stages one by one, on sentences of our own.

#include "generate/clean.h"
#include "generate/segment.h"
#include "language.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

std::vector<std::string> sentences(const std::string& text) {
  Document document = clean(text, english());
  const auto quotes = pair_quotes(document);
  cut_sentences(document, quotes, english());
  std::vector<std::string> found;
  for (const Sentence& sentence : document.sentences)
    found.emplace_back(document.words(sentence.span));
  return found;
}

std::string value(const std::string& text, const std::string& published) {
  std::string all;
  for (const auto& date : extract(text, published).facts.dates)
    all += (all.empty() ? "" : " ") + date.value;
  return all;
}

const Entity* person(const Article& article, std::string_view name) {
  for (const Entity& entity : article.facts.entities)
    if (entity.kind == EntityKind::person && entity.name == name) return &entity;
  return nullptr;
}

} // namespace

TEST_CASE("lines get their roles") {
  const Document document =
      clean("A headline without a stop\n3 May 2021\n\nThe story begins here.\n"
            "02:27\nA video about it\nA video about it\n"
            "The hall (left) in May. Photo: AP\nSources\nSome paper\n",
            english());
  std::vector<LineRole> roles;
  for (const Line& line : document.lines) roles.push_back(line.role);
  using enum LineRole;
  CHECK(roles == std::vector<LineRole>{headline, dateline, body, noise, caption, repeated, caption,
                                       noise, noise});
}

TEST_CASE("hard-wrapped text is joined at blank lines, and Windows line ends part lines too") {
  const std::string wrapped =
      "The first sentence of this letter runs on over the end and\nends here. The second one is "
      "one that is as long as the\nfirst, nearly.\n\n"
      "A new paragraph begins and goes on over the line for\nsome words.\n";
  CHECK(clean(wrapped, english()).lines.size() == 2);
  CHECK(clean("One.\r\nTwo.\r\n\r\nThree.\r\n", english()).lines.size() == 3);
}

TEST_CASE("sentences end at stops, not at abbreviations, nor inside short quotations") {
  CHECK(sentences("Mr. Lee of the U.S. team left. He won 3.5 points.").size() == 2);
  CHECK(sentences("She cried “Stop! Now!” and left. All was quiet.").size() == 2);
  CHECK(sentences("“It is over,” he said. “Go home.”").size() == 2);
}

TEST_CASE("quotations are paired: curly, straight, German, unclosed, mistaken") {
  const auto quoted = [](const std::string& text) {
    const Document document = clean(text, english());
    std::vector<std::string> found;
    for (const Marked& quote : pair_quotes(document))
      found.emplace_back(document.words(quote.inside));
    return found;
  };
  using Words = std::vector<std::string>;
  CHECK(quoted("He said “one” and \"two\".") == Words{"one", "two"});
  CHECK(quoted("Er sagte „eins“ und «deux».") == Words{"eins", "deux"});
  CHECK(quoted("“A paragraph that never closes.") == Words{"A paragraph that never closes."});
  CHECK(quoted("He said “both ways“ here.") == Words{"both ways"});
  CHECK(quoted("The US’ “big” plan isn’t ‘small’.") == Words{"big", "small"});
  CHECK(quoted("“He told me ‘no’ twice”, she said.") == Words{"He told me ‘no’ twice"});
}

TEST_CASE("dates of many forms") {
  CHECK(value("It ran from 3 to 5 May 2021.", "") == "2021-05-03");
  CHECK(value("It was born in the 1990s and died in Q3 2004.", "") == "199 2004-Q3");
  CHECK(value("He came on the 3rd of May.", "2021-06-01") == "2021-05-03");
  CHECK(value("The vote was held last Friday.", "2021-06-01") == "2021-05-28");
  CHECK(value("They may leave; a march will be held.", "2021-06-01").empty());
  CHECK(value("About 2000 people came.", "2021-06-01").empty());
}

TEST_CASE("the document's date comes from a dateline, or from years, never from a clock") {
  CHECK(extract("A headline\nMonday, May 3, 2021\nIt rained on Sunday.").facts.document_date ==
        "2021-05-03");
  CHECK(extract("WASHINGTON, May 3, 2021 (Reuters) — It rained.").facts.document_date ==
        "2021-05-03");
  CHECK(extract("It rained in 2019. It will rain in 2050.").facts.document_date == "2019");
  CHECK(extract("It rained.").facts.document_date.empty());
}

TEST_CASE("persons are told by their position") {
  const Article article =
      extract("Chinese Foreign Ministry spokesman Zhao Lijian met Ursula von der Leyen. "
              "Jane Q. Doe, 42, a teacher from Rome, saw it. Kim Jong-un did not. "
              "The Museum of Flight and the Big Tech Council watched. Zhao left.");
  REQUIRE(person(article, "Zhao Lijian") != nullptr);
  CHECK(person(article, "Zhao Lijian")->role == "Chinese Foreign Ministry spokesman");
  CHECK(person(article, "Ursula von der Leyen") != nullptr);
  CHECK(person(article, "Jane Q. Doe") != nullptr);
  CHECK(person(article, "Kim Jong-un") != nullptr);
  CHECK(person(article, "Museum of Flight") == nullptr);
}

TEST_CASE("speakers over sentences: pronouns, further quotations, unclosed paragraphs") {
  const Article article =
      extract("Trade minister Ann Berg opened the fair. “It is large,” she said. “It will grow.”\n"
              "Bo Dahl, the mayor, issued a statement. “We thank the guests for coming to us.\n"
              "“And we hope that they come again next year.”\n"
              "It was called “the fair of fairs” by nobody. Its hall is known as “the barn”.");
  CHECK(speaker_of(article, "It is large") == "Ann Berg");
  CHECK(speaker_of(article, "It will grow") == "Ann Berg");
  CHECK(speaker_of(article, "We thank") == "Bo Dahl");
  CHECK(speaker_of(article, "And we hope") == "Bo Dahl");
  CHECK(speaker_of(article, "the fair of fairs").empty());
  CHECK(speaker_of(article, "the barn").empty());
}
