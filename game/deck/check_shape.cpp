// What gives an answer away without knowing anything: its length, an article, its number.

#include "deck/check_parts.h"
#include "judge/sets.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace entente::deck {

namespace {

// Below these a difference of length is not seen, or is a matter of names.
constexpr double long_ratio = 1.7;
constexpr std::size_t long_surplus = 14; // code points
constexpr double short_ratio = 2.5;
constexpr std::size_t short_surplus = 16;

Finding about(const Card& card, Fault fault, Part part, std::string message, std::string advice) {
  return {fault, card.id, part, {}, std::move(message), std::move(advice), std::nullopt};
}

void check_length(const Card& card, Findings& findings) {
  if (card.wrong.size() < 2) return;
  const std::size_t own = text::code_points(answer_line(card.answer));
  std::size_t shortest = text::code_points(card.wrong.front().text), longest = shortest;
  for (const WrongOption& option : card.wrong) {
    const std::size_t length = text::code_points(option.text);
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
  }
  const bool is_long = own >= longest + long_surplus &&
                       static_cast<double>(own) >= long_ratio * static_cast<double>(longest);
  const bool is_short = shortest >= own + short_surplus &&
                        static_cast<double>(shortest) >= short_ratio * static_cast<double>(own);
  if (!is_long && !is_short) return;
  findings.push_back(
      about(card, Fault::length, {Part::Of::answer},
            "The answer " + quoted(answer_line(card.answer)) +
                (is_long ? " is much longer than every wrong option."
                         : " is much shorter than every wrong option."),
            is_long ? "Shorten it and move the rest to the explanation, or lengthen the options."
                    : "Shorten the options, or say the answer more fully."));
}

enum class Article { none, a, an };

// The article that the question ends with, or that stands before its gap.
Article article_before_gap(const Card& card) {
  std::string before = card.prompt;
  for (const char* gap : {"___", "…", "..."})
    if (const std::size_t at = card.prompt.find(gap); at != std::string::npos)
      before = card.prompt.substr(0, std::min(at, before.size()));
  if (card.cloze) before = card.cloze->before;
  while (!before.empty() && !std::isalpha(static_cast<unsigned char>(before.back())))
    before.pop_back();
  // "Vitamin A?" ends in no article.
  if (before.ends_with('A') || before.ends_with('N')) return Article::none;
  const Words words = words_of(before);
  if (words.empty()) return Article::none;
  return words.back() == "a" ? Article::a : words.back() == "an" ? Article::an : Article::none;
}

// How the first word sounds; by letters, with the well-known exceptions.
bool takes_an(std::string_view text) {
  static constexpr std::array<std::string_view, 5> vowel_after_all = {"hour", "honest", "honor",
                                                                      "honour", "heir"};
  static constexpr std::array<std::string_view, 9> consonant_after_all = {
      "uni", "use", "usu", "eu", "one", "once", "ut", "ub", "uk"};
  const Words words = words_of(text);
  if (words.empty()) return false;
  const std::string& word = words.front();
  for (const std::string_view start : vowel_after_all)
    if (word.starts_with(start)) return true;
  if (word == "8" || word == "11" || word == "18" || word.starts_with("80")) return true;
  for (const std::string_view start : consonant_after_all)
    if (word.starts_with(start) && !word.starts_with("unin") && !word.starts_with("unim"))
      return false;
  return std::string_view("aeiou").find(word.front()) != std::string_view::npos;
}

void check_article(const Card& card, Findings& findings) {
  const Article article = article_before_gap(card);
  if (article == Article::none || card.wrong.empty()) return;
  const bool wants_an = article == Article::an;
  const auto misfits = [&](const WrongOption& option) { return takes_an(option.text) != wants_an; };
  const std::string said = wants_an ? "“an”" : "“a”";
  if (takes_an(answer_line(card.answer)) != wants_an)
    findings.push_back(about(card, Fault::grammar, {Part::Of::answer},
                             "The question ends in " + said + ", which does not fit the answer " +
                                 quoted(answer_line(card.answer)) + ".",
                             "Write “a/an”, or put the article into the options."));
  else if (const auto odd = std::find_if(card.wrong.begin(), card.wrong.end(), misfits);
           odd != card.wrong.end())
    findings.push_back(about(card, Fault::grammar,
                             {Part::Of::wrong, static_cast<std::size_t>(odd - card.wrong.begin())},
                             "The question ends in " + said + ", which fits the answer but not " +
                                 quoted(odd->text) + ".",
                             "Write “a/an”, or put the article into the options."));
}

std::size_t number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 11> words = {
      "", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  for (std::size_t i = 2; i < words.size(); ++i)
    if (word == words[i] || word == std::to_string(i)) return i;
  return 0;
}

// How many items "Which two months" asks for; 0 when it does not say.
std::size_t wanted_items(const Card& card) {
  const Words words = words_of(card.prompt);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i - 1] == "which" || words[i - 1] == "what" || words[i - 1] == "name" ||
        words[i - 1] == "these")
      if (const std::size_t wanted = number_word(words[i])) return wanted;
  return 0;
}

