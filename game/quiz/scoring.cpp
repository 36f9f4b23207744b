#include "quiz/scoring.h"

#include <algorithm>
#include <cmath>

namespace entente::quiz {

namespace {

constexpr double base = 10;
constexpr double worth_of_forgotten = 90;
constexpr double most_bonus = 50;

int rounded(double value) { return static_cast<int>(std::lround(value)); }

} // namespace

double multiplier(int streak_before) { return 1 + 0.5 * std::clamp(streak_before, 0, 4); }

Points points(const Scored& answer) {
  Points result;
  if (!answer.right) return result;
  result.streak = answer.streak_before + 1;
  result.halved = answer.hints > 0;
  double sum = base;
  if (answer.repeat) {
    result.rule = PointsRule::repeat;
  } else if (!answer.recall) {
    result.rule = PointsRule::first_sight;
  } else {
    result.rule = PointsRule::counted;
    result.recall = std::clamp(*answer.recall, 0.0, 1.0);
    result.multiplier = multiplier(answer.streak_before);
    sum = (base + worth_of_forgotten * (1 - result.recall)) * result.multiplier;
  }
  result.value = rounded(result.halved ? sum / 2 : sum);
  return result;
}

int speed_bonus(bool right, int hints, std::int64_t taken_ms, std::int64_t limit_ms) {
  if (!right || hints > 0 || limit_ms <= 0) return 0;
  const double left = static_cast<double>(limit_ms - taken_ms) / static_cast<double>(limit_ms);
  return rounded(most_bonus * std::clamp(left, 0.0, 1.0));
}

} // namespace entente::quiz
