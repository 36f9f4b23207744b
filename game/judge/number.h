#pragma once

// Numbers as people write them: digits or words, with magnitude, unit and what hedges them.

#include "judge/decimal.h"
#include "judge/finding.h"
#include "judge/tokens.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

struct Value {
  Decimal number;
  std::int64_t divisor = 1; // thirds and the like, which have no decimal
  bool negative = false;
  bool operator==(const Value&) const = default;
};

enum class Bound { none, about, nearly, above, below }; // "about", "almost", "over", "under"

struct Quantity {
  std::vector<Value> values; // two for a range
  std::string unit;          // "%", "USD", "km"; empty when none was said
  int unit_scale = 0;        // km are 10^3 of the dimension's unit, in `dimension`
  std::string dimension;     // what may be compared: "m" for km; the unit itself else
  Bound bound = Bound::none;
  bool ordinal = false;
  bool by_word = false; // a fraction in words or with a stroke: half, 1/2
  bool misspelt = false;
  std::vector<Token> rest; // other words: what is counted
};

// How a text may be read where writing is ambiguous.
struct NumberReading {
  std::string_view language = "en";
  bool m_is_million = false;     // "5 m": metres or million
  bool other_separators = false; // points and commas the other way about
};

// Nothing found: no values.
[[nodiscard]] Quantity read_quantity(std::string_view text, const NumberReading& reading);

struct Unit {
  std::string_view name, dimension;
  int scale = 0;
};
// By a folded word or sign; name is empty for words that are no unit.
[[nodiscard]] Unit find_unit(std::string_view word);

// None: the expected answer holds no number.
[[nodiscard]] std::optional<Finding> judge_number(std::string_view expected, std::string_view typed,
                                                  std::string_view language);

} // namespace entente::judge
