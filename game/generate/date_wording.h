#pragma once

// Days, months and years as an answer words them, other ways to say them, and wrong ones of the
// same grain.

#include "generate/ask.h"
#include "generate/calendar.h"

#include <optional>
#include <string>
#include <vector>

namespace entente::generate {

// "20 May 2021", "May 2021", "2021", "the first quarter of 2021", "the 1960s"; empty when the value
// is of a grain that is not asked.
[[nodiscard]] std::string date_words(const Phrasebook& phrases, const std::string& value);
[[nodiscard]] std::vector<std::string> accepted_dates(const Phrasebook& phrases,
                                                      const std::string& value);
// Values of the same grain near by, the likeliest slips first.
[[nodiscard]] std::vector<std::string> near_dates(const std::string& value);

} // namespace entente::generate
