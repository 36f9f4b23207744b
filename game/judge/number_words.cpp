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

using Kind = NumberWord::Kind;

constexpr std::string_view cardinals =
    "zero=0 nil=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
    "twelve=12 both=2 twice=2 thrice=3 couple=2 pair=2 thirteen=13 fourteen=14 fifteen=15 "
    "sixteen=16 "
    "seventeen=17 eighteen=18 "
    "nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 "
    "ноль=0 нуль=0 один=1 одна=1 одно=1 одного=1 одной=1 два=2 две=2 двух=2 двумя=2 три=3 трех=3 "
    "тремя=3 четыре=4 четырех=4 пять=5 пяти=5 пятью=5 шесть=6 шести=6 семь=7 семи=7 восемь=8 "
    "восьми=8 девять=9 девяти=9 десять=10 десяти=10 одиннадцать=11 двенадцать=12 тринадцать=13 "
    "четырнадцать=14 пятнадцать=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 "
    "двадцать=20 двадцати=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 "
    "восемьдесят=80 девяносто=90 сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 "
    "шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 "
    "صفر=0 واحد=1 واحدة=1 احد=1 احدى=1 اثنان=2 اثنين=2 اثنتان=2 اثنا=2 اثني=2 ثلاثة=3 ثلاث=3 "
    "اربعة=4 اربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8 ثمان=8 تسعة=9 تسع=9 "
    "عشرة=10 عشر=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 اربعون=40 اربعين=40 خمسون=50 خمسين=50 "
    "ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90 مئة=100 مائة=100 "
    "مية=100 ماية=100 ميتان=200 ميتين=200 "
    "مئتان=200 مئتين=200 الفان=2000 الفين=2000 مليونان=2000000 مليونين=2000000 "
    "ملياران=2000000000 مليارين=2000000000 אלפיים=2000 مائتان=200 ثلاثمئة=300 ثلاثمائة=300 "
    "اربعمئة=400 خمسمئة=500 خمسمائة=500 "
    "אפס=0 אחד=1 אחת=1 שניים=2 שתיים=2 שני=2 שתי=2 שלוש=3 שלושה=3 ארבע=4 ארבעה=4 חמש=5 חמישה=5 "
    "שש=6 שישה=6 שבע=7 שבעה=7 שמונה=8 תשע=9 תשעה=9 עשר=10 עשרה=10 עשרים=20 שלושים=30 ארבעים=40 "
    "חמישים=50 שישים=60 שבעים=70 שמונים=80 תשעים=90 מאה=100 מאתיים=200 "
    "eins=1 zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 "
    "zwanzig=20 dreissig=30 vierzig=40 funfzig=50 "
    "deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 neuf=9 dix=10 vingt=20 trente=30 "
    "uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 veinte=20 "
    "treinta=30";

constexpr std::string_view ordinals =
    "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 "
    "eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 "
    "eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 "
    "первый=1 первая=1 первое=1 первого=1 первом=1 первой=1 второй=2 вторая=2 второе=2 второго=2 "
    "втором=2 третий=3 третья=3 третье=3 третьего=3 третьем=3 четвертый=4 четвертая=4 четвертое=4 "
    "четвертого=4 четвертом=4 пятый=5 пятая=5 пятое=5 пятого=5 шестой=6 шестая=6 шестое=6 "
    "шестого=6 "
    "седьмой=7 седьмая=7 седьмое=7 седьмого=7 восьмой=8 восьмая=8 восьмое=8 восьмого=8 девятый=9 "
    "девятая=9 девятое=9 девятого=9 десятый=10 десятая=10 десятое=10 десятого=10 одиннадцатое=11 "
    "одиннадцатого=11 двенадцатое=12 двенадцатого=12 тринадцатое=13 тринадцатого=13 "
    "четырнадцатого=14 шестнадцатого=16 "
    "семнадцатого=17 восемнадцатого=18 четырнадцатое=14 "
    "пятнадцатое=15 пятнадцатого=15 шестнадцатое=16 семнадцатое=17 восемнадцатое=18 "
    "девятнадцатое=19 девятнадцатый=19 девятнадцатого=19 двадцатое=20 двадцатого=20 двадцатый=20 "
    "тридцатое=30 тридцатого=30 "
    "الاول=1 الاولى=1 اول=1 الثاني=2 الثانية=2 ثاني=2 ثان=2 الثالث=3 الثالثة=3 ثالث=3 الرابع=4 "
    "الرابعة=4 رابع=4 الخامس=5 السادس=6 السابع=7 الثامن=8 التاسع=9 العاشر=10 "
    "ראשון=1 ראשונה=1 הראשון=1 הראשונה=1 שנייה=2 שניה=2 השני=2 השנייה=2 השניה=2 שלישי=3 שלישית=3 "
    "השלישי=3 רביעי=4 רביעית=4 הרביעי=4 חמישי=5 שישי=6 "
    "erste=1 erster=1 ersten=1 erstes=1 zweite=2 zweiter=2 zweiten=2 zweites=2 dritte=3 drittes=3 "
    "dritten=3 vierte=4 viertes=4 vierten=4 premier=1 premiere=1 deuxieme=2 seconde=2 troisieme=3 "
    "quatrieme=4 primer=1 primero=1 primera=1 segundo=2 segunda=2 tercer=3 tercero=3 cuarto=4";

