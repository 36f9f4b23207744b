// From a name as it was written to its parts.

#include "judge/number_words.h"
#include "judge/palladius.h"
#include "judge/person.h"
#include "judge/person_names.h"
#include "judge/person_words.h"
#include "judge/romanize.h"
#include "judge/tokens.h"
#include "text/han.h"
#include "text/unicode.h"

#include <algorithm>
#include <unordered_set>

namespace entente::judge {

namespace {

using Tokens = std::vector<Token>;

// "В.В. Путин": each initial a word of its own.
std::string with_initials_apart(const std::string& text) {
  std::u32string result;
  const std::u32string letters = text::to_utf32(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    result += letters[i];
    const bool grown = letters[i] == U'.' && i + 1 < letters.size() &&
                       text::char_class(letters[i + 1]) == text::CharClass::letter;
    if (grown) result += U' ';
  }
  return text::to_utf8(result);
}

std::vector<std::string> words_between_spaces(const std::string& text) {
  std::vector<std::string> result(1);
  for (const char c : text)
    if (c == ' ' || c == '-')
      result.emplace_back();
    else
      result.back() += c;
  std::erase(result, std::string());
  return result;
}

// 习近平: family name, then the given name as one word. 弗拉基米尔·普京 is no Chinese name and has
// its family name last; 普京 alone is known by that.
Name han_name(const std::string& readable_text) {
  Name name;
  auto words = words_between_spaces(readable_text);
  // "习 近平" with a space is one name all the same.
  if (words.size() == 2 && text::to_utf32(words.front()).size() == 1 &&
      !is_known_name(words.back()))
    words = {words.front() + words.back()};
  std::string whole = words.back();
  if (const std::string_view title = han_title_ending(whole); !title.empty()) {
    whole.resize(whole.size() - title.size());
    name.titled = true;
  }
  words.back() = whole;
  if (words.size() > 1 || is_known_name(whole)) {
    name.parts = std::move(words);
    return name;
  }
  const std::u32string characters = text::to_utf32(whole);
  if (characters.size() > 4) return {};
  name.family_first = name.han = true;
  const bool two =
      characters.size() > 2 && is_two_character_surname(text::to_utf8(characters.substr(0, 2)));
  const std::size_t length = two ? 2 : 1;
  if (characters.size() > length) name.parts.push_back(text::to_utf8(characters.substr(length)));
  name.parts.push_back(text::to_utf8(characters.substr(0, length)));
  return name;
}

bool is_pinyin(std::string_view word) { return word.empty() || !palladius(word).empty(); }

bool is_short_given(std::string_view word) { return word.size() <= 4 && is_latin(word); }

// Chinese surnames as Russian writes them.
bool is_cyrillic_family_name(const std::string& word) {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> result = {"ким", "пак", "мун", "нгуен"};
    for (const std::string_view surname : family_first_surnames())
      if (std::string cyrillic = palladius(surname); !cyrillic.empty())
        result.insert(std::move(cyrillic));
    return result;
  }();
  return words.contains(word);
}

// "xi jinping", "kim jong-un", "lee kuan yew": a family name of East Asia before a given name that
// looks like one.
bool looks_family_first(const std::vector<std::string>& parts, bool hyphen) {
  if (parts.size() < 2 || parts.size() > 3) return false;
  if (is_cyrillic_family_name(parts.front()))
    return parts.size() == 3 ? parts[1].size() <= 8 && parts[2].size() <= 8
                             : is_palladius(parts[1]);
  if (!is_family_first_surname(parts.front())) return false;
  if (hyphen && parts.size() == 3) return true;
  if (parts.size() == 3)
    return is_short_given(parts[1]) && is_short_given(parts[2]) &&
           !is_family_first_surname(parts[2]);
  return parts[1].size() <= 12 && is_pinyin(parts[1]);
}

void cut_titles(Tokens& tokens, Name& name) {
  std::size_t titles = 0;
  bool any = false;
  while (titles + 1 < tokens.size() &&
         (is_title(tokens[titles].plain) || is_title_filler(tokens[titles].plain) ||
          tokens[titles].plain.ends_with("'s"))) {
    any = any || is_title(tokens[titles].plain);
    ++titles;
  }
  if (any) tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(titles));
  name.titled = any;
}

void cut_suffixes(Tokens& tokens, Name& name) {
  while (tokens.size() > 1 && is_name_suffix(tokens.back().plain)) {
    const std::string& suffix = tokens.back().plain;
    name.senior = name.senior || suffix == "sr" || suffix == "senior" || suffix == "старший";
    tokens.pop_back();
  }
}

// A ruler's number: II, 2, the Second, Второй. "Xi" stays a name.
int ruler_number(const std::string& word) {
  if (word == "xi") return 0;
  if (const auto roman = roman_number(word)) return static_cast<int>(*roman);
  if (const auto number = single_number(word); number && *number != 0 && *number >= -30)
    if (*number < 0 || (word.front() >= '0' && word.front() <= '9' && *number <= 30))
      return static_cast<int>(*number < 0 ? -*number : *number);
  return 0;
}

void cut_number(Tokens& tokens, Name& name) {
  if (tokens.size() < 2) return;
  name.number = ruler_number(tokens.back().plain);
  if (name.number == 0) return;
  tokens.pop_back();
  if (tokens.size() > 1 && tokens.back().plain == "the") tokens.pop_back();
}

// Words that names do not hold: the text describes a person.
bool is_description(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.plain == "to" || token.plain == "of" || token.plain == "for" ||
           token.plain == "the" || token.plain.ends_with("'s") || token.is_number || token.is_sign;
  });
}

void turn_at_comma(Tokens& tokens, Name& name) {
  const auto comma = std::find_if(tokens.begin(), tokens.end(),
                                  [](const Token& token) { return token.before == U','; });
  if (comma == tokens.begin() || comma == tokens.end()) return;
  std::rotate(tokens.begin(), comma, tokens.end());
  name.comma = true;
}

std::string glue(const std::vector<std::string>& parts, std::size_t from) {
  std::string result;
  for (std::size_t i = from; i < parts.size(); ++i) result += parts[i];
  return result;
}

} // namespace

Name read_name(std::string_view text) {
  const std::string written = readable(text);
  Tokens all = tokens(with_initials_apart(written));
  const auto is_han = [](const Token& token) { return token.is_han; };
  if (std::any_of(all.begin(), all.end(), is_han))
    return all.size() <= 24 && std::all_of(all.begin(), all.end(), is_han) ? han_name(written)
                                                                           : Name{};
  Name name;
  cut_titles(all, name);
  cut_suffixes(all, name);
  cut_number(all, name);
  if (all.empty() || all.size() > 8 || is_description(all)) return {};
  turn_at_comma(all, name);
  bool hyphen = false;
  for (const Token& token : all) {
    name.parts.push_back(token.plain);
    hyphen = hyphen || token.before == U'-';
  }
  if (!name.comma && looks_family_first(name.parts, hyphen)) {
    name.family_first = true;
    name.parts = {glue(name.parts, 1), name.parts.front()};
  }
  return name;
}

} // namespace entente::judge
