#include "text/unicode.h"

#include "text/surely_differ.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace entente::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

// ICU counts in 32 bits; a longer text is cut, not wrapped.
std::int32_t length_of(std::string_view text) {
  constexpr std::size_t most = std::numeric_limits<std::int32_t>::max() / 4;
  return static_cast<std::int32_t>(std::min(text.size(), most));
}

// ICU's macros mix char, uint8_t and int freely.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
// The code point at `at`, which moves past it; negative for bytes that are no UTF-8.
UChar32 next(std::string_view text, std::int32_t& at) {
  const auto at_once = static_cast<unsigned char>(text[static_cast<std::size_t>(at)]);
  if (at_once < 0x80) return ++at, at_once;
  UChar32 c = 0;
  const std::int32_t length = length_of(text);
  U8_NEXT(text.data(), at, length, c);
  return c;
}
#pragma GCC diagnostic pop

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), length_of(text)));
}

std::string from_icu(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

icu::Locale locale(std::string_view language) {
  return icu::Locale(std::string(language.substr(0, 64)).c_str());
}

icu::UnicodeString normalized(const icu::Normalizer2* form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = form->normalize(text, status);
  return U_SUCCESS(status) != 0 ? result : text;
}

// The instances are parts of ICU's own data, built in: asking for them cannot fail.
icu::UnicodeString nfc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(icu::Normalizer2::getNFCInstance(status), text);
}

icu::UnicodeString nfd(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(icu::Normalizer2::getNFDInstance(status), text);
}

icu::UnicodeString nfkc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(icu::Normalizer2::getNFKCInstance(status), text);
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Marks people leave out in Latin, Greek, Cyrillic, Hebrew and Arabic. The vowel signs of Indic
// scripts and the voicing marks of kana are letters to their readers and stay.
bool is_accent(char32_t c) {
  return in(c, 0x0300, 0x036F) || in(c, 0x0591, 0x05C7) || in(c, 0x064B, 0x065F) || c == 0x0670 ||
         in(c, 0x1AB0, 0x1AFF) || in(c, 0x1DC0, 0x1DFF) || in(c, 0x20D0, 0x20FF);
}

// й is a letter of its own in Russian, not an и with an accent.
bool is_short_i(char32_t before, char32_t mark) {
  return mark == 0x0306 && (before == U'и' || before == U'И');
}

struct Plain {
  char32_t letter;
  std::u32string_view plain;
};

// Letters that no Unicode decomposition takes apart.
constexpr std::array<Plain, 26> plain_letters = {
    {{U'ł', U"l"},  {U'Ł', U"L"},  {U'ø', U"o"},  {U'Ø', U"O"},  {U'đ', U"d"},  {U'Đ', U"D"},
     {U'ħ', U"h"},  {U'Ħ', U"H"},  {U'ŧ', U"t"},  {U'Ŧ', U"T"},  {U'ı', U"i"},  {U'ß', U"ss"},
     {U'ẞ', U"SS"}, {U'æ', U"ae"}, {U'Æ', U"AE"}, {U'œ', U"oe"}, {U'Œ', U"OE"}, {U'þ', U"th"},
     {U'Þ', U"Th"}, {U'ð', U"d"},  {U'Ð', U"D"},  {U'ə', U"e"},  {U'Ə', U"E"},  {U'ĸ', U"k"},
     {U'ŋ', U"n"},  {U'Ŋ', U"N"}}};

void append_plain(std::u32string& result, char32_t c) {
  const auto* found = std::find_if(plain_letters.begin(), plain_letters.end(),
                                   [c](const Plain& entry) { return entry.letter == c; });
  if (found == plain_letters.end())
    result += c;
  else
    result += found->plain;
}

bool is_single_quote(char32_t c) {
  return c == U'`' || c == 0xB4 || in(c, 0x2018, 0x201B) || c == 0x2032 || c == 0x2035 ||
         in(c, 0x02B9, 0x02BF) || c == 0x055A || c == 0x05F3 || in(c, 0x2039, 0x203A) ||
         c == 0xFF07 || c == 0xFF40;
}

bool is_double_quote(char32_t c) {
  return c == 0xAB || c == 0xBB || in(c, 0x201C, 0x201F) || c == 0x2033 || c == 0x2036 ||
         c == 0x05F4 || c == 0x02EE || in(c, 0x300C, 0x300F) || in(c, 0x301D, 0x301F) ||
         in(c, 0xFE41, 0xFE44) || c == 0xFF02 || in(c, 0xFF62, 0xFF63);
}

