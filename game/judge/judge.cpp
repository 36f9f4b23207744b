#include "judge/judge.h"

#include "text/unicode.h"

#include <algorithm>

namespace entente::judge {

namespace {

bool same(std::string_view a, std::string_view b) {
  return text::comparable(a) == text::comparable(b);
}

bool among(const std::vector<std::string>& ways, std::string_view typed) {
  return std::any_of(ways.begin(), ways.end(),
                     [typed](const std::string& way) { return same(way, typed); });
}

Judgement right(std::string reason) {
  return {.verdict = Verdict::right, .reason = std::move(reason), .share = 1};
}

Judgement wrong(std::string reason) {
  return {.verdict = Verdict::wrong, .reason = std::move(reason)};
}

} // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
  case Verdict::right:
    return "right";
  case Verdict::almost:
    return "almost";
  case Verdict::wrong:
    break;
  }
  return "wrong";
}

Judgement judge(const Expected& expected, std::string_view typed) {
  if (among(expected.refused, typed)) return wrong("refused");
  if (same(expected.answer, typed)) return right("exact");
  if (among(expected.accepted, typed)) return right("variant");
  return wrong("other answer");
}

} // namespace entente::judge
