// Every example of every rule file, and how each rule does on the building texts.

#include "generate/date_values.h"
#include "generate/tokens.h"
#include "language.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

// The rule's dates in the example, as it alone is asked for.
std::vector<std::string> dates_by(const Rule& rule, const Example& example) {
  std::vector<std::string> values;
  for (const DateFact& date : extract(example.text, example.published).facts.dates)
    if (date.rule == rule.name) values.push_back(date.value);
  return values;
}

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::vector<Symbol> symbols_of(const std::string& text) {
  std::vector<Symbol> symbols;
  for (const Token& token : tokenise(text, english().lexicon)) symbols.push_back(token.symbol);
  return symbols;
}

std::string areas_of(const Article& article) {
  std::string all;
  for (const auto& fact : article.facts.cooperation) all += (all.empty() ? "" : "; ") + fact.area;
  return all;
}

struct Count {
  int fired = 0, right = 0, wrong = 0;
};

// A rule for lines is right where nothing that the key asks for stands on the line. The key's
// events and quotations name their sentence; a quotation with a speaker is asked for.
void count_lines(const Article& article, const std::string& key,
                 std::map<std::string, Count>& table) {
  const Document& document = article.document;
  for (std::size_t l = 0; l < document.lines.size(); ++l) {
    const auto [first, end] = document.line_tokens[l];
    std::vector<Symbol> symbols;
    for (std::size_t t = first; t < end; ++t) symbols.push_back(document.tokens[t].symbol);
    for (const Rule& rule : english().lines) {
      if (!rule.pattern.match(symbols, 0, true)) continue;
      Count& count = table[rule.name];
      ++count.fired;
      bool loses = false;
      for (const QuoteFact& quote : article.facts.quotes)
        loses = loses || (document.lines[l].span.holds(quote.span) && !quote.speaker.empty() &&
                          key.find("\"speaker\": \"" + quote.speaker) != std::string::npos);
      ++(loses ? count.wrong : count.right);
      break;
    }
  }
}

// A rule for areas of cooperation fires in a sentence; it is right when the key names an area found
// in that sentence.
void count_areas(const Article& article, const std::string& key,
                 std::map<std::string, Count>& table) {
  for (const CooperationFact& fact : article.facts.cooperation) {
    const Sentence& sentence = article.document.sentences[fact.sentence];
    std::vector<Symbol> symbols;
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t)
      symbols.push_back(article.document.tokens[t].symbol);
    for (const Rule& rule : english().cooperation) {
      bool fired = false;
      for (std::size_t at = 0; at < symbols.size() && !fired; ++at)
        fired = rule.pattern.match(symbols, at).has_value();
      if (!fired) continue;
      Count& count = table[rule.name];
      ++count.fired;
      ++(key.find(fact.area) != std::string::npos ? count.right : count.wrong);
    }
  }
}

void print(const char* what, const std::map<std::string, Count>& table) {
  std::cout << what << ": rule, fired, right, wrong on the building texts\n";
  for (const auto& [rule, count] : table)
    std::cout << "  " << std::left << std::setw(26) << rule << std::right << std::setw(5)
              << count.fired << std::setw(5) << count.right << std::setw(5) << count.wrong << '\n';
}

} // namespace

TEST_CASE("the examples of the date rules hold") {
  for (const Rule& rule : english().dates) {
    CHECK_MESSAGE(is_date_action(rule.action), rule.name << " has no action " << rule.action);
    CHECK_MESSAGE(!rule.examples.empty(), rule.name << " has no example");
    for (const Example& example : rule.examples) {
      CAPTURE(example.where);
      const auto values = dates_by(rule, example);
      CAPTURE(values.size());
      CHECK(example.ok ? holds(values, example.value) : values.empty());
    }
  }
}

TEST_CASE("the examples of the line rules hold") {
  for (const Rule& rule : english().lines)
    for (const Example& example : rule.examples) {
      CAPTURE(example.where);
      CHECK(rule.pattern.match(symbols_of(example.text), 0, true).has_value() == example.ok);
    }
}

