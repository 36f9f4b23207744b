#pragma once

// How large nodes want to be; what layout.cpp arranges by. All in whole pixels.

#include "ui/node.h"
#include "ui/paragraph.h"

#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <vector>

namespace entente::ui {

// How much a node asks for: no text wrapped; wrapped where it may; also words broken that would
// rather stay together (Paragraph::unbroken).
enum class Want { natural, narrow, least };

class Measure {
public:
  Measure(float scale, text::Typesetter& typesetter) : scale_(scale), typesetter_(typesetter) {}

  [[nodiscard]] float px(float dp) const { return std::round(dp * scale_); }
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] text::Typesetter& typesetter() const { return typesetter_; }

  [[nodiscard]] float width(const Node& node, Want want);
  // Height when exactly `width` wide.
  [[nodiscard]] float height(const Node& node, float width);

  // How wide a child of a column or stack becomes inside `inner`.
  [[nodiscard]] float cross_width(const Node& parent, const Node& child, float inner);
  // Widths of consecutive children of a row that share `inner`.
  [[nodiscard]] std::vector<float> share(const Node& parent, std::size_t begin, std::size_t end,
                                         float inner);
  // Where the lines of a wrapping row begin; ends with the number of children.
  [[nodiscard]] std::vector<std::size_t> wrap_lines(const Node& parent, float inner);
  [[nodiscard]] int columns(const Node& grid, float inner) const;
  [[nodiscard]] float line_gap(const Node& node) const;

  [[nodiscard]] float padding_x(const Node& node) const {
    return px(node.layout.padding.left) + px(node.layout.padding.right);
  }
  [[nodiscard]] float padding_y(const Node& node) const {
    return px(node.layout.padding.top) + px(node.layout.padding.bottom);
  }

private:
  [[nodiscard]] float content_width(const Node& node, Want want);
  [[nodiscard]] float text_width(const Paragraph& paragraph, Want want) const;
  [[nodiscard]] float content_height(const Node& node, float inner);
  [[nodiscard]] float lines_height(const Node& node, float inner);
  [[nodiscard]] float grid_height(const Node& node, float inner);
  [[nodiscard]] float field_height(const Node& node, float inner) const;
  [[nodiscard]] float clamped_width(const Layout& layout, float width) const;
  void shrink(std::vector<float>& widths, const Node& parent, std::size_t begin, float room,
              Want want);
  void grow(std::vector<float>& widths, const Node& parent, std::size_t begin, float room);

  float scale_;
  text::Typesetter& typesetter_;
  std::array<std::unordered_map<const Node*, float>, 3> widths_; // by Want
  std::map<std::pair<const Node*, float>, float> heights_;
};

} // namespace entente::ui
