#include "judge/judge.h"

#include <doctest/doctest.h>

using namespace entente::judge;

TEST_CASE("the answer and every accepted variant are right, however cased and spaced") {
  const Expected expected{.answer = "António Guterres", .accepted = {"the Secretary-General"}};
  CHECK(judge(expected, " antónio  guterres ").verdict == Verdict::right);
  CHECK(judge(expected, "The secretary–general").verdict == Verdict::right);
  CHECK(judge(expected, "Ban Ki-moon").verdict == Verdict::wrong);
}

TEST_CASE("what was refused is wrong") {
  CHECK(judge({.answer = "a", .refused = {"A"}}, "a").verdict == Verdict::wrong);
}
