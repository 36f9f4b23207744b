// Laws that hold whatever is asked and typed, tried over every kind.

#include "judge/judge.h"
#include "judge/pairs.h"
#include "text/unicode.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

using namespace entente::judge;
using entente::tests::Pair;
namespace text = entente::text;

namespace {

const std::vector<Kind> every_kind = {Kind::date,  Kind::number,       Kind::person,
                                      Kind::place, Kind::organisation, Kind::quote,
                                      Kind::text,  Kind::set,          Kind::sequence};

const std::vector<Pair>& pairs() {
  static const std::vector<Pair> all = entente::tests::read_pairs();
  return all;
}

Pair any_pair() { return *rc::gen::elementOf(pairs()); }

// Pieces that mean something to the judge, besides plain bytes.
std::string any_words() {
  static const std::vector<std::string> pieces = {
      "19", "May",  "2021",    "not",  "the",  "bn",     "%",   "$",      "-",  "/",
      ".",  ",",    ";",       "1",    "3",    "五",     "月",  "百分之", "не", "Путин",
      "习", "近平", "of",      "and",  "II",   "Q2",     "mid", "'s",     "ש",  "ל",
      "٢٠", "½",    "e\u0301", "\xFF", "\xC3", "\u200F", "(",   "\t"};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  std::string result;
  for (const std::string& piece : chosen)
    result += piece + (*rc::gen::arbitrary<bool>() ? " " : "");
  return result;
}

std::string any_bytes() {
  return *rc::gen::oneOf(rc::gen::arbitrary<std::string>(), rc::gen::exec(any_words));
}

Expected any_expected() {
  if (*rc::gen::arbitrary<bool>()) return any_pair().expected;
  Expected expected;
  expected.kind = *rc::gen::elementOf(every_kind);
  expected.answer = any_bytes();
  expected.accepted = *rc::gen::container<std::vector<std::string>>(rc::gen::exec(any_bytes));
  expected.language = *rc::gen::element<std::string>("en", "en-GB", "ru", "zh", "ar", "de", "");
  return expected;
}

bool is_too_long(const std::string& typed) {
  return judge(Expected{.answer = "x"}, typed).reason == "too long";
}

std::string random_case(const std::string& words) {
  std::string result = words;
  for (char& c : result)
    if (*rc::gen::arbitrary<bool>())
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return result;
}

void replace_all(std::string& words, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = words.find(from, at)) != std::string::npos; at += to.size())
    words.replace(at, from.size(), to);
}

// Letters and their marks apart, as some keyboards send them.
std::string decomposed(std::string words) {
  const std::pair<std::string_view, std::string_view> letters[] = {
      {"é", "e\u0301"}, {"ó", "o\u0301"}, {"ö", "o\u0308"}, {"ü", "u\u0308"}, {"ğ", "g\u0306"},
      {"й", "и\u0306"}, {"ё", "е\u0308"}, {"Й", "И\u0306"}, {"ç", "c\u0327"}, {"أ", "ا\u0654"}};
  for (const auto& [whole, apart] : letters) replace_all(words, whole, apart);
  return words;
}

// ASCII as wide as Chinese characters.
std::string wide(const std::string& words) {
  std::u32string result = text::to_utf32(words);
  for (char32_t& c : result)
    if (c > U' ' && c < 0x7F && c != U'\'' && c != U'"') c += 0xFEE0;
  return text::to_utf8(result);
}

std::string number(int from, int to) { return std::to_string(*rc::gen::inRange(from, to)); }

std::string any_date() {
  static const std::vector<std::string> months = {"January", "May", "June", "October", "December"};
  const std::string day = number(1, 29);
  const std::string month = *rc::gen::elementOf(months);
  const std::string year = number(1100, 2100);
  switch (*rc::gen::inRange(0, 8)) {
  case 0:
    return day + " " + month + " " + year;
  case 1:
    return month + " " + day + ", " + year;
  case 2:
    return year + "-0" + number(1, 10) + "-" + number(10, 29);
  case 3:
    return number(1, 13) + "/" + day + "/" + year;
  case 4:
    return "Q" + number(1, 5) + " " + year;
  case 5:
    return "the " + year.substr(0, 3) + "0s";
  case 6:
    return year + "年" + number(1, 13) + "月" + day + "日";
  default:
    return year;
  }
}

std::string any_number() {
  static const std::vector<std::string> units = {
      "", "%", " billion", " million dollars", " km", " 万", " млрд", "th", " percent", " troops"};
  static const std::vector<std::string> signs = {"", "$", "€", "over ", "-"};
  std::string digits = number(1, 100000);
  if (*rc::gen::arbitrary<bool>()) digits += "." + number(1, 100);
  return *rc::gen::elementOf(signs) + digits + *rc::gen::elementOf(units);
}

