#pragma once

// The small questions about single words that reading a clause asks.

#include "generate/facts.h"
#include "generate/rules.h"
#include "generate/wording.h"

namespace entente::generate {

class ClauseWords {
public:
  ClauseWords(const Document& document, const Language& language, const Facts& facts);

  [[nodiscard]] const Token& token(std::size_t t) const { return document.tokens[t]; }
  [[nodiscard]] std::string lower(std::size_t t) const { return lower_ascii(document.form(t)); }
  [[nodiscard]] bool is(std::size_t t, Classes classes) const { return token(t).is(classes); }
  [[nodiscard]] bool is_capital(std::size_t t) const { return token(t).is(shape::capital); }

  // was, has, will, did: may turn a statement into a question.
  [[nodiscard]] bool is_auxiliary(std::size_t t) const;
  // The verb a lower-case word is a form of; null.
  [[nodiscard]] const VerbForms* verb(std::size_t t) const;
  [[nodiscard]] bool is_form(std::size_t t, VerbForm which) const;
  // A past form that cannot be a participle ("went"), or an auxiliary: a clause has but one.
  [[nodiscard]] bool is_surely_finite(std::size_t t) const;
  // Could a verb of the past or a present stand here?
  [[nodiscard]] bool may_be_finite(std::size_t t) const;
  [[nodiscard]] bool is_noun_here(std::size_t t) const; // behind the, of, 's, a hyphen
  [[nodiscard]] bool is_preposition(std::size_t t) const;
  [[nodiscard]] bool is_end(std::size_t t) const; // . ; : – and the like

  const Document& document;
  const Lexicon& lexicon;
  const Facts& facts;
  Wording wording;
  Classes be, have, modal, do_, adverb, negative, det, prep, subject_pronoun, pronoun, subordinate,
      temporal, plain_say, question, dangling, comma, stop, pair, act, say, unreal, he, she, it,
      they, conj, numeral;
};

} // namespace entente::generate
