#include "judge/tokens.h"

#include "text/han.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::judge {

namespace {

using text::CharClass;

struct Mapped {
  char32_t from;
  std::u32string_view to;
};

// What NFKC would run together with a digit before it (2½ would turn into 21/2, 10² into 102), and
// punctuation it leaves alone.
constexpr std::array<Mapped, 36> mapped = {
    {{U'½', U" 1/2"}, {U'⅓', U" 1/3"}, {U'⅔', U" 2/3"}, {U'¼', U" 1/4"}, {U'¾', U" 3/4"},
     {U'⅕', U" 1/5"}, {U'⅖', U" 2/5"}, {U'⅗', U" 3/5"}, {U'⅘', U" 4/5"}, {U'⅙', U" 1/6"},
     {U'⅚', U" 5/6"}, {U'⅛', U" 1/8"}, {U'⅜', U" 3/8"}, {U'⅝', U" 5/8"}, {U'⅞', U" 7/8"},
     {U'⁄', U"/"},    {U'²', U"^2"},   {U'³', U"^3"},   {U'¹', U"^1"},   {U'⁰', U"^0"},
     {U'⁴', U"^4"},   {U'⁵', U"^5"},   {U'⁶', U"^6"},   {U'⁷', U"^7"},   {U'⁸', U"^8"},
     {U'⁹', U"^9"},   {U'٪', U"%"},    {U'٫', U"."},    {U'٬', U","},    {U'،', U","},
     {U'؛', U";"},    {U'。', U"."},   {U'、', U","},   {U'·', U" "},    {U'・', U" "},
     {U'〇', U"零"}}};

std::u32string remap(const std::u32string& text) {
  constexpr char32_t first = 0xB2; // ², the least of them
  std::u32string result;
  result.reserve(text.size());
  for (const char32_t c : text) {
    if (c < first) {
      result += c;
      continue;
    }
    const auto* found = std::find_if(mapped.begin(), mapped.end(),
                                     [c](const Mapped& entry) { return entry.from == c; });
    if (found == mapped.end())
      result += c;
    else
      result += found->to;
  }
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_word(CharClass kind) {
  return kind == CharClass::letter || kind == CharClass::mark || kind == CharClass::digit;
}

bool is_sign(char32_t c) {
  return std::u32string_view(U"%+#$€£¥₽₪₴₹₩°‰&^").find(c) != std::u32string_view::npos;
}

class Cutter {
public:
  explicit Cutter(std::u32string text) : text_(std::move(text)), kinds_(text_.size()) {
    std::transform(text_.begin(), text_.end(), kinds_.begin(), text::char_class);
  }

  std::vector<Token> cut() {
    while (at_ < text_.size()) step();
    return std::move(result_);
  }

private:
  CharClass kind(std::size_t i) const { return i < kinds_.size() ? kinds_[i] : CharClass::other; }

  // An apostrophe between letters, a point or comma between digits.
  bool joins(std::size_t i) const {
    if (i == 0 || i + 1 >= text_.size()) return false;
    const CharClass before = kind(i - 1);
    const CharClass after = kind(i + 1);
    if (text_[i] == U'\'' || text_[i] == U'"')
      return is_word(before) && after == CharClass::letter &&
             (text_[i] == U'\'' || text_[i + 1] >= 0x590); // ארה"ב
    const bool separates = text_[i] == U'.' || text_[i] == U',';
    return separates && before == CharClass::digit && after == CharClass::digit;
  }

  // "u.s.a." and "d.c.": single letters with points are one word.
  std::size_t acronym_end() const {
    std::size_t i = at_;
    std::size_t letters = 0;
    while (kind(i) == CharClass::letter && i + 1 < text_.size() && text_[i + 1] == U'.') {
      i += 2;
      ++letters;
    }
    if (letters > 0 && kind(i) == CharClass::letter && !is_word(kind(i + 1))) ++i, ++letters;
    return letters >= 2 && !is_word(kind(i)) ? i : at_;
  }

  void step() {
    const CharClass here = kind(at_);
    if (here == CharClass::ideograph)
      add(at_ + 1);
    else if (is_word(here))
      add(word_end());
    else if (is_sign(text_[at_]) || starts_negative())
      add(at_ + 1);
    else
      skip();
  }

  bool starts_negative() const {
    return text_[at_] == U'-' && kind(at_ + 1) == CharClass::digit &&
           (at_ == 0 || kind(at_ - 1) == CharClass::space);
  }

  std::size_t word_end() const {
    if (const std::size_t end = acronym_end(); end != at_) return end;
    std::size_t end = at_ + 1;
    while (end < text_.size() && (is_word(kind(end)) || joins(end))) ++end;
    return end;
  }

  void skip() {
    if (kind(at_) != CharClass::space) between_ = text_[at_];
    ++at_;
  }

  void add(std::size_t end) {
    const std::u32string_view raw = std::u32string_view(text_).substr(at_, end - at_);
    Token token;
    token.is_han = kind(at_) == CharClass::ideograph;
    token.is_sign = !token.is_han && !is_word(kind(at_));
    for (std::size_t i = at_; i < end; ++i)
      token.is_number = token.is_number || kind(i) == CharClass::digit;
    token.before = std::exchange(between_, U'\0');
    std::u32string word(raw);
    if (!token.is_number) std::erase(word, U'.');
    const char32_t first = word.empty() ? U'\0' : word.front();
    if (first >= 0x590) std::erase(word, U'"');
    const std::string utf8 = text::to_utf8(word);
    token.plain = text::strip_accents(utf8);
    // Beyond Latin, marks are left out in everyday writing.
    token.text = first < 0x250 ? utf8 : token.plain;
    result_.push_back(std::move(token));
    at_ = end;
  }

  std::u32string text_;
  std::vector<CharClass> kinds_;
  std::size_t at_ = 0;
  char32_t between_ = 0;
  std::vector<Token> result_;
};

} // namespace

std::string readable(std::string_view text) {
  // Nothing below would change it.
  if (is_ascii(text)) return text::comparable(text);
  const std::string mapped_text = text::to_utf8(remap(text::to_utf32(text)));
  return text::ascii_digits(text::simplified(text::comparable(mapped_text)));
}

std::vector<Token> tokens(std::string_view readable_text) {
  return Cutter(text::to_utf32(readable_text)).cut();
}

std::string join(const std::vector<Token>& tokens, std::string_view between) {
  std::string result;
  for (const Token& token : tokens) {
    if (!result.empty()) result += between;
    result += token.text;
  }
  return result;
}

} // namespace entente::judge
