#include "quiz/scoring.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace entente::quiz;

TEST_CASE("points follow the law for every recall and streak") {
  CHECK(rc::check("points law", [] {
    const double recall = *rc::gen::inRange(0, 1001) / 1000.0;
    const int streak = *rc::gen::inRange(0, 40);
    const bool hint = *rc::gen::arbitrary<bool>();
    const double m = std::min(3.0, 1 + streak / 2.0);
    const double whole = (10 + 90 * (1 - recall)) * m;
    const Points paid = points({true, recall, false, hint ? 1 : 0, streak});
    RC_ASSERT(paid.value == std::lround(hint ? whole / 2 : whole));
    RC_ASSERT(paid.streak == streak + 1);
  }));
}

TEST_CASE("first sight and repeats pay 10 whatever the streak, a hint halves, a miss pays 0") {
  CHECK(points({true, {}, false, 0, 6}).value == 10);
  CHECK(points({true, 0.2, true, 0, 6}).value == 10);
  CHECK(points({true, {}, false, 1, 6}).value == 5);
  CHECK(points({true, {}, false, 3, 6}).value == 5);
  CHECK(points({false, 0.2, false, 0, 6}).value == 0);
  CHECK(points({false, 0.2, false, 0, 6}).streak == 0);
}

TEST_CASE("the speed bonus is for right answers without hints, under a clock") {
  CHECK(speed_bonus(true, 0, 0, 20000) == 50);
  CHECK(speed_bonus(true, 0, 10000, 20000) == 25);
  CHECK(speed_bonus(true, 0, 30000, 20000) == 0);
  CHECK(speed_bonus(false, 0, 0, 20000) == 0);
  CHECK(speed_bonus(true, 1, 0, 20000) == 0);
  CHECK(speed_bonus(true, 0, 0, 0) == 0);
}
