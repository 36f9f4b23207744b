#include "deck/markup.h"

#include "deck/encoding.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente::deck {

namespace {

using core::Error;
using core::ErrorCode;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Beyond ASCII every character is taken for a name: the library behind does the same.
constexpr bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}
constexpr std::array<bool, 256> name_characters = [] {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char c = static_cast<char>(i);
    table[i] = starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  }
  return table;
}();
bool continues_name(char c) { return name_characters[static_cast<unsigned char>(c)]; }

// "#233", "#xE9", or one of the five predefined names, without & and ;.
bool is_known_reference(std::string_view body) {
  if (!body.starts_with('#'))
    return body == "amp" || body == "lt" || body == "gt" || body == "quot" || body == "apos";
  const bool hex = body.starts_with("#x");
  const std::string_view digits = body.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 8) return false;
  std::uint32_t code = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    const bool letter = hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!decimal && !letter) return false;
    const int digit = decimal ? c - '0' : (c | 0x20) - 'a' + 10;
    code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    if (code > 0x10FFFF) return false;
  }
  const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  return !control && !(code >= 0xD800 && code <= 0xDFFF) && code != 0xFFFE && code != 0xFFFF;
}

struct Fault {
  std::size_t offset;
  std::string message, advice;
  ErrorCode code = ErrorCode::malformed;
};
using Found = std::optional<Fault>;

class Scanner {
public:
  Scanner(std::string_view bytes, const MarkupLimits& limits) : bytes_(bytes), limits_(limits) {}

  Found scan() {
    outline_.nodes.reserve(bytes_.size() / 64); // about what a deck holds
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    if (rest().starts_with("<?xml") && at_ + 5 < bytes_.size() && is_space(bytes_[at_ + 5]))
      if (Found fault = skip_past("?>", "The XML declaration is not closed by ?>")) return fault;
    while (at_ < bytes_.size())
      if (Found fault = bytes_[at_] == '<' ? markup() : text()) return fault;
    return at_end();
  }

  [[nodiscard]] std::string open_element() const {
    return open_.empty() ? "" : std::string(open_.back().name);
  }
  Outline take() { return std::move(outline_); }

private:
  struct Open {
    std::string_view name;
    std::size_t node;
  };

  [[nodiscard]] std::string_view rest() const { return bytes_.substr(at_); }
  [[nodiscard]] char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  [[nodiscard]] std::string line_of(std::size_t offset) const {
    return std::to_string(place_of(bytes_, offset).line);
  }

  Found at_end() const {
    if (!open_.empty())
      return Fault{bytes_.size(),
                   "The file ends before </" + open_element() + ">; <" + open_element() +
                       "> was opened on line " + line_of(begin_of(open_.back())),
                   "It may have been cut short: take it from its source again."};
    if (!has_root_) return Fault{bytes_.size(), "There is no root element", "This is not a deck."};
    return std::nullopt;
  }
  [[nodiscard]] std::size_t begin_of(const Open& open) const {
    return outline_.nodes[open.node].begin;
  }

  Found skip_past(std::string_view end, const char* message) {
    const std::size_t found = bytes_.find(end, at_);
    if (found == std::string_view::npos) return Fault{at_, message, "Close it."};
    at_ = found + end.size();
    return std::nullopt;
  }

  Found text() {
    const std::size_t begin = at_;
    at_ = std::min(bytes_.find('<', at_), bytes_.size());
    const std::string_view run = bytes_.substr(begin, at_ - begin);
    if (open_.empty()) {
      const auto stray = std::find_if_not(run.begin(), run.end(), is_space);
      if (stray == run.end()) return std::nullopt;
      return Fault{begin + static_cast<std::size_t>(stray - run.begin()),
                   "Words stand outside the root element", "Move them inside or delete them."};
    }
    if (const std::size_t end = run.find("]]>"); end != std::string_view::npos)
      return Fault{begin + end, "\"]]>\" stands in the text", "Write ]]&gt; instead."};
    return references(begin, run);
  }

