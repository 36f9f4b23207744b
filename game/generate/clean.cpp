#include "generate/clean.h"

#include "generate/tokens.h"

#include <algorithm>
#include <unordered_map>

namespace entente::generate {

namespace {

Span trim(std::string_view text, Span span) {
  const auto is_space = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) <= ' '; };
  while (span.begin < span.end && is_space(span.begin)) ++span.begin;
  while (span.end > span.begin && is_space(span.end - 1)) --span.end;
  return span;
}

struct Physical {
  Span span;
  bool after_blank = false;
};

std::vector<Physical> physical_lines(std::string_view text) {
  std::vector<Physical> lines;
  bool blank = true;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r", start), text.size());
    const Span span = trim(text, {start, end});
    if (span.begin == span.end) {
      const bool windows_end = start > 0 && text[start - 1] == '\r' && start == end &&
                               end < text.size() && text[end] == '\n';
      if (!windows_end) blank = true;
    } else {
      lines.push_back({span, blank});
      blank = false;
    }
    start = end + 1;
  }
  return lines;
}

bool ends_sentence(std::string_view line) {
  static constexpr std::string_view ends[] = {".", "!", "?",      "\u2026", "\u201D", "\"",
                                              ":", ";", "\u2019", "'",      ")",      "\u3002"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return line.ends_with(end); });
}

// Mail and old text files break lines at a column and part paragraphs by blank lines.
bool is_hard_wrapped(std::string_view text, const std::vector<Physical>& lines) {
  constexpr std::size_t narrowest_column = 50, widest_column = 100;
  std::size_t running_on = 0, blocks = 0, longest = 0;
  for (const Physical& line : lines) {
    blocks += line.after_blank;
    longest = std::max(longest, line.span.end - line.span.begin);
    running_on += !ends_sentence(text.substr(line.span.begin, line.span.end - line.span.begin));
  }
  return longest >= narrowest_column && longest <= widest_column && blocks > 1 &&
         lines.size() > 2 * blocks && 2 * running_on > lines.size();
}

std::vector<Line> paragraphs(std::string_view text) {
  const auto physical = physical_lines(text);
  const bool wrapped = is_hard_wrapped(text, physical);
  std::vector<Line> lines;
  for (const Physical& line : physical) {
    if (wrapped && !line.after_blank && !lines.empty()) {
      lines.back().span.end = line.span.end;
    } else {
      lines.push_back({line.span, LineRole::body, 0});
    }
  }
  return lines;
}

class Roles {
public:
  Roles(Document& document, const Language& language)
      : document_(document),
        language_(language),
        say_(language.lexicon.class_bit("SAY")),
        be_(language.lexicon.class_bit("BE") | language.lexicon.class_bit("HAVE") |
            language.lexicon.class_bit("DO") | language.lexicon.class_bit("MODAL") | say_) {}

  void run() {
    for (std::size_t i = 0; i < document_.lines.size(); ++i) by_rules(i);
    by_place();
    repeated();
    number_paragraphs();
  }

private:
  void by_rules(std::size_t index) {
    Line& line = document_.lines[index];
    if (after_sources_) {
      line.role = LineRole::noise;
      return;
    }
    const auto [first, end] = document_.line_tokens[index];
    if (end - first > longest_ruled_line) return;
    symbols_.clear();
    for (std::size_t t = first; t < end; ++t) symbols_.push_back(document_.tokens[t].symbol);
    for (const Rule& rule : language_.lines)
      if (rule.pattern.match(symbols_, 0, true)) {
        apply(rule.action, index);
        return;
      }
  }

  void apply(const std::string& action, std::size_t index) {
    Line& line = document_.lines[index];
    if (action == "sources") {
      after_sources_ = index > 0;
      line.role = index > 0 ? LineRole::noise : LineRole::body;
    } else if (action == "author") {
      // "X is a Y at Z" is the author's line at the foot of an article, without its full stop.
      const bool last = index + 1 == document_.lines.size();
      if (last && index > 1) line.role = LineRole::byline;
    } else {
      line.role = action == "noise"      ? LineRole::noise
                  : action == "credit"   ? LineRole::credit
                  : action == "caption"  ? LineRole::caption
                  : action == "dateline" ? LineRole::dateline
                                         : LineRole::byline;
    }
  }

  [[nodiscard]] bool is_short(std::size_t index) const {
    const auto [first, end] = document_.line_tokens[index];
    const Span span = document_.lines[index].span;
    return end - first <= 25 && !ends_sentence(document_.words(span));
  }

  // Headline first, then a standfirst, then prose; short lines without a stop between are headings.
  // Two equal lines in a row, or a line after a video's length, caption a video.
  void by_place() {
    auto& lines = document_.lines;
    if (lines.size() < 2) return;
    if (lines[0].role == LineRole::body && is_short(0)) lines[0].role = LineRole::headline;
    const bool second_open = !ends_sentence(document_.words(lines[1].span));
    if (lines[0].role == LineRole::headline && lines[1].role == LineRole::body && second_open &&
        lines.size() > 2)
      lines[1].role = LineRole::standfirst;
    for (std::size_t i = 2; i < lines.size(); ++i)
      if (lines[i].role == LineRole::body && is_short(i)) lines[i].role = LineRole::heading;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i)
      if (document_.words(lines[i].span) == document_.words(lines[i + 1].span) &&
          lines[i].role != LineRole::noise)
        lines[i].role = LineRole::caption;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      if (is_clock_line(i) && lines[i + 1].role == LineRole::heading)
        lines[i + 1].role = LineRole::caption;
  }

  [[nodiscard]] bool is_clock_line(std::size_t index) const {
    const auto [first, end] = document_.line_tokens[index];
    return end - first == 1 && document_.tokens[first].is(shape::clock);
  }

  // A line that an earlier line already says; a pull quote repeats a part of the body.
  void repeated() {
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < document_.lines.size(); ++i)
      if (!seen.emplace(document_.words(document_.lines[i].span), i).second)
        document_.lines[i].role = LineRole::repeated;
  }

  void number_paragraphs() {
    int paragraph = 0;
    for (Line& line : document_.lines)
      if (line.role == LineRole::body) line.paragraph = ++paragraph;
  }

  static constexpr std::size_t longest_ruled_line = 80; // tokens

  Document& document_;
  const Language& language_;
  Classes say_, be_;
  bool after_sources_ = false;
  std::vector<Symbol> symbols_;
};

} // namespace

Document clean(std::string text, const Language& language) {
  Document document;
  document.text = std::move(text);
  document.lines = paragraphs(document.text);
  document.tokens.reserve(document.text.size() / 5);
  for (const Line& line : document.lines) {
    const std::size_t first = document.tokens.size();
    tokenise(document.text, line.span, language.lexicon, document.tokens);
    document.line_tokens.emplace_back(first, document.tokens.size());
  }
  Roles(document, language).run();
  return document;
}

} // namespace entente::generate