constexpr std::string_view magnitudes =
    "thousand=3 thousands=3 k=3 million=6 millions=6 mn=6 mln=6 mio=6 billion=9 billions=9 bn=9 "
    "b=9 "
    "bln=9 trillion=12 trillions=12 tn=12 trn=12 "
    "тысяча=3 тысячи=3 тысяч=3 тыс=3 миллион=6 миллиона=6 миллионов=6 млн=6 миллиард=9 миллиарда=9 "
    "миллиардов=9 млрд=9 триллион=12 триллиона=12 триллионов=12 трлн=12 "
    "الف=3 الاف=3 مليون=6 ملايين=6 مليار=9 مليارات=9 بليون=9 تريليون=12 "
    "אלף=3 אלפים=3 מיליון=6 מיליונים=6 מליון=6 מיליארד=9 מליארד=9 טריליון=12 "
    "万=4 亿=8 兆=12 tausend=3 tsd=3 millionen=6 milliarde=9 milliarden=9 mrd=9 milliard=9 "
    "milliards=9 md=9 mille=3 mil=3 millon=6 millones=6";

constexpr std::string_view fractions =
    "half=2 halves=2 thirds=3 quarter=4 quarters=4 fourths=4 fifths=5 sixths=6 eighths=8 tenths=10 "
    "половина=2 половины=2 половиной=2 треть=3 трети=3 четверть=4 четверти=4 نصف=2 ثلث=3 اثلاث=3 "
    "ربع=4 ارباع=4 اخماس=5 חצי=2 מחצית=2 "
    "שליש=3 שלישים=3 רבע=4 רבעים=4 halb=2 halfte=2 drittel=3 viertel=4 moitie=2 tiers=3 quart=4 "
    "mitad=2 半=2";

using Table = std::unordered_map<std::string_view, NumberWord>;

void add(Table& table, Kind kind, std::string_view list) {
  const WordMap words(list);
  for (const auto& [word, digits] : words.all()) {
    NumberWord entry{kind, 0};
    std::from_chars(digits.data(), digits.data() + digits.size(), entry.value);
    table.emplace(word, entry);
  }
}

const Table& table() {
  static const Table words = [] {
    Table result;
    add(result, Kind::cardinal, cardinals);
    add(result, Kind::ordinal, ordinals);
    add(result, Kind::magnitude, magnitudes);
    add(result, Kind::fraction, fractions);
    add(result, Kind::hundred, "hundred=2 hundreds=2 hundert=2 cent=2 百=2");
    add(result, Kind::and_half, "полтора=1 полторы=1");
    return result;
  }();
  return words;
}

// Words of five letters and more, as letters: spelling is compared against each of them often.
const std::vector<std::pair<std::u32string, NumberWord>>& long_words() {
  static const std::vector<std::pair<std::u32string, NumberWord>> words = [] {
    std::vector<std::pair<std::u32string, NumberWord>> result;
    for (const auto& [name, entry] : table())
      if (std::u32string letters = text::to_utf32(name); letters.size() >= 5)
        result.emplace_back(std::move(letters), entry);
    return result;
  }();
  return words;
}

// The one number word that a long word is a letter off; several, and it is none.
std::optional<NumberWord> misspelt(std::string_view word) {
  if (word.size() < 4 || word.size() > 64) return {};
  const std::u32string typed = text::to_utf32(word);
  if (typed.size() < 4 || typed.size() > 16) return {};
  std::optional<NumberWord> found;
  for (const auto& [letters, entry] : long_words()) {
    if (letters.size() > typed.size() + 1 || typed.size() > letters.size() + 1) continue;
    const bool same_first = letters.front() == typed.front();
    // One slip leaves the first letter or the last.
    if (!same_first && (typed.size() < 5 || letters.back() != typed.back())) continue;
    if (edit_distance(letters, typed, 1) > 1) continue;
    if (found && found->kind == entry.kind && found->value != entry.value) return {};
    // "fourty" is nearer to what people count with than to "fourth".
    if (!found || entry.kind == Kind::cardinal) found = entry;
  }
  if (found) found->misspelt = true;
  return found;
}