bool is_dash(char32_t c) {
  return in(c, 0x2010, 0x2015) || c == 0x2212 || c == 0x05BE || c == 0x2043 || c == 0x207B ||
         c == 0x208B || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D || c == 0x2E3A || c == 0x2E3B;
}

bool is_invisible(char32_t c) {
  const auto icu_char = static_cast<UChar32>(c);
  return u_hasBinaryProperty(icu_char, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         u_charType(icu_char) == U_CONTROL_CHAR;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_common_ideograph(char32_t c) { return in(c, 0x4E00, 0x9FFF); }

// Letters of everyday writing that every normal form leaves as they are, as long as no mark
// follows: with the next two, most texts need no work of ICU's at all.
bool is_everyday_letter(char32_t c) {
  return in(c, 0x0400, 0x0481) || in(c, 0x048A, 0x04FF) || in(c, 0x05D0, 0x05EA) ||
         in(c, 0x0620, 0x064A) || is_common_ideograph(c);
}

// Of those, the ones that hold no accent.
bool is_bare_letter(char32_t c) {
  return c < 0x80 || in(c, 0x0410, 0x044F) || in(c, 0x05D0, 0x05EA) || c == 0x0621 ||
         in(c, 0x0627, 0x064A) || is_common_ideograph(c);
}

// What the clean-up makes of a sign of everyday writing; 0 for all else.
char32_t everyday_sign(char32_t c) {
  if (in(c, 0x21, 0x7E)) return c == U'`' ? U'\'' : c;
  if (in(c, 0x2018, 0x201B)) return U'\'';
  if (in(c, 0x201C, 0x201F) || c == 0xAB || c == 0xBB) return U'"';
  if (in(c, 0x2010, 0x2015)) return U'-';
  if (in(c, 0x3001, 0x3002) || c == 0xB7) return c;
  if (c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0xFF08 || c == 0xFF09) return c - 0xFEE0;
  return 0;
}

char32_t folded_letter(char32_t c) {
  if (in(c, U'A', U'Z') || in(c, 0x0410, 0x042F)) return c + 0x20;
  if (in(c, 0x0400, 0x040F)) return c + 0x50;
  return c;
}

// A character of everyday writing after the clean-up; 0 for one that only ICU knows what to make
// of. Cyrillic beyond the Russian alphabet has folds of its own.
char32_t everyday(char32_t c, bool fold) {
  if (const char32_t sign = everyday_sign(c); sign != 0) return fold ? folded_letter(sign) : sign;
  if (!is_everyday_letter(c)) return 0;
  if (!fold) return c;
  return in(c, 0x0460, 0x04FF) ? 0 : folded_letter(c);
}

bool is_everyday_space(char32_t c) { return c == U' ' || in(c, 0x09, 0x0D) || c == 0xA0; }

void append_utf8(std::string& result, char32_t c) {
  const auto add = [&result](char32_t byte) { result += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) return add(0xC0 | c >> 6), add(0x80 | (c & 0x3F));
  if (c > 0x10FFFF || in(c, 0xD800, 0xDFFF)) c = replacement;
  if (c < 0x10000)
    add(0xE0 | c >> 12);
  else
    add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F));
  add(0x80 | (c >> 6 & 0x3F));
  add(0x80 | (c & 0x3F));
}

// The clean-up in one pass; nothing where the text holds more than everyday writing.
std::optional<std::string> clean_everyday(std::string_view text, bool fold) {
  std::string result;
  result.reserve(text.size());
  bool space_waits = false;
  for (std::int32_t at = 0; at < length_of(text);) {
    const UChar32 next_point = next(text, at);
    if (next_point < 0) return {};
    const auto c = static_cast<char32_t>(next_point);
    if (is_everyday_space(c)) {
      space_waits = !result.empty();
      continue;
    }
    const char32_t kept = everyday(c, fold);
    if (kept == 0) return {};
    if (space_waits) result += ' ';
    space_waits = false;
    append_utf8(result, kept);
  }
  return result;
}

// One pass of the clean-up; spaces wait until something follows them, so none stays at the end.
std::string tidied(std::string_view text) {
  std::u32string result;
  bool space_waits = false;
  for (const char32_t c : to_utf32(text)) {
    if (is_space(c)) {
      space_waits = !result.empty();
      continue;
    }
    if (is_invisible(c)) continue;
    if (space_waits) result += U' ';
    space_waits = false;
    result += is_single_quote(c) ? U'\'' : is_double_quote(c) ? U'"' : is_dash(c) ? U'-' : c;
  }
  return to_utf8(result);
}

} // namespace

std::size_t first_invalid_byte(std::string_view text) {
  std::int32_t at = 0;
  while (at < length_of(text)) {
    const std::int32_t start = at;
    if (next(text, at) < 0) return static_cast<std::size_t>(start);
  }
  return text.size();
}

