#pragma once

// Stage 3: expressions of time and what day they mean. The document's date comes from the caller,
// else a dateline, else inference from the years and days the text names; never from a clock.

#include "generate/calendar.h"
#include "generate/facts.h"
#include "generate/rules.h"

#include <optional>

namespace entente::generate {

struct DateFinding {
  std::vector<DateFact> dates;
  PartialDate document_date; // year 0 = unknown
};

// published: the caller's date, if there is one.
[[nodiscard]] DateFinding find_dates(const Document& document, const Language& language,
                                     std::optional<PartialDate> published);

} // namespace entente::generate
