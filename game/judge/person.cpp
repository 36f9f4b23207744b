#include "judge/person.h"

#include "judge/palladius.h"
#include "judge/person_names.h"
#include "judge/person_words.h"
#include "judge/remember.h"
#include "judge/romanize.h"
#include "judge/spelling.h"
#include "judge/tokens.h"
#include "text/han.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::judge {

namespace {

using Parts = std::vector<std::string>;

std::string glue(const Parts& parts, std::size_t from) {
  std::string result;
  for (std::size_t i = from; i < parts.size(); ++i) result += parts[i];
  return result;
}

enum class Match { none, typo, sound, nick, initial, same };

struct PartMatch {
  Match match = Match::none;
  int distance = 0;
};

bool is_initial_of(std::string_view initial, std::string_view word) {
  const std::u32string a = text::to_utf32(initial);
  const std::u32string b = text::to_utf32(word);
  if (a.size() != 1 || b.size() < 2) return false;
  if (a[0] == b[0]) return true;
  return is_cyrillic(initial) != is_cyrillic(word) &&
         name_sound(word).starts_with(name_sound(initial)); // В. for Vladimir
}

bool across_alphabets(std::string_view expected, std::string_view typed) {
  if (is_semitic(expected) == is_semitic(typed)) return false;
  const std::string a = consonants(expected);
  return a.size() >= 2 && a == consonants(typed);
}

// Sergei and Sergey are ways to bring one name into Latin letters; within Russian there is one way.
bool sounds_alike(std::string_view expected, std::string_view typed) {
  if (expected.size() < 3 || typed.size() < 3) return false;
  const auto ukrainian = [](std::string_view word) {
    return word.find("і") != std::string_view::npos || word.find("ї") != std::string_view::npos ||
           word.find("є") != std::string_view::npos;
  };
  if (is_cyrillic(expected) && is_cyrillic(typed) && ukrainian(expected) == ukrainian(typed))
    return false;
  // In pinyin a j is a j.
  if (expected.find('j') != std::string_view::npos && !palladius(expected).empty()) return false;
  return name_sound(expected) == name_sound(typed);
}

// Names of Russian, Arabic and the like, which come into Latin letters in more than one way, by
// their look. A name that is Latin by birth (Leyen, Scholz) has one spelling.
bool is_transliterated(std::string_view word) {
  if (!is_latin(word)) return true;
  constexpr std::string_view endings[] = {
      "ov",   "ova",  "ev",    "eva",   "in",   "ina",  "sky",  "ski",    "skiy", "skyy",
      "skii", "skij", "skaya", "skaia", "enko", "chuk", "vich", "shvili", "ei",   "ey",
      "ej",   "iy",   "ij",    "ii",    "yi",   "ai",   "ay",   "aj",     "ya",   "ia",
      "yan",  "ian",  "off",   "eff",   "iev",  "ow",   "ew"};
  constexpr std::string_view inner[] = {"kh", "zh", "gh", "dh", "shch", "tsch", "q", "yu", "iu"};
  const auto ends = [word](std::string_view ending) { return word.ends_with(ending); };
  const auto holds = [word](std::string_view part) { return word.find(part) != word.npos; };
  return std::any_of(std::begin(endings), std::end(endings), ends) ||
         std::any_of(std::begin(inner), std::end(inner), holds) || word.starts_with("al") ||
         word.starts_with("abd");
}

// Arabic writes a foreign g with any of these.
bool same_but_foreign_g(std::string_view expected, std::string_view typed) {
  if (!is_semitic(expected) || !is_semitic(typed)) return false;
  const auto one_g = [](std::string_view word) {
    std::u32string letters = text::to_utf32(word);
    for (char32_t& c : letters)
      if (c == U'غ' || c == U'ج' || c == U'گ' || c == U'ق') c = U'غ';
    return letters;
  };
  return one_g(expected) == one_g(typed);
}

// 习进平 for 习近平: the sound was typed, another character came.
bool same_han_sound(std::string_view expected, std::string_view typed) {
  const auto is_han = [](std::string_view word) {
    const std::u32string letters = text::to_utf32(word);
    return letters.size() >= 2 && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
             return text::char_class(c) == text::CharClass::ideograph;
           });
  };
  return is_han(expected) && is_han(typed) && text::pinyin(expected) == text::pinyin(typed);
}

// Wang Yi and Ван И; a soft sign forgotten is a slip.
PartMatch across_palladius(std::string_view expected, std::string_view typed) {
  const bool latin_first = is_latin(expected) && is_cyrillic(typed);
  if (!latin_first && !(is_cyrillic(expected) && is_latin(typed))) return {};
  const std::string cyrillic = palladius(latin_first ? expected : typed);
  const std::string_view other = latin_first ? typed : expected;
  if (cyrillic.empty()) return {};
  if (cyrillic == other) return {Match::sound};
  const int distance = typo_distance(cyrillic, other);
  return distance >= 0 ? PartMatch{Match::typo, distance} : PartMatch{};
}

