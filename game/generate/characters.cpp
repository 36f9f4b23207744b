#include "generate/characters.h"

#include <algorithm>
#include <array>

namespace entente::generate {

namespace {

bool is_ascii_mark(unsigned char c) {
  return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') ||
         (c > 'z' && c < 0x7F);
}

bool is_wide_space(std::string_view c) {
  static constexpr std::array spaces = {
      std::string_view("\u00A0"), std::string_view("\u202F"), std::string_view("\u2007"),
      std::string_view("\u2009"), std::string_view("\u200A"), std::string_view("\u200B"),
      std::string_view("\u3000"), std::string_view("\u2028"), std::string_view("\uFEFF")};
  return std::find(spaces.begin(), spaces.end(), c) != spaces.end();
}

// General punctuation, Latin-1 signs, CJK and full-width marks.
bool is_wide_mark(std::string_view c) {
  const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(c[n]); };
  if (c.size() == 2 && byte(0) == 0xC2) return byte(1) != 0xAA && byte(1) != 0xBA;
  if (c.size() == 2) return c == "\u00D7" || c == "\u00F7";
  if (c.size() != 3) return false;
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return true;
  if (byte(0) == 0xE2 && byte(1) == 0x82) return true; // € and other currencies
  if (byte(0) == 0xE3 && byte(1) == 0x80) return true;
  return byte(0) == 0xEF && byte(1) == 0xBC && (byte(2) < 0x90 || byte(2) > 0xBF);
}

} // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

Character character_kind(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first <= ' ' || first == 0x7F) return Character::space;
  if (first < 0x80) return is_ascii_mark(first) ? Character::mark : Character::letter;
  const std::string_view c = text.substr(at, character_length(text, at));
  if (is_wide_space(c)) return Character::space;
  return is_wide_mark(c) ? Character::mark : Character::letter;
}

bool is_apostrophe(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '\'' || text.substr(at).starts_with("\u2019"));
}

QuoteMark double_quote(std::string_view mark) {
  if (mark == "\"" || mark == "\uFF02") return QuoteMark::both;
  if (mark == "\u201C") return QuoteMark::opens; // closes too in German and after slips of hand
  if (mark == "\u201D") return QuoteMark::closes;
  if (mark == "\u00AB" || mark == "\u201E" || mark == "\u300C" || mark == "\u201F")
    return QuoteMark::opens;
  if (mark == "\u00BB" || mark == "\u300D") return QuoteMark::closes;
  return QuoteMark::none;
}

QuoteMark single_quote(std::string_view mark) {
  if (mark == "\u2018" || mark == "\u2039") return QuoteMark::opens;
  if (mark == "\u2019" || mark == "\u203A") return QuoteMark::closes;
  return mark == "'" ? QuoteMark::both : QuoteMark::none;
}

} // namespace entente::generate
