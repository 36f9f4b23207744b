#include "ui/layout.h"

#include "ui/measure.h"

#include <algorithm>

namespace entente::ui {

const Placed* Frame::find(const std::string& id) const {
  const int at = index(id);
  return at < 0 ? nullptr : &items[static_cast<std::size_t>(at)];
}

int Frame::index(const std::string& id) const {
  if (id.empty()) return -1;
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const Placed& item) { return item.node->id == id; });
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

namespace {

using draw::Rect;

class Arranger {
public:
  Arranger(const LayoutRequest& request, Frame& frame)
      : request_(request), frame_(frame), measure_(request.scale, request.typesetter) {}

  void place(const Node& node, Rect rect, const Rect& clip, int parent, int depth) {
    const auto at = frame_.items.size();
    Placed placed;
    placed.node = &node;
    placed.rect = rect;
    placed.clip = draw::intersection(rect, clip);
    placed.parent = parent;
    placed.depth = depth;
    frame_.items.push_back(std::move(placed));
    fill(node, rect, clip, static_cast<int>(at), depth + 1);
    frame_.items[at].end = static_cast<int>(frame_.items.size());
  }

private:
  void fill(const Node& node, Rect rect, const Rect& clip, int self, int depth) {
    Rect inner = inside(node, rect);
    Rect seen = clip;
    if (node.layout.scroll) {
      seen = draw::intersection(clip, rect);
      inner = scrolled(node, rect, inner, self);
    }
    if (node.paragraph && node.children.empty()) return set_text(*node.paragraph, inner, self);
    if (node.rows) return place_rows(*node.rows, inner, seen, self, depth);
    switch (node.layout.flow) {
    case Flow::column:
      return column(node, inner, seen, self, depth);
    case Flow::row:
      return line(node, 0, node.children.size(), inner, seen, self, depth);
    case Flow::wrap:
      return wrap(node, inner, seen, self, depth);
    case Flow::grid:
      return grid(node, inner, seen, self, depth);
    case Flow::stack:
      return stack(node, inner, seen, self, depth);
    }
  }

  [[nodiscard]] Rect inside(const Node& node, Rect rect) const {
    const Edges& padding = node.layout.padding;
    const float left = measure_.px(padding.left), top = measure_.px(padding.top);
    return {rect.x + left, rect.y + top, std::max(0.F, rect.width - measure_.padding_x(node)),
            std::max(0.F, rect.height - measure_.padding_y(node))};
  }

  Rect scrolled(const Node& node, const Rect& rect, Rect inner, int self) {
    Layout free = node.layout; // the height its content wants
    const float wanted = content_height(node, rect.width, free);
    Placed& placed = frame_.items[static_cast<std::size_t>(self)];
    placed.content_height = std::max(wanted, rect.height);
    const float asked = request_.scroll_of ? request_.scroll_of(node.id) : 0;
    placed.scroll = std::round(std::clamp(asked, 0.F, placed.scroll_limit()));
    inner.y -= placed.scroll;
    inner.height = placed.content_height - measure_.padding_y(node);
    return inner;
  }

  float content_height(const Node& node, float width, const Layout& layout) {
    if (layout.height < 0 && layout.max_height < 0) return measure_.height(node, width);
    Node open = node; // rare: a scroll area of fixed height
    open.layout.height = open.layout.max_height = automatic;
    return Measure(request_.scale, request_.typesetter).height(open, width);
  }

  void set_text(const Paragraph& paragraph, const Rect& inner, int self) {
    SetParagraph set =
        set_paragraph(paragraph, std::max(1.F, inner.width), request_.scale, request_.typesetter);
    for (Piece& piece : set.pieces) {
      piece.x += inner.x;
      piece.y += inner.y;
    }
    frame_.items[static_cast<std::size_t>(self)].pieces = std::move(set.pieces);
  }

  void place_rows(const Rows& rows, const Rect& inner, const Rect& seen, int self, int depth) {
    const float high = measure_.px(rows.height);
    constexpr int margin = 2; // so that arrow keys find the next row beyond the edge
    const int first =
        std::clamp(static_cast<int>((seen.y - inner.y) / high) - margin, 0, rows.count);
    const int last =
        std::clamp(static_cast<int>((seen.bottom() - inner.y) / high) + 1 + margin, 0, rows.count);
    for (int i = first; i < last; ++i) {
      frame_.made.push_back(rows.make(i));
      place(frame_.made.back(),
            {inner.x, inner.y + high * static_cast<float>(i), inner.width, high}, seen, self,
            depth);
    }
  }

  // Heights of a column's children: each its own, flexible ones share what is left, scrolling ones
  // give what is missing.
  std::vector<float> heights(const Node& node, const std::vector<float>& widths, float room) {
    std::vector<float> highs;
    float used = measure_.px(node.layout.gap) *
                 static_cast<float>(node.children.empty() ? 0 : node.children.size() - 1);
    float parts = 0;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Node& child = node.children[i];
      const bool gives = child.layout.scroll && child.layout.flex > 0;
      highs.push_back(gives ? measure_.px(child.layout.min_height)
                            : measure_.height(child, widths[i]));
      used += highs.back();
      parts += child.layout.flex;
    }
    const float rest = std::max(0.F, room - used);
    float at = 0, given = 0;
    for (std::size_t i = 0; i < node.children.size() && parts > 0; ++i) {
      if (node.children[i].layout.flex <= 0) continue;
      at += rest * node.children[i].layout.flex / parts;
      highs[i] += std::floor(at + 0.01F) - given;
      given = std::floor(at + 0.01F);
    }
    return highs;
  }

