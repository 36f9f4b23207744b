// From words and digits to a quantity.

#include "judge/number.h"

#include "judge/number_words.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace entente::judge {

namespace {

using Kind = NumberWord::Kind;

// No number people type has more words; looking for misspelt ones in an essay would cost time.
constexpr std::size_t most_pieces = 40;

struct Piece {
  std::string word;
  char32_t before = 0; // punctuation in front
  bool digits = false;
};

bool starts_with_digit(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

// "4.5bn" is "4.5" and "bn"; "2nd" stays.
void add_split(std::vector<Piece>& pieces, const Token& token) {
  const std::string& word = token.plain;
  const std::size_t end = word.find_first_not_of("0123456789.,");
  if (end == std::string::npos || ordinal_digits(word)) {
    pieces.push_back({word, token.before, end == std::string::npos});
    return;
  }
  pieces.push_back({word.substr(0, end), token.before, true});
  pieces.push_back({word.substr(end), 0, false});
}

// What Chinese writes without spaces.
bool is_han_word(std::string_view word) {
  static const WordSet words(
      "大约 约 左右 将近 近 几乎 超过 不到 以上 以下 多 第 个 名 座 家 项 次 人 位 种 只 "
      "百分之 至 到 万 亿 百 千 半 负 分之");
  return words.contains(word) || !find_unit(word).name.empty();
}

// Cuts a run of Chinese characters into numerals and known words.
void add_han(std::vector<Piece>& pieces, const std::u32string& run) {
  for (std::size_t at = 0; at < run.size();) {
    std::size_t length = std::min<std::size_t>(3, run.size() - at);
    while (length > 1 && !is_han_word(text::to_utf8(run.substr(at, length)))) --length;
    std::size_t numerals = at;
    while (numerals < run.size() && is_han_numeral(run[numerals])) ++numerals;
    const bool after_digits = !pieces.empty() && pieces.back().digits && at == 0;
    if (length == 1 && numerals > at && !after_digits) {
      const auto value = han_number(std::u32string_view(run).substr(at, numerals - at));
      if (value) {
        pieces.push_back({std::to_string(*value), 0, true});
        at = numerals;
        continue;
      }
    }
    pieces.push_back({text::to_utf8(run.substr(at, length)), 0, false});
    at += length;
  }
}

std::vector<Piece> pieces_of(const std::vector<Token>& tokens) {
  std::vector<Piece> result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::u32string run;
    while (i < tokens.size() && tokens[i].is_han) run += text::to_utf32(tokens[i++].text);
    if (!run.empty()) add_han(result, run);
    if (i >= tokens.size()) break;
    if (starts_with_digit(tokens[i].plain))
      add_split(result, tokens[i]);
    else
      result.push_back({tokens[i].plain, tokens[i].before, false});
  }
  return result;
}

bool decimal_comma(std::string_view language) {
  static const WordSet languages(
      "de fr ru es it pt uk pl nl tr sv da nb fi cs el ro bg sr hu id vi");
  return languages.contains(language.substr(0, 2));
}

bool well_grouped(std::string_view digits, char separator) {
  std::size_t end = digits.size();
  bool last = true;
  for (;;) {
    const std::size_t at = digits.substr(0, end).rfind(separator);
    if (at == std::string_view::npos) return end >= 1 && end <= 3;
    const std::size_t length = end - at - 1;
    // Groups of three; Indian writing has two before the last three.
    if (length != 3 && (last || length != 2)) return false;
    last = false;
    end = at;
  }
}

std::string without(std::string_view digits, char separator) {
  std::string result(digits);
  std::erase(result, separator);
  return result;
}

// Digits with points and commas as plain digits with at most one point.
std::optional<std::string> plain_digits(std::string_view digits, const NumberReading& reading) {
  const auto points = std::count(digits.begin(), digits.end(), '.');
  const auto commas = std::count(digits.begin(), digits.end(), ',');
  if (points + commas == 0) return std::string(digits);
  char decimal = '.';
  if (points > 0 && commas > 0) {
    decimal = digits.rfind('.') > digits.rfind(',') ? '.' : ',';
  } else {
    const char only = points > 0 ? '.' : ',';
    const char other = only == '.' ? ',' : '.';
    const bool groups_by_it =
        (only == ',') != (decimal_comma(reading.language) != reading.other_separators);
    const bool could_group = well_grouped(digits, only) && digits.front() != '0';
    const bool groups = could_group && (points + commas > 1 || groups_by_it);
    decimal = groups ? other : only;
  }
  const char grouping = decimal == '.' ? ',' : '.';
  const std::size_t at = digits.find(decimal);
  if (!well_grouped(digits.substr(0, at), grouping) &&
      digits.substr(0, at).find(grouping) != std::string_view::npos)
    return {};
  std::string whole = without(digits.substr(0, at), grouping);
  if (at == std::string_view::npos) return whole;
  const std::string_view after = digits.substr(at + 1);
  if (after.find_first_not_of("0123456789") != std::string_view::npos) return {};
  return whole.append(".").append(after);
}

// Parts of one that a decimal can hold.
std::optional<Decimal> decimal_part(std::int64_t divisor) {
  switch (divisor) {
  case 2:
    return Decimal(5).scaled(-1);
  case 4:
    return Decimal(25).scaled(-2);
  case 5:
    return Decimal(2).scaled(-1);
  case 8:
    return Decimal(125).scaled(-3);
  case 10:
    return Decimal(1).scaled(-1);
  default:
    return {};
  }
}

Value fraction(std::int64_t count, std::int64_t divisor) {
  Value value;
  const auto part = decimal_part(divisor);
  if (!part) {
    value.number = Decimal(count);
    value.divisor = divisor;
    return value;
  }
  for (std::int64_t i = 0; i < std::min<std::int64_t>(count, 100); ++i)
    value.number = value.number.plus(*part);
  return value;
}

class Reader {
public:
  Reader(std::vector<Piece> pieces, const NumberReading& reading)
      : pieces_(std::move(pieces)), reading_(reading) {}

