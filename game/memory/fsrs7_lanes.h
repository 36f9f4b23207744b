#pragma once

// FSRS-7 for fitting: one review of several cards forward, and its derivatives backward (reverse
// mode). The same formulas as fsrs7.cpp.

#include "memory/lanes.h"

namespace entente::memory {

template <typename F> class Fsrs7Lanes {
public:
  using E = typename LaneTraits<F>::Element;
  static constexpr int weight_count = 34;

  struct Lanes {
    F s, f, d;
    [[nodiscard]] F fast() const { return f; }
    static Lanes of(F s, F f, F d) { return {s, f, d}; }
  };

  // One trace's step. x is the trace.
  struct TraceTape {
    F log_x, log_x1, power, lost_rise, gain, rise, raw;
  };

  // What the way back needs of a step.
  struct Tape {
    Lanes before;
    F r, fast_r, slow_r, share, fast_decay, raw_decay, fast_exp, fast_base, fast_log, slow_factor,
        slow_base, slow_log;
    TraceTape slow, fast;
    F slow_after, joined_f, raw_d;
  };

  explicit Fsrs7Lanes(const double* weights) {
    for (int i = 0; i < weight_count; ++i) w_[i] = static_cast<E>(weights[i]);
    const double decay = -std::clamp(weights[24], 0.01, 0.95);
    slow_decay_ = static_cast<E>(decay);
    slow_scale_ = static_cast<E>(std::pow(weights[26], 1 / decay));
    log_25_ = static_cast<E>(std::log(weights[25]));
    log_26_ = static_cast<E>(std::log(weights[26]));
    log_mix_ = static_cast<E>(std::log(weights[28] / weights[27]));
    easiest_ = static_cast<E>(weights[4] - std::exp(3 * weights[5]) + 1);
    easiest_slope_ = static_cast<E>(-3 * std::exp(3 * weights[5]));
    for (int i = 0; i < 4; ++i) first_[i] = static_cast<E>(std::exp(weights[5] * i));
  }

  Lanes first(F grade) const {
    const F s = by_grade(grade, w_);
    return {bounded(s, least, most), bounded(s * E(0.8), least, most),
            bounded(first_difficulty(grade), E(1), E(10))};
  }

  void first_back(F grade, const Lanes& adjoint, F* gradient) const {
    const F s = by_grade(grade, w_);
    const F a =
        passed(s, least, most, adjoint.s) + passed(s * E(0.8), least, most, adjoint.f) * E(0.8);
    const F zero{};
    gradient[0] += select(grade < E(1.5), a, zero);
    gradient[1] += select((grade > E(1.5)) & (grade < E(2.5)), a, zero);
    gradient[2] += select((grade > E(2.5)) & (grade < E(3.5)), a, zero);
    gradient[3] += select(grade > E(3.5), a, zero);
    const F b = passed(first_difficulty(grade), E(1), E(10), adjoint.d);
    gradient[4] += b;
    gradient[5] -= b * (grade - E(1)) * by_grade(grade, first_);
  }

  F recall(const Lanes& state, F t, Tape& tape) const {
    tape.before = state;
    tape.fast.log_x = logarithm(state.f);
    tape.slow.log_x = logarithm(state.s);
    recall_fast(t, tape);
    recall_slow(t, tape);
    const F odds = exponential(tape.slow.log_x * w_[30] + tape.fast.log_x * w_[29] +
                               (state.d - E(5)) * (w_[31] - E(0.5)) + log_mix_);
    tape.share = E(1) / (odds + E(1));
    const F mixed = tape.slow_r + tape.share * (tape.fast_r - tape.slow_r);
    tape.r = mixed * E(1 - 2e-5) + E(1e-5);
    return tape.r;
  }

  Lanes step(F, F grade, Tape& tape) const {
    const auto [s, f, d] = tape.before;
    const auto again = grade < E(1.5);
    step_trace(7, s, d, E(1) - tape.r, grade, tape.slow);
    step_trace(15, f, d, E(1) - tape.fast_r, grade, tape.fast);
    tape.slow_after = bounded(tape.slow.raw, least, most);
    tape.joined_f = select(again, smaller(tape.fast.raw, tape.slow_after * E(0.8)), tape.fast.raw);
    const F damped = d + change(grade, tape) * (E(10) - d) / E(9);
    tape.raw_d = damped * E(0.99) + E(0.01) * easiest_;
    return {tape.slow_after, bounded(tape.joined_f, least, most), bounded(tape.raw_d, E(1), E(10))};
  }

  Lanes back(F t, F grade, const Tape& tape, const Lanes& after, F recall_adjoint,
             F* gradient) const {
    const auto again = grade < E(1.5);
    Lanes before{F{}, F{}, F{}};
    F r = recall_adjoint;
    back_difficulty(grade, tape, after.d, before, r, gradient);
    const F joined = passed(tape.joined_f, least, most, after.f);
    const auto tied = again & (tape.fast.raw > tape.slow_after * E(0.8));
    const F s = after.s + select(tied, joined * E(0.8), F{});
    r -= back_trace(7, tape.before.s, tape.before.d, E(1) - tape.r, grade, tape.slow,
                    passed(tape.slow.raw, least, most, s), before.s, before.d, gradient);
    const F fast_r =
        F{} - back_trace(15, tape.before.f, tape.before.d, E(1) - tape.fast_r, grade, tape.fast,
                         select(tied, F{}, joined), before.f, before.d, gradient);
    back_recall(t, tape, r * E(1 - 2e-5), fast_r, before, gradient);
    return before;
  }

private:
  static constexpr E least = E(0.0001);
  static constexpr E most = E(36500);

  static F bounded(F x, E low, E high) { return smaller(larger(x, F{} + low), F{} + high); }
  static F passed(F x, E low, E high, F adjoint) {
    return select((x >= low) & (x <= high), adjoint, F{});
  }
  static F by_grade(F grade, const E* values) {
    const F low = select(grade < E(1.5), F{} + values[0], F{} + values[1]);
    const F high = select(grade < E(3.5), F{} + values[2], F{} + values[3]);
    return select(grade < E(2.5), low, high);
  }
  F first_difficulty(F grade) const { return w_[4] - by_grade(grade, first_) + E(1); }
  F factor(int k, F grade) const {
    const F one = F{} + E(1);
    return select(grade < E(2.5), F{} + w_[k + 6], select(grade > E(3.5), F{} + w_[k + 7], one));
  }
  F surprise(F grade, const Tape& tape) const {
    return select(grade < E(1.5), tape.r + E(0.1), F{} + E(1));
  }
  F change(F grade, const Tape& tape) const {
    return (E(3) - grade) * w_[6] * surprise(grade, tape);
  }

  void recall_fast(F t, Tape& tape) const {
    const F f = tape.before.f;
    tape.raw_decay = exponential(tape.fast.log_x * (w_[33] - E(0.3))) * w_[23];
    tape.fast_decay = F{} - bounded(tape.raw_decay, E(0.01), E(0.95));
    tape.fast_exp = exponential(smaller(log_25_ / tape.fast_decay, F{} + E(60)));
    tape.fast_base = (tape.fast_exp - E(1)) * (t / f) + E(1);
    tape.fast_log = logarithm(tape.fast_base);
    tape.fast_r = exponential(tape.fast_decay * tape.fast_log);
  }

  void recall_slow(F t, Tape& tape) const {
    const auto [s, f, d] = tape.before;
    tape.slow_factor = exponential((d - E(5)) * (w_[32] - E(0.3))) * (slow_scale_ - E(1));
    tape.slow_base = tape.slow_factor * (t / s) + E(1);
    tape.slow_log = logarithm(tape.slow_base);
    tape.slow_r = exponential(tape.slow_log * slow_decay_);
  }

  // The eight weights of a trace begin at k. q: one less the recall its change depends on.
  void step_trace(int k, F x, F d, F q, F grade, TraceTape& tape) const {
    tape.log_x1 = logarithm(x + E(1));
    tape.power = exponential(tape.log_x1 * w_[k + 4]);
    tape.lost_rise = exponential(q * w_[k + 5]);
    tape.gain = exponential((w_[k] - E(1.5)) - tape.log_x * w_[k + 1]) * (E(11) - d);
    tape.rise = exponential(q * w_[k + 2]);
    const F lost = smaller(x, fallen(k, tape));
    const F grown = x + x * tape.gain * (tape.rise - E(1)) * factor(k, grade);
    tape.raw = select(grade < E(1.5), lost, larger(lost, grown));
  }
  F fallen(int k, const TraceTape& tape) const {
    return (tape.power - E(1)) * tape.lost_rise * w_[k + 3];
  }

  void back_difficulty(F grade, const Tape& tape, F adjoint, Lanes& before, F& r,
                       F* gradient) const {
    const F a = passed(tape.raw_d, E(1), E(10), adjoint);
    const F b = a * E(0.99);
    const F change_adjoint = b * (E(10) - tape.before.d) / E(9) * (E(3) - grade);
    gradient[4] += a * E(0.01);
    gradient[5] += a * (E(0.01) * easiest_slope_);
    gradient[6] += change_adjoint * surprise(grade, tape);
    r += select(grade < E(1.5), change_adjoint * w_[6], F{});
    before.d += b * (E(1) - change(grade, tape) / E(9));
  }

  // Returns the adjoint of q.
  F back_trace(int k, F x, F d, F q, F grade, const TraceTape& tape, F a, F& x_adjoint,
               F& d_adjoint, F* gradient) const {
    const F fall = fallen(k, tape);
    const F lost = smaller(x, fall);
    const F unit = tape.gain * (tape.rise - E(1));
    const F all = factor(k, grade);
    const auto falls = (grade < E(1.5)) | (lost >= x + x * unit * all);
    const F down = select(falls & (fall < x), a, F{});
    const F up = select(falls, F{}, a) * x;
    const F power = down * tape.lost_rise * tape.power * w_[k + 3];
    const F swell = up * tape.gain * all * tape.rise;
    gradient[k] += up * unit * all;
    gradient[k + 1] -= up * unit * all * tape.log_x;
    gradient[k + 2] += swell * q;
    gradient[k + 3] += down * (tape.power - E(1)) * tape.lost_rise;
    gradient[k + 4] += power * tape.log_x1;
    gradient[k + 5] += down * fall * q;
    gradient[k + 6] += select((grade > E(1.5)) & (grade < E(2.5)), up * unit, F{});
    gradient[k + 7] += select(grade > E(3.5), up * unit, F{});
    x_adjoint += power * w_[k + 4] / (x + E(1)) + select(falls & !(fall < x), a, F{}) +
                 up / x * (unit * all * (E(1) - w_[k + 1]) + E(1));
    d_adjoint -= up * unit * all / (E(11) - d);
    return down * fall * w_[k + 5] + swell * w_[k + 2];
  }

  // a: adjoint of the mixed recall; b: of the fast one besides.
  void back_recall(F t, const Tape& tape, F a, F b, Lanes& before, F* gradient) const {
    const auto [s, f, d] = tape.before;
    const F odds = a * (tape.fast_r - tape.slow_r) * tape.share * (E(1) - tape.share);
    gradient[27] += odds / w_[27];
    gradient[28] -= odds / w_[28];
    gradient[29] -= odds * tape.fast.log_x;
    gradient[30] -= odds * tape.slow.log_x;
    gradient[31] -= odds * (d - E(5));
    before.f -= odds * w_[29] / f;
    before.s -= odds * w_[30] / s;
    before.d -= odds * (w_[31] - E(0.5));
    back_fast(t, tape, (b + a * tape.share) * tape.fast_r, before, gradient);
    back_slow(t, tape, a * (E(1) - tape.share) * tape.slow_r, before, gradient);
  }

  // a: adjoint of ln of the fast recall, and of the slow one below.
  void back_fast(F t, const Tape& tape, F a, Lanes& before, F* gradient) const {
    const F f = tape.before.f;
    const F x = log_25_ / tape.fast_decay;
    const F along = a * tape.fast_decay * (t / f / tape.fast_base);
    const F exponent = select(x < E(60), along * tape.fast_exp, F{});
    const F decay = a * tape.fast_log - exponent * x / tape.fast_decay;
    const F raw = passed(tape.raw_decay, E(0.01), E(0.95), F{} - decay) * tape.raw_decay;
    gradient[23] += raw / w_[23];
    gradient[25] += exponent / tape.fast_decay / w_[25];
    gradient[33] += raw * tape.fast.log_x;
    before.f += (raw * (w_[33] - E(0.3)) - along * (tape.fast_exp - E(1))) / f;
  }

  void back_slow(F t, const Tape& tape, F a, Lanes& before, F* gradient) const {
    const auto [s, f, d] = tape.before;
    const F along = a * slow_decay_ * (t / s / tape.slow_base) * tape.slow_factor; // by ln factor
    const F scale = along * (slow_scale_ / (slow_scale_ - E(1)));                  // by ln scale
    gradient[24] -= a * tape.slow_log - scale * (log_26_ / (slow_decay_ * slow_decay_));
    gradient[26] += scale / (slow_decay_ * w_[26]);
    gradient[32] += along * (d - E(5));
    before.d += along * (w_[32] - E(0.3));
    before.s -= along / s;
  }

  E w_[weight_count];
  E slow_decay_, slow_scale_;   // w26 ^ (1 / decay)
  E log_25_, log_26_, log_mix_; // logarithms of weights; of w28 / w27
  E easiest_, easiest_slope_;   // first difficulty of Easy, its slope by w5
  E first_[4];                  // e^(w5 (grade - 1))
};

} // namespace entente::memory
