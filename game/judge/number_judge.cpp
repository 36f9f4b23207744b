#include "judge/number.h"

#include "judge/opposites.h"
#include "judge/words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace entente::judge {

namespace {

// One percent is a hundredth: "half" and "50%" meet here. Units of one dimension meet in its base.
// Where the unit is left out, the other side's is meant.
std::vector<Value> scaled_values(const Quantity& quantity, const Quantity& other,
                                 bool percent_as_part) {
  std::vector<Value> result = quantity.values;
  const int unit = quantity.unit.empty() ? other.unit_scale : quantity.unit_scale;
  const int scale = unit + (percent_as_part && quantity.unit == "%" ? -2 : 0);
  for (Value& value : result) value.number = value.number.scaled(scale);
  return result;
}

bool same_digits(const Quantity& a, const Quantity& b) {
  return std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                    [](const Value& x, const Value& y) {
                      return x.number.digits() == y.number.digits() && x.negative == y.negative;
                    });
}

bool is_yen_or_yuan(std::string_view unit) { return unit == "JPY" || unit == "CNY"; }

bool same_unit(const Quantity& a, const Quantity& b) {
  if (a.dimension == b.dimension) return true;
  return (a.unit == "¥" && is_yen_or_yuan(b.unit)) || (b.unit == "¥" && is_yen_or_yuan(a.unit));
}

std::vector<Token> counted(const Quantity& quantity) {
  std::vector<Token> result;
  for (const Token& token : prepared(quantity.rest))
    if (!is_small(token.plain)) result.push_back(token);
  return result;
}

enum class Noun { fine, other, opposite, negated };

// What is counted may be left out, or said where the answer does not; but not said otherwise.
Noun compare_nouns(const Quantity& expected, const Quantity& typed) {
  const auto wanted = counted(expected);
  const auto said = counted(typed);
  for (const Token& word : said) {
    const auto same = [&word](const Token& other) { return other.plain == word.plain; };
    if (is_negation(word.plain) && std::none_of(wanted.begin(), wanted.end(), same))
      return Noun::negated;
    for (const Token& other : wanted)
      if (opposite(other.plain, word.plain)) return Noun::opposite;
  }
  if (wanted.empty() || said.empty()) return Noun::fine;
  for (const Token& word : said)
    for (const Token& other : wanted)
      if (likeness(other, word).kind != Likeness::Kind::other) return Noun::fine;
  return Noun::other;
}

Finding compare_values(const Quantity& expected, const Quantity& typed) {
  const bool mixed =
      (expected.unit == "%") != (typed.unit == "%") && (expected.by_word || typed.by_word);
  if (scaled_values(expected, typed, mixed) == scaled_values(typed, expected, mixed))
    return right(reason::form);
  if (expected.values.size() != typed.values.size())
    return wrong(typed.values.size() > expected.values.size() ? reason::extra_part
                                                              : reason::part_missing);
  if (same_digits(expected, typed) && expected.values != typed.values)
    return wrong(reason::magnitude, "The digits are right, the magnitude is not.");
  return wrong(reason::other_number);
}

Finding compare_bounds(const Quantity& expected, const Quantity& typed) {
  const Bound e = expected.bound;
  const Bound t = typed.bound;
  const auto side = [](Bound bound) {
    return bound == Bound::above ? 1 : bound == Bound::below || bound == Bound::nearly ? -1 : 0;
  };
  if (side(e) * side(t) < 0) return wrong(reason::bound, "More and less are mixed up.");
  const auto firm = [](Bound bound) { return bound == Bound::above || bound == Bound::below; };
  if (e != t && (firm(e) || firm(t)))
    return almost(reason::bound, "Mind the \"more than\" or \"less than\".");
  return right(reason::form);
}

