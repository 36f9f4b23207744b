#include "deck/source_text.h"

#include "core/random.h"
#include "deck/xml_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace entente::deck {

namespace {

constexpr std::size_t longest_heading = 120;
constexpr std::size_t longest_caption = 600;
constexpr std::size_t longest_author_line = 400;
constexpr std::size_t widest_wrapped_line = 100;

struct Line {
  std::size_t begin, end; // trimmed; empty when equal
};

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    const std::size_t begin =
        line.empty() ? at : static_cast<std::size_t>(line.data() - text.data());
    lines.push_back({begin, begin + line.size()});
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

// A text broken at a fixed width: empty lines part its paragraphs, and no line is long.
bool is_wrapped(const std::vector<Line>& lines) {
  const auto is_empty = [](const Line& line) { return line.begin == line.end; };
  const auto is_long = [](const Line& line) { return line.end - line.begin > widest_wrapped_line; };
  return std::any_of(lines.begin(), lines.end(), is_empty) &&
         std::none_of(lines.begin(), lines.end(), is_long);
}

std::vector<Paragraph> split_blocks(std::string_view text) {
  const auto lines = split_lines(text);
  const bool wrapped = is_wrapped(lines);
  std::vector<Paragraph> blocks;
  bool joins = false;
  for (const Line& line : lines) {
    if (line.begin == line.end) {
      joins = false;
      continue;
    }
    if (!joins) blocks.push_back({"", line.begin, line.end});
    blocks.back().end = line.end;
    joins = wrapped;
  }
  for (Paragraph& block : blocks)
    block.text = collapse(text.substr(block.begin, block.end - block.begin));
  return blocks;
}

std::string_view without_closing_marks(std::string_view text) {
  static constexpr std::array<std::string_view, 9> marks = {"\"", "'", ")",  "]", "”",
                                                            "’",  "»", "」", "』"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : marks)
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
  }
  return text;
}

bool ends_as_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 12> stops = {".",  "!",  "?",  "…", ":", ";",
                                                             "。", "！", "？", "؟", "।", "۔"};
  const std::string_view words = without_closing_marks(text);
  return std::any_of(stops.begin(), stops.end(),
                     [&](std::string_view stop) { return words.ends_with(stop); });
}

// 02:27 or 1:02:27
bool is_video_time(std::string_view text) {
  const auto colons = std::count(text.begin(), text.end(), ':');
  return text.size() >= 4 && text.size() <= 8 && colons >= 1 && colons <= 2 &&
         text.front() != ':' && text.back() != ':' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return c == ':' || std::isdigit(static_cast<unsigned char>(c));
         });
}

// "... Photo: AP", "... Image by X": the credit stands at the end.
bool is_caption(std::string_view text) {
  static constexpr std::array<std::string_view, 7> credits = {
      "Photo", "Photograph", "Image", "Picture", "Illustration", "Graphic", "Screenshot"};
  if (text.size() > longest_caption) return false;
  for (const std::string_view credit : credits) {
    const std::size_t at = text.rfind(credit);
    if (at == std::string_view::npos || text.size() - at > longest_heading) continue;
    const std::string_view rest = text.substr(at + credit.size());
    if (rest.starts_with(":") || rest.starts_with(" by ") || rest.starts_with(" credit") ||
        rest.starts_with(" courtesy") || rest.starts_with(" from "))
      return true;
  }
  return false;
}

// "Jane Doe is an expert at ...", as the last block.
bool is_author_line(std::string_view text) {
  if (text.size() > longest_author_line) return false;
  if (text.starts_with("By ") && text.size() <= longest_heading) return true;
  for (const char* verb : {" is a ", " is an ", " is the ", " writes ", " teaches "})
    if (const std::size_t at = text.find(verb); at != std::string_view::npos && at < 60)
      return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), ' ') <= 4 &&
             text.find(". ", at) == std::string_view::npos &&
             text.find_first_of(",;") > at; // no clause before the verb
  return false;
}

// How many blocks stand before the body: the headline, and what has no full stop after it.
std::size_t count_front(const std::vector<Paragraph>& blocks) {
  if (blocks.size() < 2) return 0;
  const std::string& first = blocks.front().text;
  const bool asks = first.size() <= longest_heading && !first.ends_with('.');
  if (ends_as_sentence(first) && !asks) return 0;
  std::size_t count = 1;
  while (count < blocks.size() && !ends_as_sentence(blocks[count].text)) ++count;
  return count;
}

class BodyFinder {
public:
  explicit BodyFinder(const std::vector<Paragraph>& blocks) : blocks_(blocks) {}

  [[nodiscard]] bool is_body(std::size_t i) const {
    const std::string& text = blocks_[i].text;
    if (is_video_time(text) || is_caption(text) || is_repeated(i)) return false;
    const bool stops = ends_as_sentence(text);
    if (!stops && (text.size() <= longest_heading || follows_video_time(i))) return false;
    return i + 1 < blocks_.size() || blocks_.size() == 1 || (stops && !is_author_line(text));
  }

private:
  // Pages show a video's title twice, as its link and as its caption.
  [[nodiscard]] bool is_repeated(std::size_t i) const {
    const std::string& text = blocks_[i].text;
    return (i > 0 && blocks_[i - 1].text == text) ||
           (i + 1 < blocks_.size() && blocks_[i + 1].text == text);
  }
  [[nodiscard]] bool follows_video_time(std::size_t i) const {
    return i > 0 && is_video_time(blocks_[i - 1].text);
  }

  const std::vector<Paragraph>& blocks_;
};

} // namespace

std::vector<Paragraph> body_paragraphs(std::string_view text) {
  const auto blocks = split_blocks(text);
  const BodyFinder finder(blocks);
  std::vector<Paragraph> body;
  for (std::size_t i = count_front(blocks); i < blocks.size(); ++i)
    if (finder.is_body(i)) body.push_back(blocks[i]);
  return body;
}

std::optional<std::string> passage_text(std::string_view text, const Passage& passage) {
  if (passage.paragraph == 0) return std::string(text);
  const auto body = body_paragraphs(text);
  const auto number = static_cast<std::size_t>(passage.paragraph);
  if (passage.paragraph < 0 || number > body.size()) return std::nullopt;
  return body[number - 1].text;
}

std::string text_hash(std::string_view text) {
  std::string lines;
  for (const Line& line : split_lines(text))
    if (line.end > line.begin) lines.append(text.substr(line.begin, line.end - line.begin)) += '\n';
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(core::hash(lines)));
  return digits;
}

} // namespace entente::deck
