#pragma once

// Persons: who is meant by the name typed.

#include "judge/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

struct Name {
  // Family name last, as a list of words; Chinese and Korean given names are one word ("jongun").
  std::vector<std::string> parts;
  int number = 0;            // of a ruler: 2 for Elizabeth II; 0 for none
  bool senior = false;       // "Sr." stood behind it
  bool family_first = false; // it was written in that order
  bool comma = false;        // "Lavrov, Sergey"; parts are already turned
  bool titled = false;       // a title was cut off
  bool han = false;          // a Chinese name in characters
};

// Empty parts when the text is no name (a role such as "Russia's ambassador to Britain").
[[nodiscard]] Name read_name(std::string_view text);

[[nodiscard]] Finding judge_person(std::string_view expected, std::string_view typed);

} // namespace entente::judge
