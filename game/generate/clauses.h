#pragma once

// Stage 6: plain statements, who did what, read out of sentences without a parser. What is not
// surely understood gives no clause: cards are made from these, so a miss costs little and a
// mistake costs a card.

#include "generate/facts.h"
#include "generate/rules.h"
#include "generate/segment.h"

#include <functional>
#include <string>
#include <vector>

namespace entente::generate {

// Part of a clause before its subject or behind its verb: an object, or a phrase with a
// preposition.
struct Piece {
  std::size_t first = 0, end = 0; // tokens, with the preposition
  std::size_t inside = 0;         // first token behind the preposition
  std::vector<std::size_t> dates; // into Facts::dates, when it says a time
  bool leads = false;             // stands before the subject
  [[nodiscard]] bool prepositional() const { return inside > first; }
  [[nodiscard]] bool is_time() const { return !dates.empty(); }
};

struct Clause {
  std::size_t sentence = 0;
  std::size_t first = 0, end = 0; // tokens
  std::size_t subject_first = 0, subject_end = 0;
  std::string subject;             // as a question words it
  std::vector<std::size_t> actors; // the entities that are the subject, if it is nothing else
  bool pronoun = false;            // the subject was a pronoun, followed back
  std::size_t verb_first = 0, verb_end = 0;
  const VerbForms* verb = nullptr; // null: be, have
  std::string finite;              // "was arrested", "met"
  std::string auxiliary;           // what goes before the subject in a question: "was", "did"
  std::string turned;              // what stays behind it: "arrested", "meet"
  bool past = false;
  std::vector<Piece> pieces;
  bool cut_short = false; // it ends at a comma, so a list may go on
  bool claims = false;    // its object is a "that" clause
};

// asked: is this sentence to be read?
[[nodiscard]] std::vector<Clause> find_clauses(const Document& document, const Language& language,
                                               const Facts& facts,
                                               const std::vector<Marked>& quotes,
                                               const std::function<bool(std::size_t)>& asked);

} // namespace entente::generate
