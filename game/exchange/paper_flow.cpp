#include "exchange/paper_flow.h"

#include <algorithm>

namespace entente::exchange::paper {

Flow::Flow(Canvas& canvas, std::string footer) : canvas_(canvas), footer_(std::move(footer)) {}

std::vector<Flow::Placed> Flow::measure(const Block& block) const {
  std::vector<Placed> placed;
  double top = 0, row_bottom = 0;
  bool same_row = false;
  for (const Piece& piece : block) {
    const double wide = piece.width > 0 ? piece.width : width() - piece.x;
    Words words = canvas_.words(piece.text, piece.style, wide);
    const double height = std::max(piece.text.empty() ? 0 : words.height(), piece.least);
    if (!same_row) top = row_bottom + piece.gap;
    row_bottom = same_row ? std::max(row_bottom, top + height) : top + height;
    placed.push_back({piece, std::move(words), top, height});
    same_row = piece.beside_next;
  }
  align_baselines(placed);
  return placed;
}

// Numbers and references stand on the same line as the words beside them.
void Flow::align_baselines(std::vector<Placed>& placed) {
  for (std::size_t first = 0, end = 0; first < placed.size(); first = end) {
    double lowest = 0;
    for (end = first; end < placed.size(); ++end) {
      lowest = std::max(lowest, placed[end].words.baseline());
      if (!placed[end].piece.beside_next) break;
    }
    end = std::min(end + 1, placed.size());
    for (std::size_t i = first; end - first > 1 && i < end; ++i)
      placed[i].top += lowest - placed[i].words.baseline();
  }
}

void Flow::add(const Block& block) {
  const auto placed = measure(block);
  double height = 0;
  for (const Placed& each : placed) height = std::max(height, each.top + each.height);
  if (height > bottom() - margin) return draw_long(placed);
  if (y_ + height > bottom()) new_page();
  for (const Placed& each : placed) {
    if (each.piece.mark) each.piece.mark(margin + each.piece.x, y_ + each.top);
    if (!each.piece.text.empty()) canvas_.draw(each.words, margin + each.piece.x, y_ + each.top);
  }
  y_ += height;
}

// Line by line; marks stand at the first.
void Flow::draw_long(const std::vector<Placed>& placed) {
  double shift = y_; // from the block's heights to the page's
  for (const Placed& each : placed) {
    const int lines = each.piece.text.empty() ? 0 : each.words.lines();
    const double line = lines > 0 ? each.height / lines : each.height;
    double y = shift + each.top;
    if (y + line > bottom()) {
      new_page();
      shift = margin - each.top;
      y = margin;
    }
    if (each.piece.mark) each.piece.mark(margin + each.piece.x, y);
    for (int i = 0; i < lines; ++i) {
      if (y + line > bottom()) {
        new_page();
        shift = margin - each.top - i * line;
        y = margin;
      }
      canvas_.draw_lines(each.words, margin + each.piece.x, y, i, i + 1);
      y += line;
    }
    y_ = std::max(lines > 0 ? y : y + each.height, margin);
  }
}

void Flow::rule() { canvas_.line(margin, y_, canvas_.size().width - margin, y_, pale, 0.5); }

void Flow::new_page() {
  draw_footer();
  canvas_.new_page();
  y_ = margin;
}

void Flow::draw_footer() {
  const double y = canvas_.size().height - 36;
  canvas_.draw(canvas_.words(footer_, sans(8), width() - 80), margin, y);
  Style right = sans(8);
  right.align = PANGO_ALIGN_RIGHT;
  const std::string number =
      std::to_string(canvas_.page()) + " / " + std::to_string(canvas_.total_pages());
  canvas_.draw(canvas_.words(number, right, 70), margin + width() - 70, y);
}

} // namespace entente::exchange::paper
