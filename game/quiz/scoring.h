#pragma once

// Points for recall, nothing for speed: Points = round((10 + 90·(1 − R))·m). What was about to be
// forgotten pays most; first sight and repeats within a session pay 10; a hint halves.

#include <cstdint>
#include <optional>

namespace entente::quiz {

enum class PointsRule {
  counted,     // by recall and streak
  first_sight, // 10
  repeat,      // 10: asked before in this session, or practice that the schedule ignores
  missed,      // 0
  unpaid       // 0: an exam has its own score
};

struct Points {
  int value = 0;
  PointsRule rule = PointsRule::missed;
  double recall = 0;     // predicted when asked; with rule counted
  double multiplier = 1; // 1, 1.5, 2, 2.5 or 3; with rule counted
  int streak = 0;        // right answers in a row, this one included
  bool halved = false;   // a hint was used
  bool operator==(const Points&) const = default;
};

struct Scored {
  bool right = false;
  std::optional<double> recall; // none at first sight
  bool repeat = false;          // see PointsRule::repeat
  int hints = 0;
  int streak_before = 0;
};

[[nodiscard]] double multiplier(int streak_before); // 1 .. 3 in steps of 1/2
[[nodiscard]] Points points(const Scored& answer);

// Quick round only, kept apart from points: up to 50 for the share of the time left, for a right
// answer without hints. 0 without a clock (limit_ms 0).
[[nodiscard]] int speed_bonus(bool right, int hints, std::int64_t taken_ms, std::int64_t limit_ms);

} // namespace entente::quiz