  Found references(std::size_t begin, std::string_view run) const {
    for (std::size_t at = run.find('&'); at != std::string_view::npos; at = run.find('&', at + 1)) {
      const std::size_t end = run.find(';', at);
      const std::string_view body = run.substr(at + 1, end - at - 1);
      if (end == std::string_view::npos || body.empty() || !is_reference_like(body))
        return Fault{begin + at, "An & stands alone", "Write &amp; for the character &."};
      if (!is_known_reference(body))
        return Fault{begin + at, "The entity &" + std::string(body) + "; is not known",
                     "Only &amp; &lt; &gt; &quot; &apos; and numbers such as &#233; are; write "
                     "the character itself."};
    }
    return std::nullopt;
  }
  static bool is_reference_like(std::string_view body) {
    return body.size() <= 32 && (body.front() == '#' || starts_name(body.front())) &&
           std::all_of(body.begin() + 1, body.end(), continues_name);
  }

  Found markup() {
    if (rest().starts_with("<!--")) return comment();
    if (rest().starts_with("<![CDATA[") && !open_.empty())
      return skip_past("]]>", "A CDATA section is not closed by ]]>");
    if (rest().starts_with("<!")) return doctype();
    if (rest().starts_with("<?") && limits_.instructions)
      return skip_past("?>", "A processing instruction is not closed by ?>");
    if (rest().starts_with("<?"))
      return Fault{at_, "A processing instruction (<?...?>) stands here, which decks do not have",
                   "Delete it."};
    return rest().starts_with("</") ? end_tag() : start_tag();
  }

  Found doctype() {
    if (limits_.doctype && !has_root_ && rest().starts_with("<!DOCTYPE")) {
      const std::size_t end = bytes_.find_first_of("[>", at_);
      if (end != std::string_view::npos && bytes_[end] == '>') {
        at_ = end + 1;
        return std::nullopt;
      }
    }
    return Fault{at_, "A DOCTYPE or another declaration (<!...>) stands here, which is not allowed",
                 "Delete it."};
  }

  Found comment() {
    const std::size_t begin = at_;
    const std::size_t dashes = bytes_.find("--", at_ + 4);
    if (dashes == std::string_view::npos || dashes + 2 >= bytes_.size())
      return Fault{begin, "A comment is not closed by -->", "Close it."};
    if (bytes_[dashes + 2] != '>')
      return Fault{dashes, "\"--\" stands inside a comment", "Write one dash."};
    at_ = dashes + 3;
    if (Found fault = add_node(begin)) return fault;
    close_node(outline_.nodes.size() - 1);
    return std::nullopt;
  }

