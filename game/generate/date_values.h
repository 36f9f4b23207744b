#pragma once

// From a matched rule of dates.rules to the day it means: one function an action.

#include "generate/calendar.h"
#include "generate/document.h"
#include "generate/rules.h"

#include <optional>
#include <span>
#include <string>

namespace entente::generate {

enum class Tense { past, present, future, unknown };

struct DateContext {
  PartialDate document;              // year 0 = unknown
  std::optional<PartialDate> anchor; // the date the story last stood at
  Tense tense = Tense::unknown;
};

struct DateMatch {
  const Rule& rule;
  const Match& match;
  std::span<const Token> tokens;
  std::string_view text;

  // Number of the captured token; -1 when the slot is empty.
  [[nodiscard]] int number(std::string_view slot) const;
  [[nodiscard]] std::string_view form(std::string_view slot) const;
  [[nodiscard]] bool has_word(std::string_view lower) const; // anywhere in the match
};

struct DateValue {
  std::string value, value2;
  const char* how = "explicit";
};

// Nothing when the expression means no day here, or no document date is known to count from.
[[nodiscard]] std::optional<DateValue> date_value(const DateMatch& match,
                                                  const DateContext& context);

// The names date_value knows: a rule file with another action is refused by the tests.
[[nodiscard]] bool is_date_action(std::string_view action);

} // namespace entente::generate
