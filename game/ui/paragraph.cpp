#include "ui/paragraph.h"

#include "text/unicode.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

// A part of the paragraph that stays whole: between break opportunities, within one run.
struct Part {
  std::size_t begin = 0, end = 0; // bytes in the run
  std::size_t run = 0;
  bool breakable = false; // a line may end before it
};

std::string whole_text(const Paragraph& paragraph) {
  std::string all;
  for (const Run& run : paragraph.runs) all += run.text;
  return all;
}

std::vector<Part> parts_of(const Paragraph& paragraph) {
  const std::string all = whole_text(paragraph);
  const auto breaks = text::line_break_opportunities(all, paragraph.language);
  std::vector<Part> parts;
  std::size_t run = 0, run_begin = 0;
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
    std::size_t at = breaks[i];
    while (at < breaks[i + 1]) {
      while (at >= run_begin + paragraph.runs[run].text.size())
        run_begin += paragraph.runs[run++].text.size();
      const std::size_t end = std::min(breaks[i + 1], run_begin + paragraph.runs[run].text.size());
      parts.push_back({at - run_begin, end - run_begin, run, at == breaks[i]});
      at = end;
    }
  }
  return parts;
}

class Setter {
public:
  Setter(const Paragraph& paragraph, float max_width, float scale, text::Typesetter& typesetter)
      : paragraph_(paragraph), max_width_(max_width), scale_(scale), typesetter_(typesetter) {}

  SetParagraph set() {
    std::vector<Part> line;
    for (const Part& part : parts_of(paragraph_)) {
      if (!line.empty() && part.breakable && (too_wide(line, part) || ends_line(line.back()))) {
        finish(line);
        line.clear();
      }
      append(line, part);
    }
    finish(line);
    result_.height = std::ceil(top_);
    result_.width = std::ceil(result_.width);
    return std::move(result_);
  }

private:
  [[nodiscard]] std::string_view view(const Part& part) const {
    return std::string_view(paragraph_.runs[part.run].text)
        .substr(part.begin, part.end - part.begin);
  }

  [[nodiscard]] bool ends_line(const Part& part) const { return view(part).ends_with('\n'); }

  // Neighbours of one run become one part, shaped together.
  static void append(std::vector<Part>& line, const Part& part) {
    if (!line.empty() && line.back().run == part.run)
      line.back().end = part.end;
    else
      line.push_back(part);
  }

  [[nodiscard]] static std::string_view trimmed(std::string_view words) {
    const std::size_t last = words.find_last_not_of(" \n");
    return words.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }

  [[nodiscard]] text::TextRequest request(const Part& part, std::string_view words) const {
    text::TextRequest asked = request_of(paragraph_, paragraph_.runs[part.run], scale_);
    asked.text = words;
    asked.align = text::Align::start;
    asked.max_lines = 0;
    return asked;
  }

  [[nodiscard]] float width(const Part& part, bool at_end) const {
    const std::string_view words = at_end ? trimmed(view(part)) : view(part);
    return words.empty() ? 0 : typesetter_.typeset(request(part, words)).width;
  }

  [[nodiscard]] bool too_wide(std::vector<Part> line, const Part& next) const {
    if (max_width_ <= 0) return false;
    append(line, next);
    float sum = 0;
    for (std::size_t i = 0; i < line.size(); ++i) sum += width(line[i], i + 1 == line.size());
    return sum > max_width_;
  }

