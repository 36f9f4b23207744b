#include "deck/problem.h"

namespace entente::deck {

std::string describe(const Problem& problem, const std::string& file) {
  return file + ":" + std::to_string(problem.place.line) + ":" +
         std::to_string(problem.place.column) + ": " + problem.message +
         (problem.advice.empty() ? "" : " " + problem.advice);
}

} // namespace entente::deck
