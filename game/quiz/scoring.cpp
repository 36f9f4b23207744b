#include "quiz/scoring.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace entente::quiz {

namespace {

constexpr double base = 10;
constexpr double worth_of_forgotten = 90;
constexpr double most_bonus = 50;

int rounded(double value) { return static_cast<int>(std::lround(value)); }

std::string number(double value, int decimals) {
  std::ostringstream out;
  out.setf(std::ios::fixed);
  out.precision(decimals);
  out << value;
  return out.str();
}

std::string recall_line(const Points& points) {
  const std::string sum = number(base + worth_of_forgotten * (1 - points.recall), 1);
  return "Recall was predicted at " + number(100 * points.recall, 0) + " %: 10 + 90 × " +
         number(1 - points.recall, 2) + " = " + sum;
}

std::string streak_line(const Points& points) {
  return "× " + number(points.multiplier, 1) + " for " + std::to_string(points.streak) +
         " right in a row";
}

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

std::vector<std::string> explain(const Points& points) {
  std::vector<std::string> lines;
  switch (points.rule) {
  case PointsRule::missed:
    return {"A missed card pays nothing"};
  case PointsRule::unpaid:
    return {"An exam pays no points: its score stands alone"};
  case PointsRule::first_sight:
    lines = {"A card seen for the first time pays 10"};
    break;
  case PointsRule::repeat:
    lines = {"A repeat pays 10"};
    break;
  case PointsRule::counted:
    lines = {recall_line(points), streak_line(points)};
    break;
  }
  if (points.halved) lines.emplace_back("Halved for a hint");
  lines.push_back("= " + std::to_string(points.value) + " points");
  return lines;
}

int speed_bonus(bool right, int hints, std::int64_t taken_ms, std::int64_t limit_ms) {
  if (!right || hints > 0 || limit_ms <= 0) return 0;
  const double left = static_cast<double>(limit_ms - taken_ms) / static_cast<double>(limit_ms);
  return rounded(most_bonus * std::clamp(left, 0.0, 1.0));
}

} // namespace entente::quiz
