#pragma once

// What the parts of the deck check share. Internal to deck/.

#include "deck/check.h"
#include "deck/judged_as.h"
#include "judge/judge.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente::deck {

using Words = std::vector<std::string>;

// Folded words, in order.
[[nodiscard]] Words words_of(std::string_view text);
// The words that carry the sense: no articles, prepositions, question words; plural s cut.
[[nodiscard]] std::set<std::string> content_words(std::string_view text);
// Whether `part` stands in `whole` word by word.
[[nodiscard]] bool holds(const Words& whole, const Words& part);
// Shared of all: 1 for equal sets, 0 for nothing in common or both empty.
[[nodiscard]] double likeness(const std::set<std::string>& a, const std::set<std::string>& b);

// What a card asks: its prompt, or its cloze with a gap.
[[nodiscard]] std::string asked(const Card& card);
// “...”: short texts quoted whole, long ones at the beginning.
[[nodiscard]] std::string quoted(std::string_view text);

// A day, month or year met in running text.
struct DateHit {
  std::size_t begin = 0, end = 0;   // bytes of the text searched, as readable() leaves it
  int year = 0, month = 0, day = 0; // 0: not said
  bool impossible = false;
};
struct DatedText {
  std::string text; // readable
  std::vector<DateHit> hits;
};
[[nodiscard]] DatedText find_dates(std::string_view text);

// The source as the checks of quotations and speakers read it.
struct Sentence {
  Words words;
  bool speaks = false;  // quotation marks or a verb of saying
  bool pronoun = false; // he, she, they
};
struct SourceWords {
  explicit SourceWords(std::string_view text);
  Words words;
  std::vector<std::vector<Sentence>> blocks; // of every line, captions included
  std::size_t body_paragraphs = 0;
};

using Findings = std::vector<Finding>;
// The kinds under which each text is an answer or accepted in the deck, by comparable text.
using KnownKinds = std::map<std::string, std::set<AnswerKind>>;

void check_options(const Card& card, const std::string& language, const KnownKinds& known,
                   Findings& findings);
void check_shape(const Card& card, Findings& findings); // length and grammar
void check_own_words(const Card& card, Findings& findings);
void check_dates(const Card& card, Findings& findings);
void check_source(const Card& card, const SourceWords& source, Findings& findings);

} // namespace entente::deck
