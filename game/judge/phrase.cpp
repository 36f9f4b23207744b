#include "judge/phrase.h"

#include "judge/alignment.h"
#include "judge/number_words.h"
#include "judge/opposites.h"
#include "judge/remember.h"
#include "judge/romanize.h"
#include "judge/word_list.h"
#include "judge/words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace entente::judge {

namespace {

using Tokens = std::vector<Token>;
using Kind = Likeness::Kind;

void trim_articles(Tokens& tokens) {
  const auto article = [](const Token& token) { return is_article(token.plain); };
  while (tokens.size() > 1 && article(tokens.front())) tokens.erase(tokens.begin());
  while (tokens.size() > 1 && article(tokens.back())) tokens.pop_back();
}

bool is_single_numeral(std::string_view word) { return word == "i" || word == "v" || word == "x"; }

std::string_view country(std::string_view word) {
  static const WordMap countries(
      "russian=russia russia's=russia chinese=china china's=china american=us us's=us "
      "america's=us usa=us british=britain britain's=britain uk=britain french=france "
      "france's=france german=germany germany's=germany ukrainian=ukraine ukraine's=ukraine "
      "iranian=iran iran's=iran japanese=japan japan's=japan indian=india india's=india");
  return countries.find(word);
}

// "Russian", "Russia's" and "Russia" name one country, "American" and "United States" another: in
// a text, not in an author's words. False when no country is named.
bool name_countries_alike(Tokens& tokens) {
  bool any = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + 1 < tokens.size() && tokens[i].plain == "united" && tokens[i + 1].plain == "states") {
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      tokens[i].text = tokens[i].plain = tokens[i].key = "us";
      any = true;
    }
    if (const auto named = country(tokens[i].plain); !named.empty()) {
      tokens[i].key = named;
      any = true;
    }
  }
  return any;
}

Tokens words_of(Tokens result, Strictness strictness) {
  trim_articles(result);
  if (strictness != Strictness::quote && result.size() > 1) {
    // "to protect the climate" is named by "protect the climate" too.
    if (result.front().plain == "to") result.erase(result.begin());
    if (is_single_numeral(result.back().plain) && result.size() > 1) // World War I
      result.back().key = "#" + std::to_string(*roman_number(result.back().plain));
    Tokens kept;
    for (const Token& token : result)
      if (!is_article(token.plain)) kept.push_back(token);
    if (!kept.empty()) result = std::move(kept);
  }
  return result;
}

long negations(const Tokens& tokens) {
  return std::count_if(tokens.begin(), tokens.end(),
                       [](const Token& token) { return is_negation(token.plain); });
}

std::vector<WordDifference> difference(const std::vector<Pairing>& pairings) {
  using Mark = WordDifference::Mark;
  std::vector<WordDifference> result;
  for (const Pairing& pairing : pairings) {
    const std::string expected = pairing.expected != nullptr ? pairing.expected->text : "";
    const std::string typed = pairing.typed != nullptr ? pairing.typed->text : "";
    const Mark mark = expected.empty()                      ? Mark::extra
                      : typed.empty()                       ? Mark::missing
                      : pairing.likeness.kind == Kind::same ? Mark::same
                                                            : Mark::replaced;
    result.push_back({mark, expected, typed});
  }
  return result;
}

// What an alignment holds, counted.
struct Tally {
  int same = 0, accents = 0, typos = 0, letters_off = 0;
  int small = 0; // small words missing, extra or changed
  int missing = 0, extra = 0, replaced = 0;
  bool opposite = false, negated = false, inner_extra = false, joined_extra = false;
  std::size_t letters = 0; // of the expected words
  std::string wrong_word, right_word;
};

void count_replaced(Tally& tally, const Pairing& pairing) {
  const std::string& expected = pairing.expected->plain;
  const std::string& typed = pairing.typed->plain;
  if (opposite(expected, typed)) tally.opposite = true;
  if (is_small(expected) && is_small(typed))
    ++tally.small;
  else
    ++tally.replaced;
  if (tally.wrong_word.empty() || tally.opposite)
    tally.wrong_word = pairing.typed->text, tally.right_word = pairing.expected->text;
}