PartMatch match_part(std::string_view expected, std::string_view typed) {
  if (expected == typed) return {Match::same};
  if (is_initial_of(typed, expected) || is_initial_of(expected, typed)) return {Match::initial};
  if (same_first_name(expected, typed)) return {Match::nick};
  if (same_known_name(expected, typed)) return {Match::sound};
  if (const PartMatch found = across_palladius(expected, typed); found.match != Match::none)
    return found;
  if (sounds_alike(expected, typed))
    return is_transliterated(expected) || is_transliterated(typed) ? PartMatch{Match::sound}
                                                                   : PartMatch{Match::typo, 1};
  if (across_alphabets(expected, typed) || same_but_foreign_g(expected, typed))
    return {Match::sound};
  if (same_han_sound(expected, typed)) return {Match::typo, 1};
  const int distance = typo_distance(expected, typed);
  if (distance >= 0) return {Match::typo, distance};
  return {};
}

// The whole name against the whole name.
struct NameMatch {
  bool fits = false;
  bool typo = false, sound = false, nick = false, initial = false;
  bool middle_left_out = false; // George Bush for George W. Bush: who else is called that?
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

// Middle names: the shorter list must be found in the longer one, in order. George W. is not George
// H. W., so where both say one, the first must agree; particles do not count.
bool match_middle(NameMatch& result, const Parts& expected, const Parts& typed) {
  result.middle_left_out = typed.size() < expected.size();
  const Parts& few = expected.size() <= typed.size() ? expected : typed;
  const Parts& many = expected.size() <= typed.size() ? typed : expected;
  std::size_t at = 0;
  for (const std::string& part : few) {
    const std::size_t first = at;
    while (at < many.size() && match_part(part, many[at]).match == Match::none) ++at;
    if (at == many.size()) return false;
    const auto begin = many.begin();
    const auto offset = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
    if (!std::all_of(begin + offset(first), begin + offset(at),
                     [](const std::string& word) { return is_name_particle(word); }))
      return false;
    result.add(match_part(part, many[at++]));
  }
  return true;
}

Parts middle(const Parts& parts) { return {parts.begin() + 1, parts.end() - 1}; }

// "JF Kennedy": the initials of all given names grown together.
Parts with_grown_initials_apart(const Parts& expected, const Parts& typed) {
  if (typed.size() != 2 || expected.size() < 3) return typed;
  const std::u32string letters = text::to_utf32(typed.front());
  Parts result;
  for (const char32_t c : letters) result.push_back(text::to_utf8(std::u32string(1, c)));
  result.push_back(typed.back());
  if (result.size() != expected.size()) return typed;
  for (std::size_t i = 0; i + 1 < expected.size(); ++i)
    if (!is_initial_of(result[i], expected[i]) && result[i] != expected[i]) return typed;
  return result;
}

NameMatch match_whole(const Parts& expected, const Parts& said) {
  const Parts typed = with_grown_initials_apart(expected, said);
  NameMatch result;
  if (typed.size() < 2 || expected.size() < 2) return result;
  const PartMatch family = match_part(expected.back(), typed.back());
  if (family.match == Match::initial) return result;
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
  Finding finding = right(match.sound ? reason::transliteration : plain_reason);
  finding.loose = match.middle_left_out;
  return finding;
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

// JFK for John F. Kennedy.
bool are_initials(const Parts& typed, const Parts& expected) {
  if (typed.size() != 1 || expected.size() < 3) return false;
  std::u32string firsts;
  for (const std::string& part : expected) firsts += text::to_utf32(part).substr(0, 1);
  return text::to_utf32(typed.front()) == firsts;
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
  if (are_initials(typed.parts, expected.parts)) return right_if_alone(reason::initials);
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

namespace {

// 安东尼奥古特雷斯: the dot between the parts left out.
bool same_han_characters(std::string_view expected, std::string_view typed) {
  const auto a = tokens(readable(expected));
  const auto b = tokens(readable(typed));
  const auto same_character = [](const Token& x, const Token& y) {
    return x.is_han && y.is_han && x.text == y.text;
  };
  return a.size() > 1 && std::equal(a.begin(), a.end(), b.begin(), b.end(), same_character);
}

} // namespace

Finding judge_person(std::string_view expected, std::string_view typed) {
  if (same_han_characters(expected, typed)) return right(reason::form);
  Name wanted = read_name(expected);
  Name said = remember_last(typed, [](std::string_view text) { return read_name(text); });
  if (wanted.parts.empty() || said.parts.empty()) return wrong(reason::other_person);
  if (wanted.senior != said.senior) return wrong(reason::other_person);
  if (wanted.number != said.number && wanted.number != 0 && said.number != 0)
    return wrong(reason::other_person, "That is another one of that name.");
  if (wanted.han != said.han) {
    wanted = in_pinyin(std::move(wanted));
    said = in_pinyin(std::move(said));
  }
  Finding best = full_name(wanted, said);
  if (Finding finding = single_name(wanted, said); better(finding, best))
    best = std::move(finding);
  else if (best.verdict == Verdict::wrong && finding.reason == reason::first_name_only)
    best = std::move(finding);
  if (best.verdict != Verdict::wrong && wanted.number != said.number)
    return wanted.number != 0 ? almost(reason::part_missing, "Which one of that name?")
                              : almost(reason::more_exact, "The number was not asked for.");
  bool accents_missing = false;
  if (best.verdict == Verdict::right && same_text_but_accents(expected, typed, accents_missing))
    return almost(reason::accent, "Watch the accents.");
  return best;
}

} // namespace entente::judge