  void finish(const std::vector<Part>& line) {
    std::vector<Piece> pieces;
    std::vector<float> baselines;
    float x = 0, ascent = 0, descent = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view words = i + 1 == line.size() ? trimmed(view(line[i])) : view(line[i]);
      Piece piece = piece_of(line[i], words);
      const text::Text& set = typesetter_.typeset(piece.request);
      piece.x = x;
      piece.width = set.width;
      piece.height = set.height;
      x += set.width;
      baselines.push_back(set.lines.front().baseline);
      ascent = std::max(ascent, baselines.back());
      descent = std::max(descent, set.height - baselines.back());
      pieces.push_back(std::move(piece));
    }
    place(pieces, baselines, x, ascent);
    top_ += ascent + descent;
    result_.width = std::max(result_.width, x);
  }

  [[nodiscard]] Piece piece_of(const Part& part, std::string_view words) const {
    const TextStyle& style = paragraph_.runs[part.run].style;
    Piece piece;
    piece.request = request(part, words);
    // A single word wider than the paragraph is broken by the typesetter.
    if (max_width_ > 0 && typesetter_.typeset(piece.request).width > max_width_)
      piece.request.max_width = max_width_;
    piece.tone = style.tone;
    piece.mark = style.mark;
    piece.underline = style.underline;
    return piece;
  }

  void place(std::vector<Piece>& pieces, const std::vector<float>& baselines, float line_width,
             float ascent) {
    const bool backwards =
        text::base_direction(whole_text(paragraph_)) == text::Direction::right_to_left;
    const float room = max_width_ > 0 ? std::max(0.F, max_width_ - line_width) : 0;
    float indent = paragraph_.align == text::Align::centre ? room / 2
                   : paragraph_.align == text::Align::end  ? room
                                                           : 0;
    if (backwards && paragraph_.align == text::Align::start) indent = room;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Piece& piece = pieces[i];
      piece.x = indent + (backwards ? line_width - piece.x - piece.width : piece.x);
      piece.y = top_ + ascent - baselines[i];
      result_.pieces.push_back(std::move(piece));
    }
    if (indent > 0) result_.width = std::max(result_.width, indent + line_width);
  }

  const Paragraph& paragraph_;
  float max_width_, scale_;
  text::Typesetter& typesetter_;
  SetParagraph result_;
  float top_ = 0;
};

SetParagraph set_single(const Paragraph& paragraph, float max_width, float scale,
                        text::Typesetter& typesetter) {
  const Run& run = paragraph.runs.front();
  Piece piece;
  piece.request = request_of(paragraph, run, scale);
  piece.request.max_width = max_width;
  const text::Text& set = typesetter.typeset(piece.request);
  piece.width = std::ceil(set.width);
  piece.height = std::ceil(set.height);
  piece.tone = run.style.tone;
  piece.mark = run.style.mark;
  piece.underline = run.style.underline;
  return {{piece}, piece.width, piece.height, set.cut};
}

} // namespace

text::Font font_of(const TextStyle& style, float scale) {
  return {style.family, style.weight, style.size * scale, style.tabular,
          style.letter_spacing * scale};
}

text::TextRequest request_of(const Paragraph& paragraph, const Run& run, float scale) {
  text::TextRequest request;
  request.text = run.text;
  request.font = font_of(run.style, scale);
  request.line_height = std::round(paragraph.line_height * run.style.size * scale);
  request.max_lines = paragraph.max_lines;
  request.align = paragraph.align;
  request.language = paragraph.language;
  return request;
}

SetParagraph set_paragraph(const Paragraph& paragraph, float max_width, float scale,
                           text::Typesetter& typesetter) {
  if (paragraph.runs.empty()) return {};
  if (paragraph.runs.size() == 1) return set_single(paragraph, max_width, scale, typesetter);
  return Setter(paragraph, max_width, scale, typesetter).set();
}

float narrowest(const Paragraph& paragraph, float scale, text::Typesetter& typesetter) {
  if (paragraph.runs.empty()) return 0;
  float widest = 0;
  for (const Part& part : parts_of(paragraph)) {
    text::TextRequest request = request_of(paragraph, paragraph.runs[part.run], scale);
    request.text = request.text.substr(part.begin, part.end - part.begin);
    while (request.text.ends_with(' ') || request.text.ends_with('\n'))
      request.text.remove_suffix(1);
    widest = std::max(widest, typesetter.typeset(request).width);
  }
  return std::ceil(widest);
}

} // namespace entente::ui
