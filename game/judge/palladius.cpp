#include "judge/palladius.h"

#include "judge/word_list.h"
#include "text/han.h"

#include <algorithm>
#include <unordered_set>

namespace entente::judge {

namespace {

constexpr std::string_view initials =
    "zh=чж ch=ч sh=ш b=б p=п m=м f=ф d=д t=т n=н l=л g=г k=к h=х j=цз q=ц x=с r=ж z=цз c=ц s=с";

constexpr std::string_view finals =
    "a=а o=о e=э ai=ай ei=эй ao=ао ou=оу an=ань ang=ан en=энь eng=эн ong=ун er=эр i=и ia=я ie=е "
    "iao=яо iu=ю ian=янь iang=ян in=инь ing=ин iong=юн u=у ua=уа uo=о uai=уай ui=уй uan=уань "
    "uang=уан un=унь ue=юэ";

// With y and w, and after j, q and x, where u is ü.
constexpr std::string_view by_y_and_w =
    "yi=и ya=я ye=е yao=яо you=ю yan=янь yang=ян yin=инь ying=ин yong=юн yu=юй yue=юэ yuan=юань "
    "yun=юнь wu=у wa=ва wo=во wai=вай wei=вэй wan=вань wang=ван wen=вэнь weng=вэн hui=хуэй zi=цзы "
    "ci=цы si=сы a=а ai=ай an=ань ang=ан ao=ао e=э en=энь er=эр ou=оу";
constexpr std::string_view with_umlaut = "u=юй ue=юэ uan=юань un=юнь";

constexpr std::size_t longest_syllable = 6; // zhuang

std::string syllable(std::string_view pinyin) {
  static const WordMap whole(by_y_and_w);
  static const WordMap first(initials);
  static const WordMap last(finals);
  static const WordMap umlaut(with_umlaut);
  if (const auto found = whole.find(pinyin); !found.empty()) return std::string(found);
  for (const std::size_t length : {2U, 1U}) {
    const std::string_view head = first.find(pinyin.substr(0, length));
    if (head.empty() || pinyin.size() <= length) continue;
    const std::string_view rest = pinyin.substr(length);
    const bool has_umlaut =
        length == 1 && (pinyin[0] == 'j' || pinyin[0] == 'q' || pinyin[0] == 'x');
    std::string_view tail = has_umlaut ? umlaut.find(rest) : std::string_view();
    if (tail.empty()) tail = last.find(rest);
    if (!tail.empty()) return std::string(head) + std::string(tail);
  }
  return {};
}

// Every syllable the two tables give.
const std::unordered_set<std::string>& cyrillic_syllables() {
  static const std::unordered_set<std::string> all = [] {
    std::unordered_set<std::string> result;
    const WordMap first(initials);
    const WordMap last(finals);
    const auto add = [&result](const std::string& pinyin) {
      if (text::is_pinyin_syllable(pinyin))
        if (std::string cyrillic = syllable(pinyin); !cyrillic.empty())
          result.insert(std::move(cyrillic));
    };
    for (const auto& [head, unused] : first.all())
      for (const auto& [tail, also_unused] : last.all()) add(std::string(head) + std::string(tail));
    const WordMap whole(by_y_and_w);
    for (const auto& [pinyin, unused] : whole.all()) add(std::string(pinyin));
    return result;
  }();
  return all;
}

} // namespace

std::string palladius(std::string_view pinyin) {
  if (pinyin.size() > 18) return {};
  for (std::size_t length = std::min(longest_syllable, pinyin.size()); length > 0; --length) {
    if (!text::is_pinyin_syllable(pinyin.substr(0, length))) continue;
    const std::string head = syllable(pinyin.substr(0, length));
    if (head.empty()) continue;
    if (length == pinyin.size()) return head;
    if (const std::string rest = palladius(pinyin.substr(length)); !rest.empty())
      return head + rest;
  }
  return {};
}

bool is_palladius(std::string_view word) {
  constexpr std::size_t longest = 12; // bytes: чжуань
  if (word.empty() || word.size() > 40) return false;
  for (std::size_t length = std::min(longest, word.size()); length > 0; --length)
    if (cyrillic_syllables().contains(std::string(word.substr(0, length))) &&
        (length == word.size() || is_palladius(word.substr(length))))
      return true;
  return false;
}

} // namespace entente::judge
