#pragma once

// The rules of one language, read from its folder and compiled once. A rule file holds
//   rule NAME : PATTERN => ACTION
//     ok TEXT = VALUE          (with "@ DATE" for the day the text was published)
//     no TEXT
// The examples are tests: the suite runs every one of them.

#include "generate/pattern.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace entente::generate {

struct Example {
  bool ok = true; // false: the rule must not fire
  std::string text, value, published;
  std::string where;
};

struct Rule {
  std::string name;
  Pattern pattern;
  std::string action;
  std::vector<Example> examples;
};

class Phrasebook;

struct Language {
  std::string code; // BCP 47, the folder's name
  Lexicon lexicon;
  std::shared_ptr<const Phrasebook> phrases; // never null once loaded
  std::vector<Rule> lines;                   // noise.rules: what a line is for
  std::vector<Rule> dates;                   // dates.rules
  std::vector<Rule> quotations;              // quotes.rules: who said it, over chunks
  std::vector<Rule> cooperation;             // coop.rules
};

// "ok TEXT = VALUE @ DATE" or "no TEXT".
[[nodiscard]] Example read_example(std::string_view line, const std::string& where);
[[nodiscard]] core::Result<std::vector<Rule>> read_rules(std::string_view text,
                                                         const std::string& file, Lexicon& lexicon);

// Reads ASSETS/language/CODE. Errors: those of reading files; malformed, with file and line.
[[nodiscard]] core::Result<Language> load_language(const std::filesystem::path& assets,
                                                   const std::string& code);

} // namespace entente::generate
