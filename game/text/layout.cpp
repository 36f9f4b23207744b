#include "text/layout.h"

#include "text/line_breaker.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace entente::text {

namespace {

// One logical cluster of a line: its bytes and where it stands.
struct Cluster {
  std::size_t begin = 0, end = 0;
  float left = 0, right = 0;
  bool right_to_left = false;
};

std::vector<Cluster> clusters_of(const ShapedLine& line, const LineRange& range, float x) {
  std::vector<Cluster> clusters;
  for (const ShapedGlyph& glyph : line) {
    const std::size_t byte = range.begin + glyph.cluster;
    if (byte < range.shown) {
      if (!clusters.empty() && clusters.back().begin == byte)
        clusters.back().right = x + glyph.advance;
      else
        clusters.push_back({byte, 0, x, x + glyph.advance, glyph.right_to_left});
    }
    x += glyph.advance;
  }
  std::sort(clusters.begin(), clusters.end(),
            [](const Cluster& a, const Cluster& b) { return a.begin < b.begin; });
  for (std::size_t i = 0; i < clusters.size(); ++i)
    clusters[i].end = i + 1 < clusters.size() ? clusters[i + 1].begin : range.shown;
  return clusters;
}

bool runs_rightwards(const ShapedLine& line) {
  return std::none_of(line.begin(), line.end(),
                      [](const ShapedGlyph& glyph) { return glyph.right_to_left; });
}

// A line of a paragraph that runs rightwards throughout need not be shaped again.
ShapedLine part_of(const ShapedLine& paragraph, const LineRange& range) {
  const std::size_t begin = range.begin - range.paragraph_begin;
  ShapedLine line;
  for (ShapedGlyph glyph : paragraph) {
    if (glyph.cluster < begin || glyph.cluster >= range.shown - range.paragraph_begin) continue;
    glyph.cluster -= static_cast<std::uint32_t>(begin);
    line.push_back(glyph);
  }
  return line;
}

float visible_width(const ShapedLine& line, const LineRange& range) {
  if (range.ellipsis) return width_of(line);
  float width = 0;
  for (const ShapedGlyph& glyph : line)
    if (range.begin + glyph.cluster < range.visible) width += glyph.advance;
  return width;
}

float edge(const Cluster& cluster, float part) {
  const float from = cluster.right_to_left ? cluster.right : cluster.left;
  const float to = cluster.right_to_left ? cluster.left : cluster.right;
  return from + (to - from) * part;
}

class Composer {
public:
  Composer(const TextRequest& request, Shaper& shaper)
      : request_(request),
        shaper_(shaper),
        ranges_(break_lines(request, shaper)),
        graphemes_(grapheme_boundaries(request.text)) {}

  Text compose() {
    text_.size = request_.font.size;
    for (const LineRange& range : ranges_) {
      lines_.push_back(shape(range));
      text_.width = std::max(text_.width, visible_width(lines_.back(), range));
      text_.cut = text_.cut || range.ellipsis;
    }
    for (std::size_t i = 0; i < ranges_.size(); ++i) place(i);
    text_.height = text_.lines.back().bottom;
    return std::move(text_);
  }

private:
  ShapedLine shape(const LineRange& range) {
    if (!range.ellipsis) {
      const ShapedLine paragraph =
          shaped(range.paragraph_begin, range.paragraph_end, range.direction, "");
      if (runs_rightwards(paragraph)) return part_of(paragraph, range);
    }
    return shaped(range.begin, range.shown, range.direction, range.ellipsis ? "\u2026" : "");
  }

  ShapedLine shaped(std::size_t begin, std::size_t end, Direction direction,
                    std::string_view after) {
    const std::string piece = std::string(request_.text.substr(begin, end - begin)).append(after);
    return shape_spaced(piece, request_, direction, shaper_);
  }

