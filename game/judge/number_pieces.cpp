#include "judge/number_pieces.h"

#include "judge/number_words.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::judge {

namespace {

bool starts_with_digit(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

// "4.5bn" is "4.5" and "bn"; "2nd" stays.
void add_split(std::vector<Piece>& pieces, const Token& token) {
  const std::string& word = token.plain;
  const std::size_t end = word.find_first_not_of("0123456789.,");
  if (end == std::string::npos || ordinal_digits(word)) {
    pieces.push_back({word, token.before, end == std::string::npos});
    return;
  }
  pieces.push_back({word.substr(0, end), token.before, true});
  pieces.push_back({word.substr(end), 0, false});
}

// What Chinese writes without spaces.
bool is_han_word(std::string_view word) {
  static const WordSet words(
      "大约 约 左右 将近 近 几乎 超过 不到 以上 以下 多 第 个 名 座 家 项 次 人 位 种 只 "
      "百分之 至 到 万 亿 百 千 半 负 分之");
  return words.contains(word) || !find_unit(word).name.empty();
}

// Cuts a run of Chinese characters into numerals and known words.
void add_han(std::vector<Piece>& pieces, const std::u32string& run) {
  for (std::size_t at = 0; at < run.size();) {
    std::size_t length = std::min<std::size_t>(3, run.size() - at);
    while (length > 1 && !is_han_word(text::to_utf8(run.substr(at, length)))) --length;
    std::size_t numerals = at;
    while (numerals < run.size() && is_han_numeral(run[numerals])) ++numerals;
    const bool after_digits = !pieces.empty() && pieces.back().digits && at == 0;
    if (length == 1 && numerals > at && !after_digits) {
      const auto value = han_number(std::u32string_view(run).substr(at, numerals - at));
      if (value) {
        pieces.push_back({std::to_string(*value), 0, true});
        at = numerals;
        continue;
      }
    }
    pieces.push_back({text::to_utf8(run.substr(at, length)), 0, false});
    at += length;
  }
}

// The "-й" of "25-й".
bool is_ordinal_ending(const Token& token) {
  static const WordSet endings("й я е го му ый ой ого st nd rd th");
  return token.before == U'-' && endings.contains(token.plain);
}

std::vector<Piece> pieces_of(const std::vector<Token>& tokens) {
  std::vector<Piece> result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::u32string run;
    while (i < tokens.size() && tokens[i].is_han) run += text::to_utf32(tokens[i++].text);
    if (!run.empty()) add_han(result, run);
    if (i >= tokens.size()) break;
    if (is_ordinal_ending(tokens[i]) && !result.empty() && result.back().digits)
      result.back().word += tokens[i].plain, result.back().digits = false;
    else if (starts_with_digit(tokens[i].plain))
      add_split(result, tokens[i]);
    else
      result.push_back({tokens[i].plain, tokens[i].before, false});
  }
  return result;
}

bool decimal_comma(std::string_view language) {
  static const WordSet languages(
      "de fr ru es it pt uk pl nl tr sv da nb fi cs el ro bg sr hu id vi");
  return languages.contains(language.substr(0, 2));
}

bool well_grouped(std::string_view digits, char separator) {
  std::size_t end = digits.size();
  bool last = true;
  for (;;) {
    const std::size_t at = digits.substr(0, end).rfind(separator);
    if (at == std::string_view::npos) return end >= 1 && end <= 3;
    const std::size_t length = end - at - 1;
    // Groups of three; Indian writing has two before the last three.
    if (length != 3 && (last || length != 2)) return false;
    last = false;
    end = at;
  }
}

// ".5" is "0.5".
std::string with_leading_zeros(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '$' || text[i - 1] == '-';
    if (text[i] == '.' && starts && starts_with_digit(std::string_view(text).substr(i + 1)))
      result += '0';
    result += text[i];
  }
  return result;
}

} // namespace

std::string without(std::string_view digits, char separator) {
  std::string result(digits);
  std::erase(result, separator);
  return result;
}

std::vector<Piece> number_pieces(std::string_view text) {
  return pieces_of(tokens(with_leading_zeros(readable(text))));
}

std::optional<std::string> plain_digits(std::string_view digits, const NumberReading& reading) {
  const auto points = std::count(digits.begin(), digits.end(), '.');
  const auto commas = std::count(digits.begin(), digits.end(), ',');
  if (points + commas == 0) return std::string(digits);
  char decimal = '.';
  if (points > 0 && commas > 0) {
    decimal = digits.rfind('.') > digits.rfind(',') ? '.' : ',';
  } else {
    const char only = points > 0 ? '.' : ',';
    const char other = only == '.' ? ',' : '.';
    const bool groups_by_it =
        (only == ',') != (decimal_comma(reading.language) != reading.other_separators);
    const bool could_group = well_grouped(digits, only) && digits.front() != '0';
    const bool groups = could_group && (points + commas > 1 || groups_by_it);
    decimal = groups ? other : only;
  }
  const char grouping = decimal == '.' ? ',' : '.';
  const std::size_t at = digits.find(decimal);
  if (!well_grouped(digits.substr(0, at), grouping) &&
      digits.substr(0, at).find(grouping) != std::string_view::npos)
    return {};
  std::string whole = without(digits.substr(0, at), grouping);
  if (at == std::string_view::npos) return whole;
  const std::string_view after = digits.substr(at + 1);
  if (after.find_first_not_of("0123456789") != std::string_view::npos) return {};
  return whole.append(".").append(after);
}

} // namespace entente::judge
