#pragma once

// The kernel's loops over steps, for any width of lanes. Included by the two kernels only, and by
// the test that checks them in double.

#include "memory/fsrs6_lanes.h"
#include "memory/fsrs7_lanes.h"
#include "memory/kernel.h"

namespace entente::memory {

template <typename F> F load_floats(const float* from) {
  if constexpr (LaneTraits<F>::count == 1)
    return static_cast<double>(*from);
  else
    return load<F>(from);
}

template <typename F> void store_floats(F lanes, float* to, std::size_t stride) {
  if constexpr (LaneTraits<F>::count == 1)
    *to = static_cast<float>(lanes);
  else
    for (int i = 0; i < LaneTraits<F>::count; ++i)
      to[static_cast<std::size_t>(i) * stride] = lanes[i];
}

// What the loss says of one step's predictions.
template <typename F> struct Loss {
  F loss;
  F recall_adjoint;
};

template <typename F> Loss<F> cross_entropy(F r, F grade, F weight) {
  using E = typename LaneTraits<F>::Element;
  const F low = F{} + E(1e-7);
  const F high = F{} + E(1 - 1e-7);
  const F bounded = smaller(larger(r, low), high);
  const auto again = grade < E(1.5);
  const F picked = select(again, E(1) - bounded, bounded);
  const F slope = select(again, weight, F{} - weight) / picked;
  return {F{} - weight * logarithm(picked), select((r >= low) & (r <= high), slope, F{})};
}

template <typename F, template <typename> class Formulas> class LaneRunner {
public:
  using Tape = typename Formulas<F>::Tape;
  using Lanes = typename Formulas<F>::Lanes;
  static constexpr auto weight_count = static_cast<std::size_t>(Formulas<F>::weight_count);
  static constexpr std::size_t width = static_cast<std::size_t>(LaneTraits<F>::count);

  explicit LaneRunner(const double* weights) : formulas_(weights) {}

  void gradient(const LaneGroup& group, std::byte* bytes, double* loss, double* total) const {
    auto* tapes = reinterpret_cast<Tape*>(bytes);
    for (std::size_t lane = 0; lane < lane_count; lane += width) {
      F sums[weight_count] = {};
      const F lost = forward(group, lane, tapes);
      backward(group, lane, tapes, sums);
      *loss += sum(lost);
      for (std::size_t i = 0; i < weight_count; ++i) total[i] += sum(sums[i]);
    }
  }

  void replay(const LaneGroup& group, const LaneOutput* output, double* loss) const {
    for (std::size_t lane = 0; lane < lane_count; lane += width) {
      Lanes state = formulas_.first(at(group.grades, 0, lane));
      if (output != nullptr)
        keep(*output, 0, lane, state, F{} + typename LaneTraits<F>::Element(1));
      F lost{};
      for (std::size_t k = 1; k < group.steps; ++k) {
        Tape tape;
        const F t = at(group.elapsed, k, lane);
        const F grade = at(group.grades, k, lane);
        const F r = formulas_.recall(state, t, tape);
        if (loss != nullptr) lost += cross_entropy(r, grade, at(group.weights, k, lane)).loss;
        state = formulas_.step(t, grade, tape);
        if (output != nullptr) keep(*output, k, lane, state, r);
      }
      if (loss != nullptr) *loss += sum(lost);
    }
  }

  void outlook(const CardLanes& cards, const Prospect& prospect, const Worth& worth) const {
    for (std::size_t i = 0; i < cards.count; i += width) {
      const Lanes state =
          Lanes::of(load_floats<F>(cards.stability + i), load_floats<F>(cards.fast + i),
                    load_floats<F>(cards.difficulty + i));
      const F t = load_floats<F>(cards.elapsed + i);
      Tape tape;
      const F r = formulas_.recall(state, t, tape);
      store_floats(r, worth.recall + i, 1);
      if (worth.reviewed == nullptr) continue;
      store_floats(reviewed(t, r, tape, prospect), worth.reviewed + i, 1);
      store_floats(formulas_.recall(state, t + E(prospect.horizon), tape), worth.left + i, 1);
    }
  }

private:
  using E = typename LaneTraits<F>::Element;

  // Recall at the horizon after a review now; `now` holds the step's recall.
  F reviewed(F t, F r, const Tape& now, const Prospect& prospect) const {
    const F horizon = F{} + E(prospect.horizon);
    Tape tape = now;
    const F relearn = F{} + E(prospect.relearn);
    const Lanes missed = formulas_.step(t, F{} + E(1), tape);
    formulas_.recall(missed, relearn, tape);
    const Lanes relearned = formulas_.step(relearn, F{} + E(3), tape);
    F kept{};
    for (int i = 0; i < 3; ++i) {
      Tape right = now;
      const Lanes after = formulas_.step(t, F{} + E(2 + i), right);
      kept += formulas_.recall(after, horizon, right) * E(prospect.recalled[i]);
    }
    return (E(1) - r) * formulas_.recall(relearned, horizon, tape) + r * kept;
  }

  static F at(const float* values, std::size_t step, std::size_t lane) {
    return load_floats<F>(values + step * lane_count + lane);
  }

  static void keep(const LaneOutput& output, std::size_t step, std::size_t lane, const Lanes& state,
                   F r) {
    const std::size_t first = step * lane_count + lane;
    if (output.recall != nullptr) store_floats(r, output.recall + first, 1);
    if (output.states == nullptr) return;
    store_floats(state.s, output.states + 3 * first, 3);
    store_floats(state.fast(), output.states + 3 * first + 1, 3);
    store_floats(state.d, output.states + 3 * first + 2, 3);
  }

  F forward(const LaneGroup& group, std::size_t lane, Tape* tapes) const {
    F lost{};
    Lanes state = formulas_.first(at(group.grades, 0, lane));
    for (std::size_t k = 1; k < group.steps; ++k) {
      const F t = at(group.elapsed, k, lane);
      const F grade = at(group.grades, k, lane);
      const F r = formulas_.recall(state, t, tapes[k]);
      lost += cross_entropy(r, grade, at(group.weights, k, lane)).loss;
      state = formulas_.step(t, grade, tapes[k]);
    }
    return lost;
  }

  void backward(const LaneGroup& group, std::size_t lane, const Tape* tapes, F* sums) const {
    Lanes adjoint{};
    for (std::size_t k = group.steps; k-- > 1;) {
      const F grade = at(group.grades, k, lane);
      const auto loss = cross_entropy(tapes[k].r, grade, at(group.weights, k, lane));
      adjoint = formulas_.back(at(group.elapsed, k, lane), grade, tapes[k], adjoint,
                               loss.recall_adjoint, sums);
    }
    formulas_.first_back(at(group.grades, 0, lane), adjoint, sums);
  }

  Formulas<F> formulas_;
};

template <typename F> struct LaneKernel {
  static void gradient(Algorithm algorithm, const double* weights, const LaneGroup* groups,
                       std::size_t count, std::byte* tape, double* loss, double* total) {
    const auto each = [&](const auto& runner) {
      for (std::size_t i = 0; i < count; ++i) runner.gradient(groups[i], tape, loss, total);
    };
    if (algorithm == Algorithm::fsrs6)
      each(LaneRunner<F, Fsrs6Lanes>(weights));
    else
      each(LaneRunner<F, Fsrs7Lanes>(weights));
  }

  static void replay(Algorithm algorithm, const double* weights, const LaneGroup* groups,
                     std::size_t count, const LaneOutput* output, double* loss) {
    const auto each = [&](const auto& runner) {
      for (std::size_t i = 0; i < count; ++i)
        runner.replay(groups[i], output != nullptr ? output + i : nullptr, loss);
    };
    if (algorithm == Algorithm::fsrs6)
      each(LaneRunner<F, Fsrs6Lanes>(weights));
    else
      each(LaneRunner<F, Fsrs7Lanes>(weights));
  }

  static std::size_t tape_bytes(Algorithm algorithm, std::size_t steps) {
    return steps * (algorithm == Algorithm::fsrs6 ? sizeof(typename Fsrs6Lanes<F>::Tape)
                                                  : sizeof(typename Fsrs7Lanes<F>::Tape));
  }

  static void outlook(Algorithm algorithm, const double* weights, const CardLanes& cards,
                      const Prospect& prospect, const Worth& worth) {
    if (algorithm == Algorithm::fsrs6)
      LaneRunner<F, Fsrs6Lanes>(weights).outlook(cards, prospect, worth);
    else
      LaneRunner<F, Fsrs7Lanes>(weights).outlook(cards, prospect, worth);
  }

  static constexpr Kernel kernel{gradient, replay, tape_bytes, outlook};
};

} // namespace entente::memory
