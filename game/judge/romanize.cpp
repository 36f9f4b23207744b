#include "judge/romanize.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::judge {

namespace {

struct Letter {
  char32_t letter;
  std::string_view latin;
};

constexpr std::array<Letter, 40> cyrillic = {
    {{U'а', "a"},  {U'б', "b"},    {U'в', "v"}, {U'г', "g"},  {U'д', "d"},  {U'е', "e"},
     {U'ж', "zh"}, {U'з', "z"},    {U'и', "i"}, {U'й', "i"},  {U'к', "k"},  {U'л', "l"},
     {U'м', "m"},  {U'н', "n"},    {U'о', "o"}, {U'п', "p"},  {U'р', "r"},  {U'с', "s"},
     {U'т', "t"},  {U'у', "u"},    {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"},
     {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},  {U'ы', "i"},  {U'ь', ""},   {U'э', "e"},
     {U'ю', "iu"}, {U'я', "ia"},   {U'ё', "e"}, {U'і', "i"},  {U'ї', "i"},  {U'є', "e"},
     {U'ґ', "g"},  {U'ў', "u"},    {U'ј', "i"}, {U'љ', "li"}}};

constexpr std::array<Letter, 60> semitic = {
    {{U'ب', "b"}, {U'ت', "t"}, {U'ث', "t"}, {U'ج', "j"}, {U'ح', "h"}, {U'خ', "k"}, {U'د', "d"},
     {U'ذ', "d"}, {U'ر', "r"}, {U'ز', "z"}, {U'س', "s"}, {U'ش', "s"}, {U'ص', "s"}, {U'ض', "d"},
     {U'ط', "t"}, {U'ظ', "z"}, {U'ع', ""},  {U'غ', "g"}, {U'ف', "f"}, {U'ق', "k"}, {U'ك', "k"},
     {U'ل', "l"}, {U'م', "m"}, {U'ن', "n"}, {U'ه', ""},  {U'و', ""},  {U'ي', ""},  {U'ا', ""},
     {U'ة', ""},  {U'ى', ""},  {U'ء', ""},  {U'פ', "b"}, {U'ף', "b"}, {U'א', ""},  {U'ב', "b"},
     {U'ג', "g"}, {U'ד', "d"}, {U'ה', ""},  {U'ו', ""},  {U'ז', "z"}, {U'ח', "h"}, {U'ט', "t"},
     {U'י', ""},  {U'כ', "k"}, {U'ך', "k"}, {U'ל', "l"}, {U'מ', "m"}, {U'ם', "m"}, {U'נ', "n"},
     {U'ן', "n"}, {U'ס', "s"}, {U'ע', ""},  {U'צ', "s"}, {U'ץ', "s"}, {U'ק', "k"}, {U'ר', "r"},
     {U'ש', "s"}, {U'ת', "t"}, {U'چ', "j"}, {U'گ', "g"}}};

template <std::size_t N> const Letter* find(const std::array<Letter, N>& table, char32_t c) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [c](const Letter& entry) { return entry.letter == c; });
  return found == table.end() ? nullptr : found;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

std::string latin_of(std::string_view word) {
  std::string result;
  for (const char32_t c : text::to_utf32(word)) {
    if (const Letter* letter = find(cyrillic, c))
      result += letter->latin;
    else
      result += text::to_utf8(std::u32string_view(&c, 1));
  }
  return result;
}

using Rule = std::pair<std::string_view, std::string_view>;

bool all(std::string_view word, char32_t first, char32_t last) {
  const std::u32string letters = text::to_utf32(word);
  return !letters.empty() && std::all_of(letters.begin(), letters.end(), [=](char32_t c) {
    return (c >= first && c <= last) || c == U'-' || c == U'\'';
  });
}

} // namespace

std::string name_sound(std::string_view word) {
  std::string sound = latin_of(word);
  constexpr std::array<Rule, 18> rules = {{{"shch", "sh"},
                                           {"sch", "sh"},
                                           {"tch", "ch"},
                                           {"tsch", "ch"},
                                           {"kh", "h"},
                                           {"x", "ks"},
                                           {"ph", "f"},
                                           {"tz", "ts"},
                                           {"ck", "k"},
                                           {"j", "i"},
                                           {"y", "i"},
                                           {"ii", "i"},
                                           {"ii", "i"},
                                           {"ie", "e"},
                                           {"ei", "ei"},
                                           {"'", ""},
                                           {"ff", "f"},
                                           {"ou", "u"}}};
  for (const auto& [from, to] : rules) replace_all(sound, from, to);
  // c as in Macron; not in ch, ce, ci.
  for (std::size_t i = 0; i < sound.size(); ++i) {
    const char next = i + 1 < sound.size() ? sound[i + 1] : ' ';
    if (sound[i] == 'c' && next != 'h' && next != 'e' && next != 'i') sound[i] = 'k';
  }
  return sound;
}

std::string consonants(std::string_view word) {
  std::string result;
  for (const char32_t c : text::to_utf32(word)) {
    if (const Letter* letter = find(semitic, c)) {
      result += letter->latin;
      continue;
    }
    if (c >= U'a' && c <= U'z') {
      constexpr std::u32string_view from = U"pvcqxfbdgjklmnrstz";
      constexpr std::string_view to = "bbkkkfbdgjklmnrstz";
      if (const auto at = from.find(c); at != std::u32string_view::npos) result += to[at];
    }
  }
  replace_all(result, "f", "b");
  return result;
}

bool is_cyrillic(std::string_view word) { return all(word, 0x400, 0x52F); }
bool is_latin(std::string_view word) { return all(word, U'a', 0x24F); }
bool is_semitic(std::string_view word) { return all(word, 0x590, 0x6FF); }

} // namespace entente::judge
