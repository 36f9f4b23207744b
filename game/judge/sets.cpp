#include "judge/sets.h"

#include "judge/tokens.h"
#include "judge/word_list.h"
#include "judge/words.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>
#include <optional>

namespace entente::judge {

namespace {

using Items = std::vector<std::string>;
using Mark = WordDifference::Mark;

// More items than any card asks for; what is typed beyond is one item.
constexpr std::size_t most_items = 40;

// How the typed text may be cut, from the plainest sign of a list to the weakest.
enum class Cut { semicolons, commas, words, spaces };

bool cuts_at(const Token& token, Cut cut) {
  switch (cut) {
  case Cut::semicolons:
    return token.before == U';' || token.before == U'|';
  case Cut::commas:
    return token.before == U';' || token.before == U',' || token.before == U'/' ||
           token.before == U'>' || token.before == U'→' || token.before == U')';
  case Cut::words:
    return cuts_at(token, Cut::commas);
  case Cut::spaces:
    return true;
  }
  return false;
}

// Arabic و and Hebrew ו ("and") grow together with the next word.
bool has_grown_and(const std::string& word) {
  return (word.starts_with("و") || word.starts_with("ו")) && word.size() > 6;
}

// "1." and "2)" in front of an item.
bool is_numbering(const std::vector<Token>& tokens, std::size_t at) {
  return tokens[at].is_number && tokens[at].plain.size() <= 2 && at + 1 < tokens.size() &&
         (tokens[at + 1].before == U'.' || tokens[at + 1].before == U')');
}

void append(std::string& item, const Token& token) {
  if (!item.empty() && !token.is_han)
    item += token.before == U'-' || token.before == U',' || token.before == U'/'
                ? text::to_utf8(std::u32string_view(&token.before, 1))
                : std::string(" ");
  item += token.text;
}

std::string plain_item(std::string_view item) {
  std::string result;
  for (const Token& token : tokens(readable(item))) append(result, token);
  return result;
}

Items cut_items(const std::vector<Token>& all, Cut cut, bool open_grown_and) {
  Items items(1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Token& token = all[i];
    if (is_numbering(all, i)) {
      items.emplace_back();
      continue;
    }
    const bool splits =
        cuts_at(token, cut) || (i > 0 && is_numbering(all, i - 1) && cut != Cut::spaces);
    if (splits && !items.back().empty()) items.emplace_back();
    if (cut >= Cut::words && is_conjunction(token.text) && !token.is_number) {
      if (!items.back().empty()) items.emplace_back();
      continue;
    }
    Token bare = token;
    if (open_grown_and && has_grown_and(token.text) && (i > 0)) {
      bare.text = token.text.substr(2);
      if (!items.back().empty()) items.emplace_back();
    }
    append(items.back(), bare);
  }
  std::erase(items, std::string());
  if (items.size() > most_items) items.resize(most_items);
  return items;
}

// "- energy - trade": a dash with space beside it stands between items.
std::string with_dashes_as_marks(std::string_view typed) {
  std::string text = " " + text::clean(typed);
  for (std::size_t at = 0; (at = text.find(" - ", at)) != std::string::npos; ++at)
    text[at + 1] = ';';
  return text;
}

// "first Mao, then Deng"
Items without_lead_words(Items items) {
  static const WordSet words("first then next finally lastly second third сначала потом затем "
                             "наконец ثم اولا");
  for (std::string& item : items) {
    const std::size_t space = item.find(' ');
    if (space != std::string::npos && words.contains(item.substr(0, space)))
      item.erase(0, space + 1);
  }
  return items;
}

std::vector<Items> all_cuts(std::string_view typed) {
  std::vector<Items> result;
  const auto add = [&result](Items items) {
    if (!items.empty() && std::find(result.begin(), result.end(), items) == result.end())
      result.push_back(std::move(items));
  };
  // Line breaks are the plainest sign of all, and clean-up would make them spaces.
  std::string lines(typed);
  for (char& c : lines)
    if (c == '\n') c = ';';
  const auto all = tokens(readable(lines));
  for (const Cut cut : {Cut::semicolons, Cut::commas, Cut::words})
    for (const bool open_grown_and : {false, true}) add(cut_items(all, cut, open_grown_and));
  const Items dashed = cut_items(tokens(readable(with_dashes_as_marks(lines))), Cut::commas, false);
  if (dashed.size() > 1) add(dashed);
  if (!result.empty() && result.back().size() > 1) add(without_lead_words(result.back()));
  // "China Russia": only where nothing else parts the items.
  if (result.size() == 1 && result.front().size() == 1) add(cut_items(all, Cut::spaces, false));
  return result;
}

// The same piece comes up in several cuts: judged once.
using Known = std::map<std::pair<std::size_t, std::string>, Finding>;

// A whole essay is no item, and reading it against each one would take long.
bool is_within_reach(const std::string& expected, const std::string& typed) {
  return typed.size() <= 4 * expected.size() + 200;
}

// Pairs of items that are looked at closely, all ways to cut together: enough for ten by ten. What
// goes beyond counts only where it is the very item.
constexpr int most_pairs = 140;

struct Table {
  const Items& expected;
  const Items& plain; // the expected items as cut_items would give them
  const Items& typed;
  const JudgeItem& judge_item;
  Known& known;
  int& pairs_left;

  const Finding& at(std::size_t e, std::size_t t) {
    auto [found, added] = known.try_emplace({e, typed[t]});
    if (!added) return found->second;
    if (plain[e] == typed[t])
      found->second = right(reason::form);
    else if (is_within_reach(expected[e], typed[t]) && pairs_left-- > 0)
      found->second = judge_item(expected[e], typed[t]);
    return found->second;
  }
};

struct Matching {
  std::vector<std::optional<std::size_t>> typed_of; // for each expected item
  std::vector<bool> used;
  std::size_t right = 0, almost = 0;
  std::string_view flaw; // of an item that is almost right
  int distance = 0;

