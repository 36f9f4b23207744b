#include "judge/number.h"

#include "judge/opposites.h"
#include "judge/words.h"

#include <algorithm>

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

Finding compare_quantities(const Quantity& expected, const Quantity& typed) {
  if (expected.values.empty() || typed.values.empty()) return wrong(reason::not_a_number);
  const bool by_part = expected.by_word && typed.unit == "%";
  Finding worst = compare_units(expected, typed);
  if (by_part) worst = right(reason::form);
  if (worst.verdict == Verdict::wrong) return worst;
  const auto settle = [&worst](Finding next) {
    if (rank(next.verdict) < rank(worst.verdict)) worst = std::move(next);
  };
  settle(compare_values(expected, typed));
  settle(compare_bounds(expected, typed));
  const Noun noun = compare_nouns(expected, typed);
  if (noun == Noun::negated) settle(wrong(reason::negation));
  if (noun == Noun::opposite) settle(wrong(reason::opposite));
  if (noun == Noun::other) settle(wrong(reason::other_unit, "Something else was counted."));
  if (expected.ordinal != typed.ordinal)
    settle(almost(reason::rank, "Mind the difference between a rank and a count."));
  if (typed.misspelt && !expected.misspelt)
    settle(almost(reason::spelling, "Watch the spelling.", 1));
  return worst;
}

} // namespace

Finding judge_number(std::string_view expected, std::string_view typed, std::string_view language) {
  Finding best = wrong(reason::not_a_number);
  bool first = true;
  for (const bool million : {true, false}) {
    const Quantity wanted =
        read_quantity(expected, {.language = language, .m_is_million = million});
    // "5 m" is a length where a length was asked for, else five million.
    const bool length = wanted.dimension == "m";
    for (const bool other_separators : {false, true}) {
      const Quantity said = read_quantity(typed, {language, !length, other_separators});
      Finding finding = compare_quantities(wanted, said);
      if (other_separators && finding.verdict == Verdict::almost) continue; // two flaws
      if (other_separators && finding.verdict == Verdict::right)
        finding = almost(reason::grouping, "Points and commas are the other way about here.");
      if (first || better(finding, best)) best = std::move(finding);
      first = false;
    }
  }
  return best;
}

} // namespace entente::judge