  Quantity read() {
    if (pieces_.size() > most_pieces) return {};
    while (at_ < pieces_.size())
      if (!number() && !unit() && !hedge()) other();
    return std::move(result_);
  }

private:
  const Piece& piece(std::size_t ahead = 0) const {
    static const Piece nothing;
    return at_ + ahead < pieces_.size() ? pieces_[at_ + ahead] : nothing;
  }

  std::optional<NumberWord> word(std::size_t ahead = 0) const {
    const Piece& here = piece(ahead);
    if (here.word.empty() || here.digits) return {};
    if (here.word == "m" && reading_.m_is_million && ahead + at_ > 0 &&
        pieces_[at_ + ahead - 1].digits)
      return NumberWord{Kind::magnitude, 6};
    static const WordSet after_digits("k b md mil tn mn");
    if (after_digits.contains(here.word) && (at_ + ahead == 0 || !pieces_[at_ + ahead - 1].digits))
      return {};
    if (!find_unit(here.word).name.empty()) return {};
    return number_word(here.word, reading_.language);
  }

  bool is_and(std::size_t ahead) const {
    static const WordSet words("and и و ו und et y");
    return words.contains(piece(ahead).word);
  }
  bool is_one(std::size_t ahead) const {
    return piece(ahead).word == "a" || piece(ahead).word == "an";
  }

  // State of one number while it is read.
  struct Sum {
    Decimal total, current;
    std::int64_t last = 0; // the last word's value, to see what may follow it
    std::int64_t divisor = 1;
    bool any = false;
  };

  bool number() {
    const std::size_t start = at_;
    static const WordSet minus("- minus минус سالب ناقص מינוס 负");
    const bool negative = minus.contains(piece().word);
    if (negative) ++at_;
    Sum sum;
    while (at_ < pieces_.size() && extend(sum)) {
    }
    if (!sum.any) return at_ = start, false;
    Value value{sum.total.plus(sum.current), sum.divisor, negative};
    result_.values.push_back(std::move(value));
    return true;
  }

  bool extend(Sum& sum) {
    if (sum.divisor != 1) return false;
    if (piece().digits) return digits(sum);
    if (const auto rank = ordinal_digits(piece().word); rank && !sum.any) {
      result_.ordinal = true;
      return take(sum, Decimal(*rank), *rank);
    }
    if (is_one(0)) return article(sum);
    if (sum.any && is_and(0)) return joined(sum);
    const auto found = word();
    if (!found) return false;
    return by_kind(sum, *found);
  }

  bool take(Sum& sum, const Decimal& value, std::int64_t last) {
    sum.current = sum.current.plus(value);
    sum.last = last;
    sum.any = true;
    ++at_;
    return true;
  }

