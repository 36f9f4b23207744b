// Loss and gradient of the fit: against central differences, against published values, and the
// float kernels against the double one.

#include "memory/kernel_lanes.h"
#include "memory/model.h"
#include "memory/weights.h"

#include "core/random.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

using namespace entente::memory;

namespace {

struct Batch {
  std::vector<float> elapsed, grades, weights;
  std::size_t steps = 0;

  [[nodiscard]] LaneGroup group() const {
    return {elapsed.data(), grades.data(), weights.data(), steps};
  }
};

Batch random_batch(Algorithm algorithm, std::uint64_t seed, std::size_t steps) {
  entente::core::Random random(seed);
  Batch batch;
  batch.steps = steps;
  for (std::size_t i = 0; i < steps * lane_count; ++i) {
    const bool first = i < lane_count;
    const bool same_day = random.below(4) == 0;
    const double days = std::exp(random.unit() * 6 - 1);
    const double whole = algorithm == Algorithm::fsrs6 ? std::ceil(days) : days;
    batch.elapsed.push_back(first || same_day ? 0 : static_cast<float>(whole));
    batch.grades.push_back(static_cast<float>(1 + random.below(4)));
    batch.weights.push_back(first || same_day ? 0 : 0.5F + static_cast<float>(random.unit()));
  }
  return batch;
}

// Somewhere between the bounds, away from them.
std::vector<double> random_weights(Algorithm algorithm, std::uint64_t seed) {
  entente::core::Random random(seed);
  std::vector<double> found;
  for (const Weight& weight : weights(algorithm)) {
    const double width = std::min(weight.high - weight.low, 4.0);
    const double off = std::min(weight.deviation, 0.1 * width) * (random.unit() - 0.5);
    found.push_back(
        std::clamp(weight.initial + off, weight.low + 0.02 * width, weight.high - 0.02 * width));
  }
  return found;
}

struct Slope {
  double loss = 0;
  std::vector<double> gradient;
};

Slope slope(const Kernel& kernel, Algorithm algorithm, const std::vector<double>& at,
            const Batch& batch) {
  std::vector<double> tape(kernel.tape_bytes(algorithm, batch.steps) / sizeof(double) + 16);
  auto address = reinterpret_cast<std::uintptr_t>(tape.data());
  auto* aligned = reinterpret_cast<std::byte*>((address + 63) / 64 * 64);
  Slope result{0, std::vector<double>(at.size(), 0)};
  const LaneGroup group = batch.group();
  kernel.gradient(algorithm, at.data(), &group, 1, aligned, &result.loss, result.gradient.data());
  return result;
}

const Kernel& in_double = LaneKernel<double>::kernel;

double central_difference(Algorithm algorithm, std::vector<double> at, const Batch& batch,
                          std::size_t i) {
  const double step = 1e-5 * std::max(0.1, std::abs(at[i]));
  at[i] += step;
  const double up = slope(in_double, algorithm, at, batch).loss;
  at[i] -= 2 * step;
  return (up - slope(in_double, algorithm, at, batch).loss) / (2 * step);
}

// Section B: four histories and what came after, time by column.
Batch published_batch() {
  const float t[7][4] = {{0, 0, 0, 0}, {0, 0, 0, 0},  {0, 0, 0, 1},   {0, 1, 1, 3},
                         {1, 3, 3, 5}, {3, 6, 6, 12}, {4, 11, 12, 23}};
  const float r[7][4] = {{1, 2, 3, 4}, {3, 4, 2, 4}, {1, 4, 4, 3}, {4, 3, 3, 3},
                         {3, 1, 3, 3}, {2, 3, 3, 4}, {3, 3, 3, 1}};
  Batch batch;
  batch.steps = 7;
  for (std::size_t step = 0; step < 7; ++step)
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      batch.elapsed.push_back(lane < 4 ? t[step][lane] : 0);
      batch.grades.push_back(lane < 4 ? r[step][lane] : 3);
      batch.weights.push_back(lane < 4 && step == 6 ? 1.0F : 0.0F);
    }
  return batch;
}

void check_published(const Kernel& kernel, const std::vector<double>& at, double loss,
                     const std::array<double, 21>& gradient) {
  const Slope ours = slope(kernel, Algorithm::fsrs6, at, published_batch());
  CHECK(ours.loss == doctest::Approx(loss).epsilon(1e-5));
  for (std::size_t i = 0; i < 21; ++i) {
    CAPTURE(i);
    CHECK(std::abs(ours.gradient[i] - gradient[i]) <
          1e-5 + 2e-4 * std::abs(gradient[i])); // published in float32
  }
}

const std::vector<double> after_one_step{
    0.252,       1.3331,     2.3464994,  8.2556, 6.3733,     0.87340003,  2.9794,
    0.040999997, 1.8322,     0.20660001, 0.756,  1.5235,     0.021400042, 0.3029,
    1.6882998,   0.64140004, 1.8329,     0.5025, 0.13119997, 0.1058,      0.1142};

} // namespace

TEST_CASE("gradients agree with central differences") {
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      const Batch batch = random_batch(algorithm, seed, 12);
      const auto at = random_weights(algorithm, 100 + seed);
      const Slope ours = slope(in_double, algorithm, at, batch);
      for (std::size_t i = 0; i < at.size(); ++i) {
        CAPTURE(seed);
        CAPTURE(i);
        const double expected = central_difference(algorithm, at, batch, i);
        CHECK(std::abs(ours.gradient[i] - expected) < 1e-5 + 1e-5 * std::abs(expected));
      }
    }
  }
}

