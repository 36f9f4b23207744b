#pragma once

// What one comparison found, before the other answers of the deck have their say.

#include "judge/judge.h"
#include "judge/reasons.h"

#include <string>
#include <string_view>
#include <utility>

namespace entente::judge {

struct Finding {
  Verdict verdict = Verdict::wrong;
  std::string_view reason = reason::other_answer;
  std::string detail;
  std::vector<WordDifference> difference;
  double share = 0;
  int distance = 0;   // letters that were off, for "nearer to another answer"
  bool loose = false; // right as long as no other answer of the deck can be meant too
};

inline Finding right(std::string_view reason, std::string detail = "") {
  return {.verdict = Verdict::right, .reason = reason, .detail = std::move(detail), .share = 1};
}

// Right as long as nothing else in the deck can be meant.
inline Finding right_if_alone(std::string_view reason, std::string detail = "") {
  Finding finding = right(reason, std::move(detail));
  finding.loose = true;
  return finding;
}

inline Finding almost(std::string_view reason, std::string detail = "", int distance = 0) {
  return {.verdict = Verdict::almost,
          .reason = reason,
          .detail = std::move(detail),
          .share = 1,
          .distance = distance};
}

inline Finding wrong(std::string_view reason, std::string detail = "") {
  return {.verdict = Verdict::wrong, .reason = reason, .detail = std::move(detail)};
}

inline int rank(Verdict verdict) {
  return verdict == Verdict::right ? 2 : verdict == Verdict::almost ? 1 : 0;
}

// The kinder of two readings; of two as kind, the one with fewer letters off, else the first.
inline bool better(const Finding& a, const Finding& b) {
  if (a.verdict != b.verdict) return rank(a.verdict) > rank(b.verdict);
  if (a.loose != b.loose) return b.loose;
  return a.verdict != Verdict::wrong && a.distance < b.distance;
}

} // namespace entente::judge
