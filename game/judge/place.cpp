#include "judge/place.h"

#include "judge/opposites.h"
#include "judge/phrase.h"
#include "judge/place_names.h"
#include "judge/remember.h"
#include "judge/romanize.h"
#include "judge/tokens.h"
#include "judge/word_list.h"
#include "judge/words.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>

namespace entente::judge {

namespace {

using Tokens = std::vector<Token>;

Tokens name_tokens(std::string_view text) {
  Tokens result = tokens(readable(text));
  const auto leading = [](const Token& token) {
    static const WordSet words("in at on near в во на 在 في ב");
    return is_article(token.plain) || words.contains(token.plain);
  };
  while (result.size() > 1 && leading(result.front())) result.erase(result.begin());
  // "the state of Alaska"
  static const WordSet sorts("state city town island province region");
  if (result.size() > 2 && sorts.contains(result[0].plain) && result[1].plain == "of")
    result.erase(result.begin(), result.begin() + 2);
  return result;
}

// As entity_names writes it.
std::string table_key(const Tokens& tokens) {
  std::string result;
  bool after_han = true;
  for (const Token& token : tokens) {
    if (is_article(token.plain) && tokens.size() > 1) continue;
    if (!token.is_han || !after_han) result += result.empty() ? "" : " ";
    after_han = token.is_han;
    result += token.plain;
  }
  return result;
}

const WordGroups& entities() {
  static const WordGroups groups(entity_names, ',');
  return groups;
}

bool is_country(std::string_view name) {
  static const WordSet names(country_names);
  return names.contains(name);
}

// "riac" of "Russian International Affairs Council", small words in or out.
bool is_acronym(const Tokens& acronym, const Tokens& full) {
  if (acronym.size() != 1 || full.size() < 3) return false;
  std::u32string big;
  std::u32string every;
  for (const Token& token : full) {
    const std::u32string word = text::to_utf32(token.plain);
    if (word.empty()) continue; // nothing but marks
    every += word.front();
    if (!is_small(token.plain)) big += word.front();
  }
  const std::u32string letters = text::to_utf32(acronym.front().plain);
  return letters.size() >= 3 && (letters == big || letters == every);
}

// "Reykjavik, Iceland" for "Reykjavik".
Tokens before_comma(const Tokens& tokens) {
  const auto comma = std::find_if(tokens.begin(), tokens.end(),
                                  [](const Token& token) { return token.before == U','; });
  return {tokens.begin(), comma};
}

bool sounds_alike(const Tokens& a, const Tokens& b) {
  if (a.size() != b.size()) return false;
  return std::equal(a.begin(), a.end(), b.begin(), [](const Token& x, const Token& y) {
    return is_cyrillic(x.plain) != is_cyrillic(y.plain) &&
           name_sound(x.plain) == name_sound(y.plain);
  });
}

constexpr std::size_t longest_name = 16; // words; no name of the table has more

// Without so many words at the beginning and the end, one entity by two names.
bool share_between(const Tokens& a, const Tokens& b, std::size_t begin, std::size_t end) {
  if (std::max(a.size(), b.size()) > longest_name + begin + end) return false;
  const auto inner = [=](const Tokens& tokens) {
    return Tokens(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                  tokens.end() - static_cast<std::ptrdiff_t>(end));
  };
  return entities().share(table_key(inner(a)), table_key(inner(b)));
}

// "Russian Ministry of Foreign Affairs" and "Russian Foreign Ministry": what both begin or end with
// aside, one entity by two names.
bool share_all_but_ends(const Tokens& a, const Tokens& b) {
  const auto same = [](const Token& x, const Token& y) { return x.plain == y.plain; };
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return false;
  std::size_t begin = 0;
  while (begin + 1 < shorter && same(a[begin], b[begin])) ++begin;
  std::size_t end = 0;
  while (begin + end + 1 < shorter && same(a[a.size() - 1 - end], b[b.size() - 1 - end])) ++end;
  return share_between(a, b, begin, 0) || share_between(a, b, begin, end);
}

// "IMF (International Monetary Fund)": both name what is meant.
bool names_it_twice(const Tokens& expected, const Tokens& typed) {
  const auto bracket = std::find_if(typed.begin(), typed.end(),
                                    [](const Token& token) { return token.before == U'('; });
  if (bracket == typed.begin() || bracket == typed.end()) return false;
  const Tokens first(typed.begin(), bracket);
  const Tokens second(bracket, typed.end());
  const auto is_it = [&expected](const Tokens& name) {
    const std::string wanted = table_key(expected);
    const std::string said = table_key(name);
    return wanted == said || entities().share(wanted, said) || is_acronym(name, expected);
  };
  return is_it(first) && is_it(second);
}

bool is_american(std::string_view word) {
  return word == "us" || word == "american" || word == "сша" || word == "американский";
}

bool is_nation(std::string_view word) {
  static const WordSet words(
      "us american russian chinese british german french ukrainian japanese indian russia's "
      "china's america's britain's us's российский китайский американский");
  return words.contains(word);
}

// "Congress" for "US Congress", "the Academy of Sciences" for "the Chinese Academy of Sciences".
Finding compare_without_nation(const Tokens& expected, const Tokens& typed) {
  if (expected.size() < 2 || !is_nation(expected.front().plain)) return wrong({});
  const Tokens rest(expected.begin() + 1, expected.end());
  if (table_key(rest) != table_key(typed)) return wrong({});
  if (is_american(expected.front().plain)) return right_if_alone(reason::short_name);
  Finding finding = almost(reason::part_missing, "Of which country?");
  finding.loose = true;
  return finding;
}

// A country beside a name, and whether texts in that script mean it when they name none.
bool is_nation_beside(std::string_view words) {
  static const WordGroups nations(
      "中国,我国,美国,俄罗斯,俄国,英国,德国,法国,日本,印度,乌克兰,以色列,伊朗,"
      "россии,рф,российской федерации,сша,китая,кнр,германии,франции,украины,великобритании,"
      "японии,индии,ирана,израиля,российский,российское,российская,китайский,китайское,"
      "американский,американское,"
      "of russia,of china,of us,of united states,of germany,of france,of ukraine,of japan,"
      "of india,of iran,of israel,of uk,of united kingdom",
      ',');
  return nations.contains(words) || is_nation(words);
}

bool is_home_nation(std::string_view words) {
  static const WordGroups nations(
      "中国,我国,россии,рф,российской федерации,российский,российское,российская,us,american,"
      "of us,of united states",
      ',');
  return nations.contains(words);
}

// What `said` has before or behind `name`; empty when it is not the same name with more beside it.
std::string_view beside(std::string_view said, std::string_view name) {
  if (said.size() <= name.size() || name.empty()) return {};
  std::string_view rest;
  if (said.ends_with(name))
    rest = said.substr(0, said.size() - name.size());
  else if (said.starts_with(name))
    rest = said.substr(name.size());
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  return rest;
}

// "The Russian Foreign Ministry" for "the Foreign Ministry", 中国外交部 for 外交部.
Finding compare_with_nation(const std::string& wanted, const std::string& said) {
  const std::string_view nation = beside(said, wanted);
  if (nation.empty() || !is_nation_beside(nation)) return wrong({});
  if (is_home_nation(nation)) return right_if_alone(reason::form);
  Finding finding = almost(reason::more_exact, "The country was not asked for.");
  finding.loose = true;
  return finding;
}

// 北京市 is 北京, г. Москва is Москва; 吉林市 is not 吉林省.
std::string without_sort(std::string_view name) {
  for (const std::string_view ending : {"市", "省"})
    if (name.ends_with(ending) && name.size() >= ending.size() + 6)
      return std::string(name.substr(0, name.size() - ending.size()));
  for (const std::string_view beginning : {"город ", "г "})
    if (name.starts_with(beginning)) return std::string(name.substr(beginning.size()));
  return std::string(name);
}

bool same_but_sort(const std::string& wanted, const std::string& said) {
  return wanted != said && (without_sort(wanted) == said || without_sort(said) == wanted);
}

std::string_view other_entity(Entity entity) {
  return entity == Entity::place ? reason::other_place : reason::other_organisation;
}

// A country's name is never a slip for another's, nor a known entity's for another's.
bool is_known_other(const std::string& expected, const std::string& typed) {
  if (expected == typed) return false;
  if (is_country(expected) && is_country(typed)) return true;
  return entities().contains(expected) && entities().contains(typed) &&
         !entities().share(expected, typed);
}

Finding compare_beside_comma(Entity entity, const Tokens& expected, const Tokens& typed) {
  const Tokens short_typed = before_comma(typed);
  const Tokens short_expected = before_comma(expected);
  if (entity == Entity::place && short_typed.size() < typed.size() &&
      table_key(short_typed) == table_key(expected))
    return right(reason::form);
  if (entity == Entity::place && short_expected.size() < expected.size() &&
      table_key(short_expected) == table_key(typed))
    return right_if_alone(reason::short_name);
  return wrong(other_entity(entity));
}

} // namespace

bool same_entity(std::string_view a, std::string_view b) {
  const std::string& y =
      remember_last(b, [](std::string_view text) { return table_key(name_tokens(text)); });
  if (!entities().contains(y)) return false;
  return entities().share(table_key(name_tokens(a)), y);
}

Finding judge_entity(Entity entity, std::string_view expected, std::string_view typed) {
  const Tokens e = name_tokens(expected);
  const Tokens t = remember_last(typed, [](std::string_view text) { return name_tokens(text); });
  const std::string wanted = table_key(e);
  const std::string said = table_key(t);
  if (entities().share(wanted, said))
    return right(wanted == said ? reason::form : reason::short_name);
  if (names_it_twice(e, t) || share_all_but_ends(e, t)) return right(reason::short_name);
  if (entity == Entity::organisation)
    if (Finding finding = compare_without_nation(e, t); finding.verdict != Verdict::wrong)
      return finding;
  if (entity == Entity::organisation)
    if (Finding finding = compare_with_nation(wanted, said); finding.verdict != Verdict::wrong)
      return finding;
  if (entity == Entity::place && same_but_sort(wanted, said)) return right_if_alone(reason::form);
  if (is_known_other(wanted, said)) return wrong(other_entity(entity));
  // Nato is not short for the North American Treaty Organisation.
  const bool known_acronym = entities().contains(wanted);
  if (is_acronym(t, e) || (is_acronym(e, t) && !known_acronym))
    return right_if_alone(reason::short_name);
  if (sounds_alike(e, t)) return right(reason::transliteration);
  if (Finding finding = compare_beside_comma(entity, e, t); finding.verdict != Verdict::wrong)
    return finding;
  Finding finding = compare_phrases(join(e), join(t), Strictness::name);
  // "Reykjavík" for "Reykjavik" is the name in its own language.
  if (finding.verdict == Verdict::almost && finding.reason == reason::extra_words)
    return wrong(other_entity(entity), "That is another name.");
  if (finding.reason == reason::other_answer) finding.reason = other_entity(entity);
  return finding;
}

} // namespace entente::judge
