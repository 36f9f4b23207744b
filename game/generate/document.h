#pragma once

// An article on its way through the stages: the text, its lines with their roles, its sentences and
// tokens. Places are byte offsets into the text; facts that leave are given in code points.

#include "generate/pattern.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::generate {

struct Span { // half-open
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool holds(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] bool touches(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  bool operator==(const Span&) const = default;
};

struct Token {
  Span span;
  Symbol symbol;
  std::int32_t number = 0; // of months, weekdays, numerals, digits
  [[nodiscard]] bool is(Classes classes) const { return (symbol.classes & classes).any(); }
};

// What a line is for. Only body lines, headline and standfirst are asked from; a caption's facts
// rank below the body's.
enum class LineRole {
  headline,
  standfirst, // the summary under the headline
  dateline,
  heading, // within the body
  body,
  caption,
  credit, // who took the picture, where it was published
  byline, // who the author is
  noise,  // video lengths, source lists, page furniture
  repeated
};

struct Line {
  Span span; // without white space at its ends
  LineRole role = LineRole::body;
  int paragraph = 0; // 1-based among body lines; else 0
};

struct Sentence {
  Span span;
  std::size_t line = 0;
  std::size_t first_token = 0, end_token = 0; // half-open
};

struct Document {
  std::string text;
  std::vector<Line> lines;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  // First and past-the-last token of each line.
  std::vector<std::pair<std::size_t, std::size_t>> line_tokens;

  [[nodiscard]] std::string_view words(Span span) const {
    return std::string_view(text).substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] std::string_view form(std::size_t token) const { return words(tokens[token].span); }
  [[nodiscard]] Span span_of(std::size_t first, std::size_t end) const {
    return {tokens[first].span.begin, tokens[end - 1].span.end};
  }
  [[nodiscard]] LineRole role_of(const Sentence& sentence) const {
    return lines[sentence.line].role;
  }
};

// Facts are stated in the article's own voice here.
[[nodiscard]] inline bool is_prose(LineRole role) {
  return role == LineRole::body || role == LineRole::standfirst || role == LineRole::headline;
}

} // namespace entente::generate
