#include "deck/check_parts.h"
#include "deck/xml_text.h"
#include "judge/tokens.h"
#include "judge/word_list.h"
#include "judge/words.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::deck {

namespace {

constexpr std::size_t longest_quoted = 60; // bytes

// Words that every question has.
bool is_question_word(std::string_view word) {
  static const judge::WordSet words(
      "what when where whom whose why how many much if not no one ones than then them they he she "
      "him i you we us me or but into over under after before during between by per out up down "
      "can could may might must shall should any some each every all both such same other "
      "article deck question following name named call called according");
  return words.contains(word);
}

std::string stem(std::string word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
    word.pop_back();
  return word;
}

std::string without_possessive(std::string word) {
  if (word.ends_with("'s")) word.resize(word.size() - 2);
  if (word.ends_with("'")) word.pop_back();
  return word;
}

} // namespace

Words words_of(std::string_view text) {
  Words words;
  for (const judge::Token& token : judge::tokens(judge::readable(text)))
    if (std::string word = without_possessive(token.plain); !word.empty())
      words.push_back(std::move(word));
  return words;
}

std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> words;
  for (std::string& word : words_of(text))
    if (!judge::is_small(word) && !is_question_word(word)) words.insert(stem(std::move(word)));
  return words;
}

bool holds(const Words& whole, const Words& part) {
  return !part.empty() &&
         std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shared =
      std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); });
  const auto all = static_cast<std::ptrdiff_t>(a.size() + b.size()) - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

std::string asked(const Card& card) {
  if (!card.prompt.empty() || !card.cloze) return card.prompt;
  return card.cloze->before + "…" + card.cloze->after;
}

std::string quoted(std::string_view text) {
  if (text.size() <= longest_quoted) return "“" + std::string(text) + "”";
  std::size_t end = 0;
  for (const std::size_t boundary : text::grapheme_boundaries(text))
    if (boundary <= longest_quoted) end = boundary;
  return "“" + std::string(trim(text.substr(0, end))) + "…”";
}

} // namespace entente::deck