bool is_valid_utf8(std::string_view text) { return first_invalid_byte(text) == text.size(); }

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::int32_t at = 0; at < length_of(text);) {
    const UChar32 c = next(text, at);
    result += c < 0 ? replacement : static_cast<char32_t>(c);
  }
  return result;
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char32_t c : text) append_utf8(result, c);
  return result;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::int32_t at = 0; at < length_of(text); ++count) next(text, at);
  return count;
}

std::string nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : from_icu(nfc(to_icu(text)));
}

std::string nfkc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : from_icu(nfkc(to_icu(text)));
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) {
    std::string folded(text);
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
  }
  // Folding can undo a composition, so the form is made anew after it.
  icu::UnicodeString folded = nfkc(to_icu(text)).foldCase();
  return from_icu(nfkc(folded));
}

std::string strip_accents(std::string_view text) {
  const std::u32string points = to_utf32(text);
  if (std::all_of(points.begin(), points.end(), is_bare_letter)) return std::string(text);
  std::u32string result;
  for (const char32_t c : to_utf32(from_icu(nfd(to_icu(text))))) {
    if (is_accent(c) && (result.empty() || !is_short_i(result.back(), c))) continue;
    append_plain(result, c);
  }
  return nfc(to_utf8(result));
}

std::string lower(std::string_view text, std::string_view language) {
  return from_icu(to_icu(text).toLower(locale(language)));
}

std::string upper(std::string_view text, std::string_view language) {
  return from_icu(to_icu(text).toUpper(locale(language)));
}

std::string ascii_digits(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::u32string result = to_utf32(text);
  for (char32_t& c : result) {
    const std::int32_t value = u_charDigitValue(static_cast<UChar32>(c));
    if (value >= 0) c = U'0' + static_cast<char32_t>(value);
  }
  return to_utf8(result);
}

CharClass char_class(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return CharClass::letter;
  if (c >= U'0' && c <= U'9') return CharClass::digit;
  if (is_common_ideograph(c)) return CharClass::ideograph;
  if (is_everyday_letter(c)) return CharClass::letter;
  const auto point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC) != 0) return CharClass::ideograph;
  if (u_isalpha(point) != 0) return CharClass::letter;
  if (u_isdigit(point) != 0) return CharClass::digit;
  if (is_space(c)) return CharClass::space;
  return (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0 ? CharClass::mark : CharClass::other;
}

std::string clean(std::string_view text) {
  if (auto cleaned = clean_everyday(text, false)) return std::move(*cleaned);
  // Twice: some marks fall apart into a space and an accent under NFKC unless mapped before it,
  // and NFKC brings spaces and quotes of its own.
  return nfc(tidied(nfkc(tidied(nfc(text)))));
}

std::string comparable(std::string_view text) {
  if (auto cleaned = clean_everyday(text, true)) return std::move(*cleaned);
  return clean(fold_case(clean(text)));
}

namespace {

// The characters of a text one by one as comparable() makes them, spaces left out; 0 at the end and
// where one stands that is not of everyday writing.
class EverydayReader {
public:
  explicit EverydayReader(std::string_view text) : text_(text) {}
  char32_t next_folded() {
    while (at_ < length_of(text_)) {
      const UChar32 c = next(text_, at_);
      if (c >= 0 && is_everyday_space(static_cast<char32_t>(c))) continue;
      const char32_t folded = c < 0 ? 0 : everyday(static_cast<char32_t>(c), true);
      odd_ = folded == 0;
      return folded;
    }
    return 0;
  }
  [[nodiscard]] bool odd() const { return odd_; }

private:
  std::string_view text_;
  std::int32_t at_ = 0;
  bool odd_ = false;
};

} // namespace

bool surely_differ(std::string_view a, std::string_view b) {
  EverydayReader left(a);
  EverydayReader right(b);
  for (;;) {
    const char32_t x = left.next_folded();
    const char32_t y = right.next_folded();
    if (left.odd() || right.odd()) return false;
    if (x == 0 && y == 0) return false;
    if (x == y) continue;
    // A mark behind either would make another character of it.
    left.next_folded();
    right.next_folded();
    return !left.odd() && !right.odd();
  }
}

Direction base_direction(std::string_view text) {
  for (std::int32_t at = 0; at < length_of(text);) {
    const UChar32 c = next(text, at);
    const UCharDirection direction = u_charDirection(c < 0 ? UChar32{replacement} : c);
    if (direction == U_LEFT_TO_RIGHT) return Direction::left_to_right;
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
      return Direction::right_to_left;
  }
  return Direction::left_to_right;
}

} // namespace entente::text