  Found add_node(std::size_t begin) {
    if (outline_.nodes.size() >= limits_.nodes)
      return Fault{begin, "There are more than " + std::to_string(limits_.nodes) + " elements",
                   "Split it into smaller files.", ErrorCode::too_large};
    outline_.nodes.push_back({static_cast<std::uint32_t>(begin), 0, 0});
    return std::nullopt;
  }
  void close_node(std::size_t node) {
    outline_.nodes[node].end = static_cast<std::uint32_t>(at_);
    outline_.nodes[node].after = static_cast<std::uint32_t>(outline_.nodes.size());
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    if (at_ < bytes_.size() && starts_name(bytes_[at_]))
      while (at_ < bytes_.size() && continues_name(bytes_[at_])) ++at_;
    return bytes_.substr(begin, at_ - begin);
  }
  bool skip_space() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    return at_ != begin;
  }

  Found end_tag() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view name = read_name();
    skip_space();
    if (name.empty() || peek() != '>')
      return Fault{begin, "An end tag is not complete", "Write it as </name>."};
    ++at_;
    if (open_.empty())
      return Fault{begin, "</" + std::string(name) + "> closes nothing", "Delete it."};
    if (open_.back().name != name)
      return Fault{begin,
                   "</" + std::string(name) + "> stands where </" + open_element() + "> should; <" +
                       open_element() + "> was opened on line " + line_of(begin_of(open_.back())),
                   "Close <" + open_element() + "> first."};
    close_node(open_.back().node);
    open_.pop_back();
    return std::nullopt;
  }

  Found start_tag() {
    const std::size_t begin = at_++;
    const std::string_view name = read_name();
    if (name.empty())
      return Fault{begin, "A < does not begin a tag", "Write &lt; for the character <."};
    if (open_.empty() && has_root_)
      return Fault{begin, "A second root element <" + std::string(name) + "> begins here",
                   "A file holds one deck: put this one into a file of its own."};
    if (open_.size() >= limits_.depth)
      return Fault{begin,
                   "Elements are nested more than " + std::to_string(limits_.depth) + " deep",
                   "A deck needs four levels: look for a missing end tag.", ErrorCode::too_large};
    if (Found fault = add_node(begin)) return fault;
    return attributes_and_end(name);
  }

  Found attributes_and_end(std::string_view name) {
    const std::size_t node = outline_.nodes.size() - 1;
    if (Found fault = attributes(name)) return fault;
    const bool empty = peek() == '/';
    if (empty) ++at_;
    if (peek() != '>')
      return Fault{at_, "The tag <" + std::string(name) + "> is not complete",
                   "Close it by > and write its attributes as name=\"value\"."};
    ++at_;
    if (open_.empty()) outline_.root = node;
    has_root_ = true;
    if (empty)
      close_node(node);
    else
      open_.push_back({name, node});
    return std::nullopt;
  }

  Found attributes(std::string_view element) {
    auto& seen = seen_attributes_;
    std::size_t count = 0;
    for (;;) {
      const bool spaced = skip_space();
      const std::size_t begin = at_;
      const std::string_view name = spaced ? read_name() : std::string_view();
      if (name.empty()) return std::nullopt;
      if (Found fault = attribute_value(name)) return fault;
      const auto seen_end = seen.begin() + static_cast<std::ptrdiff_t>(count);
      if (std::find(seen.begin(), seen_end, name) != seen_end)
        return Fault{begin,
                     "<" + std::string(element) + "> has the attribute " + std::string(name) +
                         " twice",
                     "Keep one."};
      if (count == seen.size())
        return Fault{begin, "<" + std::string(element) + "> has more than 32 attributes",
                     "Delete some.", ErrorCode::too_large};
      seen[count++] = name;
    }
  }

  Found attribute_value(std::string_view name) {
    const std::size_t begin = at_ - name.size();
    skip_space();
    if (peek() != '=') return unquoted(begin, name);
    ++at_;
    skip_space();
    const char quote = peek();
    if (quote != '"' && quote != '\'') return unquoted(begin, name);
    const std::size_t begin_of_value = ++at_;
    at_ = std::min(bytes_.find(quote, at_), bytes_.size());
    const std::string_view value = bytes_.substr(begin_of_value, at_ - begin_of_value);
    if (peek() != quote || value.find('<') != std::string_view::npos)
      return Fault{begin, "The value of " + std::string(name) + " is not closed by its quote",
                   "Close it; write &lt; for the character <."};
    ++at_;
    return references(begin_of_value, value);
  }
  static Found unquoted(std::size_t begin, std::string_view name) {
    return Fault{begin, "The attribute " + std::string(name) + " has no value in quotes",
                 "Write it as " + std::string(name) + "=\"value\"."};
  }

  std::string_view bytes_;
  const MarkupLimits& limits_;
  std::size_t at_ = 0;
  bool has_root_ = false;
  std::vector<Open> open_;
  std::array<std::string_view, 32> seen_attributes_; // of one tag; here, for it is not small
  Outline outline_;
};

Error to_error(std::string_view bytes, const std::string& name, const Fault& fault,
               const std::string& open) {
  return {fault.code, fault.message + (open.empty() ? "." : " (inside <" + open + ">)."),
          at_place(name, place_of(bytes, fault.offset)), fault.advice};
}

} // namespace

Place place_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  Place place{1, 1};
  std::size_t start = before.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (std::size_t end; (end = before.find('\n', start)) != std::string_view::npos; start = end + 1)
    ++place.line;
  for (const char c : before.substr(start))
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++place.column;
  return place;
}

std::string at_place(const std::string& name, Place place) {
  return name + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

core::Result<Outline> outline(std::string_view bytes, const std::string& name,
                              const MarkupLimits& limits) {
  if (bytes.size() > limits.bytes)
    return Error{ErrorCode::too_large,
                 "The file is larger than " + std::to_string(limits.bytes >> 20U) + " MB.", name,
                 "Split it into smaller files."};
  if (bytes.empty())
    return Error{ErrorCode::malformed, "The file is empty.", name,
                 "Take it from its source again."};
  for (const auto& fault : {find_byte_fault(bytes), find_declared_encoding_fault(bytes)})
    if (fault) return to_error(bytes, name, {fault->offset, fault->message, fault->advice}, "");
  Scanner scanner(bytes, limits);
  if (const Found fault = scanner.scan())
    return to_error(bytes, name, *fault, scanner.open_element());
  return scanner.take();
}

} // namespace entente::deck
