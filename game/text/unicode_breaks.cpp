// Boundaries and locale-aware order: the parts of unicode.h that need ICU's language data.

#include "text/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/utext.h>

#include <map>
#include <memory>

namespace entente::text {

namespace {

enum class Unit { grapheme, word, line };

struct Boundary {
  std::size_t byte;
  bool ends_word; // what ends here holds letters or digits
};

std::string locale_name(std::string_view language) { return std::string(language.substr(0, 64)); }

std::unique_ptr<icu::BreakIterator> make_iterator(Unit unit, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language.c_str());
  icu::BreakIterator* made =
      unit == Unit::grapheme ? icu::BreakIterator::createCharacterInstance(locale, status)
      : unit == Unit::word   ? icu::BreakIterator::createWordInstance(locale, status)
                             : icu::BreakIterator::createLineInstance(locale, status);
  return std::unique_ptr<icu::BreakIterator>(made);
}

// Making an iterator reads its rules and dictionaries, so each thread keeps those it has used.
icu::BreakIterator* iterator(Unit unit, std::string_view language) {
  thread_local std::map<std::pair<Unit, std::string>, std::unique_ptr<icu::BreakIterator>> made;
  auto& slot = made[{unit, locale_name(language)}];
  if (slot == nullptr) slot = make_iterator(unit, locale_name(language));
  return slot.get();
}

std::vector<Boundary> boundaries(Unit unit, std::string_view text, std::string_view language) {
  std::vector<Boundary> result = {{0, false}};
  icu::BreakIterator* breaks = text.empty() ? nullptr : iterator(unit, language);
  if (breaks == nullptr) return result;
  UErrorCode status = U_ZERO_ERROR;
  UText bytes = UTEXT_INITIALIZER; // positions stay byte offsets
  utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status) != 0) return result;
  breaks->setText(&bytes, status);
  for (breaks->first(); breaks->next() != icu::BreakIterator::DONE;)
    result.push_back({static_cast<std::size_t>(breaks->current()),
                      unit == Unit::word && breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT});
  utext_close(&bytes);
  return result;
}

std::vector<std::size_t> offsets(Unit unit, std::string_view text, std::string_view language) {
  std::vector<std::size_t> result;
  for (const Boundary& boundary : boundaries(unit, text, language)) result.push_back(boundary.byte);
  if (result.back() != text.size()) result.push_back(text.size());
  return result;
}

icu::Collator* collator(std::string_view language) {
  thread_local std::map<std::string, std::unique_ptr<icu::Collator>> made;
  auto& slot = made[locale_name(language)];
  UErrorCode status = U_ZERO_ERROR;
  if (slot == nullptr)
    slot.reset(icu::Collator::createInstance(icu::Locale(locale_name(language).c_str()), status));
  return slot.get();
}

} // namespace

std::vector<std::size_t> grapheme_boundaries(std::string_view text) {
  return offsets(Unit::grapheme, text, "");
}

std::vector<std::size_t> line_break_opportunities(std::string_view text,
                                                  std::string_view language) {
  return offsets(Unit::line, text, language);
}

std::vector<std::size_t> word_boundaries(std::string_view text, std::string_view language) {
  return offsets(Unit::word, text, language);
}

std::vector<std::string> words(std::string_view text, std::string_view language) {
  std::vector<std::string> result;
  std::size_t start = 0;
  for (const Boundary& boundary : boundaries(Unit::word, text, language)) {
    if (boundary.ends_word) result.emplace_back(text.substr(start, boundary.byte - start));
    start = boundary.byte;
  }
  return result;
}

int collate(std::string_view a, std::string_view b, std::string_view language) {
  const icu::Collator* order = collator(language);
  if (order == nullptr) return a.compare(b);
  UErrorCode status = U_ZERO_ERROR;
  const auto piece = [](std::string_view text) {
    return icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()));
  };
  return order->compareUTF8(piece(a), piece(b), status);
}

} // namespace entente::text