Finding compare_units(const Quantity& expected, const Quantity& typed) {
  if (same_unit(expected, typed)) return right(reason::form);
  if (typed.unit == "°" && expected.unit.starts_with("°"))
    return almost(reason::unit_missing, "The unit is missing: " + expected.unit + ".");
  if (expected.unit == "°" && typed.unit.starts_with("°")) return right(reason::form);
  if (expected.unit.empty()) return almost(reason::unit_not_asked, "The unit was not asked for.");
  // "half" for "50%" needs no sign.
  if (typed.unit.empty() && typed.by_word) return right(reason::form);
  if (typed.unit.empty())
    return almost(reason::unit_missing, "The unit is missing: " + expected.unit + ".");
  return wrong(reason::other_unit, "The answer is in " + expected.unit + ".");
}

// What can still spoil equal values.
void settle_the_rest(const Quantity& expected, const Quantity& typed, Finding& worst) {
  const auto settle = [&worst](Finding next) {
    if (rank(next.verdict) < rank(worst.verdict)) worst = std::move(next);
  };
  settle(compare_bounds(expected, typed));
  if (worst.verdict == Verdict::wrong) return;
  const Noun noun = compare_nouns(expected, typed);
  if (noun == Noun::negated) settle(wrong(reason::negation));
  if (noun == Noun::opposite) settle(wrong(reason::opposite));
  if (noun == Noun::other) settle(wrong(reason::other_unit, "Something else was counted."));
  if (expected.ordinal != typed.ordinal)
    settle(almost(reason::rank, "Mind the difference between a rank and a count."));
  if (typed.misspelt && !expected.misspelt)
    settle(almost(reason::spelling, "Watch the spelling.", 1));
}

Finding compare_quantities(const Quantity& expected, const Quantity& typed) {
  if (expected.values.empty() || typed.values.empty()) return wrong(reason::not_a_number);
  const bool by_part = expected.by_word && typed.unit == "%";
  Finding worst = by_part ? right(reason::form) : compare_units(expected, typed);
  if (worst.verdict == Verdict::wrong) return worst;
  Finding values = compare_values(expected, typed);
  if (values.verdict == Verdict::wrong) return values;
  settle_the_rest(expected, typed, worst);
  return worst;
}

// The ways of reading one text, each made when it is first asked for.
class Readings {
public:
  Readings(std::string_view text, std::string_view language) : text_(text), language_(language) {}
  [[nodiscard]] bool of(std::string_view text, std::string_view language) const {
    return text == text_ && language == language_;
  }
  const Quantity& reading(bool m_is_million, bool other_separators) {
    auto& kept = made_[(m_is_million ? 2U : 0U) + (other_separators ? 1U : 0U)];
    if (!kept) kept = read_quantity(text_, {language_, m_is_million, other_separators});
    return *kept;
  }

private:
  std::string text_, language_;
  std::array<std::optional<Quantity>, 4> made_;
};

// What was typed is held against the answers of a whole deck, and read once for all of them.
Readings& readings_of(std::string_view typed, std::string_view language) {
  thread_local Readings last("", "");
  if (!last.of(typed, language)) last = Readings(typed, language);
  return last;
}

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// An m by itself, which may be metres or a million.
bool says_m(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != 'm' && text[at] != 'M') continue;
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + 1 == text.size() || !is_letter(text[at + 1]);
    if (begins && ends) return true;
  }
  return false;
}

} // namespace

std::optional<Finding> judge_number(std::string_view expected, std::string_view typed,
                                    std::string_view language) {
  const Quantity plain = read_quantity(expected, {.language = language});
  if (plain.values.empty()) return {};
  Readings& said = readings_of(typed, language);
  const bool both = says_m(expected) || says_m(typed);
  std::optional<Finding> best;
  for (const bool million : {true, false}) {
    if (million && !both) continue;
    const Quantity wanted =
        million ? read_quantity(expected, {.language = language, .m_is_million = true}) : plain;
    // "5 m" is a length where a length was asked for, else five million.
    const bool length = wanted.dimension == "m";
    for (const bool other_separators : {false, true}) {
      Finding finding = compare_quantities(wanted, said.reading(!length, other_separators));
      if (other_separators && finding.verdict == Verdict::almost) continue; // two flaws
      if (other_separators && finding.verdict == Verdict::right)
        finding = almost(reason::grouping, "Points and commas are the other way about here.");
      if (!best || better(finding, *best)) best = std::move(finding);
    }
  }
  return best;
}

} // namespace entente::judge
