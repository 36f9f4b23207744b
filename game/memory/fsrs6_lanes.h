#pragma once

// FSRS-6 for fitting: one review of several cards forward, and its derivatives backward (reverse
// mode). The same formulas as fsrs6.cpp; branches become selects, and what each branch needs of
// exp and ln shares one call.

#include "memory/lanes.h"

namespace entente::memory {

template <typename F> class Fsrs6Lanes {
public:
  using E = typename LaneTraits<F>::Element;
  static constexpr int weight_count = 21;

  struct Lanes {
    F s, d;
    [[nodiscard]] F fast() const { return F{}; }
    static Lanes of(F s, F, F d) { return {s, d}; }
  };

  // What the way back needs of a step.
  struct Tape {
    Lanes before;
    F r, base, log_base, log_1, log_2, exp_1, exp_2, raw_s, raw_d;
  };

  explicit Fsrs6Lanes(const double* weights) {
    for (int i = 0; i < weight_count; ++i) w_[i] = static_cast<E>(weights[i]);
    const double decay = -weights[20];
    factor_ = static_cast<E>(std::exp(std::log(0.9) / decay) - 1);
    factor_slope_ =
        static_cast<E>(-std::exp(std::log(0.9) / decay) * std::log(0.9) / decay / decay);
    cap_ = static_cast<E>(std::exp(-weights[17] * weights[18]));
    easiest_ = static_cast<E>(weights[4] - std::exp(3 * weights[5]) + 1);
    easiest_slope_ = static_cast<E>(-3 * std::exp(3 * weights[5]));
    for (int i = 0; i < 4; ++i) first_[i] = static_cast<E>(std::exp(weights[5] * i));
  }

  Lanes first(F grade) const {
    const F s = by_grade(grade, w_);
    return {bounded(s, least, most), bounded(first_difficulty(grade), E(1), E(10))};
  }

  void first_back(F grade, const Lanes& adjoint, F* gradient) const {
    const F zero{};
    gradient[0] += select(grade < E(1.5), adjoint.s, zero);
    gradient[1] += select((grade > E(1.5)) & (grade < E(2.5)), adjoint.s, zero);
    gradient[2] += select((grade > E(2.5)) & (grade < E(3.5)), adjoint.s, zero);
    gradient[3] += select(grade > E(3.5), adjoint.s, zero);
    const F a = passed(first_difficulty(grade), E(1), E(10), adjoint.d);
    gradient[4] += a;
    gradient[5] -= a * (grade - E(1)) * by_grade(grade, first_);
  }

  // Recall just before the review; fills the curve's part of the tape.
  F recall(const Lanes& state, F t, Tape& tape) const {
    tape.before = state;
    tape.base = t / state.s * factor_ + E(1);
    tape.log_base = logarithm(tape.base);
    tape.r = exponential(tape.log_base * -w_[20]);
    return tape.r;
  }

  Lanes step(F t, F grade, Tape& tape) const {
    const auto [s, d] = tape.before;
    const F q = E(1) - tape.r;
    const auto same = t <= E(0);
    const auto again = grade < E(1.5);
    tape.log_1 = logarithm(select(again & !same, d, s));
    tape.log_2 = logarithm(s + E(1));
    tape.exp_1 = exponential(
        select(same, (grade - E(3) + w_[18]) * w_[17] - tape.log_1 * w_[19],
               select(again, q * w_[14] - tape.log_1 * w_[12], w_[8] - tape.log_1 * w_[9])));
    tape.exp_2 = exponential(select(again, tape.log_2 * w_[13], q * w_[10]));
    const F recalled = s + s * gain(d, tape) * factor(grade);
    const F forgotten = smaller(tape.exp_1 * w_[11] * (tape.exp_2 - E(1)), s * cap_);
    const F repeated = s * select(again, tape.exp_1, larger(tape.exp_1, F{} + E(1)));
    tape.raw_s = select(same, repeated, select(again, forgotten, recalled));
    const F damped = d - (grade - E(3)) * w_[6] * (E(10) - d) / E(9);
    tape.raw_d = damped * (E(1) - w_[7]) + w_[7] * easiest_;
    return {bounded(tape.raw_s, least, most), bounded(tape.raw_d, E(1), E(10))};
  }

  // From the adjoint of the state after to that of the state before. recall_adjoint: of r by the
  // loss.
  Lanes back(F t, F grade, const Tape& tape, const Lanes& after, F recall_adjoint,
             F* gradient) const {
    const F a = passed(tape.raw_s, least, most, after.s);
    Lanes before{F{}, back_difficulty(grade, tape, after.d, gradient)};
    const auto same = t <= E(0);
    const auto again = grade < E(1.5);
    const F zero{};
    F q = back_recalled(grade, tape, select(same | again, zero, a), before, gradient);
    q += back_forgotten(tape, select(again & !same, a, zero), before, gradient);
    back_same_day(grade, tape, select(same, a, zero), before, gradient);
    back_recall(t, tape, recall_adjoint - q, before, gradient);
    return before;
  }

private:
  static constexpr E least = E(0.001);
  static constexpr E most = E(36500);

  static F bounded(F x, E low, E high) { return smaller(larger(x, F{} + low), F{} + high); }
  // A bound passes the adjoint inside and on it, and stops it beyond.
  static F passed(F x, E low, E high, F adjoint) {
    return select((x >= low) & (x <= high), adjoint, F{});
  }
  static F by_grade(F grade, const E* values) {
    const F low = select(grade < E(1.5), F{} + values[0], F{} + values[1]);
    const F high = select(grade < E(3.5), F{} + values[2], F{} + values[3]);
    return select(grade < E(2.5), low, high);
  }
  F first_difficulty(F grade) const { return w_[4] - by_grade(grade, first_) + E(1); }
  F factor(F grade) const {
    const F one = F{} + E(1);
    return select(grade < E(2.5), F{} + w_[15], select(grade > E(3.5), F{} + w_[16], one));
  }
  // Relative gain of a recalled card before the factor for Hard and Easy.
  static F gain(F d, const Tape& tape) { return tape.exp_1 * (E(11) - d) * (tape.exp_2 - E(1)); }

  F back_difficulty(F grade, const Tape& tape, F adjoint, F* gradient) const {
    const F a = passed(tape.raw_d, E(1), E(10), adjoint);
    const F off = grade - E(3);
    const F d = tape.before.d;
    const F damped = d - off * w_[6] * (E(10) - d) / E(9);
    gradient[4] += a * w_[7];
    gradient[5] += a * (w_[7] * easiest_slope_);
    gradient[6] -= a * (E(1) - w_[7]) * off * (E(10) - d) / E(9);
    gradient[7] += a * (easiest_ - damped);
    return a * (E(1) - w_[7]) * (E(1) + off * w_[6] / E(9));
  }

  // Each of these returns the adjoint of 1 - r.
  F back_recalled(F grade, const Tape& tape, F a, Lanes& before, F* gradient) const {
    const auto [s, d] = tape.before;
    const F one = a * s * gain(d, tape);
    const F all = one * factor(grade);
    const F rise = a * s * tape.exp_1 * (E(11) - d) * factor(grade) * tape.exp_2;
    const F zero{};
    gradient[8] += all;
    gradient[9] -= all * tape.log_1;
    gradient[10] += rise * (E(1) - tape.r);
    gradient[15] += select(grade < E(2.5), one, zero);
    gradient[16] += select(grade > E(3.5), one, zero);
    before.s += a + all * (E(1) - w_[9]) / s;
    before.d -= all / (E(11) - d);
    return rise * w_[10];
  }

  F back_forgotten(const Tape& tape, F a, Lanes& before, F* gradient) const {
    const auto [s, d] = tape.before;
    const F unit = tape.exp_1 * (tape.exp_2 - E(1));
    const F capped = s * cap_;
    const auto free = unit * w_[11] <= capped;
    const F over = select(free, F{}, a);
    const F b = select(free, a, F{});
    const F raw = b * unit * w_[11];
    const F power = b * tape.exp_1 * w_[11] * tape.exp_2;
    gradient[11] += b * unit;
    gradient[12] -= raw * tape.log_1;
    gradient[13] += power * tape.log_2;
    gradient[14] += raw * (E(1) - tape.r);
    gradient[17] -= over * capped * w_[18];
    gradient[18] -= over * capped * w_[17];
    before.s += power * w_[13] / (s + E(1)) + over * cap_;
    before.d -= raw * w_[12] / d;
    return raw * w_[14];
  }

  void back_same_day(F grade, const Tape& tape, F a, Lanes& before, F* gradient) const {
    const auto floored = (grade > E(1.5)) & (tape.exp_1 < E(1));
    const F b = select(floored, F{}, a) * tape.exp_1;
    const F change = b * tape.before.s;
    gradient[17] += change * (grade - E(3) + w_[18]);
    gradient[18] += change * w_[17];
    gradient[19] -= change * tape.log_1;
    before.s += select(floored, a, b * (E(1) - w_[19]));
  }

  void back_recall(F t, const Tape& tape, F a, Lanes& before, F* gradient) const {
    const F u = t / tape.before.s;
    const F slope = a * tape.r * -w_[20] / tape.base; // by factor * u
    before.s -= slope * factor_ * u / tape.before.s;
    gradient[20] -= a * tape.r * tape.log_base + slope * u * factor_slope_;
  }

  E w_[weight_count];
  E factor_, factor_slope_; // and its slope by the decay
  E cap_;
  E easiest_, easiest_slope_; // first difficulty of Easy, its slope by w5
  E first_[4];                // e^(w5 (grade - 1))
};

} // namespace entente::memory
