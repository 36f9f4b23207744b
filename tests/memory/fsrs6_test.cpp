// Reference values of FSRS-6: figures published in the tests of open-spaced-repetition's fsrs-rs,
// fsrs-optimizer, py-fsrs and ts-fsrs. Numbers in the titles are those of our own list of them.

#include "memory/fsrs6.h"
#include "memory/model.h"
#include "memory/sm2.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace entente::memory;
using doctest::Approx;

namespace {

const Parameters w6 = defaults(Algorithm::fsrs6);
const Model model{w6};

// Published in float32.
Approx near(double value) { return Approx(value).epsilon(3e-6); }

Grade grade(int number) { return static_cast<Grade>(number); }

struct Review {
  int grade;
  double elapsed;
};

State replay(const Model& with, const std::vector<Review>& reviews) {
  State state = with.first(grade(reviews.front().grade));
  for (std::size_t i = 1; i < reviews.size(); ++i)
    state = with.next(state, reviews[i].elapsed, grade(reviews[i].grade));
  return state;
}

Parameters fsrs5() {
  return {Algorithm::fsrs6,
          {0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918,
           0.0025195254, 1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248,
           0.19542035, 3.201072, 0.18046261, 0.121442534}};
}

} // namespace

TEST_CASE("A1-A3, A17: the forgetting curve") {
  const double t[] = {0, 1, 2, 3, 4, 5};
  const double s[] = {1, 2, 3, 4, 4, 2};
  const double r[] = {1.0, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359};
  for (int i = 0; i < 6; ++i) CHECK(model.retrievability({s[i], 0, 5}, t[i]) == near(r[i]));
  CHECK(model.retrievability({1, 0, 5}, 2) == Approx(0.8458846447796301).epsilon(1e-8));
  CHECK(model.retrievability({1, 0, 5}, 3) == Approx(0.8093881028681906).epsilon(1e-8));
  const auto slower = fsrs6::curve(0.2);
  CHECK(fsrs6::retrievability(slower, 2, 1) == near(0.84028935));
  CHECK(fsrs6::retrievability(slower, 3, 1) == near(0.7985001));
  CHECK(model.retrievability({8.2956, 0, 1}, 8) == near(0.9024733));
}

TEST_CASE("A4-A6: difficulty") {
  const double first[] = {6.4133, 5.11217071, 2.11810397, 1};
  const double damped[] = {8.354889, 6.6774445, 5.0, 3.3225555};
  const double reverted[] = {8.341763, 6.6659956, 4.990228, 3.3144615};
  for (int i = 0; i < 4; ++i) {
    CHECK(model.first(grade(i + 1)).difficulty == near(first[i]));
    CHECK(fsrs6::damped_difficulty(w6.weights, 5, grade(i + 1)) == near(damped[i]));
    CHECK(fsrs6::next_difficulty(w6.weights, 5, grade(i + 1)) == near(reverted[i]));
  }
}

TEST_CASE("A7-A9: stability after recall, after a lapse, on the same day") {
  const double r[] = {0.9, 0.8, 0.7, 0.6};
  const double recalled[] = {25.602541, 28.226582, 58.656002, 127.226685};
  const double forgotten[] = {1.0525396, 1.1894329, 1.3680838, 1.584989};
  const double same_day[] = {1.596818, 5.0, 5.0, 8.12961};
  for (int i = 0; i < 4; ++i) {
    const State before{5, 0, i + 1.0};
    CHECK(fsrs6::recalled(w6.weights, before, r[i], grade(i + 1)) == near(recalled[i]));
    CHECK(fsrs6::forgotten(w6.weights, before, r[i]) == near(forgotten[i]));
    CHECK(fsrs6::same_day(w6.weights, 5, grade(i + 1)) == near(same_day[i]));
  }
}

TEST_CASE("A10, A11: two reviews") {
  const int grades[] = {1, 2, 3, 4, 1, 2};
  const double elapsed[] = {1, 1, 1, 1, 2, 2};
  const double s[] = {0.10088589, 3.2494123, 7.3153, 18.014914, 0.112798266, 4.4694576};
  const double d[] = {8.806304, 6.7404594, 2.1112142, 1.0, 8.806304, 6.7404594};
  for (int i = 0; i < 6; ++i) {
    const State after = replay(model, {{grades[i], 0}, {grades[i], elapsed[i]}});
    CHECK(after.stability == near(s[i]));
    CHECK(after.difficulty == near(d[i]));
  }
}

TEST_CASE("A12, A13: six reviews, with and without the same-day rule") {
  const std::vector<Review> reviews{{1, 0}, {3, 0}, {3, 1}, {3, 3}, {3, 8}, {3, 21}};
  CHECK(replay(model, reviews).stability == near(53.62691));
  CHECK(replay(model, reviews).difficulty == near(6.3574867));
  Parameters off = w6;
  off.weights[17] = off.weights[18] = off.weights[19] = 0;
  CHECK(replay(Model(off), reviews).stability == near(53.335106));
  CHECK(replay(Model(off), reviews).difficulty == near(6.3574867));
}

