#pragma once

// Words that run down the pages: what belongs together stays on one page as long as a page holds
// it. Internal to the paper_ files.

#include "exchange/paper_canvas.h"

#include <functional>
#include <vector>

namespace entente::exchange::paper {

inline constexpr double margin = 56, foot = 58; // points

// A piece of a block: words at x, after a gap. `beside` is drawn at its top, with no height of its
// own: a number, a circle to fill in.
struct Piece {
  std::string text;
  Style style;
  double x = 0;                                 // from the margin
  double width = 0;                             // 0: to the other margin
  double gap = 0;                               // above
  double least = 0;                             // height, for lines to write on
  bool beside_next = false;                     // the next piece begins at the same height
  std::function<void(double x, double y)> mark; // drawn at the piece's place
};
using Block = std::vector<Piece>;

class Flow {
public:
  Flow(Canvas& canvas, std::string footer);

  // The whole block on this page or the next; over several where none holds it.
  void add(const Block& block);
  void space(double points) { y_ += points; }
  void rule();
  void new_page();
  [[nodiscard]] double width() const { return canvas_.size().width - 2 * margin; }
  [[nodiscard]] Canvas& canvas() { return canvas_; }
  void finish() { draw_footer(); }

private:
  struct Placed {
    Piece piece;
    Words words;
    double top = 0, height = 0; // from the block's top
  };
  [[nodiscard]] std::vector<Placed> measure(const Block& block) const;
  static void align_baselines(std::vector<Placed>& placed);
  void draw_long(const std::vector<Placed>& placed);
  void draw_footer();
  [[nodiscard]] double bottom() const { return canvas_.size().height - foot; }

  Canvas& canvas_;
  std::string footer_;
  double y_ = margin;
};

} // namespace entente::exchange::paper