std::optional<NumberWord> look_up(std::string_view word) {
  static const Glance glance = [] {
    Glance result;
    for (const auto& [name, entry] : table()) result.add(name);
    return result;
  }();
  if (!glance.may_hold(word)) return {};
  const auto found = table().find(word);
  if (found == table().end()) return {};
  return found->second;
}

// و and ו ("and") grow together with the number after them.
std::string_view without_grown_and(std::string_view word) {
  if (word.starts_with("و") || word.starts_with("ו")) return word.substr(2);
  return word;
}

int han_digit(char32_t c) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (c == U'两') return 2;
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::int64_t han_unit(char32_t c) {
  switch (c) {
  case U'十':
    return 10;
  case U'百':
    return 100;
  case U'千':
    return 1000;
  case U'万':
    return 10000;
  case U'亿':
    return 100000000;
  default:
    return 0;
  }
}

std::optional<std::int64_t> positional(std::u32string_view numerals) {
  std::int64_t value = 0;
  for (const char32_t c : numerals) value = value * 10 + han_digit(c);
  return value;
}

} // namespace

std::optional<NumberWord> number_word(std::string_view word, std::string_view language) {
  auto found = look_up(word);
  if (!found) found = look_up(without_grown_and(word));
  if (!found && word.starts_with("ال")) found = look_up(word.substr(4));
  if (!found && word.starts_with("وال")) found = look_up(word.substr(6));
  if (!found) found = misspelt(word);
  if (found && word == "billion" && language.substr(0, 2) == "de") found->value = 12;
  return found;
}

std::optional<std::int64_t> ordinal_digits(std::string_view word) {
  static const WordSet endings("st nd rd th й я е го м ый ой er ere eme e ème º ª o a");
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const auto length = static_cast<std::size_t>(end - word.data());
  if (error != std::errc() || length == word.size() || !endings.contains(word.substr(length)))
    return {};
  return value;
}

bool is_han_numeral(char32_t c) { return han_digit(c) >= 0 || han_unit(c) > 0; }

std::optional<std::int64_t> han_number(std::u32string_view numerals) {
  if (numerals.empty() || numerals.size() > 18) return {};
  bool has_unit = false;
  for (const char32_t c : numerals) {
    if (!is_han_numeral(c)) return {};
    has_unit = has_unit || han_unit(c) > 0;
  }
  if (!has_unit) return positional(numerals);
  std::int64_t total = 0;   // above the last 万 or 亿
  std::int64_t section = 0; // below it
  std::int64_t digit = 0;
  for (const char32_t c : numerals) {
    const std::int64_t unit = han_unit(c);
    if (unit == 0) {
      digit = han_digit(c);
    } else if (unit < 10000) {
      section += (digit == 0 ? 1 : digit) * unit;
      digit = 0;
    } else {
      if (total + section + digit > 100000000) return {}; // 亿亿: no such number
      total = (unit == 10000 ? total : 0) + (section + digit + (unit == 10000 ? 0 : total)) * unit;
      section = digit = 0;
    }
  }
  return total + section + digit;
}

std::optional<std::int64_t> single_number(std::string_view word) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc() && end == word.data() + word.size()) return value;
  if (const auto ordinal = ordinal_digits(word)) return -*ordinal;
  if (const std::u32string han = text::to_utf32(word); han.size() == 1 && is_han_numeral(han[0]))
    return han_number(han);
  const auto found = look_up(word);
  if (!found) return {};
  if (found->kind == Kind::cardinal) return found->value;
  if (found->kind == Kind::ordinal) return -found->value;
  return {};
}

std::optional<std::int64_t> roman_number(std::string_view word) {
  static const WordMap romans("i=1 ii=2 iii=3 iv=4 v=5 vi=6 vii=7 viii=8 ix=9 x=10 xi=11 xii=12 "
                              "xiii=13 xiv=14 xv=15 xvi=16 xvii=17 xviii=18 xix=19 xx=20 xxi=21");
  std::int64_t value = 0;
  const std::string_view digits = romans.find(word);
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (value == 0) return {};
  return value;
}

} // namespace entente::judge
