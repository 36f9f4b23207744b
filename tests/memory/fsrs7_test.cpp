#include "fsrs7_vectors.h"

#include "memory/model.h"
#include "memory/sm2.h"

#include <doctest/doctest.h>

#include <initializer_list>

#include <algorithm>
#include <cmath>

using namespace entente::memory;

namespace {

const Model model{defaults(Algorithm::fsrs7)};

Grade grade(std::size_t number) { return static_cast<Grade>(number); }
bool close(double ours, double published, double absolute, double relative) {
  return std::abs(ours - published) <= std::max(absolute, relative * std::abs(published));
}
bool same_state(const State& ours, const State& published) {
  return close(ours.stability, published.stability, 1e-7, 1e-4) &&
         close(ours.fast, published.fast, 1e-7, 1e-4) &&
         close(ours.difficulty, published.difficulty, 1e-7, 1e-4);
}

// The published value of this one interval comes from a solver that stops at |R - wanted| <= 1e-3:
// state (390.854, 0.0025306938, 8.817285), wanted 0.99, published 0.505287, exact 0.503711.
bool loosely_published(const State& state, double wanted) {
  return close(state.stability, 390.854, 0.001, 0) && wanted == 0.99;
}

State after(const vectors::Case& from, std::size_t number) {
  return from.before ? model.next(*from.before, from.elapsed, grade(number))
                     : model.first(grade(number));
}

} // namespace

TEST_CASE("H: histories") {
  for (const auto& history : vectors::fsrs7_histories) {
    State state = model.first(grade(static_cast<std::size_t>(history.front().grade)));
    CHECK(same_state(state, history.front().after));
    for (std::size_t i = 1; i < history.size(); ++i) {
      const auto& step = history[i];
      state = model.next(state, step.elapsed, grade(static_cast<std::size_t>(step.grade)));
      CAPTURE(i);
      CHECK(same_state(state, step.after));
    }
  }
}

TEST_CASE("H: states, recall and intervals after each grade") {
  for (const auto& from : vectors::fsrs7_cases) {
    if (from.retrievability)
      CHECK(std::abs(model.retrievability(*from.before, from.elapsed) - *from.retrievability) <
            5e-6);
    for (std::size_t number = 1; number <= 4; ++number) {
      const auto& expected = from.next[number - 1];
      const State now = after(from, number);
      CHECK(same_state(now, expected.state));
      for (std::size_t i = 0; i < 5; ++i) {
        const double wanted = vectors::fsrs7_wanted[i];
        if (loosely_published(now, wanted)) continue;
        CHECK(close(model.interval(now, wanted), expected.intervals[i], 1e-8, 2e-3));
      }
    }
  }
}

TEST_CASE("H: the one loosely published interval is solved exactly") {
  const State state{390.854, 0.0025306938, 8.817285};
  CHECK(model.interval(state, 0.99) == doctest::Approx(0.503711).epsilon(1e-5));
}

TEST_CASE("a card scheduled by SM-2 keeps its interval at its retention") {
  for (const double interval : {1.0, 30.0, 100.0}) {
    for (const double retention : {0.8, 0.9, 0.95}) {
      const State state = from_sm2(model, {2.5, interval, retention});
      CHECK(state.difficulty == 5);
      CHECK(state.fast == doctest::Approx(0.8 * state.stability));
      CHECK(std::abs(model.interval(state, retention) - interval) < 0.01);
    }
  }
}
