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
  bool family_first = false; // it was written in that order
  bool comma = false;        // "Lavrov, Sergey"; parts are already turned
  bool titled = false;       // a title was cut off
  bool han = false;
};

// Empty parts when the text is no name (a role such as "Russia's ambassador to Britain").
[[nodiscard]] Name read_name(std::string_view text);

[[nodiscard]] Finding judge_person(std::string_view expected, std::string_view typed);

// Two ways to write one first name: Antony and Tony, Mohammed and Muhammad.
[[nodiscard]] bool same_first_name(std::string_view a, std::string_view b);

} // namespace entente::judge
