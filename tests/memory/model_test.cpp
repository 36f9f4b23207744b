// Laws that hold for both algorithms.

#include "memory/model.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <rapidcheck.h>

#include <cmath>

using namespace entente::memory;
using entente::core::Moment;

namespace {

const Model fsrs6{defaults(Algorithm::fsrs6)};
const Model fsrs7{defaults(Algorithm::fsrs7)};

const Model& any_model() { return *rc::gen::inRange(0, 2) != 0 ? fsrs7 : fsrs6; }
Grade any_grade() { return static_cast<Grade>(*rc::gen::inRange(1, 5)); }
// Log-uniform between a minute and ten years, and now and then nothing; whole for FSRS-6.
double any_days(const Model& model) {
  if (*rc::gen::inRange(0, 10) == 0) return 0;
  const double days = std::exp(*rc::gen::inRange(-7000, 8200) / 1000.0);
  return model.parameters().algorithm == Algorithm::fsrs7 ? days : std::floor(days);
}

State any_state(const Model& model) {
  State state = model.first(any_grade());
  const int reviews = *rc::gen::inRange(0, 12);
  for (int i = 0; i < reviews; ++i) state = model.next(state, any_days(model), any_grade());
  return state;
}

} // namespace

TEST_CASE("retrievability lies in (0, 1] and never rises with time") {
  CHECK(rc::check([] {
    const Model& model = any_model();
    const State state = any_state(model);
    const double t = any_days(model);
    const double now = model.retrievability(state, t);
    RC_ASSERT(now > 0 && now <= 1);
    RC_ASSERT(model.retrievability(state, t * 1.5 + 0.001) <= now);
  }));
}

TEST_CASE("a better grade never gives a shorter interval") {
  CHECK(rc::check([] {
    const Model& model = any_model();
    const State state = any_state(model);
    const double t = any_days(model);
    const double wanted = *rc::gen::inRange(70, 98) / 100.0;
    double before = 0;
    for (const Grade grade : {Grade::again, Grade::hard, Grade::good, Grade::easy}) {
      const double days = model.interval(model.next(state, t, grade), wanted);
      RC_ASSERT(days >= before * (1 - 1e-9));
      before = days;
    }
  }));
}

TEST_CASE("interval is the inverse of retrievability") {
  CHECK(rc::check([] {
    const Model& model = any_model();
    const State state = any_state(model);
    const double wanted = *rc::gen::inRange(50, 990) / 1000.0;
    const double days = model.interval(state, wanted);
    RC_PRE(days < 36500);
    RC_ASSERT(std::abs(model.retrievability(state, days) - wanted) < 1e-9);
  }));
}

TEST_CASE("states stay within their bounds") {
  CHECK(rc::check([] {
    const Model& model = any_model();
    const State state = any_state(model);
    RC_ASSERT(state.difficulty >= 1 && state.difficulty <= 10);
    RC_ASSERT(state.stability >= 0.0001 && state.stability <= 36500);
    RC_ASSERT(state.fast >= 0 && state.fast <= 36500);
  }));
}

TEST_CASE("FSRS-6 counts study days, FSRS-7 the time itself") {
  const Moment evening{entente::core::ms_per_hour * 20, 0};
  const Moment night{entente::core::ms_per_hour * 27, 0};   // 03:00, still the same study day
  const Moment morning{entente::core::ms_per_hour * 29, 0}; // 05:00
  CHECK(fsrs6.elapsed(evening, night, 240) == 0);
  CHECK(fsrs6.elapsed(evening, morning, 240) == 1);
  CHECK(fsrs7.elapsed(evening, morning, 240) == doctest::Approx(9.0 / 24));
  CHECK(fsrs7.elapsed(morning, evening, 240) == 0);
}

TEST_CASE("the algorithms are named") {
  CHECK(name(Algorithm::fsrs6) == "fsrs6");
  CHECK(name(Algorithm::fsrs7) == "fsrs7");
}
