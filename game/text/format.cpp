#include "text/format.h"

#include <memory>
#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>

namespace entente::text {

namespace {

icu::Locale locale_of(const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  // Dates are written day first, as the decks do, unless the language says its region.
  icu::Locale locale = icu::Locale::forLanguageTag(language == "en" ? "en-GB" : language, error);
  return U_SUCCESS(error) ? locale : icu::Locale("en", "GB");
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

const char* skeleton(DateStyle style) {
  switch (style) {
  case DateStyle::day_month:
    return "dMMM";
  case DateStyle::day_month_year:
    return "dMMMy";
  case DateStyle::weekday:
    return "cccc";
  case DateStyle::weekday_short:
    return "ccc";
  case DateStyle::month:
    return "LLLL";
  }
  return "dMMM";
}

} // namespace

std::string plural_category(std::int64_t n, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(locale_of(language), error));
  if (U_FAILURE(error) || !rules) return n == 1 ? "one" : "other";
  return utf8(rules->select(static_cast<double>(n)));
}

std::string format_number(std::int64_t n, const std::string& language) {
  return format_decimal(static_cast<double>(n), 0, language);
}

std::string format_decimal(double value, int places, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  const auto formatted = icu::number::NumberFormatter::withLocale(locale_of(language))
                             .precision(icu::number::Precision::fixedFraction(places))
                             .formatDouble(value, error);
  const icu::UnicodeString text = formatted.toString(error);
  return U_SUCCESS(error) ? utf8(text) : std::to_string(value);
}

std::string format_percent(double share, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  const auto formatted = icu::number::NumberFormatter::withLocale(locale_of(language))
                             .unit(icu::MeasureUnit::getPercent())
                             .precision(icu::number::Precision::integer())
                             .formatDouble(share * 100, error);
  const icu::UnicodeString text = formatted.toString(error);
  return U_SUCCESS(error) ? utf8(text) : std::to_string(share);
}

std::string format_date(core::CivilDate date, DateStyle style, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale locale = locale_of(language);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, error));
  if (U_FAILURE(error) || !patterns) return core::iso(date);
  const icu::UnicodeString pattern = patterns->getBestPattern(skeleton(style), error);
  icu::SimpleDateFormat format(pattern, locale, error);
  if (U_FAILURE(error)) return core::iso(date);
  format.adoptTimeZone(icu::TimeZone::createTimeZone("UTC"));
  icu::UnicodeString text;
  format.format(static_cast<double>(core::day_of(date).number) * core::ms_per_day, text);
  return utf8(text);
}

} // namespace entente::text
