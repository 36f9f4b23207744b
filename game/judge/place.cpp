#include "judge/place.h"

#include "judge/opposites.h"
#include "judge/phrase.h"
#include "judge/place_names.h"
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
    return almost(reason::part_missing, "The answer is more exact.");
  return wrong(other_entity(entity));
}

} // namespace

bool same_entity(std::string_view a, std::string_view b) {
  const std::string x = table_key(name_tokens(a));
  const std::string y = table_key(name_tokens(b));
  return x == y || entities().share(x, y);
}

Finding judge_entity(Entity entity, std::string_view expected, std::string_view typed) {
  const Tokens e = name_tokens(expected);
  const Tokens t = name_tokens(typed);
  const std::string wanted = table_key(e);
  const std::string said = table_key(t);
  if (entities().share(wanted, said))
    return right(wanted == said ? reason::form : reason::short_name);
  if (is_known_other(wanted, said)) return wrong(other_entity(entity));
  if (is_acronym(t, e) || is_acronym(e, t)) return right_if_alone(reason::short_name);
  if (sounds_alike(e, t)) return right(reason::transliteration);
  if (Finding finding = compare_beside_comma(entity, e, t); finding.verdict != Verdict::wrong)
    return finding;
  Finding finding = compare_phrases(join(e), join(t), Strictness::text);
  // "Reykjavík" for "Reykjavik" is the name in its own language.
  if (finding.verdict == Verdict::almost && finding.reason == reason::extra_words)
    return wrong(other_entity(entity), "That is another name.");
  if (finding.reason == reason::other_answer) finding.reason = other_entity(entity);
  return finding;
}

} // namespace entente::judge
