// Every language says everything that English says, with the same gaps to fill, in each of its own
// plural forms.

#include "deck/check.h"
#include "deck/xml_reader.h"
#include "support/shared.h"
#include "ui/strings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>

using namespace entente;
namespace fs = std::filesystem;

namespace {

ui::Strings strings_of(const std::string& language) {
  std::ifstream in(tests::root() / "assets/strings" / (language + ".strings"));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto strings = ui::Strings::parse(text, language + ".strings", language);
  REQUIRE_MESSAGE(strings, core::describe(strings.error()));
  return *strings;
}

const std::vector<std::string>& forms_of(const std::string& language) {
  static const std::map<std::string, std::vector<std::string>> forms{
      {"en", {"one", "other"}}, {"ru", {"one", "few", "many", "other"}}, {"zh", {"other"}}};
  return forms.at(language);
}

std::set<std::string> gaps_in(const std::string& text) {
  static const std::regex gap(R"(\{[a-z]+\})");
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), gap), end; at != end; ++at)
    found.insert(at->str());
  return found;
}

// "cards" of "cards.one" and "cards.other"; empty for a key that does not count.
std::string counted(const ui::Strings& english, const std::string& key) {
  const auto dot = key.rfind('.');
  static const std::set<std::string> forms{"one", "few", "many", "other"};
  if (dot == std::string::npos || !forms.contains(key.substr(dot + 1))) return "";
  const std::string base = key.substr(0, dot);
  return english.has(base + ".one") && english.has(base + ".other") ? base : "";
}

} // namespace

TEST_CASE("Russian and Chinese say all that English says, and nothing else") {
  const auto english = strings_of("en");
  for (const std::string language : {"ru", "zh"}) {
    const auto strings = strings_of(language);
    std::set<std::string> wanted;
    for (const auto& key : english.keys()) {
      const std::string base = counted(english, key);
      if (base.empty())
        wanted.insert(key);
      else
        for (const auto& form : forms_of(language)) wanted.insert(base + "." + form);
    }
    CAPTURE(language);
    for (const auto& key : wanted) CHECK_MESSAGE(strings.has(key), "missing: ", key);
    for (const auto& key : strings.keys()) CHECK_MESSAGE(wanted.contains(key), "left over: ", key);
  }
}

TEST_CASE("every translation fills the same gaps as the English text") {
  const auto english = strings_of("en");
  for (const std::string language : {"ru", "zh"}) {
    const auto strings = strings_of(language);
    for (const auto& key : strings.keys()) {
      const std::string base = counted(english, key);
      const std::string source = base.empty() ? key : base + ".other";
      if (!english.has(source)) continue; // the other test names it
      CAPTURE(language);
      CAPTURE(key);
      CHECK(gaps_in(strings.say(key)) == gaps_in(english.say(source)));
    }
  }
}

namespace {

// A card or two at fault in each way that the deck check knows.
const char* const faulty = R"(<?xml version="1.0" encoding="UTF-8"?>
<deck xmlns="urn:entente:deck" version="1" id="faulty" language="en">
  <title>Faulty</title>
  <category id="a">A</category><category id="none">None</category>
  <card id="one" category="a"><prompt>Which river flows through Paris?</prompt>
    <answer kind="place">The Seine</answer><wrong>the seine</wrong><wrong>The Rhine</wrong>
    <wrong>The Rhine</wrong></card>
  <card id="two" category="a"><prompt>Which river flows through Paris?</prompt>
    <answer kind="place">The Seine</answer><explanation>So it is.</explanation></card>
  <card id="three" category="a"><prompt>When did it end, in the Seine valley?</prompt>
    <answer kind="date">30 February 2021</answer><wrong>Moscow</wrong><wrong>May 2020</wrong>
    <explanation>It ended so.</explanation></card>
  <card id="four" category="a"><prompt>Complete the words: it was an …</prompt>
    <answer>banana of a most unusual and quite remarkable length and colour</answer>
    <wrong>apple</wrong><wrong>orange</wrong><explanation>So it was.</explanation></card>
</deck>)";

} // namespace

TEST_CASE("whatever the deck check finds is said in Russian and in Chinese") {
  const auto read = deck::read_deck(faulty, "faulty.xml");
  REQUIRE(read);
  const auto findings = deck::check_deck(read->deck);
  CHECK(findings.size() >= 8);
  const auto english = strings_of("en");
  for (const std::string language : {"ru", "zh"}) {
    const auto strings = strings_of(language).over(english);
    CAPTURE(language);
    const auto told = [&](std::string_view words) {
      CHECK_MESSAGE(strings.retold(words) != words, "only in English: ", words);
    };
    for (const auto& finding : findings) {
      told(finding.message), told(finding.advice), told(deck::why_it_matters(finding.fault));
      if (finding.mend) told(finding.mend->label);
    }
  }
}

TEST_CASE("a language that lacks a text says it in English") {
  const auto partial = ui::Strings::parse("a = А", "x", "ru");
  const auto english = ui::Strings::parse("a = A\nb = B", "x", "en");
  REQUIRE((partial && english));
  const auto both = partial->over(*english);
  CHECK(both.say("a") == "А");
  CHECK(both.say("b") == "B");
  CHECK(both.language() == "ru");
}

namespace {

// What stands in quotes in a line of code, its comment left out.
std::vector<std::string> literals_of(const std::string& line) {
  static const std::regex literal(R"re("((?:[^"\\]|\\.)*)"|//.*)re");
  std::vector<std::string> found;
  for (std::sregex_iterator at(line.begin(), line.end(), literal), end; at != end; ++at)
    if ((*at)[1].matched) found.push_back((*at)[1]);
  return found;
}

// Two words beside each other, or one with a capital: what people read, and no key, id or command.
bool reads_like_words(const std::string& literal) {
  static const std::regex words("[[:alpha:]]{2,} [[:alpha:]]{2,}|^[A-Z][a-z]+");
  static const std::set<std::string> names{"Esc", "Entente", " – Entente"};
  return std::regex_search(literal, words) && !names.contains(literal);
}

} // namespace

TEST_CASE("no screen has words of its own: all come from the strings") {
  for (const auto& entry : fs::directory_iterator(tests::root() / "game/screens")) {
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.starts_with("#include")) continue;
      for (const auto& literal : literals_of(line))
        CHECK_MESSAGE(!reads_like_words(literal), entry.path().filename().string(), ":", number,
                      ": ", literal);
    }
  }
}

TEST_CASE("the words test knows words from keys") {
  CHECK(reads_like_words("Start drill"));
  CHECK(reads_like_words("Undo"));
  CHECK_FALSE(reads_like_words("drill.start"));
  CHECK_FALSE(reads_like_words("option-"));
  CHECK(literals_of("say(\"a.b\"); // say \"this one\"") == std::vector<std::string>{"a.b"});
}
