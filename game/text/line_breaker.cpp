#include "text/line_breaker.h"

#include <algorithm>
#include <numeric>

namespace entente::text {

namespace {

// A text measured and laid out again at the width it reported must not break differently.
constexpr float tolerance = 0.05F;
constexpr std::string_view ellipsis = "\u2026";

std::size_t without_trailing_spaces(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return end;
}

// sums[i] is the width of the first i bytes.
std::vector<float> width_sums(const ShapedLine& line, std::size_t bytes) {
  std::vector<float> sums(bytes + 1, 0.F);
  for (const ShapedGlyph& glyph : line)
    sums[std::min<std::size_t>(glyph.cluster, bytes - 1) + 1] += glyph.advance;
  std::partial_sum(sums.begin(), sums.end(), sums.begin());
  return sums;
}

class Breaker {
public:
  Breaker(std::string_view paragraph, std::string_view language, std::vector<float> sums,
          float max_width)
      : text_(paragraph),
        sums_(std::move(sums)),
        room_(max_width + tolerance),
        opportunities_(line_break_opportunities(paragraph, language)) {}

  // The end of the line that begins at `begin`: the last opportunity that fits, or a piece of a
  // word longer than the line.
  std::size_t next(std::size_t begin) {
    std::size_t best = begin;
    for (const std::size_t at : opportunities_) {
      if (at <= begin) continue;
      if (!fits(begin, at)) break;
      best = at;
    }
    return best > begin ? best : part_of_word(begin);
  }

private:
  bool fits(std::size_t begin, std::size_t end) const {
    return sums_[without_trailing_spaces(text_, begin, end)] - sums_[begin] <= room_;
  }

  std::size_t part_of_word(std::size_t begin) {
    if (graphemes_.empty()) graphemes_ = grapheme_boundaries(text_);
    auto at = std::upper_bound(graphemes_.begin(), graphemes_.end(), begin);
    std::size_t end = at == graphemes_.end() ? text_.size() : *at; // at least one grapheme a line
    for (; at != graphemes_.end() && fits(begin, *at); ++at) end = *at;
    return end;
  }

  std::string_view text_;
  std::vector<float> sums_;
  float room_;
  std::vector<std::size_t> opportunities_, graphemes_;
};

void break_paragraph(const TextRequest& request, std::size_t begin, std::size_t end, Shaper& shaper,
                     std::vector<LineRange>& lines) {
  const std::string_view paragraph = request.text.substr(begin, end - begin);
  const Direction direction = base_direction(paragraph);
  const bool wraps = request.max_width > 0;
  const auto add = [&](std::size_t from, std::size_t to, bool soft) {
    const std::size_t inked = without_trailing_spaces(paragraph, from, to);
    lines.push_back({begin + from, begin + to, begin + (soft ? inked : to),
                     begin + (wraps ? inked : to), begin, end, direction, false});
  };
  if (!wraps || paragraph.empty()) return add(0, paragraph.size(), false);
  const ShapedLine shaped = shape_spaced(paragraph, request, direction, shaper);
  Breaker breaker(paragraph, request.language, width_sums(shaped, paragraph.size()),
                  request.max_width);
  for (std::size_t from = 0; from < paragraph.size();) {
    const std::size_t to = breaker.next(from);
    add(from, to, to < paragraph.size());
    from = to;
  }
}

// The last line that is kept shows as much of its paragraph as fits before an ellipsis.
void cut_line(const TextRequest& request, Shaper& shaper, LineRange& line) {
  line.ellipsis = true;
  line.end = line.shown = line.visible = line.paragraph_end;
  if (request.max_width <= 0) return;
  const auto rest = request.text.substr(line.begin, line.paragraph_end - line.begin);
  const std::vector<std::size_t> ends = grapheme_boundaries(rest);
  const auto fits = [&](std::size_t end) {
    const std::string piece =
        std::string(rest.substr(0, without_trailing_spaces(rest, 0, end))).append(ellipsis);
    return width_of(shape_spaced(piece, request, line.direction, shaper)) <=
           request.max_width + tolerance;
  };
  const auto first_too_long = std::partition_point(ends.begin(), ends.end(), fits);
  const std::size_t end = first_too_long == ends.begin() ? 0 : *(first_too_long - 1);
  line.end = line.begin + end;
  line.shown = line.visible = line.begin + without_trailing_spaces(rest, 0, end);
}

} // namespace

ShapedLine shape_spaced(std::string_view piece, const TextRequest& request, Direction base,
                        Shaper& shaper) {
  ShapedLine line = shaper.shape(piece, request.font, request.language, base);
  const float spacing = request.font.letter_spacing;
  if (spacing == 0) return line;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool ends_cluster = i + 1 == line.size() || line[i + 1].cluster != line[i].cluster;
    if (ends_cluster && !line[i].right_to_left) line[i].advance += spacing;
  }
  return line;
}

float width_of(const ShapedLine& line) {
  return std::accumulate(line.begin(), line.end(), 0.F,
                         [](float sum, const ShapedGlyph& glyph) { return sum + glyph.advance; });
}

std::vector<LineRange> break_lines(const TextRequest& request, Shaper& shaper) {
  std::vector<LineRange> lines;
  const std::string_view text = request.text;
  const auto wanted = static_cast<std::size_t>(std::max(request.max_lines, 0));
  bool more = true;
  for (std::size_t begin = 0; more && (wanted == 0 || lines.size() <= wanted);) {
    const std::size_t feed = std::min(text.find('\n', begin), text.size());
    const bool returns = feed > begin && feed < text.size() && text[feed - 1] == '\r';
    break_paragraph(request, begin, returns ? feed - 1 : feed, shaper, lines);
    more = feed < text.size();
    begin = feed + 1;
  }
  if (wanted > 0 && lines.size() > wanted) {
    lines.resize(wanted);
    cut_line(request, shaper, lines.back());
  }
  return lines;
}

} // namespace entente::text