  // "a third", "a hundred", "an eighth": the article counts as one.
  bool article(Sum& sum) {
    if (sum.any) return false;
    const auto next = word(1);
    if (!next || next->kind == Kind::cardinal) {
      if (!next || next->value != 12) return false;
      ++at_;
      return true;
    }
    if (next->kind == Kind::ordinal && next->value < 3) return false;
    take(sum, Decimal(1), 1);
    if (next->kind == Kind::ordinal || next->kind == Kind::fraction)
      return finish_fraction(sum, 1, next->value);
    return true;
  }

  bool finish_fraction(Sum& sum, std::int64_t count, std::int64_t divisor) {
    const Value value = fraction(count, divisor);
    sum.current = value.number;
    sum.divisor = value.divisor;
    sum.any = true;
    result_.by_word = true;
    ++at_;
    skip_of_magnitude();
    return true;
  }

  // "half a million"
  void skip_of_magnitude() {
    if (!is_one(0)) return;
    if (const auto next = word(1); next && next->kind == Kind::magnitude) ++at_;
  }

  // "two hundred and five", "one and a half", "خمسة و عشرون"
  bool joined(Sum& sum) {
    std::size_t ahead = 1;
    if (is_one(ahead)) ++ahead;
    const auto next = word(ahead);
    if (!next) return false;
    if (next->kind == Kind::fraction || next->kind == Kind::ordinal) {
      const auto part = decimal_part(next->value);
      if (!part || next->kind == Kind::ordinal) return false;
      at_ += ahead;
      return take(sum, *part, 1);
    }
    if (ahead != 1 || next->kind != Kind::cardinal || sum.last < 100) return false;
    ++at_;
    return true;
  }

  bool by_kind(Sum& sum, const NumberWord& found) {
    if (found.misspelt) result_.misspelt = true;
    switch (found.kind) {
    case Kind::cardinal:
      return cardinal(sum, found.value);
    case Kind::hundred:
      if (!sum.any) take(sum, Decimal(1), 1), --at_;
      sum.current = sum.current.scaled(2);
      sum.last = 100;
      ++at_;
      return true;
    case Kind::magnitude:
      sum.total = sum.total.plus((sum.any && !sum.current.is_zero() ? sum.current : Decimal(1))
                                     .scaled(static_cast<int>(found.value)));
      sum.current = Decimal();
      sum.last = 1000;
      sum.any = true;
      ++at_;
      return true;
    case Kind::fraction:
      return fraction_word(sum, found.value);
    case Kind::ordinal:
      return ordinal(sum, found.value);
    case Kind::and_half:
      return take(sum, Decimal(15).scaled(-1), 1);
    }
    return false;
  }

  bool cardinal(Sum& sum, std::int64_t value) {
    const std::string& here = piece().word;
    const bool grown_and = here.starts_with("و") || here.starts_with("ו");
    // Arabic and Hebrew say the ones before the ten of 13 to 19.
    const bool teen = value == 10 && sum.last > 0 && sum.last < 10 && here.front() < 0;
    if (sum.any && !grown_and && !teen && sum.last <= value) return false;
    if (sum.any && sum.last < 100 && !grown_and && !teen && (value >= 10 || sum.last < 20))
      return false;
    return take(sum, Decimal(value), grown_and ? 100 : value);
  }

  bool fraction_word(Sum& sum, std::int64_t divisor) {
    const std::int64_t count = sum.any ? sum.current.small() : 1;
    if (count < 1 || count > 100 || !sum.total.is_zero()) return false;
    return finish_fraction(sum, count, divisor);
  }

  bool ordinal(Sum& sum, std::int64_t value) {
    // "one third", "two fifths"; but "twenty-first".
    if (sum.any && sum.last < 20 && value >= 3) return fraction_word(sum, value);
    if (sum.any && sum.last <= value) return false;
    result_.ordinal = true;
    return take(sum, Decimal(value), 1);
  }

  bool digits(Sum& sum) {
    if (sum.any && !follows_magnitude(sum)) return mixed_fraction(sum);
    std::string literal = piece().word;
    std::size_t used = 1;
    // "1 200 000" and "1'200'000": groups of three after a group of at most three.
    const bool can_group = literal.size() <= 3 && literal.find_first_of(".,") == std::string::npos;
    while (can_group && piece(used).digits && piece(used).word.size() >= 3 &&
           piece(used).word.find_first_of(".,") >= 3 && group_size(piece(used).word) == 3 &&
           (piece(used).before == 0 || piece(used).before == U'\''))
      literal += piece(used++).word;
    const auto plain = plain_digits(literal, reading_);
    if (!plain) return false;
    const Decimal value = Decimal::from_digits(*plain);
    at_ += used - 1;
    take(sum, value, 1);
    if (piece().digits && piece().before == U'/') return stroke(sum);
    return true;
  }

