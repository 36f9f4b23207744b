#include "judge/spelling.h"

#include "judge/opposites.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>
#include <vector>

namespace entente::judge {

namespace {

using Row = std::vector<int>;

struct Rows {
  Row before_last, last, now;
};

// One row of the table; only the band that can still stay within the limit is filled.
int fill_row(Rows& rows, std::u32string_view a, std::u32string_view b, std::size_t i, int limit) {
  const auto band = static_cast<std::size_t>(limit);
  const std::size_t first = i > band ? i - band : 1;
  const std::size_t last = std::min(b.size(), i + band);
  std::fill(rows.now.begin(), rows.now.end(), limit + 1);
  if (i <= band) rows.now[0] = static_cast<int>(i);
  int best = rows.now[0];
  for (std::size_t j = first; j <= last; ++j) {
    int cost = rows.last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    cost = std::min({cost, rows.last[j] + 1, rows.now[j - 1] + 1});
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
      cost = std::min(cost, rows.before_last[j - 2] + 1);
    rows.now[j] = cost;
    best = std::min(best, cost);
  }
  return best;
}

bool has_digit_or_han(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) {
    const auto kind = text::char_class(c);
    return kind == text::CharClass::digit || kind == text::CharClass::ideograph;
  });
}

// Four letters are too few for a free slip: Iran, Iraq. Swapped neighbours inside and a doubled
// letter still show which word was meant.
bool is_slip_of_four(std::u32string_view expected, std::u32string_view typed) {
  if (typed.size() == 5 && typed.front() == expected.front())
    return std::adjacent_find(typed.begin(), typed.end()) != typed.end();
  std::u32string sorted_a(expected);
  std::u32string sorted_b(typed);
  std::sort(sorted_a.begin(), sorted_a.end());
  std::sort(sorted_b.begin(), sorted_b.end());
  return sorted_a == sorted_b && expected.front() == typed.front();
}

} // namespace

namespace {

// What is left when the same beginning and end are cut off; the distance does not change.
void cut_common_ends(std::u32string_view& a, std::u32string_view& b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
}

// Of texts without common ends: 0, 1, or 2 for more.
int distance_up_to_one(std::u32string_view a, std::u32string_view b) {
  if (a.size() <= 1 && b.size() <= 1) return a.empty() && b.empty() ? 0 : 1;
  const bool swapped = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  return swapped ? 1 : 2;
}

} // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  cut_common_ends(a, b);
  if (limit == 1) return distance_up_to_one(a, b);
  const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > static_cast<std::size_t>(limit)) return limit + 1;
  Rows rows{Row(b.size() + 1, limit + 1), Row(b.size() + 1), Row(b.size() + 1)};
  for (std::size_t j = 0; j <= b.size(); ++j)
    rows.last[j] = static_cast<int>(std::min(j, static_cast<std::size_t>(limit) + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    if (fill_row(rows, a, b, i, limit) > limit) return limit + 1;
    std::swap(rows.before_last, rows.last);
    std::swap(rows.last, rows.now);
  }
  return std::min(rows.last[b.size()], limit + 1);
}

namespace {

// "Gutteres" for "Guterres": the wrong letter doubled is one slip.
bool doubled_another(std::u32string a, std::u32string b) {
  const auto single = [](std::u32string& word) {
    word.erase(std::unique(word.begin(), word.end()), word.end());
  };
  if (a.size() < 6) return false;
  single(a);
  single(b);
  return a == b;
}

} // namespace

namespace {

// "beaurocracy": all consonants stand, the vowels between them went astray.
bool vowels_astray(std::u32string_view a, std::u32string_view b) {
  if (a.size() < 9 || a.front() != b.front()) return false;
  const auto consonants = [](std::u32string_view word) {
    std::u32string result;
    for (const char32_t c : word)
      if (std::u32string_view(U"aeiouаеёиоуыэюя").find(c) == std::u32string_view::npos) result += c;
    return result;
  };
  return consonants(a) == consonants(b) && edit_distance(a, b, 4) <= 4;
}

} // namespace

int typo_limit(std::size_t letters) {
  return letters < 4 ? 0 : letters < 9 ? 1 : letters < 14 ? 2 : 3;
}

namespace {
constexpr std::size_t longest_word = 200; // bytes; beyond it nothing is a word with a slip
}

int typo_distance(std::string_view expected, std::string_view typed) {
  if (expected == typed) return 0;
  // Four bytes a letter at most: too far apart in length for any slip.
  if (expected.size() > typed.size() + 12 || typed.size() > expected.size() + 12) return -1;
  if (expected.size() > longest_word) return -1;
  const std::u32string a = text::to_utf32(expected);
  const std::u32string b = text::to_utf32(typed);
  if (a.empty() || b.empty() || has_digit_or_han(a) || has_digit_or_han(b)) return -1;
  const int limit = typo_limit(a.size());
  if (limit == 0) return -1;
  int distance = edit_distance(a, b, limit);
  if (distance > limit && doubled_another(a, b)) distance = 1;
  if (distance > limit && vowels_astray(a, b)) distance = 2;
  if (distance > limit || opposite(expected, typed)) return -1;
  if (a.size() == 4 && !is_slip_of_four(a, b)) return -1;
  // A slip at the very first letter is rare; with a second one it is another word (sanctions,
  // actions).
  if (a.front() != b.front() && distance > 1) return -1;
  return distance;
}

} // namespace entente::judge
