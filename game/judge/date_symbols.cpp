// A text as a row of date symbols.

#include "judge/date_words.h"
#include "judge/number_words.h"
#include "judge/romanize.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>
#include <utility>

namespace entente::judge {

namespace {

using Kind = DateSymbol::Kind;

class Reader {
public:
  explicit Reader(std::string_view readable_text) : text_(text::to_utf32(readable_text)) {}

  std::optional<std::vector<DateSymbol>> read() {
    if (text_.size() > 120) return {}; // no date is that long
    while (at_ < text_.size()) {
      const bool between = text_[at_] == U' ';
      spoken_now_ = between || starts_with_and() ? spoken_ : 0;
      if (!step()) return {};
      spoken_ = spoken_now_;
    }
    return result_;
  }

private:
  char32_t peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U' ';
  }
  static bool is_letter(char32_t c) {
    const auto kind = text::char_class(c);
    return kind == text::CharClass::letter || kind == text::CharClass::mark;
  }
  static bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

  void put(Kind kind, int value = 0, int digits = 0) {
    result_.push_back({.kind = kind, .value = value, .digits = digits});
  }

  bool starts_with_and() const {
    return std::u32string_view(text_).substr(at_).starts_with(U"and ");
  }

  bool step() {
    const char32_t c = text_[at_];
    if (is_digit(c)) return number();
    if (is_han_numeral(c) && c != U'万' && c != U'亿') return han();
    if (text::char_class(c) == text::CharClass::ideograph) return han_word();
    if (is_letter(c)) return word();
    ++at_;
    return sign(c);
  }

  bool sign(char32_t c) {
    switch (c) {
    case U'-':
      put(Kind::dash);
      return true;
    case U'/':
      put(Kind::slash);
      return true;
    case U'.':
      put(Kind::dot);
      return true;
    case U'\'':
      put(Kind::apostrophe);
      return true;
    case U'~':
      return true;
    default:
      return std::u32string_view(U" ,()\"?!:;").find(c) != std::u32string_view::npos;
    }
  }

  bool number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    std::size_t tail = end;
    while (tail < text_.size() && is_letter(text_[tail])) ++tail;
    const int digits = static_cast<int>(end - at_);
    if (digits > 8) return false;
    const int value = std::stoi(text::to_utf8(text_.substr(at_, end - at_)));
    const std::string whole = text::to_utf8(text_.substr(at_, tail - at_));
    const std::string ending = text::to_utf8(text_.substr(end, tail - end));
    at_ = tail;
    return numbered(value, digits, whole, ending);
  }

  // 1990s, '90s, 90-е, 20th, 20мая, 1q.
  bool numbered(int value, int digits, const std::string& whole, const std::string& ending) {
    if (ending == "s") return put(Kind::decade, value, digits), true;
    if (ending.empty() && peek(0) == U'\'' && peek(1) == U's') {
      at_ += 2;
      return put(Kind::decade, value, digits), true;
    }
    if (ending.empty() && peek(0) == U'-' && starts_ending()) return true;
    if (const auto known = date_word(whole)) return result_.push_back(*known), true;
    if (ordinal_digits(whole)) return put(Kind::ordinal, value, digits), true;
    put(Kind::number, value, digits);
    if (ending.empty() || is_date_filler(ending)) return true;
    const auto known = date_word(ending);
    if (known) result_.push_back(*known);
    return known.has_value();
  }

