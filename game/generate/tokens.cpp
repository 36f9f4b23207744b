#include "generate/tokens.h"

#include "generate/characters.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace entente::generate {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::int32_t to_number(std::string_view digits) {
  std::int32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool starts_upper(std::string_view word) {
  const unsigned char first = static_cast<unsigned char>(word[0]);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const std::string_view letter = word.substr(0, character_length(word, 0));
  return text::lower(letter, "en") != letter;
}

class Tokeniser {
public:
  Tokeniser(std::string_view all, Span span, const Lexicon& lexicon, std::vector<Token>& tokens)
      : text_(all), end_(span.end), at_(span.begin), lexicon_(lexicon), tokens_(tokens) {}

  void run() {
    bool glued = false;
    while (at_ < end_) {
      const std::size_t length = character_length(text_, at_);
      const Character kind = character_kind(text_, at_);
      if (kind == Character::space) {
        glued = false;
        at_ += length;
        continue;
      }
      if (kind == Character::mark) {
        mark(length, glued);
      } else {
        word(glued);
      }
      glued = true;
    }
  }

private:
  void mark(std::size_t length, bool glued) {
    if (const std::size_t suffix = possessive_at(at_); suffix != 0) {
      add({at_, at_ + suffix}, shape::possessive, glued);
      at_ += suffix;
      return;
    }
    // ’90s
    if (is_apostrophe(text_, at_) && decade_at(at_ + length)) {
      add({at_, at_ + length + 3}, shape::decade | shape::number, glued,
          to_number(text_.substr(at_ + length, 2)));
      at_ += length + 3;
      return;
    }
    add({at_, at_ + length}, shape::mark, glued);
    at_ += length;
  }

  [[nodiscard]] bool decade_at(std::size_t at) const {
    return at + 3 <= end_ && is_digit(text_[at]) && text_[at + 1] == '0' && text_[at + 2] == 's';
  }

  // Length of ’s after a letter, or 0.
  [[nodiscard]] std::size_t possessive_at(std::size_t at) const {
    if (!is_apostrophe(text_, at) || at == 0 || tokens_.empty() || tokens_.back().span.end != at ||
        tokens_.back().is(shape::mark))
      return 0;
    const std::size_t s = at + character_length(text_, at);
    if (s >= end_ || (text_[s] != 's' && text_[s] != 'S')) return 0;
    if (s + 1 < end_ && character_kind(text_, s + 1) == Character::letter) return 0;
    return s + 1 - at;
  }

  void word(bool glued) {
    const std::size_t begin = at_;
    if (is_digit(text_[at_])) {
      number(begin, glued);
      return;
    }
    for (;;) {
      letters();
      if (!joins_next()) break;
    }
    take_abbreviation_stop(begin);
    add_word({begin, at_}, glued);
  }

  void letters() {
    while (at_ < end_ && character_kind(text_, at_) == Character::letter && !ends_at_digit())
      at_ += character_length(text_, at_);
  }

  // 年2022: scripts without spaces part numbers from words by themselves.
  [[nodiscard]] bool ends_at_digit() const {
    constexpr unsigned char first_of_cjk = 0xE3;
    return is_digit(text_[at_]) && at_ >= 3 &&
           static_cast<unsigned char>(text_[at_ - 3]) >= first_of_cjk &&
           static_cast<unsigned char>(text_[at_ - 1]) >= 0x80;
  }

  // Inside a word: an apostrophe (O’Neill, don’t), a hyphen between letters, a dot (U.S, www.x.nz).
  bool joins_next() {
    if (at_ >= end_) return false;
    const std::size_t length = character_length(text_, at_);
    const std::size_t next = at_ + length;
    if (next >= end_ || character_kind(text_, next) != Character::letter) return false;
    if (is_apostrophe(text_, at_)) {
      const bool is_s = text_[next] == 's' &&
                        (next + 1 >= end_ || character_kind(text_, next + 1) != Character::letter);
      if (is_s) return false;
    } else if (text_[at_] == '-') {
      if (splits_at_hyphen(at_)) return false;
    } else if (text_[at_] != '.' && text_[at_] != '@' && text_[at_] != '_') {
      return false;
    }
    at_ = next;
    return true;
  }

  // "mid-June", "US-Russia", "Lavrov-Blinken", "11-year" are two things; "Jong-un" is one. Two
  // capitalised halves are parted; names that are one have a lower half or a known first half.
  [[nodiscard]] bool splits_at_hyphen(std::size_t hyphen) const {
    std::size_t begin = hyphen;
    while (begin > 0 && text_[begin - 1] != ' ' && text_[begin - 1] != '\n' &&
           static_cast<unsigned char>(text_[begin - 1]) < 0x80 && text_[begin - 1] != '-')
      --begin;
    const std::string first = lower_ascii(text_.substr(begin, hyphen - begin));
    const Word known = lexicon_.find(first);
    const Classes splitting = lexicon_.class_bit("MID") | lexicon_.class_bit("NUMERAL");
    if ((known.classes & splitting).any()) return true;
    const std::string_view after = text_.substr(hyphen + 1);
    if (!starts_upper(after)) return is_digit(after[0]);
    const Classes places = lexicon_.class_bit("COUNTRY") | lexicon_.class_bit("CAPITAL") |
                           lexicon_.class_bit("DEMONYM");
    return (known.classes & places).any() || first == "post" || first == "pre";
  }