void count_paired(Tally& tally, const Pairing& pairing) {
  switch (pairing.likeness.kind) {
  case Kind::same:
    ++tally.same;
    break;
  case Kind::accent:
    ++tally.accents;
    break;
  case Kind::typo:
    ++tally.typos;
    tally.letters_off += pairing.likeness.distance;
    break;
  case Kind::other:
    count_replaced(tally, pairing);
  }
}

void count_single(Tally& tally, const Token& token, bool extra) {
  if (is_negation(token.plain)) tally.negated = true;
  if (extra && (is_conjunction(token.plain) || token.before == U',' || token.before == U'/'))
    tally.joined_extra = true;
  if (is_small(token.plain))
    ++tally.small;
  else
    ++(extra ? tally.extra : tally.missing);
}

Tally count(const std::vector<Pairing>& pairings) {
  Tally tally;
  bool seen_expected = false;
  int extra_since = 0; // extra words since the last expected one
  for (const Pairing& pairing : pairings) {
    if (pairing.expected != nullptr) {
      tally.letters += pairing.expected->plain.size();
      if (seen_expected && extra_since > 0) tally.inner_extra = true;
      seen_expected = true;
      extra_since = 0;
    } else if (!is_small(pairing.typed->plain)) {
      ++extra_since;
    }
    if (pairing.expected != nullptr && pairing.typed != nullptr)
      count_paired(tally, pairing);
    else
      count_single(tally, pairing.expected != nullptr ? *pairing.expected : *pairing.typed,
                   pairing.expected == nullptr);
  }
  return tally;
}

bool same_words(Tokens a, Tokens b) {
  const auto before = [](const Token& x, const Token& y) { return x.plain < y.plain; };
  std::sort(a.begin(), a.end(), before);
  std::sort(b.begin(), b.end(), before);
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](const Token& x, const Token& y) { return x.plain == y.plain; });
}

// "trade and investment": the parts of a list, each as its words.
std::vector<std::string> list_parts(const Tokens& tokens) {
  std::vector<std::string> parts(1);
  for (const Token& token : tokens) {
    if (is_conjunction(token.plain) || (token.before == U',' && !parts.back().empty()))
      parts.emplace_back();
    if (!is_conjunction(token.plain)) parts.back() += token.plain + " ";
  }
  std::erase(parts, std::string());
  return parts;
}

bool same_list(const Tokens& expected, const Tokens& typed) {
  auto a = list_parts(expected);
  auto b = list_parts(typed);
  if (a.size() < 2) return false;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

bool same(const Token& x, const Token& y) { return x.plain == y.plain; }

// "political and economic reform": what stands beside an "and" changed sides.
bool swapped_around_conjunction(const Tokens& expected, const Tokens& typed) {
  const auto first = std::mismatch(expected.begin(), expected.end(), typed.begin(), same);
  if (expected.end() - first.first < 3 || !is_conjunction(first.first[1].plain)) return false;
  return same(first.first[0], first.second[2]) && same(first.first[1], first.second[1]) &&
         same(first.first[2], first.second[0]) &&
         std::equal(first.first + 3, expected.end(), first.second + 3, same);
}

// The word that the ones before it describe: "war" of "trade war". Turned round, so few words name
// something else (war trade, arrest house); in a longer text a swap is a slip.
bool is_head_of_few(const Tokens& tokens, std::size_t at) {
  const auto is_content = [](const Token& token) { return !is_small(token.plain); };
  return at + 1 == tokens.size() && std::count_if(tokens.begin(), tokens.end(), is_content) <= 3 &&
         is_content(tokens[at]) && is_content(tokens[at - 1]);
}

// Two neighbours changed places and all else stands.
bool neighbours_swapped(const Tokens& expected, const Tokens& typed, Strictness strictness) {
  const auto first = std::mismatch(expected.begin(), expected.end(), typed.begin(), same);
  if (expected.end() - first.first < 2) return false;
  const auto head = static_cast<std::size_t>(first.first - expected.begin()) + 1;
  if (strictness != Strictness::name && is_head_of_few(expected, head)) return false;
  return same(first.first[0], first.second[1]) && same(first.first[1], first.second[0]) &&
         std::equal(first.first + 2, expected.end(), first.second + 2, same);
}

std::string joined_keys(const Tokens& tokens) {
  std::string result;
  for (const Token& token : tokens) result += token.key;
  return result;
}

// "ministry of defence", "defence ministry".
bool is_genitive_turned(const Tokens& longer, const Tokens& shorter) {
  for (std::size_t i = 1; i + 1 < longer.size(); ++i) {
    if (longer[i].plain != "of") continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    Tokens turned(longer.begin() + at + 1, longer.end());
    turned.insert(turned.end(), longer.begin(), longer.begin() + at);
    if (joined_keys(turned) == joined_keys(shorter)) return true;
  }
  return false;
}

// Russian tells by endings what English tells by order; only its "not" must stay where it was.
bool is_free_order(const Tokens& expected, const Tokens& typed) {
  const auto cyrillic = [](const Token& token) { return is_cyrillic(token.plain); };
  if (expected.size() > 12 || !std::all_of(expected.begin(), expected.end(), cyrillic))
    return false;
  const auto negated = [](const Tokens& tokens) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
      if (is_negation(tokens[i].plain)) words.push_back(tokens[i + 1].plain);
    return words;
  };
  return negated(expected) == negated(typed);
}