  // "90-е" and "90-х" are decades, "2-й" is an ordinal.
  bool starts_ending() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::string ending = text::to_utf8(text_.substr(at_ + 1, end - at_ - 1));
    std::size_t first = at_;
    while (first > 0 && is_digit(text_[first - 1])) --first;
    const int value = std::stoi(text::to_utf8(text_.substr(first, at_ - first)));
    const int digits = static_cast<int>(at_ - first);
    static const WordSet decade_endings("е х ых ые");
    static const WordSet ordinal_endings("й я ой го ого ый м ом st nd rd th");
    if (decade_endings.contains(ending) && value % 10 == 0)
      put(Kind::decade, value, digits);
    else if (ordinal_endings.contains(ending) || ending == "е")
      put(Kind::ordinal, value, digits);
    else
      return false;
    at_ = end;
    return true;
  }

  bool han() {
    std::size_t end = at_;
    while (end < text_.size() && is_han_numeral(text_[end])) ++end;
    const std::u32string_view run = std::u32string_view(text_).substr(at_, end - at_);
    const auto value = han_number(run);
    if (!value || *value > 9999) return false;
    put(Kind::number, static_cast<int>(*value), *value >= 100 ? 4 : 2);
    at_ = end;
    return true;
  }

  // The longest known word that starts here.
  bool han_word() {
    for (std::size_t length = std::min<std::size_t>(3, text_.size() - at_); length > 0; --length) {
      const std::string candidate = text::to_utf8(text_.substr(at_, length));
      const auto known = date_word(candidate);
      if (!known && !is_date_filler(candidate)) continue;
      if (known) result_.push_back(*known);
      // 上世纪: the one before ours.
      if (candidate == "上" && peek(1) == U'世') put(Kind::number, 20, 2);
      at_ += length;
      return true;
    }
    return false;
  }

  std::string word_at(std::size_t& end) const {
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    return text::strip_accents(text::to_utf8(text_.substr(at_, end - at_)));
  }

  bool word() {
    std::size_t end = at_;
    const std::string here = word_at(end);
    if (two_words(here, end)) return true;
    at_ = end;
    return known_word(here);
  }

  // "كانون الثاني": names of two words.
  bool two_words(const std::string& first, std::size_t end) {
    if (end >= text_.size() || text_[end] != U' ') return false;
    std::size_t second_end = end + 1;
    while (second_end < text_.size() && is_letter(text_[second_end])) ++second_end;
    const std::string second =
        text::strip_accents(text::to_utf8(text_.substr(end + 1, second_end - end - 1)));
    const auto known = date_word(first + "_" + second);
    if (!known) return false;
    result_.push_back(*known);
    at_ = second_end;
    return true;
  }

  bool known_word(const std::string& word) {
    if (spoken_ >= 100 && word == "and") return true; // two thousand and one
    if (const auto known = date_word(word)) return known_symbol(*known), true;
    if (word == "c" && !result_.empty() && result_.back().kind == Kind::ordinal)
      return put(Kind::century), true; // "20th c."
    if (is_date_filler(word)) return true;
    if (const auto known = grown_date_word(word)) return result_.push_back(*known), true;
    if (const auto value = roman_number(word))
      return put(Kind::ordinal, static_cast<int>(*value), 2), true;
    if (grown_part(word)) return true;
    if (const auto known = misspelt_month(word)) return result_.push_back(*known), true;
    return number_in_words(word);
  }

  // "nineteen nineties": the century stands before.
  void known_symbol(DateSymbol symbol) {
    if (symbol.kind == Kind::decade && spoken_ >= 10 && spoken_ <= 20) {
      symbol.value += spoken_ * 100;
      result_.pop_back();
    }
    result_.push_back(symbol);
  }

  // "midjune"
  bool grown_part(std::string_view word) {
    if (!word.starts_with("mid")) return false;
    const auto month = date_word(word.substr(3));
    if (!month || month->kind != Kind::month) return false;
    put(Kind::part, 2);
    result_.push_back(*month);
    return true;
  }

  bool number_in_words(const std::string& word) {
    const auto found = number_word(word);
    if (!found || found->kind == NumberWord::Kind::fraction || found->value > 1000) return false;
    const bool ordinal = found->kind == NumberWord::Kind::ordinal;
    if (const auto sum = spoken_ > 0 ? spoken_sum(*found, word) : std::nullopt) {
      result_.back().value = *sum;
    } else {
      const auto value = first_spoken(*found);
      if (!value) return false;
      put(Kind::number, *value);
      result_.back().in_words = true;
    }
    DateSymbol& symbol = result_.back();
    if (ordinal) symbol.kind = Kind::ordinal;
    symbol.digits = symbol.value >= 100 ? 4 : 2;
    // An English or Russian ordinal ends its number; an Arabic one goes on: "the ninth ten".
    spoken_now_ = ordinal && !is_semitic(word) ? 0 : symbol.value;
    if (peek(0) == U'-') ++at_;
    return true;
  }

  static std::optional<int> first_spoken(const NumberWord& word) {
    switch (word.kind) {
    case NumberWord::Kind::cardinal:
    case NumberWord::Kind::ordinal:
      return static_cast<int>(word.value);
    case NumberWord::Kind::magnitude: // тысяча девятьсот
      if (word.value == 3) return 1000;
      [[fallthrough]];
    default:
      return {};
    }
  }

  // The number spoken so far with one more word: "two thousand", "nineteen hundred", "twenty
  // twenty", "twenty one", "тысяча девятьсот", and tens after ones in Arabic and Hebrew.
  std::optional<int> spoken_sum(const NumberWord& next, std::string_view word) const {
    const int value = static_cast<int>(next.value);
    const int tail = spoken_ % 100;
    switch (next.kind) {
    case NumberWord::Kind::magnitude:
      return value == 3 && spoken_ < 10 ? std::optional(spoken_ * 1000) : std::nullopt;
    case NumberWord::Kind::hundred:
      return tail > 0 && tail <= 20 ? std::optional(spoken_ - tail + tail * 100) : std::nullopt;
    case NumberWord::Kind::cardinal:
    case NumberWord::Kind::ordinal:
      break;
    default:
      return {};
    }
    if (spoken_ % 1000 == 0 && value < 1000) return spoken_ + value;
    if (tail == 0 && value < 100) return spoken_ + value;
    if (tail % 10 == 0 && tail >= 20 && value < 10) return spoken_ + value;
    if (is_semitic(word) && tail < 10 && value % 10 == 0 && value < 100) return spoken_ + value;
    if (spoken_ >= 10 && spoken_ <= 21 && value >= 10 && value < 100) return spoken_ * 100 + value;
    return {};
  }

  std::u32string text_;
  std::size_t at_ = 0;
  int spoken_ = 0;     // the number in words that may go on, 0 for none
  int spoken_now_ = 0; // the same after the step being taken
  std::vector<DateSymbol> result_;
};

} // namespace

namespace {

// Stretches that are named by counting months.
std::string with_months_counted(std::string_view readable_text) {
  constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"first six months", "h1"},
      {"first 6 months", "h1"},
      {"last six months", "h2"},
      {"last 6 months", "h2"},
      {"first three months", "q1"},
      {"first 3 months", "q1"},
      {"last three months", "q4"},
      {"last 3 months", "q4"},
      {"первые шесть месяцев", "h1"},
      {"первые 6 месяцев", "h1"},
      {"последние шесть месяцев", "h2"},
      {"первые три месяца", "q1"},
      {"первые 3 месяца", "q1"},
      {"последние три месяца", "q4"},
      {"前六个月", "上半年"},
      {"前6个月", "上半年"}};
  std::string result(readable_text);
  for (const auto& [words, symbol] : names)
    if (const std::size_t at = result.find(words); at != std::string::npos)
      result.replace(at, words.size(), symbol);
  return result;
}

} // namespace

std::optional<std::vector<DateSymbol>> date_symbols(std::string_view readable_text) {
  if (readable_text.size() > 480) return {}; // no date is that long
  return Reader(with_months_counted(readable_text)).read();
}

} // namespace entente::judge