  // The stop of an abbreviation belongs to it: "U.S.", "Mr.", "D.", "Jan.".
  void take_abbreviation_stop(std::size_t begin) {
    if (at_ >= end_ || text_[at_] != '.') return;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word != "I";
    const bool dotted = word.find('.') != std::string_view::npos && word.size() <= 6;
    const bool known =
        (lexicon_.find(lower_ascii(word)).classes & lexicon_.class_bit("ABBR")).any();
    if (initial || dotted || known) ++at_;
  }

  void number(std::size_t begin, bool glued) {
    while (at_ < end_ && (is_digit(text_[at_]) || joins_digits())) ++at_;
    const std::string_view digits = text_.substr(begin, at_ - begin);
    const std::size_t suffix = begin_of_suffix();
    const std::string_view letters = text_.substr(at_, suffix - at_);
    Classes shapes = shape::number;
    if (letters == "s" && digits.size() == 4) {
      shapes |= shape::decade;
      at_ = suffix;
    } else if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th") {
      at_ = suffix;
      shapes = shape::day | shape::word;
    } else if (!letters.empty() && letters.size() <= 3 && letters != "am" && letters != "pm") {
      at_ = suffix; // 39A, 5G, 22h
      shapes |= shape::word;
    }
    add({begin, at_}, shapes | digit_shapes(digits, shapes), glued, to_number(plain(digits)));
  }

  [[nodiscard]] bool joins_digits() const {
    if (at_ + 1 >= end_ || !is_digit(text_[at_ + 1])) return false;
    const char c = text_[at_];
    return c == ',' || c == '.' || c == ':' || c == '/' || (c == '-' && is_iso_hyphen());
  }

  [[nodiscard]] bool is_iso_hyphen() const {
    std::size_t begin = at_;
    while (begin > 0 && (is_digit(text_[begin - 1]) || text_[begin - 1] == '-')) --begin;
    return at_ - begin == 7 || (at_ - begin == 4 && at_ + 3 < end_ && text_[at_ + 3] == '-' &&
                                at_ + 4 < end_ && is_digit(text_[at_ + 4]));
  }

  [[nodiscard]] std::size_t begin_of_suffix() const {
    std::size_t end = at_;
    while (end < end_ &&
           ((text_[end] >= 'a' && text_[end] <= 'z') || (text_[end] >= 'A' && text_[end] <= 'Z')))
      ++end;
    return end;
  }

  static std::string plain(std::string_view digits) {
    std::string result;
    for (const char c : digits) {
      if (c == ',') continue;
      if (!is_digit(c)) break;
      result += c;
    }
    return result;
  }

  static Classes digit_shapes(std::string_view digits, Classes so_far) {
    if (digits.find(':') != std::string_view::npos) return shape::clock;
    if (digits.size() == 10 && digits[4] == '-') return shape::iso;
    if (std::count(digits.begin(), digits.end(), '/') == 2) return shape::slashed;
    if (!all_digits(digits)) return {};
    const std::int32_t value = digits.size() <= 4 ? to_number(digits) : 0;
    if ((so_far & shape::day).any()) return shape::day;
    if (digits.size() <= 2 && value >= 1 && value <= 31) return shape::day;
    if (digits.size() == 4 && value >= 1000 && value < 2200 && !(so_far & shape::decade).any())
      return shape::year;
    return {};
  }

  void add(Span span, Classes classes, bool glued, std::int32_t number = 0) {
    const Word known = lexicon_.find(text_.substr(span.begin, span.end - span.begin));
    Token token{span, {known.id, classes | known.classes}, number != 0 ? number : known.number};
    if (glued) token.symbol.classes |= shape::glued;
    tokens_.push_back(token);
  }

  void add_word(Span span, bool glued) {
    std::string_view word = text_.substr(span.begin, span.end - span.begin);
    Classes classes = shape::word;
    if (starts_upper(word)) classes |= shape::capital;
    if (word.size() >= 2 &&
        std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      classes |= shape::upper;
    Word known = lexicon_.find(lower_ascii(word));
    if (known.id == 0 && word.ends_with('.'))
      known = lexicon_.find(lower_ascii(word.substr(0, word.size() - 1)));
    Token token{span, {known.id, classes | known.classes}, known.number};
    if (glued) token.symbol.classes |= shape::glued;
    tokens_.push_back(token);
  }

  std::string_view text_;
  std::size_t end_;
  std::size_t at_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
};

} // namespace

void tokenise(std::string_view text, Span span, const Lexicon& lexicon,
              std::vector<Token>& tokens) {
  Tokeniser(text, span, lexicon, tokens).run();
}

std::vector<Token> tokenise(std::string_view text, const Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenise(text, {0, text.size()}, lexicon, tokens);
  return tokens;
}

} // namespace entente::generate
