#include "judge/date_words.h"

#include "judge/number_words.h"
#include "judge/spelling.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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
    "noughties=0 aughts=0 tens=10 twenties=20 thirties=30 forties=40 fifties=50 sixties=60 "
    "seventies=70 eighties=80 nineties=90 "
    "нулевые=0 нулевых=0 десятые=10 десятых=10 двадцатые=20 двадцатых=20 тридцатые=30 тридцатых=30 "
    "сороковые=40 сороковых=40 пятидесятые=50 "
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
    {Kind::before_christ, 0, "bc bce b.c b.c. 公元前"},
    {Kind::anno_domini, 0, "ad ce 公元"},
    {Kind::range, 0, "to until till through thru по 至 到 الى حتى עד bis jusqu'au au and и и"},
};

constexpr std::string_view fillers =
    "it was is that happened of the in on at from since about around circa c approximately roughly "
    "during year years dated "
    "by "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat "
    "sun day month date decade between last century's "
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

} // namespace

std::optional<DateSymbol> date_word(std::string_view word) {
  const auto found = table().find(word);
  if (found == table().end()) return {};
  return found->second;
}

// ב, ל, מ and the article grow together with Hebrew words; ل and و with Arabic ones.
std::optional<DateSymbol> grown_date_word(std::string_view word) {
  constexpr std::string_view prefixes[] = {"ב", "ל", "מ", "ה", "ו", "ל", "و", "ب"};
  for (const std::string_view prefix : prefixes)
    if (word.starts_with(prefix))
      if (const auto found = date_word(word.substr(prefix.size()))) return found;
  return {};
}

bool is_date_filler(std::string_view word) {
  static const WordSet words(fillers);
  return words.contains(word);
}

namespace {

const std::vector<std::pair<std::u32string, DateSymbol>>& long_months() {
  static const std::vector<std::pair<std::u32string, DateSymbol>> names = [] {
    std::vector<std::pair<std::u32string, DateSymbol>> result;
    for (const auto& [name, symbol] : table())
      if (std::u32string letters = text::to_utf32(name);
          symbol.kind == Kind::month && letters.size() >= 5)
        result.emplace_back(std::move(letters), symbol);
    return result;
  }();
  return names;
}

} // namespace

std::optional<DateSymbol> misspelt_month(std::string_view word) {
  if (word.size() > 64) return {};
  const std::u32string typed = text::to_utf32(word);
  if (typed.size() < 5) return {};
  std::optional<DateSymbol> found;
  for (const auto& [letters, symbol] : long_months()) {
    const int limit = typo_limit(letters.size());
    if (edit_distance(letters, typed, limit) > limit) continue;
    if (found && found->value != symbol.value) return {};
    found = symbol;
  }
  if (found) found->misspelt = true;
  return found;
}

} // namespace entente::judge
