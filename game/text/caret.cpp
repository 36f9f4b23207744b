#include "text/caret.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace entente::text {

namespace {

std::size_t line_at(const Text& text, float y) {
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i)
    if (y < text.lines[i].bottom) return i;
  return text.lines.size() - 1;
}

constexpr float touching = 0.01F;

// Neighbours of one line, in order of x, become one box.
std::vector<Box> merged(const std::vector<Box>& boxes) {
  std::vector<Box> runs;
  for (const Box& box : boxes) {
    const bool continues = !runs.empty() && runs.back().y == box.y &&
                           box.x - (runs.back().x + runs.back().width) < touching;
    if (continues)
      runs.back().width = box.x + box.width - runs.back().x;
    else
      runs.push_back(box);
  }
  return runs;
}

} // namespace

std::size_t hit_test(const Text& text, float x, float y) {
  if (text.lines.empty() || text.carets.empty()) return 0;
  const auto line = static_cast<int>(line_at(text, y));
  const Caret* best = nullptr;
  float nearest = std::numeric_limits<float>::max();
  for (const Caret& caret : text.carets) {
    const float distance = std::abs(caret.x - x);
    if (caret.line != line || distance >= nearest) continue;
    nearest = distance;
    best = &caret;
  }
  return best != nullptr ? best->byte : text.lines[static_cast<std::size_t>(line)].begin;
}

Caret caret_at(const Text& text, std::size_t byte) {
  const auto after =
      std::upper_bound(text.carets.begin(), text.carets.end(), byte,
                       [](std::size_t wanted, const Caret& caret) { return wanted < caret.byte; });
  return after == text.carets.begin() ? Caret{} : *(after - 1);
}

std::vector<Box> selection_boxes(const Text& text, std::size_t begin, std::size_t end) {
  std::vector<Box> boxes;
  for (const Caret& caret : text.carets) {
    const float left = std::min(caret.x, caret.end), right = std::max(caret.x, caret.end);
    if (caret.byte < begin || caret.byte >= end || right - left < touching) continue;
    const Line& line = text.lines[static_cast<std::size_t>(caret.line)];
    boxes.push_back({left, line.top, right - left, line.bottom - line.top});
  }
  std::sort(boxes.begin(), boxes.end(),
            [](const Box& a, const Box& b) { return std::tie(a.y, a.x) < std::tie(b.y, b.x); });
  return merged(boxes);
}

} // namespace entente::text