  void place(std::size_t index) {
    const LineRange& range = ranges_[index];
    Line line = vertical(index);
    line.begin = range.begin;
    line.end = range.end;
    line.width = visible_width(lines_[index], range);
    line.x = start(range.direction, line.width);
    float pen = first_pen(line, index);
    for (const ShapedGlyph& glyph : lines_[index]) {
      text_.glyphs.push_back({glyph.face, glyph.index, pen + glyph.dx, line.baseline + glyph.dy,
                              static_cast<std::uint32_t>(range.begin) + glyph.cluster});
      pen += glyph.advance;
    }
    add_carets(index, line);
    text_.lines.push_back(line);
  }

  // Spaces at the end hang out of the line: on the left when it runs leftwards.
  float first_pen(const Line& line, std::size_t index) const {
    const bool rightwards = ranges_[index].direction == Direction::left_to_right;
    return rightwards ? line.x : line.x + line.width - width_of(lines_[index]);
  }

  // Half of the leading above, half below, the baseline on a whole pixel.
  Line vertical(std::size_t index) {
    const float height = request_.line_height > 0 ? request_.line_height : 1.35F * text_.size;
    const VerticalMetrics metrics = shaper_.metrics(request_.font);
    Line line;
    line.top = std::round(static_cast<float>(index) * height);
    line.bottom = std::round(static_cast<float>(index + 1) * height);
    line.baseline =
        line.top + std::round((height - metrics.ascent - metrics.descent) / 2 + metrics.ascent);
    return line;
  }

  float start(Direction direction, float width) const {
    const float room = (request_.max_width > 0 ? request_.max_width : text_.width) - width;
    if (request_.align == Align::centre) return room / 2;
    const bool rightwards = direction == Direction::left_to_right;
    return (request_.align == Align::start) == rightwards ? 0 : room;
  }

  // A boundary between two lines belongs to the second one.
  void add_carets(std::size_t index, const Line& line) {
    const bool last = index + 1 == ranges_.size();
    const std::size_t until = last ? request_.text.size() + 1 : ranges_[index + 1].begin;
    const std::vector<Cluster> clusters =
        clusters_of(lines_[index], ranges_[index], first_pen(line, index));
    for (; next_ < graphemes_.size() && graphemes_[next_] < until; ++next_) {
      const std::size_t byte = graphemes_[next_];
      text_.carets.push_back(caret(clusters, ranges_[index], line, byte));
      text_.carets.back().line = static_cast<int>(index);
    }
  }

  Caret caret(const std::vector<Cluster>& clusters, const LineRange& range, const Line& line,
              std::size_t byte) const {
    if (clusters.empty()) {
      const float x = range.direction == Direction::left_to_right ? line.x : line.x + line.width;
      return {byte, x, 0, x};
    }
    const auto after = std::upper_bound(
        clusters.begin(), clusters.end(), byte,
        [](std::size_t wanted, const Cluster& cluster) { return wanted < cluster.begin; });
    const Cluster& cluster = after == clusters.begin() ? *after : *(after - 1);
    if (byte >= cluster.end) return {byte, edge(cluster, 1), 0, edge(cluster, 1)};
    const float index = static_cast<float>(graphemes(cluster.begin, byte));
    const float count = static_cast<float>(graphemes(cluster.begin, cluster.end));
    return {byte, edge(cluster, index / std::max(count, 1.F)), 0,
            edge(cluster, std::min(1.F, (index + 1) / std::max(count, 1.F)))};
  }

  // How many begin in [begin, end): a ligature is shared evenly by its graphemes.
  std::ptrdiff_t graphemes(std::size_t begin, std::size_t end) const {
    const auto from = std::lower_bound(graphemes_.begin(), graphemes_.end(), begin);
    return std::lower_bound(from, graphemes_.end(), end) - from;
  }

  const TextRequest& request_;
  Shaper& shaper_;
  std::vector<LineRange> ranges_;
  std::vector<ShapedLine> lines_;
  std::vector<std::size_t> graphemes_;
  std::size_t next_ = 0;
  Text text_;
};

} // namespace

Text compose(const TextRequest& request, Shaper& shaper) {
  return Composer(request, shaper).compose();
}

} // namespace entente::text
