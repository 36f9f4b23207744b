#include "judge/date_words.h"

#include "judge/number_words.h"
#include "judge/spelling.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <charconv>
#include <string>
#include <unordered_map>

namespace entente::judge {

namespace {

using Kind = DateSymbol::Kind;
using Table = std::unordered_map<std::string_view, DateSymbol>;

// Folded, without accents; a line a month. A name of two words has "_" between them.
constexpr std::string_view months =
    "january jan январь января январе янв يناير كانون_الثاني جانفي ינואר januar janvier enero ene "
    "gennaio "
    "січень січня janeiro\n"
    "february feb febr февраль февраля феврале фев شباط فبراير فيفري פברואר februar fevrier fev "
    "febrero "
    "febbraio лютий лютого fevereiro\n"
    "march mar март марта марте мар مارس اذار מרץ מרס marz marzo mars maerz березень березня "
    "marco\n"
    "april apr апрель апреля апреле апр ابريل نيسان افريل אפריל avril avr abril abr aprile квітень "
    "квітня\n"
    "may май мая мае مايو ايار ماي מאי mai mayo maggio травень травня maio\n"
    "june jun июнь июня июне июн يونيو يونيه حزيران جوان יוני juni juin junio giugno червень "
    "червня junho\n"
    "july jul июль июля июле июл يوليو يوليه تموز جويلية יולי juli juillet juil julio luglio "
    "липень липня "
    "julho\n"
    "august aug август августа августе авг اغسطس اب اوت אוגוסט aout agosto ago серпень серпня\n"
    "september sep sept сентябрь сентября сентябре сен сент سبتمبر ايلول ספטמבר septembre "
    "septiembre "
    "settembre вересень вересня setembro\n"
    "october oct октябрь октября октябре окт اكتوبر تشرين_الاول אוקטובר oktober okt octobre "
    "octubre ottobre "
    "жовтень жовтня outubro\n"
    "november nov ноябрь ноября ноябре ноя نوفمبر تشرين_الثاني נובמבר novembre noviembre листопад "
    "листопада "
    "novembro\n"
    "december dec декабрь декабря декабре дек ديسمبر كانون_الاول דצמבר dezember dez decembre "
    "diciembre dic "
    "dicembre грудень грудня dezembro";

constexpr std::string_view seasons =
    "spring springtime весна весны весной весне 春 春天 春季 الربيع ربيع אביב fruhling printemps "
    "primavera\n"
    "summer summertime лето лета летом лете 夏 夏天 夏季 الصيف صيف קיץ sommer ete verano\n"
    "autumn fall осень осени осенью 秋 秋天 秋季 الخريف خريف סתיו herbst automne otono\n"
    "winter wintertime зима зимы зимой зиме 冬 冬天 冬季 الشتاء شتاء חורף winter hiver invierno";

constexpr std::string_view decades =
    "twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90 "
    "двадцатые=20 двадцатых=20 тридцатые=30 тридцатых=30 сороковые=40 сороковых=40 пятидесятые=50 "
    "пятидесятых=50 шестидесятые=60 шестидесятых=60 семидесятые=70 семидесятых=70 восьмидесятые=80 "
    "восьмидесятых=80 девяностые=90 девяностых=90 "
    "العشرينات=20 الثلاثينات=30 الاربعينات=40 الخمسينات=50 الستينات=60 السبعينات=70 الثمانينات=80 "
    "التسعينات=90 العشرينيات=20 الثلاثينيات=30 الخمسينيات=50 الستينيات=60 السبعينيات=70 "
    "الثمانينيات=80 "
    "التسعينيات=90 تسعينيات=90 تسعينات=90 ثمانينيات=80";

// Words of one meaning each: value, kind, words.
struct Entry {
  Kind kind;
  int value;
  std::string_view words;
};
constexpr Entry entries[] = {
    {Kind::quarter, 0,
     "quarter quarters qtr квартал квартала квартале кв 季度 季 الربع ربع רבעון הרבעון "
     "quartal trimestre trimester trim"},
    {Kind::quarter, 1, "q1 1q"},
    {Kind::quarter, 2, "q2 2q"},
    {Kind::quarter, 3, "q3 3q"},
    {Kind::quarter, 4, "q4 4q"},
    {Kind::half, 0,
     "half полугодие полугодия полугодии половина половины половине النصف نصف מחצית המחצית "
     "halbjahr semestre"},
    {Kind::half, 1, "h1 1h 上半年"},
    {Kind::half, 2, "h2 2h 下半年"},
    {Kind::decade_word, 0, "годы годов годах 年代 年代的 שנות"},
    {Kind::century, 0,
     "century centuries век века веке в.в 世纪 القرن המאה מאה siecle siglo jahrhundert"},
    {Kind::part, 1,
     "early beginning start начало начале начала 上旬 初 初期 年初 اوائل بداية مطلع ראשית תחילת "
     "anfang debut principios"},
    {Kind::part, 2,
     "mid middle midway середина середине середины 中旬 中 中期 منتصف אמצע mitte mi "
     "mediados"},
    {Kind::part, 3,
     "late end конец конце конца 下旬 末 底 末期 年底 年末 月底 اواخر نهاية סוף ende fin finales"},
    {Kind::relation, 1, "before прежде 之前 以前 قبل לפני vor avant antes"},
    {Kind::relation, 2, "after после 之后 以后 بعد אחרי nach apres despues"},
    {Kind::year_mark, 0, "年"},
    {Kind::month_mark, 0, "月 月份"},
    {Kind::day_mark, 0, "日 号"},
    {Kind::before_christ, 0, "bc bce b.c 公元前"},
    {Kind::anno_domini, 0, "ad ce 公元"},
    {Kind::range, 0, "to until till through thru по 至 到 الى حتى עד bis jusqu'au au and и и"},
};

constexpr std::string_view fillers =
    "of the in on at from since about around circa c approximately roughly during year years dated "
    "by "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat "
    "sun day month date between last century's "
    "в во с со год года году г гг месяц месяца числа около примерно понедельник вторник среда "
    "четверг "
    "пятница суббота воскресенье среду пятницу субботу между начиная прошлого "
    "在 于 从 自 约 大约 第 的 份 星期 周 上 本 "
    "في من عام سنة يوم شهر منذ خلال العام הקודמת ב ה ל של שנת בשנת לשנת ביום יום מאז "
    "am im den der dem le la de del el en du des vom und jahr ano annee l'annee año l";

void add(Table& table, std::string_view words, Kind kind, int value) {
  each_piece(words, ' ', [&](std::string_view word) {
    table.emplace(word, DateSymbol{.kind = kind, .value = value});
  });
}

void add_lines(Table& table, std::string_view lines, Kind kind, int first) {
  int value = first;
  each_piece(lines, '\n', [&](std::string_view line) { add(table, line, kind, value++); });
}

const Table& table() {
  static const Table words = [] {
    Table result;
    add_lines(result, months, Kind::month, 1);
    add_lines(result, seasons, Kind::season, 21);
    for (const Entry& entry : entries) add(result, entry.words, entry.kind, entry.value);
    const WordMap decade_words(decades);
    for (const auto& [word, digits] : decade_words.all()) {
      int value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      result.emplace(word, DateSymbol{.kind = Kind::decade, .value = value});
    }
    return result;
  }();
  return words;
}

std::optional<DateSymbol> look_up(std::string_view word) {
  const auto found = table().find(word);
  if (found == table().end()) return {};
  return found->second;
}

// ב, ל, מ and the article grow together with Hebrew words; ل and و with Arabic ones.
std::optional<DateSymbol> look_up_grown(std::string_view word) {
  constexpr std::string_view prefixes[] = {"ב", "ל", "מ", "ה", "ו", "ל", "و", "ب"};
  for (const std::string_view prefix : prefixes)
    if (word.starts_with(prefix))
      if (const auto found = look_up(word.substr(prefix.size()))) return found;
  return {};
}

bool is_filler(std::string_view word) {
  static const WordSet words(fillers);
  return words.contains(word);
}

// A month that a long word is one slip away from; two of them, and it is neither.
std::optional<DateSymbol> misspelt_month(std::string_view word) {
  const std::u32string typed = text::to_utf32(word);
  if (typed.size() < 5) return {};
  std::optional<DateSymbol> found;
  for (const auto& [name, symbol] : table()) {
    const std::u32string letters = text::to_utf32(name);
    if (symbol.kind != Kind::month || letters.size() < 5) continue;
    if (edit_distance(letters, typed, typo_limit(letters.size())) > typo_limit(letters.size()))
      continue;
    if (found && found->value != symbol.value) return {};
    found = symbol;
  }
  if (found) found->misspelt = true;
  return found;
}

class Reader {
public:
  explicit Reader(std::string_view readable_text) : text_(text::to_utf32(readable_text)) {}

