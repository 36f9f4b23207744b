// The article the shipped deck is about, against its key.

#include "language.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

const Article& article() {
  static const Article found = extract(read_shared("data/article/seed.txt"));
  return found;
}

bool has_date(std::string_view text, std::string_view date) {
  const auto& dates = article().facts.dates;
  return std::any_of(dates.begin(), dates.end(), [&](const DateFact& fact) {
    return article().document.words(fact.span).find(text) != std::string_view::npos &&
           fact.value == date;
  });
}

} // namespace

TEST_CASE("all dates of the article, none besides") {
  ENTENTE_NEEDS_SHARED("data/article/seed.txt");
  CHECK(article().facts.dates.size() == 10);
  CHECK(has_date("May 20", "2021-05-20"));
  CHECK(has_date("March", "2021-03"));
  CHECK(has_date("April", "2021-04"));
  CHECK(has_date("May 19", "2021-05-19"));
  CHECK(has_date("A day before", "2021-05-19"));
  CHECK(has_date("2020", "2020"));
  CHECK(has_date("first quarter of 2021", "2021-Q1"));
  CHECK(has_date("2015", "2015"));
  CHECK(has_date("December 2020", "2020-12"));
  CHECK(has_date("June", "2021-06"));
}

TEST_CASE("all seventeen speakers of the article") {
  ENTENTE_NEEDS_SHARED("data/article/seed.txt");
  const std::pair<const char*, const char*> speakers[] = {
      {" opponent", "United States"},
      {"authoritarian state", "United States"},
      {"biggest threat", "Joe Biden"},
      {" killer", "Joe Biden"},
      {"constructive", "Sergey Lavrov"},
      {"can work together", "Antony Blinken"},
      {"de-escalation", "Russia"},
      {"more predictable", "US State Department"},
      {"If Russia acts", "Antony Blinken"},
      {"unlawful maritime", "Antony Blinken"},
      {"of great significance", "Zhao Lijian"},
      {"in a new era", "Zhao Lijian"},
      {"firmly supported", "Xi Jinping"},
      {"mutual trust", "Vladimir Putin"},
      {"highest level", "Vladimir Putin"},
      {"cannot be broken", "Xi Jinping"},
      {"dangerous game", "Russia’s ambassador to Britain"}};
  for (const auto& [words, speaker] : speakers) {
    CAPTURE(words);
    CHECK(speaker_of(article(), words) == speaker);
  }
  CHECK(speaker_of(article(), "Activate it").empty());
  CHECK(speaker_of(article(), "back to back").empty());
}

TEST_CASE("the six stated areas of cooperation, and no trap") {
  ENTENTE_NEEDS_SHARED("data/article/seed.txt");
  std::vector<std::string> areas;
  for (const auto& fact : article().facts.cooperation) areas.push_back(fact.area);
  std::sort(areas.begin(), areas.end());
  CHECK(areas == std::vector<std::string>{"ballistic missile warning system", "climate change",
                                          "military-to-military exchanges", "nuclear energy",
                                          "space research", "the Arctic"});
}

TEST_CASE("the caption's other day is reported") {
  ENTENTE_NEEDS_SHARED("data/article/seed.txt");
  REQUIRE(article().facts.conflicts.size() == 1);
  CHECK(article().facts.conflicts[0].kept == "2021-05-20");
  CHECK(article().facts.conflicts[0].other == "2021-05-19");
}

TEST_CASE("the same input gives the same facts") {
  ENTENTE_NEEDS_SHARED("data/article/seed.txt");
  const Article again = extract(read_shared("data/article/seed.txt"));
  REQUIRE(again.facts.quotes.size() == article().facts.quotes.size());
  for (std::size_t q = 0; q < again.facts.quotes.size(); ++q)
    CHECK(again.facts.quotes[q].speaker == article().facts.quotes[q].speaker);
}
