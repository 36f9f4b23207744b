#include "judge/judge.h"

#include <doctest/doctest.h>

using namespace entente::judge;

TEST_CASE("the answer and every accepted variant are right, however cased and spaced") {
  const Expected expected{.answer = "António Guterres", .accepted = {"the Secretary-General"}};
  CHECK(judge(expected, " antónio  guterres ").verdict == Verdict::right);
  CHECK(judge(expected, "The secretary–general").verdict == Verdict::right);
  CHECK(judge(expected, "Ban Ki-moon").verdict == Verdict::wrong);
}

TEST_CASE("a variant that was refused is wrong; the deck's own answer stays right") {
  const Expected expected{.answer = "a station", .accepted = {"a base"}, .refused = {"A Base"}};
  CHECK(judge(expected, "a base").verdict == Verdict::wrong);
  CHECK(judge(expected, "a station").verdict == Verdict::right);
}
