// People's slips with the verdict a fair teacher would give. Every fifth pair was kept aside while
// the judge was built; both figures are printed.

#include "judge/judge.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

using namespace entente::judge;

namespace {

const std::map<std::string, Kind> kinds = {{"date", Kind::date},
                                           {"number", Kind::number},
                                           {"person", Kind::person},
                                           {"place", Kind::place},
                                           {"organisation", Kind::organisation},
                                           {"quote", Kind::quote},
                                           {"text", Kind::text},
                                           {"set", Kind::set},
                                           {"sequence", Kind::sequence}};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> result(1);
  for (const char c : text) {
    if (c == separator)
      result.emplace_back();
    else
      result.back() += c;
  }
  return result;
}

std::vector<std::string> list(const std::string& text) {
  return text.empty() ? std::vector<std::string>() : split(text, '|');
}

struct Tally {
  int good = 0, all = 0;
  void print(const char* what) const {
    std::printf("%s: %d of %d (%.1f %%)\n", what, good, all, all == 0 ? 0.0 : 100.0 * good / all);
  }
};

// verdict, kind, expected, typed, others, accepted, language
bool holds(const std::vector<std::string>& pair, std::string& found) {
  const Judgement judgement = judge({.kind = kinds.at(pair[1]),
                                     .answer = pair[2],
                                     .accepted = list(pair[5]),
                                     .others = list(pair[4]),
                                     .language = pair[6]},
                                    pair[3]);
  found = std::string(name(judgement.verdict)) + " (" + judgement.reason + ")";
  return name(judgement.verdict) == pair[0];
}

} // namespace

TEST_CASE("pairs of our own: what a fair teacher says") {
  std::ifstream file(entente::tests::root() / "tests/judge/pairs.tsv");
  REQUIRE(file);
  Tally built;
  Tally aside;
  std::string line;
  for (int number = 0; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    ++number;
    const auto pair = split(line, '\t');
    REQUIRE(pair.size() == 7);
    std::string found;
    const bool good = holds(pair, found);
    const bool kept_aside = number % 5 == 0;
    Tally& tally = kept_aside ? aside : built;
    ++tally.all;
    tally.good += good ? 1 : 0;
    if (good || kept_aside) continue;
    std::printf("%s wanted %s: [%s] [%s] got %s\n", pair[1].c_str(), pair[0].c_str(),
                pair[2].c_str(), pair[3].c_str(), found.c_str());
  }
  built.print("pairs built with");
  aside.print("pairs kept aside");
}
