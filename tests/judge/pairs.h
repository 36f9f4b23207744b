#pragma once

// tests/judge/pairs.tsv: what a fair teacher says to what people type.

#include "judge/judge.h"

#include <string>
#include <vector>

namespace entente::tests {

struct Pair {
  std::string wanted; // right, almost, wrong
  std::string kind;
  judge::Expected expected;
  std::string typed;
  bool kept_aside = false; // not looked at while the judge was built
};

[[nodiscard]] std::vector<Pair> read_pairs();

} // namespace entente::tests
