#include "text/format.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>
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

constexpr DateStyle last_style = DateStyle::month;

// What ICU makes for one language, made when first needed and kept: a date pattern alone costs
// milliseconds, and a screen asks for hundreds of dates.
class Formats {
public:
  explicit Formats(const std::string& language) : locale_(locale_of(language)) {}

  // Null where ICU has no data.
  const icu::PluralRules* plurals() {
    UErrorCode error = U_ZERO_ERROR;
    if (!plurals_) plurals_.reset(icu::PluralRules::forLocale(locale_, error));
    return plurals_.get();
  }
  [[nodiscard]] const icu::number::LocalizedNumberFormatter& decimal(int places) {
    const auto found = decimals_.find(places);
    if (found != decimals_.end()) return found->second;
    return decimals_
        .emplace(places, icu::number::NumberFormatter::withLocale(locale_).precision(
                             icu::number::Precision::fixedFraction(places)))
        .first->second;
  }
  [[nodiscard]] const icu::number::LocalizedNumberFormatter& percent() const { return percent_; }
  // Null where ICU has no data.
  const icu::SimpleDateFormat* date(DateStyle style) {
    auto& kept = dates_[static_cast<std::size_t>(style)];
    if (!kept) kept = make_date(style);
    return kept.get();
  }

private:
  [[nodiscard]] std::unique_ptr<icu::SimpleDateFormat> make_date(DateStyle style) const {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale_, error));
    if (U_FAILURE(error) || !patterns) return nullptr;
    auto format = std::make_unique<icu::SimpleDateFormat>(
        patterns->getBestPattern(skeleton(style), error), locale_, error);
    if (U_FAILURE(error)) return nullptr;
    format->adoptTimeZone(icu::TimeZone::createTimeZone("UTC"));
    return format;
  }

  icu::Locale locale_;
  std::unique_ptr<icu::PluralRules> plurals_;
  std::map<int, icu::number::LocalizedNumberFormatter> decimals_; // by places
  icu::number::LocalizedNumberFormatter percent_ =
      icu::number::NumberFormatter::withLocale(locale_)
          .unit(icu::MeasureUnit::getPercent())
          .precision(icu::number::Precision::integer());
  std::array<std::unique_ptr<icu::SimpleDateFormat>, static_cast<std::size_t>(last_style) + 1>
      dates_;
};

// For one caller at a time: ICU's date formats may not be shared.
class Formatting {
public:
  explicit Formatting(const std::string& language)
      : lock_(mutex()), formats_(kept().try_emplace(language, language).first->second) {}
  Formats* operator->() { return &formats_; }

private:
  static std::mutex& mutex() {
    static std::mutex all;
    return all;
  }
  static std::map<std::string, Formats>& kept() {
    static std::map<std::string, Formats> all;
    return all;
  }

  std::scoped_lock<std::mutex> lock_;
  Formats& formats_;
};

std::string written(const icu::number::LocalizedNumberFormatter& formatter, double value) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString text = formatter.formatDouble(value, error).toString(error);
  return U_SUCCESS(error) ? utf8(text) : std::to_string(value);
}

} // namespace

std::string plural_category(std::int64_t n, const std::string& language) {
  Formatting formats(language);
  const icu::PluralRules* rules = formats->plurals();
  if (rules == nullptr) return n == 1 ? "one" : "other";
  return utf8(rules->select(static_cast<double>(n)));
}

std::string format_number(std::int64_t n, const std::string& language) {
  return format_decimal(static_cast<double>(n), 0, language);
}

std::string format_decimal(double value, int places, const std::string& language) {
  return written(Formatting(language)->decimal(places), value);
}

std::string format_percent(double share, const std::string& language) {
  return written(Formatting(language)->percent(), share * 100);
}

std::string format_date(core::CivilDate date, DateStyle style, const std::string& language) {
  Formatting formats(language);
  const icu::SimpleDateFormat* format = formats->date(style);
  if (format == nullptr) return core::iso(date);
  icu::UnicodeString text;
  format->format(static_cast<double>(core::day_of(date).number) * core::ms_per_day, text);
  return utf8(text);
}

} // namespace entente::text
