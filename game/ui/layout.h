#pragma once

// From a tree of nodes to rectangles on whole physical pixels. Rows, columns, wrapping rows, grids
// and stacks; text is measured through the typesetter and wraps to the width it gets; rows take
// room from what can give before anything overlaps. Content higher than the window scrolls where a
// node says so (Layout::scroll).

#include "draw/geometry.h"
#include "ui/node.h"
#include "ui/paragraph.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace entente::ui {

struct Placed {
  const Node* node = nullptr;
  draw::Rect rect; // pixels
  draw::Rect clip; // what of it can be seen
  int parent = -1;
  int depth = 0;
  int end = 0; // one past its last descendant
  std::vector<Piece> pieces;
  float scroll = 0, content_height = 0; // of scrolling nodes, pixels

  [[nodiscard]] float scroll_limit() const {
    return content_height > rect.height ? content_height - rect.height : 0;
  }
};

// Nodes before their children: the order of painting and of Tab. Points into the tree, which must
// outlive it.
struct Frame {
  std::vector<Placed> items;
  std::deque<Node> made; // rows of long lists, made for this frame
  float scale = 1;
  draw::Rect window;

  [[nodiscard]] const Placed* find(const std::string& id) const;
  [[nodiscard]] int index(const std::string& id) const; // -1 = not there
};

struct LayoutRequest {
  const Node& root;
  float width = 1280, height = 800; // pixels
  float scale = 1;                  // pixels a dp
  text::Typesetter& typesetter;
  // Pixels scrolled down in the node with this id.
  std::function<float(const std::string&)> scroll_of;
};

[[nodiscard]] Frame lay_out(const LayoutRequest& request);

} // namespace entente::ui
