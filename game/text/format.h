#pragma once

// Numbers, dates and plurals as the reader's language writes them (ICU behind it). An unknown
// language is read as English.

#include "core/time.h"

#include <cstdint>
#include <string>

namespace entente::text {

// The CLDR plural category of a count: "zero", "one", "two", "few", "many" or "other".
[[nodiscard]] std::string plural_category(std::int64_t n, const std::string& language);
// Grouped: "1,240" in English, "1 240" in Russian.
[[nodiscard]] std::string format_number(std::int64_t n, const std::string& language);
// With so many places after the decimal sign.
[[nodiscard]] std::string format_decimal(double value, int places, const std::string& language);
// A share as a whole per cent: "74%".
[[nodiscard]] std::string format_percent(double share, const std::string& language);

enum class DateStyle {
  day_month,      // 14 Nov
  day_month_year, // 14 Nov 2026
  weekday,        // Friday
  weekday_short,  // Fri
  month           // November
};
[[nodiscard]] std::string format_date(core::CivilDate date, DateStyle style,
                                      const std::string& language);

} // namespace entente::text
