#include "deck/xml_text.h"

#include <algorithm>

namespace entente::deck {

namespace {

constexpr std::string_view white = " \t\r\n";

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Most words of most decks: trimmed, and no white space but single spaces.
bool is_collapsed(std::string_view text) {
  bool after_space = false;
  for (const char c : text) {
    const bool word = static_cast<unsigned char>(c) > ' ';
    if (!word && (c != ' ' || after_space)) return false;
    after_space = !word;
  }
  return true;
}

// The replacement for one character of content; empty when it stands for itself.
std::string_view replacement(char c, bool attribute) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '\r':
    return "&#13;";
  case '"':
    return attribute ? "&quot;" : "";
  case '\t':
    return attribute ? "&#9;" : "";
  case '\n':
    return attribute ? "&#10;" : "";
  default:
    return static_cast<unsigned char>(c) < 0x20 ? "\xEF\xBF\xBD" : "";
  }
}

std::string escaped(std::string_view text, bool attribute) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    const std::string_view other = replacement(c, attribute);
    if (other.empty())
      out += c;
    else
      out += other;
  }
  return out;
}

} // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

std::string collapse(std::string_view text, bool paragraphs) {
  text = trim(text);
  if (is_collapsed(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (!is_white(text[at])) {
      out += text[at++];
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of(white, at), text.size());
    const auto lines = std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                  text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    out += paragraphs && lines > 1 ? "\n\n" : " ";
    at = end;
  }
  return out;
}

std::string escape(std::string_view text) { return escaped(text, false); }
std::string escape_attribute(std::string_view text) { return escaped(text, true); }

} // namespace entente::deck