  std::size_t matched() const { return right + almost; }
  std::size_t extra() const {
    return static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
  }
};

// Right items find their places first, then the almost right ones.
Matching match(Table& table) {
  Matching result;
  result.typed_of.resize(table.expected.size());
  result.used.resize(table.typed.size());
  for (const Verdict wanted : {Verdict::right, Verdict::almost})
    for (std::size_t e = 0; e < table.expected.size(); ++e)
      for (std::size_t t = 0; t < table.typed.size() && !result.typed_of[e]; ++t) {
        if (result.used[t] || table.at(e, t).verdict != wanted) continue;
        result.typed_of[e] = t;
        result.used[t] = true;
        ++(wanted == Verdict::right ? result.right : result.almost);
        if (wanted == Verdict::almost) result.flaw = table.at(e, t).reason;
        result.distance += table.at(e, t).distance;
      }
  // Said twice is not said too much.
  for (std::size_t t = 0; t < table.typed.size(); ++t)
    for (std::size_t e = 0; e < table.expected.size() && !result.used[t]; ++e)
      result.used[t] = result.typed_of[e] && table.at(e, t).verdict == Verdict::right;
  return result;
}

std::vector<WordDifference> difference(const Table& table, const Matching& matching) {
  std::vector<WordDifference> result;
  for (std::size_t e = 0; e < table.expected.size(); ++e) {
    if (const auto t = matching.typed_of[e])
      result.push_back({Mark::same, table.expected[e], table.typed[*t]});
    else
      result.push_back({Mark::missing, table.expected[e], ""});
  }
  for (std::size_t t = 0; t < table.typed.size(); ++t)
    if (!matching.used[t]) result.push_back({Mark::extra, "", table.typed[t]});
  return result;
}

std::string count_of(std::size_t found, std::size_t of) {
  return std::to_string(found) + " of " + std::to_string(of) + " right.";
}

Finding weigh(const Table& table, const Matching& matching) {
  const std::size_t wanted = table.expected.size();
  Finding finding;
  if (matching.matched() == 0)
    finding = wrong(reason::other_answer);
  else if (matching.matched() < wanted)
    finding = wrong(reason::part_missing, count_of(matching.matched(), wanted));
  else if (matching.extra() > 0)
    finding = wrong(reason::extra_part, "There is more than was asked for.");
  else if (matching.almost > 0)
    finding = almost(matching.flaw, "", matching.distance);
  else
    finding = right(reason::form);
  finding.share = static_cast<double>(matching.matched()) /
                  static_cast<double>(std::max<std::size_t>(wanted + matching.extra(), 1));
  finding.difference = difference(table, matching);
  return finding;
}

bool in_order(const Matching& matching) {
  std::size_t last = 0;
  for (const auto& place : matching.typed_of) {
    if (!place) continue;
    if (*place < last) return false;
    last = *place;
  }
  return true;
}

// Items that stand in their order: the longest rising run of places.
std::size_t longest_in_order(const Matching& matching) {
  std::vector<std::size_t> ends;
  for (const auto& place : matching.typed_of) {
    if (!place) continue;
    const auto at = std::lower_bound(ends.begin(), ends.end(), *place);
    if (at == ends.end())
      ends.push_back(*place);
    else
      *at = *place;
  }
  return ends.size();
}

Finding best_cut(std::string_view expected, std::string_view typed, const JudgeItem& judge_item,
                 bool ordered) {
  const Items wanted = items_of(expected);
  Items plain;
  for (const std::string& item : wanted) plain.push_back(plain_item(item));
  int pairs_left = most_pairs;
  Finding best;
  Known known;
  for (const Items& cut : all_cuts(typed)) {
    Table table{wanted, plain, cut, judge_item, known, pairs_left};
    const Matching matching = match(table);
    Finding finding = weigh(table, matching);
    if (finding.verdict != Verdict::wrong && !in_order(matching)) {
      if (ordered) {
        finding = wrong(reason::other_order, "The items are right, their order is not.");
        finding.share =
            static_cast<double>(longest_in_order(matching)) / static_cast<double>(wanted.size());
        finding.difference = difference(table, matching);
      } else if (finding.verdict == Verdict::right) {
        finding.reason = reason::any_order;
      }
    }
    const bool more = finding.share > best.share;
    if (better(finding, best) || (finding.verdict == best.verdict && more))
      best = std::move(finding);
  }
  return best;
}

} // namespace

std::vector<std::string> items_of(std::string_view joined_items) {
  Items result;
  std::string plain(joined_items);
  for (const std::string_view mark : {"；", "؛"})
    for (std::size_t at = 0; (at = plain.find(mark, at)) != std::string::npos;)
      plain.replace(at, mark.size(), ";");
  std::string_view joined = plain;
  while (!joined.empty()) {
    const std::size_t end = joined.find(';');
    std::string item = text::clean(joined.substr(0, end));
    if (!item.empty()) result.push_back(std::move(item));
    if (end == std::string_view::npos) break;
    joined.remove_prefix(end + 1);
  }
  return result;
}

Finding judge_set(std::string_view expected, std::string_view typed, const JudgeItem& judge_item) {
  return best_cut(expected, typed, judge_item, false);
}

Finding judge_sequence(std::string_view expected, std::string_view typed,
                       const JudgeItem& judge_item) {
  return best_cut(expected, typed, judge_item, true);
}

} // namespace entente::judge