void check_item_count(const Card& card, Findings& findings) {
  const std::size_t own = card.answer.items.size();
  if (card.answer.kind != AnswerKind::set && card.answer.kind != AnswerKind::sequence) return;
  if (const std::size_t wanted = wanted_items(card); wanted != 0 && wanted != own)
    findings.push_back(about(card, Fault::grammar, {Part::Of::answer},
                             "The question asks for " + std::to_string(wanted) +
                                 " items, but the answer has " + std::to_string(own) + ".",
                             "Make the question and the answer agree."));
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    if (const std::size_t items = judge::items_of(card.wrong[i].text).size(); items != own)
      return findings.push_back(
          about(card, Fault::grammar, {Part::Of::wrong, i},
                "The answer has " + std::to_string(own) + " items, the wrong option " +
                    quoted(card.wrong[i].text) + " has " + std::to_string(items) + ".",
                "Give every option as many items as the answer, parted by “; ”."));
}

bool is_plural(std::string_view text) {
  static const judge::WordSet irregular(
      "men women people children mice feet teeth geese oxen police cattle both they");
  static const judge::WordSet singular("news physics mathematics politics economics series species "
                                       "gas bus lens chess atlas always perhaps");
  Words words = words_of(text);
  if (const auto of = std::find(words.begin(), words.end(), "of");
      of != words.end() && of != words.begin())
    words.erase(of, words.end());
  if (words.empty()) return false;
  if (std::find(words.begin(), words.end(), "and") != words.end()) return true;
  const std::string& head = words.back();
  if (singular.contains(head)) return false;
  return irregular.contains(head) ||
         (head.size() > 3 && head.ends_with('s') && !head.ends_with("ss") &&
          !head.ends_with("us") && !head.ends_with("is"));
}

// What the verb of the question or cloze asks for: 1 one, 2 several, 0 either.
int wanted_number(const Card& card) {
  static const judge::WordSet several("are were have these those");
  static const judge::WordSet one("is was has this");
  static const judge::WordSet asks("which what who");
  if (card.cloze) {
    const Words after = words_of(card.cloze->after);
    if (!after.empty() && several.contains(after.front())) return 2;
    if (!after.empty() && one.contains(after.front())) return 1;
  }
  const Words words = words_of(card.prompt);
  for (std::size_t i = 0; i + 1 < words.size() && i < 4; ++i) {
    if (!asks.contains(words[i])) continue;
    for (std::size_t j = i + 1; j < words.size() && j <= i + 2; ++j) {
      if (several.contains(words[j])) return 2;
      if (one.contains(words[j])) return 1;
    }
  }
  return 0;
}

// Names end in s without meaning several: Mars.
bool is_common_noun(const std::string& text) { return text::lower(text, "en") == text; }

// "Which animals are ...": lions, a tiger, a bear. Names have no number of their own.
void check_number(const Card& card, Findings& findings) {
  if (card.answer.kind != AnswerKind::text || card.wrong.size() < 2) return;
  const bool plural = is_plural(card.answer.text);
  const auto differing =
      std::count_if(card.wrong.begin(), card.wrong.end(),
                    [&](const WrongOption& option) { return is_plural(option.text) != plural; });
  const auto all = static_cast<std::ptrdiff_t>(card.wrong.size());
  const int wanted = wanted_number(card);
  const bool fits = wanted == (plural ? 2 : 1);
  const bool alone = wanted == 0 && differing == all && is_common_noun(card.answer.text);
  if (!alone && !(fits && 2 * differing >= all)) return;
  findings.push_back(
      about(card, Fault::grammar, {Part::Of::answer},
            "The answer " + quoted(card.answer.text) + " is " + (plural ? "plural" : "singular") +
                ", " + (differing == all ? "every" : "most") +
                (differing == all ? " wrong option is not." : " wrong options are not."),
            "Put all options into the same number."));
}

bool begins_with_article(std::string_view text) {
  const Words words = words_of(text);
  return words.size() > 1 && (words[0] == "a" || words[0] == "an" || words[0] == "the");
}

void check_leading_article(const Card& card, Findings& findings) {
  if (card.answer.kind != AnswerKind::text || card.wrong.size() < 2) return;
  const bool own = begins_with_article(card.answer.text);
  if (std::all_of(card.wrong.begin(), card.wrong.end(), [&](const WrongOption& option) {
        return begins_with_article(option.text) != own && words_of(option.text).size() > 1;
      }))
    findings.push_back(
        about(card, Fault::grammar, {Part::Of::answer},
              "The answer " + quoted(card.answer.text) +
                  (own ? " alone begins with an article." : " alone begins without an article."),
              "Begin all options alike."));
}

} // namespace

void check_shape(const Card& card, Findings& findings) {
  check_length(card, findings);
  check_article(card, findings);
  check_item_count(card, findings);
  check_number(card, findings);
  check_leading_article(card, findings);
}

} // namespace entente::deck