Finding other_order(const Tokens& expected, const Tokens& typed, Strictness strictness) {
  if (same_list(expected, typed) || neighbours_swapped(expected, typed, strictness) ||
      swapped_around_conjunction(expected, typed) || is_free_order(expected, typed))
    return almost(reason::word_order, "The words stand in another order.");
  return wrong(reason::other_order, "The same words in this order say something else.");
}

Finding weigh_extra(const Tally& tally, const Tokens& expected) {
  const bool around =
      !tally.inner_extra && !tally.joined_extra && !tally.negated &&
      static_cast<std::size_t>(tally.extra) <= std::max<std::size_t>(expected.size(), 2);
  if (around) return almost(reason::extra_words, "There is more than was asked for.");
  return wrong(reason::extra_part, "There is more than the answer in it.");
}

Finding weigh_slips(const Tally& tally, const Tokens& expected) {
  const int allowed_letters =
      std::max<int>(1, std::min<int>(4, static_cast<int>(tally.letters / 5)));
  if (tally.letters_off > allowed_letters)
    return wrong(reason::other_words, "Too many letters are off.");
  if (tally.small > std::max<int>(1, static_cast<int>(expected.size() / 4)))
    return wrong(reason::other_words, "Too many small words are off.");
  if (tally.typos > 0) return almost(reason::spelling, "Watch the spelling.", tally.letters_off);
  if (tally.small > 0) return almost(reason::small_words, "A small word is off.");
  if (tally.accents > 0) return almost(reason::accent, "Watch the accents.");
  return right(reason::form);
}

Finding weigh(const Tally& tally, const Tokens& expected, Strictness strictness) {
  if (tally.same + tally.typos + tally.accents == 0)
    return wrong(tally.opposite ? reason::opposite : reason::other_answer);
  if (tally.negated) return wrong(reason::negation, "A \"not\" turns the meaning.");
  if (tally.opposite)
    return wrong(reason::opposite,
                 "\"" + tally.wrong_word + "\" turns \"" + tally.right_word + "\" round.");
  if (tally.replaced > 0)
    return wrong(reason::other_words,
                 "\"" + tally.wrong_word + "\" stands for \"" + tally.right_word + "\".");
  if (tally.missing > 0) return wrong(reason::part_missing, "A part of the answer is missing.");
  if (tally.extra > 0) {
    // A quote stays the author's: whatever was put into it is not.
    if (strictness == Strictness::quote && expected.size() == 1 && tally.extra > 1)
      return wrong(reason::extra_part, "There is more than the quoted words.");
    return weigh_extra(tally, expected);
  }
  return weigh_slips(tally, expected);
}