  // Offset of the first and extra gap between, for what is left along the flow.
  static std::pair<float, float> spread(Place justify, float rest, std::size_t count) {
    rest = std::max(0.F, rest);
    if (justify == Place::centre) return {std::floor(rest / 2), 0};
    if (justify == Place::end) return {rest, 0};
    if (justify == Place::between && count > 1)
      return {0, std::floor(rest / static_cast<float>(count - 1))};
    return {0, 0};
  }

  static float offset(Place place, float rest) {
    rest = std::max(0.F, rest);
    if (place == Place::centre) return std::floor(rest / 2);
    return place == Place::end ? rest : 0;
  }

  void column(const Node& node, const Rect& inner, const Rect& seen, int self, int depth) {
    std::vector<float> widths;
    for (const Node& child : node.children)
      widths.push_back(measure_.cross_width(node, child, inner.width));
    const std::vector<float> highs = heights(node, widths, inner.height);
    const float gap = measure_.px(node.layout.gap);
    float used = highs.empty() ? 0 : gap * static_cast<float>(highs.size() - 1);
    for (const float high : highs) used += high;
    const auto [start, extra] = spread(node.layout.justify, inner.height - used, highs.size());
    float y = inner.y + start;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Node& child = node.children[i];
      const Place across = child.layout.self.value_or(node.layout.align);
      const float x = inner.x + offset(across, inner.width - widths[i]);
      place(child, {x, y, widths[i], highs[i]}, seen, self, depth);
      y += highs[i] + gap + extra;
    }
  }

  void line(const Node& node, std::size_t begin, std::size_t end, const Rect& inner,
            const Rect& seen, int self, int depth) {
    const std::vector<float> widths = measure_.share(node, begin, end, inner.width);
    const float gap = measure_.px(node.layout.gap);
    float used = widths.empty() ? 0 : gap * static_cast<float>(widths.size() - 1);
    for (const float wide : widths) used += wide;
    const auto [start, extra] = spread(node.layout.justify, inner.width - used, widths.size());
    float x = inner.x + start;
    for (std::size_t i = begin; i < end; ++i) {
      const Node& child = node.children[i];
      const float wide = widths[i - begin];
      const Place across = child.layout.self.value_or(node.layout.align);
      const bool stretched = across == Place::stretch && child.layout.height < 0;
      const float high =
          stretched ? inner.height : std::min(inner.height, measure_.height(child, wide));
      place(child, {x, inner.y + offset(across, inner.height - high), wide, high}, seen, self,
            depth);
      x += wide + gap + extra;
    }
  }

  void wrap(const Node& node, Rect inner, const Rect& seen, int self, int depth) {
    const std::vector<std::size_t> lines = measure_.wrap_lines(node, inner.width);
    if (lines.size() == 2) return line(node, 0, node.children.size(), inner, seen, self, depth);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const auto widths = measure_.share(node, lines[i], lines[i + 1], inner.width);
      inner.height = 0;
      for (std::size_t c = 0; c < widths.size(); ++c)
        inner.height =
            std::max(inner.height, measure_.height(node.children[lines[i] + c], widths[c]));
      line(node, lines[i], lines[i + 1], inner, seen, self, depth);
      inner.y += inner.height + measure_.line_gap(node);
    }
  }

  void grid(const Node& node, const Rect& inner, const Rect& seen, int self, int depth) {
    const auto across = static_cast<std::size_t>(measure_.columns(node, inner.width));
    const float gap = measure_.px(node.layout.gap);
    const float cell = std::floor((inner.width - gap * static_cast<float>(across - 1)) /
                                  static_cast<float>(across));
    float y = inner.y;
    for (std::size_t begin = 0; begin < node.children.size(); begin += across) {
      const std::size_t end = std::min(begin + across, node.children.size());
      float high = 0;
      for (std::size_t i = begin; i < end; ++i)
        high = std::max(high, measure_.height(node.children[i], cell));
      for (std::size_t i = begin; i < end; ++i)
        place(node.children[i],
              {inner.x + static_cast<float>(i - begin) * (cell + gap), y, cell, high}, seen, self,
              depth);
      y += high + measure_.line_gap(node);
    }
  }

  void stack(const Node& node, const Rect& inner, const Rect& seen, int self, int depth) {
    for (const Node& child : node.children) {
      const Place across = child.layout.self.value_or(node.layout.align);
      const Place down = node.layout.justify;
      const float wide = measure_.cross_width(node, child, inner.width);
      const bool stretched = across == Place::stretch && child.layout.height < 0;
      const float high =
          stretched ? inner.height : std::min(inner.height, measure_.height(child, wide));
      place(child,
            {inner.x + offset(across, inner.width - wide),
             inner.y + offset(down, inner.height - high), wide, high},
            seen, self, depth);
    }
  }

  const LayoutRequest& request_;
  Frame& frame_;
  Measure measure_;
};

} // namespace

Frame lay_out(const LayoutRequest& request) {
  Frame frame;
  frame.scale = request.scale;
  frame.window = {0, 0, std::round(request.width), std::round(request.height)};
  Arranger(request, frame).place(request.root, frame.window, frame.window, -1, 0);
  return frame;
}

} // namespace entente::ui
