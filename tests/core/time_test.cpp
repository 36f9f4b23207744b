#include "core/time.h"

#include <doctest/doctest.h>

using namespace entente::core;

namespace {

Moment at(CivilDate date, int hour, int offset) {
  return {day_of(date).number * ms_per_day + hour * ms_per_hour - offset * ms_per_minute, offset};
}

} // namespace

TEST_CASE("civil dates and days convert both ways") {
  for (int number = -200000; number < 200000; number += 37)
    CHECK(day_of(civil({number})).number == number);
  CHECK(iso(civil(day_of({2021, 5, 20}))) == "2021-05-20");
  CHECK(weekday(day_of({2021, 5, 20})) == 3);
  CHECK_FALSE(exists({2021, 2, 30}));
  CHECK_FALSE(exists({2021, 0, 1}));
  CHECK(exists({2020, 2, 29}));
}

TEST_CASE("the study day turns at four in the morning, local time") {
  for (const int offset : {-480, 0, 330, 480}) {
    CHECK(study_day(at({2021, 5, 20}, 3, offset)) == day_of({2021, 5, 19}));
    CHECK(study_day(at({2021, 5, 20}, 4, offset)) == day_of({2021, 5, 20}));
    const Moment start = start_of(day_of({2021, 5, 20}), offset);
    CHECK(start == at({2021, 5, 20}, 4, offset));
  }
}
