#pragma once

// Stage 9: may this question be asked? Wrong options are chosen here too, as each has to pass.

#include "generate/ask.h"

#include <set>
#include <string>

namespace entente::generate {

class Gates {
public:
  explicit Gates(const Asking& asking) : asking_(asking) {}

  // Takes wrong options from the pool and accepted variants that the judge agrees with; gives the
  // reason why the question is not asked, or nothing.
  [[nodiscard]] std::string check(Candidate& candidate);

private:
  [[nodiscard]] std::string check_stem(const Candidate& candidate) const;
  [[nodiscard]] std::string check_answer(const Candidate& candidate) const;
  void choose_options(Candidate& candidate) const;
  void keep_accepted(Candidate& candidate) const;

  const Asking& asking_;
  std::set<std::string> stems_;
};

inline constexpr std::size_t options_wanted = 3;

} // namespace entente::generate
