#include "judge/person.h"

#include "judge/person_words.h"
#include "judge/romanize.h"
#include "judge/spelling.h"
#include "judge/tokens.h"
#include "text/han.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>

namespace entente::judge {

namespace {

using Parts = std::vector<std::string>;

std::string glue(const Parts& parts, std::size_t from) {
  std::string result;
  for (std::size_t i = from; i < parts.size(); ++i) result += parts[i];
  return result;
}

// 习近平: family name, then the given name as one word.
Name han_name(const std::u32string& characters) {
  std::string whole = text::to_utf8(characters);
  Name name{.family_first = true, .han = true};
  if (const std::string_view title = han_title_ending(whole); !title.empty()) {
    whole.resize(whole.size() - title.size());
    name.titled = true;
  }
  const std::u32string rest = text::to_utf32(whole);
  const std::size_t length =
      rest.size() > 2 && is_two_character_surname(text::to_utf8(rest.substr(0, 2))) ? 2 : 1;
  if (rest.size() > 4) return {};
  if (rest.size() > length) name.parts.push_back(text::to_utf8(rest.substr(length)));
  name.parts.push_back(text::to_utf8(rest.substr(0, length)));
  return name;
}

bool is_short_given(std::string_view word) { return word.size() <= 4 && is_latin(word); }

bool is_pinyin(std::string_view word) {
  if (word.empty()) return true;
  for (std::size_t length = std::min<std::size_t>(6, word.size()); length > 0; --length)
    if (text::is_pinyin_syllable(word.substr(0, length)) && is_pinyin(word.substr(length)))
      return true;
  return false;
}

// "xi jinping", "kim jong-un", "lee kuan yew": a family name of East Asia before a given name that
// looks like one.
bool looks_family_first(const Parts& parts, bool hyphen) {
  if (parts.size() < 2 || parts.size() > 3 || !is_family_first_surname(parts.front())) return false;
  if (hyphen && parts.size() == 3) return true;
  if (parts.size() == 3)
    return is_short_given(parts[1]) && is_short_given(parts[2]) &&
           !is_family_first_surname(parts[2]);
  return parts[1].size() <= 12 && is_pinyin(parts[1]);
}

void cut_titles(std::vector<Token>& tokens, Name& name) {
  std::size_t titles = 0;
  bool any = false;
  while (titles + 1 < tokens.size() &&
         (is_title(tokens[titles].plain) || is_title_filler(tokens[titles].plain))) {
    any = any || is_title(tokens[titles].plain);
    ++titles;
  }
  if (any) tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(titles));
  while (tokens.size() > 1 && is_name_suffix(tokens.back().plain)) tokens.pop_back();
  name.titled = any;
}

// Words that names do not hold: the text describes a person.
bool is_description(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.plain == "to" || token.plain == "of" || token.plain == "for" ||
           token.plain == "the" || token.plain.ends_with("'s") || token.is_number || token.is_sign;
  });
}

void turn_at_comma(std::vector<Token>& tokens, Name& name) {
  const auto comma = std::find_if(tokens.begin(), tokens.end(),
                                  [](const Token& token) { return token.before == U','; });
  if (comma == tokens.begin() || comma == tokens.end()) return;
  std::rotate(tokens.begin(), comma, tokens.end());
  name.comma = true;
}

} // namespace

