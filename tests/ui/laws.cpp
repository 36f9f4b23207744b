#include "ui/laws.h"

#include <cmath>

namespace entente::tests {

namespace {

using ui::Placed;

std::string named(const Placed& item) {
  const draw::Rect& r = item.rect;
  const auto whole = [](float v) { return std::to_string(static_cast<int>(v)); };
  return std::string(ui::name(item.node->role)) + " #" + item.node->id + " '" +
         (item.node->label.empty() ? ui::plain_text(*item.node) : item.node->label) + "' [" +
         whole(r.x) + " " + whole(r.y) + " " + whole(r.width) + " " + whole(r.height) + "]";
}

bool inside(const draw::Rect& inner, const draw::Rect& outer, bool any_height) {
  if (inner.x < outer.x || inner.right() > outer.right()) return false;
  return any_height || (inner.y >= outer.y && inner.bottom() <= outer.bottom());
}

bool whole(const draw::Rect& r) {
  return r.x == std::round(r.x) && r.y == std::round(r.y) && r.width == std::round(r.width) &&
         r.height == std::round(r.height);
}

std::vector<std::size_t> children(const ui::Frame& frame, std::size_t parent) {
  std::vector<std::size_t> found;
  for (std::size_t i = parent + 1; i < static_cast<std::size_t>(frame.items[parent].end);
       i = static_cast<std::size_t>(frame.items[i].end))
    found.push_back(i);
  return found;
}

void check_text(const Placed& item, std::vector<std::string>& broken) {
  if (item.node->paragraph && item.node->paragraph->max_lines > 0) return; // may be cut
  for (const ui::Piece& piece : item.pieces) {
    const draw::Rect box{piece.x, piece.y, piece.width, piece.height};
    if (!inside(box, draw::expanded(item.rect, 1), false))
      broken.push_back("text sticks out of " + named(item));
  }
}

void check_children(const ui::Frame& frame, std::size_t parent, std::vector<std::string>& broken) {
  const Placed& item = frame.items[parent];
  const auto inner = children(frame, parent);
  for (std::size_t a = 0; a < inner.size(); ++a) {
    const Placed& child = frame.items[inner[a]];
    if (!inside(child.rect, item.rect, item.node->layout.scroll))
      broken.push_back(named(child) + " sticks out of " + named(item));
    if (item.node->layout.flow == ui::Flow::stack) continue;
    for (std::size_t b = a + 1; b < inner.size(); ++b)
      if (!draw::intersection(child.rect, frame.items[inner[b]].rect).empty())
        broken.push_back(named(child) + " overlaps " + named(frame.items[inner[b]]));
  }
}

} // namespace

std::vector<std::string> broken_laws(const ui::Frame& frame) {
  std::vector<std::string> broken;
  for (std::size_t i = 0; i < frame.items.size(); ++i) {
    if (!whole(frame.items[i].rect)) broken.push_back("not whole pixels: " + named(frame.items[i]));
    check_text(frame.items[i], broken);
    check_children(frame, i, broken);
  }
  return broken;
}

} // namespace entente::tests
