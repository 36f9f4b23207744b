#include "judge/words.h"

#include "judge/number_words.h"
#include "judge/opposites.h"
#include "judge/spelling.h"
#include "judge/word_list.h"
#include "text/han.h"
#include "text/unicode.h"

#include <array>
#include <string>
#include <utility>

namespace entente::judge {

namespace {

const WordMap& contractions() {
  static const WordMap words(
      "won't=will_not wont=will_not can't=can_not cant=can_not cannot=can_not don't=do_not "
      "dont=do_not doesn't=does_not doesnt=does_not didn't=did_not didnt=did_not isn't=is_not "
      "isnt=is_not aren't=are_not arent=are_not wasn't=was_not wasnt=was_not weren't=were_not "
      "hasn't=has_not hasnt=has_not haven't=have_not havent=have_not hadn't=had_not "
      "wouldn't=would_not wouldnt=would_not couldn't=could_not couldnt=could_not "
      "shouldn't=should_not shouldnt=should_not mustn't=must_not needn't=need_not "
      "we'll=we_will i'll=i_will you'll=you_will they'll=they_will he'll=he_will she'll=she_will "
      "it'll=it_will that'll=that_will there'll=there_will "
      "we're=we_are you're=you_are they're=they_are i'm=i_am im=i_am "
      "we've=we_have you've=you_have they've=they_have i've=i_have "
      "we'd=we_would i'd=i_would you'd=you_would they'd=they_would he'd=he_would she'd=she_would "
      "it's=it_is he's=he_is she's=she_is that's=that_is there's=there_is what's=what_is "
      "who's=who_is where's=where_is let's=let_us &=and gonna=going_to");
  return words;
}

Token word(std::string_view text) {
  return {.text = std::string(text), .plain = std::string(text)};
}

void replace_ending(std::string& word, std::string_view from, std::string_view to) {
  if (word.size() < from.size() + 3 || !word.ends_with(from)) return;
  word.resize(word.size() - from.size());
  word += to;
}

// American spelling, only good for comparing: both sides go through it.
std::string american(std::string word) {
  static const WordMap whole(
      "centre=center centres=centers metre=meter metres=meters theatre=theater fibre=fiber "
      "litre=liter litres=liters kilometre=kilometer kilometres=kilometers "
      "programme=program programmes=programs defence=defense offence=offense licence=license "
      "grey=gray cheque=check tyre=tire aluminium=aluminum ageing=aging judgement=judgment "
      "aeroplane=airplane travelled=traveled travelling=traveling cancelled=canceled "
      "practise=practice sceptical=skeptical jewellery=jewelry mould=mold plough=plow "
      "percent=% pct=% labour=labor");
  if (const auto found = whole.find(word); !found.empty()) return std::string(found);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> endings = {
      {{"isation", "ization"},
       {"isations", "izations"},
       {"ise", "ize"},
       {"ised", "ized"},
       {"ises", "izes"},
       {"ising", "izing"},
       {"yse", "yze"},
       {"ysed", "yzed"},
       {"our", "or"},
       {"ours", "ors"},
       {"oured", "ored"},
       {"ouring", "oring"}}};
  for (const auto& [from, to] : endings) replace_ending(word, from, to);
  return word;
}

std::string without_umlauts(std::string_view word) {
  std::u32string result;
  for (const char32_t c : text::to_utf32(word)) {
    if (c == U'ä')
      result += U"ae";
    else if (c == U'ö')
      result += U"oe";
    else if (c == U'ü')
      result += U"ue";
    else if (c == U'ß')
      result += U"ss";
    else
      result += c;
  }
  return text::to_utf8(result);
}

// ال and ה grow together with their word; و and ו ("and") are handled where lists are cut.
std::string_view without_grown_article(std::string_view word) {
  constexpr std::string_view arabic = "ال";
  constexpr std::string_view hebrew = "ה";
  if (word.starts_with(arabic) && word.size() >= arabic.size() + 4)
    return word.substr(arabic.size());
  if (word.starts_with(hebrew) && word.size() >= hebrew.size() + 6)
    return word.substr(hebrew.size());
  return word;
}

// Arabic is often typed with ه for ة and ي for ى.
std::string with_plain_ends(std::string_view word) {
  std::string result(word);
  for (const auto& [from, to] :
       {std::pair<std::string_view, std::string_view>{"ة", "ه"}, {"ى", "ي"}})
    if (result.ends_with(from)) result.replace(result.size() - from.size(), from.size(), to);
  return result;
}

std::string key(const Token& token) {
  if (const auto number = single_number(token.plain)) return "#" + std::to_string(*number);
  // Nord Stream II; one letter alone is more often a letter.
  if (token.plain.size() > 1)
    if (const auto number = roman_number(token.plain)) return "#" + std::to_string(*number);
  return american(without_umlauts(token.text));
}

// Characters that schoolbooks warn to keep apart: the same sound or nearly the same look.
bool confused_han(std::string_view a, std::string_view b) {
  static const WordGroups groups(R"(
侯 候
的 地 得
在 再
己 已 巳
做 作
帐 账
像 象
即 既
未 末
须 需
辩 辨 辫
燥 躁
枊 柳
迄 讫
秘 密
竟 竞
籍 藉
)");
  return groups.differ(a, b);
}

} // namespace

bool is_article(std::string_view word) {
  static const WordSet words("the a an der die das ein eine le la les un une el los las");
  return words.contains(word);
}

bool is_small(std::string_view word) {
  static const WordSet words(
      "of in on at by for to from as that which who is are was were be been being am has have had "
      "will would it its this these those their our his her my your and so do does did there "
      "into onto upon about also then than too through via toward towards "
      "в во на с со и по для о об от к ко из у за до же бы ли это как а но "
      "的 了 地 得 着 过 是 在 也 和 与 及 所 "
      "في من على الى عن ان و هو هي هذا هذه "
      "של את על אל ב ל מ ו הוא היא זה "
      "von zu im am und mit des dem den du de et en y del al");
  return is_article(word) || words.contains(word);
}

bool is_conjunction(std::string_view word) {
  static const WordSet words(
      "and or plus with & + и или а также 和 与 及 或 以及 و او ו או und oder et ou "
      "y e o");
  return words.contains(word);
}

std::vector<Token> prepared(std::vector<Token> tokens) {
  std::vector<Token> result;
  for (Token& token : tokens) {
    const std::string_view full = contractions().find(token.plain);
    if (full.empty())
      result.push_back(std::move(token));
    else
      each_piece(full, '_', [&](std::string_view piece) { result.push_back(word(piece)); });
  }
  for (Token& token : result) {
    token.key = key(token);
    if (token.is_han) token.sound = text::pinyin(token.plain);
  }
  return result;
}

Likeness likeness(const Token& expected, const Token& typed) {
  using Kind = Likeness::Kind;
  if (expected.text == typed.text || expected.text == typed.plain || expected.key == typed.key)
    return {Kind::same};
  if (expected.plain == typed.plain) return {Kind::accent};
  if (with_plain_ends(expected.plain) == with_plain_ends(typed.plain)) return {Kind::accent};
  if (without_grown_article(expected.plain) == without_grown_article(typed.plain))
    return {Kind::same};
  if (expected.is_han && typed.is_han) {
    if (confused_han(expected.text, typed.text)) return {Kind::typo, 1};
    // A character of the same sound is a slip of the keyboard where enough others stand.
    if (!expected.sound.empty() && expected.sound == typed.sound &&
        !opposite(expected.text, typed.text))
      return {Kind::typo, 2};
  }
  // A number word is a number: no slip turns one into another.
  if (expected.key.starts_with('#') && typed.key.starts_with('#')) return {};
  const int distance = typo_distance(expected.plain, typed.plain);
  if (distance < 0) return {};
  return {Kind::typo, distance};
}

} // namespace entente::judge
