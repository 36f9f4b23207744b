#pragma once

// The keys of tests/generate/texts: what a reader finds in each text. One entry a line, so that a
// few searches read them.

#include "language.h"

#include <sstream>

namespace entente::tests {

struct KeyEntry {
  std::size_t start = 0, end = 0; // code points
  std::string value;              // of a date; of a quotation its speaker, empty for nobody
  std::vector<std::string> accepted;
  std::string kind, role;
};

struct Key {
  std::string id, published;
  std::vector<KeyEntry> dates, quotes;
};

// The text behind "name": up to its closing quotation mark, a number's digits, or a list's bracket.
inline std::string field(const std::string& line, const std::string& name) {
  const auto at = line.find("\"" + name + "\": ");
  if (at == std::string::npos) return {};
  std::size_t begin = at + name.size() + 4;
  if (line[begin] == '[') return line.substr(begin, line.find(']', begin) - begin);
  if (line[begin] != '"') {
    const std::string plain = line.substr(begin, line.find_first_of(",}", begin) - begin);
    return plain == "null" ? std::string() : plain;
  }
  ++begin;
  return line.substr(begin, line.find('"', begin) - begin);
}

inline KeyEntry entry_of(const std::string& line, const char* value) {
  KeyEntry entry;
  entry.start = std::stoul(field(line, "start"));
  entry.end = std::stoul(field(line, "end"));
  entry.value = field(line, value);
  entry.kind = field(line, "kind");
  entry.role = field(line, "role");
  std::istringstream names(field(line, "accept"));
  for (std::string name; std::getline(names, name, '"');)
    if (name.size() > 2) entry.accepted.push_back(name);
  return entry;
}

inline Key read_key(const std::string& id) {
  Key key;
  key.id = id;
  std::ifstream in(root() / "tests/generate/texts" / (id + ".json"));
  for (std::string line; std::getline(in, line);) {
    if (line.find("\"dct\"") != std::string::npos) key.published = field(line, "dct");
    if (line.find("\"value\"") != std::string::npos) key.dates.push_back(entry_of(line, "value"));
    if (line.find("\"speaker_type\"") != std::string::npos)
      key.quotes.push_back(entry_of(line, "speaker"));
  }
  return key;
}

} // namespace entente::tests
