#include "text/han.h"

#include "text/han_data.h"
#include "text/unicode.h"

#include <unordered_map>
#include <unordered_set>

namespace entente::text {

namespace {

using Simplified = std::unordered_map<char32_t, char32_t>;
using Pinyin = std::unordered_map<char32_t, std::string_view>;

Simplified read_simplified() {
  Simplified result;
  const std::u32string data = to_utf32(simplified_pairs);
  for (std::size_t i = 0; i + 2 < data.size(); i += 3) result.emplace(data[i], data[i + 1]);
  return result;
}

Pinyin read_pinyin() {
  Pinyin result;
  std::string_view rest = pinyin_groups;
  while (!rest.empty()) {
    const std::size_t colon = rest.find(':');
    const std::size_t end = rest.find(' ');
    for (const char32_t c : to_utf32(rest.substr(colon + 1, end - colon - 1)))
      result.emplace(c, rest.substr(0, colon));
    rest.remove_prefix(end + 1);
  }
  return result;
}

const Pinyin& readings() {
  static const Pinyin table = read_pinyin();
  return table;
}

} // namespace

std::string simplified(std::string_view text) {
  static const Simplified table = read_simplified();
  std::u32string result = to_utf32(text);
  constexpr char32_t first = 0x2E80; // of all characters that have a simplified form
  for (char32_t& c : result)
    if (c < first)
      continue;
    else if (const auto found = table.find(c); found != table.end())
      c = found->second;
  return to_utf8(result);
}

std::string pinyin(std::string_view text) {
  std::string result;
  for (const char32_t c : to_utf32(text)) {
    const auto found = readings().find(c);
    if (found == readings().end())
      result += to_utf8(std::u32string_view(&c, 1));
    else
      result.append(" ").append(found->second).append(" ");
  }
  return clean(result);
}

bool is_pinyin_syllable(std::string_view syllable) {
  static const std::unordered_set<std::string_view> syllables = [] {
    std::unordered_set<std::string_view> found;
    for (const auto& [character, reading] : readings()) found.insert(reading);
    return found;
  }();
  return syllables.contains(syllable);
}

} // namespace entente::text
