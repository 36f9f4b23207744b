// Any bytes as answer, typed text, accepted way and other answer: never a crash, always a verdict
// with a reason, and the answer itself right.
// The first byte is the kind, lines after it the four texts.

#include "judge/judge.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace entente::judge;

namespace {

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> result(1);
  for (const char c : text)
    if (c == '\n')
      result.emplace_back();
    else
      result.back() += c;
  result.resize(4);
  return result;
}

void must(bool holds) {
  if (!holds) std::abort();
}

bool is_short(const std::string& typed) {
  return judge(Expected{.answer = "x"}, typed).reason != "too long";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto parts = lines({reinterpret_cast<const char*>(data) + 1, size - 1});
  constexpr const char* languages[] = {"en", "ru", "zh", "ar", "de"};
  const Expected expected{.kind = static_cast<Kind>(data[0] % 9),
                          .answer = parts[0],
                          .accepted = {parts[2]},
                          .others = {parts[3]},
                          .language = languages[data[0] / 9 % 5]};
  const Judgement judged = judge(expected, parts[1]);
  must(!judged.reason.empty() && judged.share >= 0 && judged.share <= 1);
  if (is_short(parts[0])) must(judge(expected, parts[0]).verdict == Verdict::right);
  if (is_short(parts[2])) must(judge(expected, parts[2]).verdict == Verdict::right);
  const std::string spaced = " " + parts[1] + " ";
  if (is_short(spaced)) must(judge(expected, spaced).verdict == judged.verdict);
  return 0;
}
