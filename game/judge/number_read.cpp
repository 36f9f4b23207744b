// From words and digits to a quantity.

#include "judge/number.h"
#include "judge/number_pieces.h"

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
    // "a decade", "столетие": one of them.
    const bool years = result_.dimension == "year" && result_.unit_scale > 0;
    if (years && result_.values.empty() && result_.rest.empty())
      result_.values.push_back({.number = Decimal(1)});
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
    static const WordSet words("and и с و ו und et y");
    return words.contains(piece(ahead).word);
  }
  bool is_one(std::size_t ahead) const {
    return piece(ahead).word == "a" || piece(ahead).word == "an";
  }

  bool is_dozen(std::size_t ahead) const {
    static const WordSet words("dozen dozens дюжина дюжины дюжин дюжину dutzend");
    return words.contains(piece(ahead).word);
  }

  // State of one number while it is read.
  struct Sum {
    Decimal total, current;
    std::int64_t last = 0; // the last word's value, to see what may follow it
    std::int64_t divisor = 1;
    int magnitude = 0; // of the last magnitude word, as a power of ten
    bool any = false;
  };

  // "two dozen", "half a dozen"
  bool dozens(Sum& sum) {
    Decimal twelve;
    const Decimal count = sum.any ? sum.current : Decimal(1);
    if (!sum.total.is_zero()) return false;
    for (int i = 0; i < 12; ++i) twelve = twelve.plus(count);
    sum.current = twelve;
    sum.last = 12;
    sum.any = true;
    ++at_;
    return true;
  }

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
    if (is_dozen(0)) return dozens(sum);
    if (sum.any && one_in_several(sum)) return true;
    if (sum.any && piece().word == "point") return decimals(sum);
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

  // "one in five", "1 out of 5", "один из пяти"; 五分之一 names the whole first.
  bool one_in_several(Sum& sum) {
    static const WordSet words("in of из من מתוך");
    const bool out_of = piece().word == "out" && piece(1).word == "of";
    const bool parts_of = piece().word == "分之";
    if (!words.contains(piece().word) && !out_of && !parts_of) return false;
    const std::size_t ahead = out_of ? 2 : 1;
    const std::int64_t before = sum.total.is_zero() ? sum.current.small() : -1;
    const std::int64_t after = whole(ahead);
    const std::int64_t count = parts_of ? after : before;
    const std::int64_t divisor = parts_of ? before : after;
    if (count < 1 || divisor > 1000 || count >= divisor) return false;
    at_ += ahead;
    return finish_fraction(sum, count, divisor);
  }

  // "two point four five"
  bool decimals(Sum& sum) {
    int place = 0;
    while (whole(1) >= 0 && whole(1) < 10 && place < 12) {
      --place;
      take(sum, Decimal(whole(1)).scaled(place), 1);
    }
    if (place == 0) return false;
    ++at_;
    return true;
  }

  // A whole number of one piece; -1 for none.
  std::int64_t whole(std::size_t ahead) const {
    const Piece& here = piece(ahead);
    if (here.digits && here.word.find_first_of(".,") == std::string::npos)
      return Decimal::from_digits(here.word).small();
    const auto found = word(ahead);
    return found && found->kind == Kind::cardinal ? found->value : -1;
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
    if (is_dozen(1)) return ++at_, true;
    const auto next = word(1);
    if (!next || next->kind == Kind::cardinal) {
      if (!next || (piece(1).word != "couple" && piece(1).word != "pair")) return false;
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
    if (is_dozen(1)) ++at_;
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
      // "a billion and a half"
      return take(sum, sum.current.is_zero() ? part->scaled(sum.magnitude) : *part, 1);
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
      sum.magnitude = static_cast<int>(found.value);
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
    // "degrees Celsius"
    if (unit.name == "°" && (piece(1).word == "c" || piece(1).word == "f"))
      return ++at_, set_unit(find_unit(piece().word == "c" ? "°c" : "°f"));
    if (unit.name == "°")
      if (const Unit scale = find_unit(piece(1).word); scale.name.starts_with("°"))
        return ++at_, set_unit(scale);
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
  return Reader(number_pieces(text), reading).read();
}

} // namespace entente::judge