TEST_CASE("float kernels agree with the double one") {
  std::vector<const Kernel*> kernels{&kernel_for_any_machine()};
#if defined(__x86_64__)
  if (kernel_for_avx2() != nullptr && __builtin_cpu_supports("avx2") != 0 &&
      __builtin_cpu_supports("fma") != 0)
    kernels.push_back(kernel_for_avx2());
#endif
  for (const Kernel* kernel : kernels) {
    for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
      const Batch batch = random_batch(algorithm, 3, 20);
      const auto at = random_weights(algorithm, 4);
      const Slope exact = slope(in_double, algorithm, at, batch);
      const Slope ours = slope(*kernel, algorithm, at, batch);
      CHECK(ours.loss == doctest::Approx(exact.loss).epsilon(1e-5));
      for (std::size_t i = 0; i < at.size(); ++i)
        CHECK(std::abs(ours.gradient[i] - exact.gradient[i]) <
              1e-3 + 1e-3 * std::abs(exact.gradient[i]));
    }
  }
}

TEST_CASE("the kernel steps as the model does") {
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    const Batch batch = random_batch(algorithm, 9, 15);
    const Model model{{algorithm, random_weights(algorithm, 5)}};
    std::vector<float> states(3 * batch.elapsed.size());
    std::vector<float> recall(batch.elapsed.size());
    const LaneOutput output{states.data(), recall.data()};
    const LaneGroup group = batch.group();
    LaneKernel<double>::kernel.replay(algorithm, model.parameters().weights.data(), &group, 1,
                                      &output, nullptr);
    State state;
    for (std::size_t step = 0; step < batch.steps; ++step) {
      const std::size_t i = step * lane_count + 2;
      const auto grade = static_cast<Grade>(static_cast<int>(batch.grades[i]));
      const double days = static_cast<double>(batch.elapsed[i]);
      if (step > 0)
        CHECK(static_cast<double>(recall[i]) ==
              doctest::Approx(model.retrievability(state, days)).epsilon(1e-6));
      state = step == 0 ? model.first(grade) : model.next(state, days, grade);
      CHECK(static_cast<double>(states[3 * i]) == doctest::Approx(state.stability).epsilon(1e-6));
      CHECK(static_cast<double>(states[3 * i + 1]) == doctest::Approx(state.fast).epsilon(1e-6));
      CHECK(static_cast<double>(states[3 * i + 2]) ==
            doctest::Approx(state.difficulty).epsilon(1e-6));
    }
  }
}

TEST_CASE("B: the published loss and gradient, twice") {
  const std::array<double, 21> first{
      -0.095688485, -0.0051607806, -0.0012249565, 0.007462064,  0.03650761, -0.082112335,
      0.0593964,    -2.1474836,    0.57626534,    -2.8751316,   0.7154875,  -0.028993709,
      0.0099172965, -0.2189217,    -0.0017800558, -0.089381434, 0.299141,   0.068104014,
      -0.011605468, -0.25398168,   0.27700496};
  const std::array<double, 21> second{
      -0.040530164, -0.0041278866, -0.0010157757, 0.007239434,  0.009321215, -0.120117955,
      0.039143264,  -0.8628009,    0.5794302,     -2.5713828,   0.7669307,   -0.024242667,
      0.0,          -0.16912507,   -0.0017008218, -0.061857328, 0.28093633,  0.064058185,
      0.0063592787, -0.1903223,    0.6257775};
  for (const Kernel* kernel : {&in_double, &kernel_for_any_machine()}) {
    check_published(*kernel, defaults(Algorithm::fsrs6).weights, 4.0466027, first);
    check_published(*kernel, after_one_step, 3.767796, second);
  }
}

TEST_CASE("B: the published prior") {
  const std::array<double, 21> expected{
      0.0019813816, 0.00087788026, 0.00026506148, -0.000105618295, -0.25213888, 1.0448985,
      -0.22755535,  5.688889,      -0.5385926,    2.5283954,       -0.75225013, 0.9102214,
      -10.113569,   3.1999993,     0.2521374,     1.3107208,       -0.07721739, -0.85244584,
      0.79999936,   4.1795917,     -1.1237311};
  std::vector<double> gradient(21, 0);
  const double scale = 2 * 512 / 1000.0;
  CHECK(prior(Algorithm::fsrs6, scale, after_one_step, gradient) ==
        doctest::Approx(0.67711145).epsilon(1e-5));
  for (std::size_t i = 0; i < 21; ++i)
    CHECK(gradient[i] == doctest::Approx(expected[i]).epsilon(1e-4));
}

TEST_CASE("exponential and logarithm are right to a few units in the last place") {
  float worst_exp = 0;
  float worst_log = 0;
  for (float x = -80; x < 80; x += 0.0137F) {
    const Float4 lanes = exponential(Float4{x, x, x, x});
    const auto exact = static_cast<float>(std::exp(static_cast<double>(x)));
    worst_exp = std::max(worst_exp, std::abs(lanes[0] - exact) / exact);
    const float y = exact;
    const Float4 back = logarithm(Float4{y, y, y, y});
    const auto log = static_cast<float>(std::log(static_cast<double>(y)));
    worst_log = std::max(worst_log, std::abs(back[1] - log) / std::max(std::abs(log), 1e-3F));
  }
  CHECK(worst_exp < 3e-7F);
  CHECK(worst_log < 3e-7F);
}
