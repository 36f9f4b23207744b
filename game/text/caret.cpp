#include "text/caret.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::text {

namespace {

std::size_t line_at(const Text& text, float y) {
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i)
    if (y < text.lines[i].bottom) return i;
  return text.lines.size() - 1;
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
  constexpr float touching = 0.01F;
  std::vector<Box> boxes;
  int last_line = -1;
  for (const Caret& caret : text.carets) {
    if (caret.byte < begin || caret.byte >= end) continue;
    const float left = std::min(caret.x, caret.end), right = std::max(caret.x, caret.end);
    const Line& line = text.lines[static_cast<std::size_t>(caret.line)];
    if (right - left < touching) continue;
    Box* before = boxes.empty() || last_line != caret.line ? nullptr : &boxes.back();
    if (before != nullptr && std::abs(before->x + before->width - left) < touching) {
      before->width = right - before->x;
    } else if (before != nullptr && std::abs(right - before->x) < touching) {
      before->width += before->x - left;
      before->x = left;
    } else {
      boxes.push_back({left, line.top, right - left, line.bottom - line.top});
    }
    last_line = caret.line;
  }
  return boxes;
}

} // namespace entente::text