Name read_name(std::string_view text) {
  std::vector<Token> all = tokens(readable(text));
  Name name;
  std::u32string han;
  for (const Token& token : all)
    if (token.is_han) han += text::to_utf32(token.text);
  if (!han.empty()) return han.size() == all.size() ? han_name(han) : Name{};
  cut_titles(all, name);
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

namespace {

enum class Match { none, typo, sound, nick, initial, same };

struct PartMatch {
  Match match = Match::none;
  int distance = 0;
};

bool is_initial_of(std::string_view initial, std::string_view word) {
  const std::u32string a = text::to_utf32(initial);
  const std::u32string b = text::to_utf32(word);
  return a.size() == 1 && b.size() > 1 && a[0] == b[0];
}

bool across_alphabets(std::string_view expected, std::string_view typed) {
  if (is_semitic(expected) == is_semitic(typed)) return false;
  const std::string a = consonants(expected);
  return a.size() >= 2 && a == consonants(typed);
}

// Roman numerals and initials tell people apart: Charles II and III, George W. and George H. W.
bool is_numeral(std::string_view word) {
  return word == "i" || word == "ii" || word == "iii" || word == "iv" || word == "v" ||
         word == "vi" || word == "vii" || word == "viii" || word == "xiv" || word == "xvi";
}

PartMatch match_part(std::string_view expected, std::string_view typed) {
  if (expected == typed) return {Match::same};
  if (is_numeral(expected) || is_numeral(typed)) return {};
  if (is_initial_of(typed, expected) || is_initial_of(expected, typed)) return {Match::initial};
  if (same_first_name(expected, typed)) return {Match::nick};
  const bool long_enough = expected.size() >= 3 && typed.size() >= 3;
  if (long_enough && name_sound(expected) == name_sound(typed)) return {Match::sound};
  if (across_alphabets(expected, typed)) return {Match::sound};
  const int distance = typo_distance(expected, typed);
  if (distance >= 0) return {Match::typo, distance};
  return {};
}

// The whole name against the whole name.
struct NameMatch {
  bool fits = false;
  bool typo = false, sound = false, nick = false, initial = false, fuller = false;
  int distance = 0;

  bool add(PartMatch part) {
    typo = typo || part.match == Match::typo;
    sound = sound || part.match == Match::sound;
    nick = nick || part.match == Match::nick;
    initial = initial || part.match == Match::initial;
    distance += part.distance;
    return part.match != Match::none;
  }
};

// Middle names: the shorter list must be found in the longer one, in order.
bool match_middle(NameMatch& result, const Parts& expected, const Parts& typed) {
  const Parts& few = expected.size() <= typed.size() ? expected : typed;
  const Parts& many = expected.size() <= typed.size() ? typed : expected;
  std::size_t at = 0;
  for (const std::string& part : few) {
    while (at < many.size() && match_part(part, many[at]).match == Match::none) ++at;
    if (at == many.size()) return false;
    result.add(match_part(part, many[at++]));
  }
  for (const std::string& part : many) result.fuller = result.fuller || is_numeral(part);
  return true;
}

Parts middle(const Parts& parts) { return {parts.begin() + 1, parts.end() - 1}; }

NameMatch match_whole(const Parts& expected, const Parts& typed) {
  NameMatch result;
  if (typed.size() < 2 || expected.size() < 2) return result;
  // A numeral at the end belongs to the name before it.
  if (is_numeral(expected.back()) != is_numeral(typed.back())) return result;
  const PartMatch family = match_part(expected.back(), typed.back());
  if (family.match == Match::initial || family.match == Match::nick) {
    if (!same_first_name(expected.back(), typed.back())) return result;
  }
  result.fits = result.add(family) && result.add(match_part(expected.front(), typed.front())) &&
                match_middle(result, middle(expected), middle(typed));
  if (result.distance > 2) result.fits = false;
  return result;
}

// "Lavrov", "von der Leyen": an ending of the name, or the one word there is.
NameMatch match_surname(const Parts& expected, const Parts& typed) {
  NameMatch result;
  if (typed.empty() || typed.size() >= expected.size()) return result;
  result.fits = true;
  const std::size_t offset = expected.size() - typed.size();
  for (std::size_t i = 0; i < typed.size() && result.fits; ++i)
    result.fits = result.add(match_part(expected[offset + i], typed[i]));
  if (result.initial || result.distance > 2) result.fits = false;
  return result;
}

Finding describe(const NameMatch& match, std::string_view plain_reason) {
  if (match.typo) return almost(reason::spelling, "Watch the spelling.", match.distance);
  if (match.initial) return right_if_alone(reason::initials);
  if (match.nick) return right_if_alone(reason::first_name);
  if (match.sound) return right(reason::transliteration);
  return right(plain_reason);
}

// Given and family name as Latin pinyin where one side is Chinese and the other is not.
Name in_pinyin(Name name) {
  for (std::string& part : name.parts) {
    part = text::pinyin(part);
    std::erase(part, ' ');
  }
  name.han = false;
  return name;
}

// Ways to understand the order of what was typed.
std::vector<Parts> orders(const Name& expected, const Name& typed) {
  std::vector<Parts> result = {typed.parts};
  if (typed.parts.size() < 2) return result;
  Parts turned(typed.parts.begin() + 1, typed.parts.end());
  turned.push_back(typed.parts.front());
  if (expected.parts.size() == 2 && expected.family_first && typed.parts.size() > 2) {
    result.push_back({glue(typed.parts, 1), typed.parts.front()}); // kim jong un
    Parts given(typed.parts.begin(), typed.parts.end() - 1);
    result.push_back({glue(given, 0), typed.parts.back()}); // jong un kim
  }
  result.push_back(turned);
  return result;
}

// The name's own words, accents aside.
bool same_text_but_accents(std::string_view expected, std::string_view typed,
                           bool& accents_missing) {
  const auto a = tokens(readable(expected));
  const auto b = tokens(readable(typed));
  accents_missing = false;
  for (const Token& token : a)
    for (const Token& other : b)
      if (token.plain == other.plain && token.text != other.text && other.text == other.plain)
        accents_missing = true;
  return accents_missing;
}

Finding full_name(const Name& expected, const Name& typed) {
  for (const Parts& parts : orders(expected, typed)) {
    const NameMatch match = match_whole(expected.parts, parts);
    if (!match.fits) continue;
    const bool turned = parts != typed.parts || typed.comma;
    return describe(match, turned         ? reason::name_order
                           : typed.titled ? reason::title
                                          : reason::form);
  }
  return wrong(reason::other_person);
}

Finding single_name(const Name& expected, const Name& typed) {
  if (expected.parts.size() == 1 && typed.parts.size() == 1) {
    NameMatch match;
    const PartMatch part = match_part(expected.parts[0], typed.parts[0]);
    if (part.match == Match::initial || !match.add(part)) return wrong(reason::other_person);
    return describe(match, typed.titled ? reason::title : reason::form);
  }
  // "Lavrov" was asked for and "Sergey Lavrov" typed.
  if (expected.parts.size() == 1 && typed.parts.size() > 1 &&
      match_part(expected.parts[0], typed.parts.back()).match == Match::same)
    return right_if_alone(reason::form);
  // A title does not make a first name a surname, and a number stands for the whole name.
  if (is_numeral(expected.parts.back())) {
    Parts bare(expected.parts.begin(), expected.parts.end() - 1);
    if (bare == typed.parts) return almost(reason::part_missing, "Which one of that name?");
  }
  const NameMatch match = match_surname(expected.parts, typed.parts);
  if (match.fits) {
    Finding finding = describe(match, typed.titled ? reason::title : reason::surname);
    finding.loose = true;
    return finding;
  }
  if (typed.parts.size() == 1 && expected.parts.size() > 1 &&
      match_part(expected.parts.front(), typed.parts.front()).match == Match::same)
    return wrong(reason::first_name_only, "The family name is what tells who it is.");
  return wrong(reason::other_person);
}

} // namespace

Finding judge_person(std::string_view expected, std::string_view typed) {
  Name wanted = read_name(expected);
  Name said = read_name(typed);
  if (wanted.parts.empty() || said.parts.empty()) return wrong(reason::other_person);
  if (wanted.han != said.han) {
    wanted = in_pinyin(std::move(wanted));
    said = in_pinyin(std::move(said));
  }
  Finding best = full_name(wanted, said);
  if (Finding finding = single_name(wanted, said); better(finding, best))
    best = std::move(finding);
  else if (best.verdict == Verdict::wrong && finding.reason == reason::first_name_only)
    best = std::move(finding);
  bool accents_missing = false;
  if (best.verdict == Verdict::right && same_text_but_accents(expected, typed, accents_missing))
    return almost(reason::accent, "Watch the accents.");
  return best;
}

} // namespace entente::judge
