#include "judge/pairs.h"

#include "support/shared.h"

#include <fstream>
#include <map>
#include <stdexcept>

namespace entente::tests {

namespace {

using judge::Kind;

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

// verdict, kind, expected, typed, others, accepted, language
Pair read_pair(const std::string& line) {
  const auto columns = split(line, '\t');
  if (columns.size() != 7) throw std::runtime_error("pairs.tsv: " + line);
  Pair pair;
  pair.wanted = columns[0];
  pair.kind = columns[1];
  pair.expected.kind = kinds.at(columns[1]);
  pair.expected.answer = columns[2];
  pair.expected.others = list(columns[4]);
  pair.expected.accepted = list(columns[5]);
  pair.expected.language = columns[6];
  pair.typed = columns[3];
  return pair;
}

} // namespace

std::vector<Pair> read_pairs() {
  std::ifstream file(root() / "tests/judge/pairs.tsv");
  std::vector<Pair> result;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    result.push_back(read_pair(line));
    result.back().kept_aside = result.size() % 5 == 0;
  }
  return result;
}

} // namespace entente::tests
