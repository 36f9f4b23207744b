#include "text/format.h"
#include "text/unicode.h"

#include <doctest/doctest.h>

using namespace entente::text;

TEST_CASE("plurals follow the language") {
  CHECK(plural_category(1, "en") == "one");
  CHECK(plural_category(0, "en") == "other");
  CHECK(plural_category(2, "ru") == "few");
  CHECK(plural_category(5, "ru") == "many");
  CHECK(plural_category(1, "zh") == "other");
  CHECK(plural_category(1, "no such language") == "one");
}

TEST_CASE("numbers, shares and dates are written as people write them") {
  CHECK(format_number(1240, "en") == "1,240");
  CHECK(format_decimal(5.44, 1, "de") == "5,4");
  CHECK(format_percent(0.744, "en") == "74%");
  CHECK(format_date({2026, 11, 14}, DateStyle::day_month, "en") == "14 Nov");
  CHECK(format_date({2026, 11, 14}, DateStyle::day_month_year, "en") == "14 Nov 2026");
  CHECK(format_date({2026, 11, 13}, DateStyle::weekday, "en") == "Friday");
  // ICU keeps the year and its sign together with a no-break space.
  CHECK(clean(format_date({2021, 5, 20}, DateStyle::day_month_year, "ru")) == "20 мая 2021 г.");
}