  std::optional<std::vector<DateSymbol>> read() {
    if (text_.size() > 120) return {}; // no date is that long
    while (at_ < text_.size())
      if (!step()) return {};
    return result_;
  }

private:
  char32_t peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U' ';
  }
  static bool is_letter(char32_t c) {
    const auto kind = text::char_class(c);
    return kind == text::CharClass::letter || kind == text::CharClass::mark;
  }
  static bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

  void put(Kind kind, int value = 0, int digits = 0) {
    result_.push_back({.kind = kind, .value = value, .digits = digits});
  }

  bool step() {
    const char32_t c = text_[at_];
    if (is_digit(c)) return number();
    if (is_han_numeral(c) && c != U'万' && c != U'亿') return han();
    if (text::char_class(c) == text::CharClass::ideograph) return han_word();
    if (is_letter(c)) return word();
    ++at_;
    return sign(c);
  }

  bool sign(char32_t c) {
    switch (c) {
    case U'-':
      put(Kind::dash);
      return true;
    case U'/':
      put(Kind::slash);
      return true;
    case U'.':
      put(Kind::dot);
      return true;
    case U'\'':
      put(Kind::apostrophe);
      return true;
    case U'~':
      return true;
    default:
      return std::u32string_view(U" ,()\"").find(c) != std::u32string_view::npos;
    }
  }