// The same with one digit another one.
std::string one_digit_off(std::string words) {
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] >= '0' && words[i] <= '9') digits.push_back(i);
  char& digit = words[*rc::gen::elementOf(digits)];
  digit = static_cast<char>('0' + (digit - '0' + *rc::gen::inRange(1, 10)) % 10);
  return words;
}

} // namespace

TEST_CASE("law: the expected answer and every accepted variant are right") {
  CHECK(rc::check([] {
    const Expected expected = any_expected();
    if (!is_too_long(expected.answer))
      RC_ASSERT(judge(expected, expected.answer).verdict == Verdict::right);
    for (const std::string& way : expected.accepted)
      if (!is_too_long(way)) RC_ASSERT(judge(expected, way).verdict == Verdict::right);
  }));
}

TEST_CASE("law: letter case, outer space and Unicode form never change a verdict") {
  CHECK(rc::check([] {
    const Pair pair = any_pair();
    const auto before = judge(pair.expected, pair.typed);
    const auto same = [&](const std::string& typed) {
      RC_LOG() << pair.expected.answer << " <- " << typed << '\n';
      RC_ASSERT(judge(pair.expected, typed).verdict == before.verdict);
    };
    same(random_case(pair.typed));
    same(text::upper(pair.typed, "en"));
    same(text::lower(pair.typed, "en"));
    same(" \t" + pair.typed + "\u00A0 \r\n");
    same(decomposed(pair.typed));
    same(text::nfc(pair.typed));
    same(wide(pair.typed));
  }));
}

TEST_CASE("law: one digit changed in a date or a number is never right") {
  CHECK(rc::check([] {
    const bool date = *rc::gen::arbitrary<bool>();
    const std::string answer = date ? any_date() : any_number();
    const std::string typed = one_digit_off(answer);
    const Expected expected{.kind = date ? Kind::date : Kind::number,
                            .answer = answer,
                            .language = *rc::gen::element<std::string>("en", "en-GB", "ru", "de")};
    RC_LOG() << answer << " <- " << typed << '\n';
    RC_ASSERT(judge(expected, typed).verdict == Verdict::wrong);
  }));
}

TEST_CASE("law: another card's answer is never right") {
  CHECK(rc::check([] {
    // What the pairs call wrong is another answer; a slip of it is the nearer to it.
    Pair pair = any_pair();
    RC_PRE(pair.wanted == "wrong" && !pair.typed.empty());
    pair.expected.others.push_back(pair.typed);
    RC_LOG() << pair.expected.answer << " <- " << pair.typed << '\n';
    RC_ASSERT(judge(pair.expected, pair.typed).verdict == Verdict::wrong);
    RC_ASSERT(judge(pair.expected, random_case(pair.typed)).verdict == Verdict::wrong);
  }));
  CHECK(rc::check([] {
    Expected expected;
    expected.kind = *rc::gen::elementOf(every_kind);
    expected.answer = any_bytes();
    const std::string other = any_bytes();
    expected.others = {other};
    RC_PRE(text::comparable(other) != text::comparable(expected.answer));
    // Right only as another writing of the very same answer, whoever else has it.
    const auto alone = judge({.kind = expected.kind, .answer = expected.answer}, other);
    const auto judged = judge(expected, other);
    RC_ASSERT(judged.verdict == Verdict::wrong ||
              (judged.verdict == Verdict::right && alone.verdict == Verdict::right));
  }));
}

TEST_CASE("law: any bytes get a verdict with a reason") {
  CHECK(rc::check([] {
    Expected expected = any_expected();
    expected.others = *rc::gen::container<std::vector<std::string>>(rc::gen::exec(any_bytes));
    expected.refused = *rc::gen::container<std::vector<std::string>>(rc::gen::exec(any_bytes));
    const auto judged = judge(expected, any_bytes());
    RC_ASSERT(!judged.reason.empty());
    RC_ASSERT(judged.share >= 0 && judged.share <= 1);
    RC_ASSERT(judged.verdict != Verdict::right || judged.share == 1);
  }));
}

TEST_CASE("law: over 4,096 bytes or 16 marks in a row is too long, whatever was asked") {
  for (const Kind kind : every_kind) {
    std::string long_text;
    while (long_text.size() < 4096) long_text += "x";
    std::string marks = "e";
    for (int i = 0; i < 16; ++i) marks += "\u0301";
    const auto reason = [kind](const std::string& typed) {
      return judge({.kind = kind, .answer = typed}, typed).reason;
    };
    CHECK(reason(long_text) == "exact");
    CHECK(reason(long_text + "x") == "too long");
    CHECK(reason(marks) == "exact");
    CHECK(reason(marks + "\u0301") == "too long");
  }
}