TEST_CASE("A14: intervals for a wanted recall") {
  const double days[] = {3116766, 34793, 2508, 387, 90, 27, 9, 3, 1, 1};
  const auto curve = fsrs6::curve(w6.weights[20]);
  for (int i = 0; i < 10; ++i) {
    const double wanted = (i + 1) / 10.0;
    CHECK(std::round(std::max(1.0, fsrs6::interval(curve, 1, wanted))) ==
          Approx(days[i]).epsilon(2e-6));
  }
  CHECK(model.interval({1, 0, 5}, 0.1) == 36500);
}

TEST_CASE("A15: a history reviewed when due") {
  const int grades[] = {3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3};
  const double elapsed[] = {0, 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12};
  const double s[] = {2.3065, 2.3065, 10.971, 46.3169, 162.9998, 497.8766, 6.8904,
                      2.1546, 2.1546, 3.9831, 7.2363,  12.483,   20.7704};
  const double d[] = {2.1181, 2.1112, 2.1043, 2.0975, 2.0906, 2.0837, 7.3832,
                      9.1251, 9.1112, 9.0973, 9.0835, 9.0696, 9.0558};
  State state = model.first(Grade::good);
  for (int i = 0; i < 13; ++i) {
    if (i > 0) state = model.next(state, elapsed[i], grade(grades[i]));
    CHECK(state.stability == Approx(s[i]).epsilon(6e-5));
    CHECK(state.difficulty == Approx(d[i]).epsilon(6e-5));
    if (i < 12 && elapsed[i + 1] > 0) CHECK(std::round(state.stability) == elapsed[i + 1]);
  }
}

TEST_CASE("A16: a card scheduled by SM-2") {
  const Sm2 cards[] = {{2.5, 10, 0.9}, {2.5, 10, 0.8}, {2.5, 10, 0.95}, {1.3, 20, 0.9}};
  const double s[] = {10, 3.01572, 24.841097, 20};
  const double d[] = {6.9140563, 9.393428, 1.2974405, 10};
  for (int i = 0; i < 4; ++i) {
    CHECK(from_sm2(model, cards[i]).stability == near(s[i]));
    CHECK(from_sm2(model, cards[i]).difficulty == near(d[i]));
  }
}

TEST_CASE("nineteen weights of FSRS-5 are taken as they are") {
  const Model five{fsrs5()};
  CHECK(five.parameters().weights.size() == 21);
  CHECK(five.parameters().weights[19] == 0);
  CHECK(five.parameters().weights[20] == 0.5);
  const State state = replay(five, {{1, 0}, {3, 1}, {3, 3}, {3, 8}});
  const double s[] = {2.9691455, 17.091452, 31.722992, 71.7502};
  const double d[] = {8.000659, 7.6913934, 7.382128, 7.0728626};
  for (int i = 0; i < 4; ++i) {
    const State after = five.next(state, 21, grade(i + 1));
    CHECK(after.stability == near(s[i]));
    CHECK(after.difficulty == near(d[i]));
    CHECK(five.interval(after, 0.9) == near(s[i]));
  }
  const State good = five.next({20.925528, 0, 7.005062}, 21, Grade::good);
  CHECK(good.stability == near(40.87456));
  CHECK(good.difficulty == near(6.9913807));
  CHECK(five.interval({121.01552, 0, 5}, 0.9) == near(121.01551));
}

TEST_CASE("seventeen weights of FSRS-4.5 are migrated") {
  const Parameters old{Algorithm::fsrs6,
                       {0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05,
                        0.34, 1.26, 0.29, 2.61}};
  const double expected[] = {0.4,  0.6,  2.4,  5.8,  6.81, 0.44675013, 1.36, 0.01, 1.49, 0.14, 0.94,
                             2.18, 0.05, 0.34, 1.26, 0.29, 2.61,       0,    0,    0,    0.5};
  const auto migrated = clipped(old).weights;
  REQUIRE(migrated.size() == 21);
  for (std::size_t i = 0; i < 21; ++i) CHECK(migrated[i] == near(expected[i]));
}

TEST_CASE("weights out of range are clipped") {
  Parameters wild = w6;
  const double given[] = {0, -1000, 1000, 0, 1000, -1000, 1, 0.25, -0.1};
  const double kept[] = {0.001, 0.001, 100, 0.001, 10, 0.001, 1, 0.25, 0};
  std::copy(std::begin(given), std::end(given), wild.weights.begin());
  const auto now = clipped(wild).weights;
  for (std::size_t i = 0; i < 9; ++i) CHECK(now[i] == kept[i]);
}