  bool number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    std::size_t tail = end;
    while (tail < text_.size() && is_letter(text_[tail])) ++tail;
    const int digits = static_cast<int>(end - at_);
    if (digits > 8) return false;
    const int value = std::stoi(text::to_utf8(text_.substr(at_, end - at_)));
    const std::string whole = text::to_utf8(text_.substr(at_, tail - at_));
    const std::string ending = text::to_utf8(text_.substr(end, tail - end));
    at_ = tail;
    return numbered(value, digits, whole, ending);
  }

  // 1990s, '90s, 90-е, 20th, 20мая, 1q.
  bool numbered(int value, int digits, const std::string& whole, const std::string& ending) {
    if (ending == "s") return put(Kind::decade, value, digits), true;
    if (ending.empty() && peek(0) == U'\'' && peek(1) == U's') {
      at_ += 2;
      return put(Kind::decade, value, digits), true;
    }
    if (ending.empty() && peek(0) == U'-' && starts_ending()) return true;
    if (const auto known = look_up(whole)) return result_.push_back(*known), true;
    if (ordinal_digits(whole)) return put(Kind::ordinal, value, digits), true;
    put(Kind::number, value, digits);
    if (ending.empty() || is_filler(ending)) return true;
    const auto known = look_up(ending);
    if (known) result_.push_back(*known);
    return known.has_value();
  }

