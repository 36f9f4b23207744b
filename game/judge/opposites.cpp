#include "judge/opposites.h"

#include "judge/word_list.h"

#include <string>

namespace entente::judge {

namespace {

const WordSet& negations() {
  static const WordSet words(
      "not no never none nothing nobody neither nor without non hardly nowhere "
      "не нет ни без никогда никто ничто ничего нельзя "
      "不 没 无 非 未 勿 莫 否 "
      "لا ليس ليست لم لن غير بدون دون ما بلا "
      "לא אין בלי ללא אינו אינה בלתי אף "
      "nicht kein keine keinen ohne nie ne pas jamais sans sin nunca ningún");
  return words;
}

// Words of one line mean different things, whatever their letters.
const WordGroups& pairs() {
  static const WordGroups groups(R"(
north south east west northern southern eastern western
northeast northwest southeast southwest
increase increases increased increasing rise rises rose rising growth grow grows grew growing up|decrease decreases decreased decreasing fall falls fell falling decline declines declined shrink shrinks shrinking down reduction reduce reduced
with without
to from
before after since until
more less fewer
most least
all none some no
import imports importer importing imported|export exports exporter exporting exported
buy buys bought buyer|sell sells sold seller
win won winner|lose lost loser
open closed close
strong strengthen stronger strengthened|weak weaken weaker weakened
high higher highest|low lower lowest
first last second third
ally allies friend|enemy enemies foe
war peace
accept accepted|reject rejected
allow allowed|ban banned
support supported supports|oppose opposed opposes
inside outside in out
affect affects affected|effect effects effected
adopt adopted adoption|adapt adapted adaptation
persecute persecuted persecution|prosecute prosecuted prosecution
emigrate emigrant emigration|immigrate immigrant immigration
prescribe prescribed|proscribe proscribed
eminent imminent
casualty casualties|causality
statute statue status
преемник приемник
предать придать
преступить приступить
пребывать прибывать
предел придел
преходящий приходящий
above over|below under
fission fusion
ascend descend ascending descending
evolution revolution
majority minority
supply demand
gambia zambia
austria australia
slovakia slovak|slovenia slovenian
employer employee
causal casual
martial marital
country county
nation notion ration
mission emission omission admission
region religion legion
president precedent
us them we they
he she
his her
and or
may must
left right
past future
public private
rich poor
success failure
begin beginning start|end ending
biggest largest|smallest
big large|small
long|short
old|new
yes no
true false
север юг запад восток северный южный западный восточный
северная южная западная восточная северное южное
увеличение рост подъем повышение увеличить повысить увеличился вырос|уменьшение снижение спад падение сокращение понижение уменьшить понизить сократить уменьшился снизился упал
импорт ввоз|экспорт вывоз
внешний внешняя|внутренний внутренняя
с без
до после
больше более|меньше менее
война мир
союзник|враг противник
двусторонний односторонний многосторонний трехсторонний
двусторонние односторонние многосторонние
эмиграция иммиграция
первый последний второй третий
да нет
北 南 东 西
增|减
升 涨|降 跌
进 出
多 少 单 双
有|无 没
大 小
上 下
前 后
内 外
强 弱
战 和
شمال جنوب شرق غرب
شمالي جنوبي شرقي غربي
الشمالية الجنوبية الشرقية الغربية
زيادة ارتفاع|انخفاض تراجع
استيراد واردات الواردات|تصدير صادرات الصادرات
قبل بعد
مع بدون
اكثر اقل
حرب سلام
צפון דרום מזרח מערב
צפונית דרומית מזרחית מערבית
עליה עלייה|ירידה
יבוא ייבוא|יצוא ייצוא
לפני אחרי
עם|בלי ללא
יותר פחות
מלחמה שלום
)");
  return groups;
}

// Longest first where one begins with another.
constexpr std::string_view prefixes[] = {
    "counter", "multi", "inter", "intra", "under", "hyper", "micro", "macro", "super", "infra",
    "anti",    "a",     "over",  "post",  "semi",  "maxi",  "mini",  "tri",   "uni",   "dis",
    "non",     "mis",   "pre",   "pro",   "sub",   "out",   "bi",    "im",    "ex",    "in",
    "un",      "il",    "ir",    "de",    "ac",    "em",    "im",    "много", "одно",  "трех",
    "дву",     "анти",  "контр", "при",   "про",   "без",   "бес",   "пре",   "вне",   "вну",
    "повы",    "пони",  "не",    "до",    "по",    "им",    "эк",    "вы",    "в"};

// Of these, the bare word is no opposite: pre, sub and Russian aspect prefixes only refine it.
bool turns_bare_word(std::string_view prefix) {
  static const WordSet turning(
      "counter anti a dis non mis un im in il ir de не без бес анти контр uni "
      "bi multi tri много одно дву трех");
  return turning.contains(prefix);
}

// One word spelled two ways: both say no, "unable" and "inable" are one word spelled two ways.
bool both_negate(std::string_view a, std::string_view b) {
  // Which of the two a word has is the commonest slip of Russian; pairs() holds those that differ.
  static const WordSet confused("пре при");
  if (confused.contains(a) && confused.contains(b)) return true;
  static const WordSet negative("un in im il ir dis non");
  return negative.contains(a) && negative.contains(b);
}

constexpr std::size_t least_stem = 4; // bytes; less is no word

// What is left after the prefix; empty when too little is left to be a word.
std::string_view stem(std::string_view word, std::string_view prefix) {
  if (!word.starts_with(prefix) || word.size() < prefix.size() + least_stem) return {};
  return word.substr(prefix.size());
}

// Both would have to end in one stem.
bool may_share_stem(std::string_view a, std::string_view b) {
  return a.size() >= least_stem && b.size() >= least_stem &&
         a.substr(a.size() - least_stem) == b.substr(b.size() - least_stem);
}

bool prefixes_oppose(std::string_view a, std::string_view b) {
  if (!may_share_stem(a, b)) return false;
  for (const std::string_view prefix : prefixes) {
    const std::string_view rest = stem(a, prefix);
    if (rest.empty()) continue;
    if (rest == b && turns_bare_word(prefix)) return true;
    for (const std::string_view other : prefixes)
      if (other != prefix && !both_negate(prefix, other) && stem(b, other) == rest) return true;
  }
  return false;
}

} // namespace

bool is_negation(std::string_view word) { return negations().contains(word); }

bool opposite(std::string_view a, std::string_view b) {
  if (a == b) return false;
  if (is_negation(a) != is_negation(b)) return true;
  return pairs().differ(a, b) || prefixes_oppose(a, b) || prefixes_oppose(b, a);
}

} // namespace entente::judge
