// Words in one place: the screens have none of their own.

#include "support/shared.h"
#include "ui/strings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>

using namespace entente;
namespace fs = std::filesystem;

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