// "co operation" against "cooperation", "non-proliferation" against "nonproliferation": what one
// side writes in two words and the other in one becomes one. Long texts are left alone.
void join_split_words(Tokens& split, const Tokens& whole) {
  constexpr std::size_t most = 120;
  if (split.size() > most || whole.size() > most) return;
  for (std::size_t i = 0; i + 1 < split.size(); ++i) {
    const std::string both = split[i].plain + split[i + 1].plain;
    const bool turns = is_negation(split[i].plain) && split[i].plain != "non";
    if (split[i].is_han || turns) continue;
    const auto same = std::find_if(whole.begin(), whole.end(),
                                   [&both](const Token& token) { return token.plain == both; });
    if (same == whole.end()) continue;
    const char32_t before = split[i].before;
    split[i] = *same;
    split[i].before = before;
    split.erase(split.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

Finding compare(const Tokens& expected, const Tokens& typed, Strictness strictness) {
  const bool sense_kept = negations(expected) == negations(typed);
  if (sense_kept && joined_keys(expected) == joined_keys(typed)) return right(reason::form);
  if (same_words(expected, typed)) {
    if (join(expected) != join(typed)) {
      const auto plain_equal = [](const Token& x, const Token& y) { return x.plain == y.plain; };
      if (!std::equal(expected.begin(), expected.end(), typed.begin(), plain_equal))
        return other_order(expected, typed, strictness);
    }
  }
  if (is_genitive_turned(expected, typed) || is_genitive_turned(typed, expected))
    return right(reason::form);
  if (same_list(expected, typed))
    return almost(reason::word_order, "The words stand in another order.");
  const auto pairings = align(expected, typed);
  Finding finding = weigh(count(pairings), expected, strictness);
  finding.difference = difference(pairings);
  return finding;
}

struct Reading {
  std::string text; // readable, without apostrophes
  Tokens tokens;
};

Reading read(std::string_view text) {
  Reading reading{.text = readable(text)};
  reading.tokens = prepared(tokens(reading.text));
  std::erase(reading.text, '\'');
  return reading;
}

const Reading& read_typed(std::string_view typed) {
  return remember_last(typed, [](std::string_view text) { return read(text); });
}

// A word that a comparison may leave out, or take for another one by rules of its own.
bool bends(const Token& word) {
  return is_small(word.plain) || is_conjunction(word.plain) || is_single_numeral(word.plain) ||
         word.plain == "united" || word.plain == "states" || !country(word.plain).empty();
}

bool has_partner(const Token& word, const Reading& typed) {
  if (typed.text.find(word.plain) != std::string::npos) return true;
  return std::any_of(typed.tokens.begin(), typed.tokens.end(), [&word](const Token& other) {
    const bool part = other.plain.size() > 1 && word.plain.find(other.plain) != std::string::npos;
    return part || likeness(word, other).kind != Kind::other;
  });
}

Finding compare_words(Tokens expected, Tokens typed, Strictness strictness) {
  // So much longer or shorter that no leniency below could hold: articles, extra words around.
  Tokens e = words_of(std::move(expected), strictness);
  Tokens t = words_of(std::move(typed), strictness);
  if (t.size() > 3 * e.size() + 8 && !e.empty()) return wrong(reason::extra_part);
  if (e.size() > 3 * t.size() + 8 && !t.empty()) return wrong(reason::part_missing);
  join_split_words(e, t);
  join_split_words(t, e);
  if (e.empty() || t.empty()) return wrong(reason::other_answer);
  return compare(e, t, strictness);
}

} // namespace

Finding compare_phrases(std::string_view expected, std::string_view typed, Strictness strictness) {
  Reading e = read(expected);
  Reading t = read_typed(typed);
  // An apostrophe forgotten is no other word: "its not" for "it's not".
  if (e.text == t.text) return right(reason::form);
  Finding finding = compare_words(e.tokens, t.tokens, strictness);
  constexpr std::size_t most_bytes = 200; // of a text that names a country in passing
  if (finding.verdict != Verdict::wrong || strictness == Strictness::quote ||
      e.text.size() + t.text.size() > most_bytes)
    return finding;
  const bool named = name_countries_alike(e.tokens);
  if (!name_countries_alike(t.tokens) && !named) return finding;
  Finding alike = compare_words(std::move(e.tokens), std::move(t.tokens), strictness);
  return alike.verdict == Verdict::right ? alike : finding;
}

bool may_fit(std::string_view expected, std::string_view typed) {
  const Reading e = read(expected);
  const Reading& t = read_typed(typed);
  return std::all_of(e.tokens.begin(), e.tokens.end(),
                     [&t](const Token& word) { return bends(word) || has_partner(word, t); });
}

} // namespace entente::judge