TEST_CASE("the examples of the quotation rules hold") {
  for (const Rule& rule : english().quotations)
    for (const Example& example : rule.examples) {
      CAPTURE(example.where);
      const Article article = extract(example.text);
      REQUIRE(!article.facts.quotes.empty());
      const QuoteFact& quote = article.facts.quotes.back();
      CHECK(quote.rule == rule.name);
      CHECK(quote.speaker == example.value);
    }
}

TEST_CASE("the examples of the cooperation rules hold") {
  for (const Rule& rule : english().cooperation)
    for (const Example& example : rule.examples) {
      CAPTURE(example.where);
      const std::string areas = areas_of(extract(example.text));
      if (example.ok) {
        std::istringstream wanted(example.value);
        for (std::string area; std::getline(wanted, area, ';');)
          CHECK_MESSAGE(areas.find(trimmed(area)) != std::string::npos, areas << " lacks " << area);
      } else {
        CHECK(areas.empty());
      }
    }
}

TEST_CASE("a rule that cannot be read is named by its line") {
  Lexicon lexicon;
  const auto message = [&](const char* text) {
    return core::describe(read_rules(text, "x.rules", lexicon).error());
  };
  CHECK(message("rule a : {NOPE} => day") ==
        "x.rules:1: No word class is named NOPE. Correct the rule in the language folder.");
  CHECK(message("# fine\nrule a : ( b => day") ==
        "x.rules:2: A ( without its ). Correct the rule in the language folder.");
  CHECK(message("ok too early") ==
        "x.rules:1: An example before the first rule. Correct the line in the language folder.");
  CHECK(
      message("rulee") ==
      "x.rules:1: A line starts with rule, ok, no or #. Correct the line in the language folder.");
}

TEST_CASE("a language that is not there is refused by name") {
  const auto language = load_language(root() / "assets", "xx");
  REQUIRE(!language);
  CHECK(core::describe(language.error()).find("There is no folder of rules for this language.") !=
        std::string::npos);
}

TEST_CASE("each rule's record on the building texts") {
  ENTENTE_NEEDS_SHARED("data/article/key.json");
  // The keys are JSON, which this folder must not read: values and speakers are looked for in the
  // key's text, which holds every right one word for word.
  std::map<std::string, Count> dates, quotes, lines, areas;
  const std::pair<const char*, const char*> texts[] = {{"data/article/seed.txt", ""},
                                                       {"data/texts/01.txt", "2015-08-21"},
                                                       {"data/texts/02.txt", "2015-05-18"},
                                                       {"data/texts/07.txt", "2015-09-22"},
                                                       {"data/texts/13.txt", "2026-10-01"}};
  for (const auto& [file, published] : texts) {
    std::string key_file = file;
    key_file = key_file == "data/article/seed.txt"
                   ? "data/article/key.json"
                   : key_file.substr(0, key_file.size() - 3) + "json";
    const std::string key = read_shared(key_file);
    const Article article = extract(read_shared(file), published);
    for (const DateFact& date : article.facts.dates) {
      Count& count = dates[date.rule];
      ++count.fired;
      ++(key.find("\"" + date.value + "\"") != std::string::npos ? count.right : count.wrong);
    }
    count_lines(article, key, lines);
    count_areas(article, key, areas);
    for (const QuoteFact& quote : article.facts.quotes) {
      if (quote.rule.empty()) continue;
      Count& count = quotes[quote.rule];
      ++count.fired;
      const bool right =
          quote.speaker.empty() || key.find("\"speaker\": \"" + quote.speaker) != std::string::npos;
      ++(right ? count.right : count.wrong);
    }
  }
  print("dates", dates);
  print("quotations", quotes);
  print("lines", lines);
  print("cooperation", areas);
  CHECK(std::all_of(lines.begin(), lines.end(),
                    [](const auto& row) { return row.second.wrong == 0; }));
  int right = 0, wrong = 0;
  for (const auto& [rule, count] : dates) {
    right += count.right;
    wrong += count.wrong;
  }
  CHECK(right >= 38);
  CHECK(wrong <= 4);
}