  // "90-е" and "90-х" are decades, "2-й" is an ordinal.
  bool starts_ending() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::string ending = text::to_utf8(text_.substr(at_ + 1, end - at_ - 1));
    std::size_t first = at_;
    while (first > 0 && is_digit(text_[first - 1])) --first;
    const int value = std::stoi(text::to_utf8(text_.substr(first, at_ - first)));
    const int digits = static_cast<int>(at_ - first);
    static const WordSet decade_endings("е х ых ые");
    static const WordSet ordinal_endings("й я ой го ого ый м ом st nd rd th");
    if (decade_endings.contains(ending))
      put(Kind::decade, value, digits);
    else if (ordinal_endings.contains(ending))
      put(Kind::ordinal, value, digits);
    else
      return false;
    at_ = end;
    return true;
  }

  bool han() {
    std::size_t end = at_;
    while (end < text_.size() && is_han_numeral(text_[end])) ++end;
    const std::u32string_view run = std::u32string_view(text_).substr(at_, end - at_);
    const auto value = han_number(run);
    if (!value || *value > 9999) return false;
    put(Kind::number, static_cast<int>(*value), *value >= 100 ? 4 : 2);
    at_ = end;
    return true;
  }

  // The longest known word that starts here.
  bool han_word() {
    for (std::size_t length = std::min<std::size_t>(3, text_.size() - at_); length > 0; --length) {
      const std::string candidate = text::to_utf8(text_.substr(at_, length));
      const auto known = look_up(candidate);
      if (!known && !is_filler(candidate)) continue;
      if (known) result_.push_back(*known);
      // 上世纪: the one before ours.
      if (candidate == "上" && peek(1) == U'世') put(Kind::number, 20, 2);
      at_ += length;
      return true;
    }
    return false;
  }

  std::string word_at(std::size_t& end) const {
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    return text::strip_accents(text::to_utf8(text_.substr(at_, end - at_)));
  }

  bool word() {
    std::size_t end = at_;
    const std::string here = word_at(end);
    if (two_words(here, end)) return true;
    at_ = end;
    return known_word(here);
  }

  // "كانون الثاني": names of two words.
  bool two_words(const std::string& first, std::size_t end) {
    if (end >= text_.size() || text_[end] != U' ') return false;
    std::size_t second_end = end + 1;
    while (second_end < text_.size() && is_letter(text_[second_end])) ++second_end;
    const std::string second =
        text::strip_accents(text::to_utf8(text_.substr(end + 1, second_end - end - 1)));
    const auto known = look_up(first + "_" + second);
    if (!known) return false;
    result_.push_back(*known);
    at_ = second_end;
    return true;
  }

  bool known_word(const std::string& word) {
    if (const auto known = look_up(word)) return result_.push_back(*known), true;
    if (is_filler(word)) return true;
    if (const auto known = look_up_grown(word)) return result_.push_back(*known), true;
    if (const auto value = roman_number(word))
      return put(Kind::ordinal, static_cast<int>(*value), 2), true;
    if (const auto known = misspelt_month(word)) return result_.push_back(*known), true;
    return number_in_words(word);
  }

  bool number_in_words(const std::string& word) {
    const auto found = number_word(word);
    if (!found || found->value > 100) return false;
    if (found->kind == NumberWord::Kind::fraction) return false;
    const bool ordinal = found->kind == NumberWord::Kind::ordinal;
    if (!ordinal && found->kind != NumberWord::Kind::cardinal) return false;
    const int value = static_cast<int>(found->value);
    // "twenty-first", "twenty one": tens and ones are one number.
    if (!result_.empty() && in_words_ && result_.back().value % 10 == 0 && value < 10)
      result_.back().value += value, result_.back().kind = ordinal ? Kind::ordinal : Kind::number;
    else
      put(ordinal ? Kind::ordinal : Kind::number, value, 2);
    in_words_ = value % 10 == 0 && value >= 20;
    if (in_words_ && peek(0) == U'-') ++at_;
    return true;
  }

  std::u32string text_;
  std::size_t at_ = 0;
  bool in_words_ = false; // the last symbol was a ten in words
  std::vector<DateSymbol> result_;
};

} // namespace

std::optional<std::vector<DateSymbol>> date_symbols(std::string_view readable_text) {
  return Reader(readable_text).read();
}

} // namespace entente::judge