  static std::size_t group_size(std::string_view word) {
    return std::min(word.find_first_of(".,"), word.size());
  }

  // "2 million 300 thousand"
  bool follows_magnitude(const Sum& sum) const {
    return sum.last == 1000 && word(1) && word(1)->kind == Kind::magnitude;
  }

  // 1/3
  bool stroke(Sum& sum) {
    const auto divisor = Decimal::from_digits(without(piece().word, ',')).small();
    const auto count = sum.current.small();
    if (divisor < 2 || divisor > 1000 || count < 1 || count > 100) return true;
    return finish_fraction(sum, count, divisor);
  }

  // "2 1/2"
  bool mixed_fraction(Sum& sum) {
    if (!piece(1).digits || piece(1).before != U'/' || piece().before != 0) return false;
    const auto count = Decimal::from_digits(without(piece().word, ',')).small();
    const auto part = decimal_part(Decimal::from_digits(without(piece(1).word, ',')).small());
    if (!part || count < 1 || count > 9) return false;
    for (std::int64_t i = 0; i < count; ++i) sum.current = sum.current.plus(*part);
    at_ += 2;
    return true;
  }

  bool unit() {
    const std::string& here = piece().word;
    static const WordSet points("percentage процентных процентный");
    if (points.contains(here)) {
      result_.unit = result_.dimension = "points";
      at_ += 2;
      return true;
    }
    if (here == "百分之") return set_unit(find_unit("%"));
    if (piece().word == "us" && piece(1).word == "$") return ++at_, true;
    // "per cent", "в процентах"
    if (here == "per" && piece(1).word == "cent") return ++at_, set_unit(find_unit("%"));
    static const WordSet prepositions("في ب");
    if (prepositions.contains(here) && percent_word(piece(1).word))
      return ++at_, set_unit(find_unit("%"));
    if (percent_word(here)) return set_unit(find_unit("%"));
    const Unit found = find_unit(here);
    return !found.name.empty() && set_unit(found);
  }

  static bool percent_word(std::string_view word) {
    static const WordSet words("المئة المائة بالمئة بالمائة المية");
    return words.contains(word);
  }

  bool set_unit(const Unit& unit) {
    result_.unit = unit.name;
    result_.dimension = unit.dimension;
    result_.unit_scale = unit.scale;
    ++at_;
    return true;
  }

  bool hedge() {
    static const WordSet about(
        "about around approximately approx roughly circa ca some ~ около примерно "
        "приблизительно 大约 约 左右 حوالي نحو تقريبا בערך כ etwa rund environ unos");
    static const WordSet nearly("almost nearly почти 将近 近 几乎 כמעט fast presque casi قرابة");
    static const WordSet above(
        "over more above exceeding exceeds least более больше свыше 超过 以上 多 اكثر "
        "יותר מעל uber mehr plus mas +");
    static const WordSet below(
        "under less below fewer most менее меньше до 不到 以下 اقل פחות unter weniger moins "
        "menos");
    const std::string& here = piece().word;
    const Bound bound = about.contains(here)    ? Bound::about
                        : nearly.contains(here) ? Bound::nearly
                        : above.contains(here)  ? Bound::above
                        : below.contains(here)  ? Bound::below
                                                : Bound::none;
    if (bound == Bound::none) return false;
    result_.bound = bound;
    ++at_;
    return true;
  }

  void other() {
    static const WordSet fillers(
        "the a an of in to than at from by number no us per and up only just exactly "
        "на в с по из чем до 第 个 名 座 家 项 次 人 位 种 只 至 到 من في على של מ - ב ה "
        "de von les le la der die das est bis a um");
    Token token;
    token.text = token.plain = piece().word;
    if (!fillers.contains(token.plain)) result_.rest.push_back(std::move(token));
    ++at_;
  }

  std::vector<Piece> pieces_;
  const NumberReading& reading_;
  std::size_t at_ = 0;
  Quantity result_;
};

} // namespace

Quantity read_quantity(std::string_view text, const NumberReading& reading) {
  return Reader(pieces_of(tokens(readable(text))), reading).read();
}

} // namespace entente::judge
