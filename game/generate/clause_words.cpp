#include "generate/clause_words.h"

namespace entente::generate {

ClauseWords::ClauseWords(const Document& text, const Language& language, const Facts& found)
    : document(text),
      lexicon(language.lexicon),
      facts(found),
      wording(text, found, language.lexicon) {
  const auto bit = [&](const char* name) { return lexicon.class_bit(name); };
  be = bit("BE");
  have = bit("HAVE");
  modal = bit("MODAL");
  do_ = bit("DO");
  adverb = bit("ADVERB");
  negative = bit("NEGATIVE");
  det = bit("DET");
  prep = bit("PREP");
  subject_pronoun = bit("SUBJPRON");
  pronoun = bit("PRONOUN");
  subordinate = bit("SUBORDINATE");
  temporal = bit("TEMPORAL");
  question = bit("QUESTIONWORD");
  dangling = bit("DANGLING");
  comma = bit("COMMA");
  stop = bit("STOP");
  pair = bit("PAIRWORD");
  act = bit("ACT");
  say = bit("SAY") | bit("CALL");
  plain_say = bit("SAY");
  unreal = bit("UNREAL");
  he = bit("HE");
  she = bit("SHE");
  it = bit("IT");
  they = bit("THEY");
  conj = bit("CONJ");
  numeral = bit("NUMERAL");
}

bool ClauseWords::is_auxiliary(std::size_t t) const {
  if (is_capital(t)) return false;
  const std::string form = lower(t);
  if (form == "be" || form == "been" || form == "being" || form == "having") return false;
  return is(t, be | have | modal | do_) && !is(t, shape::possessive);
}

const VerbForms* ClauseWords::verb(std::size_t t) const {
  return is_capital(t) || !is(t, shape::word) ? nullptr : lexicon.verb(document.form(t));
}

bool ClauseWords::is_form(std::size_t t, VerbForm which) const {
  const VerbForms* found = verb(t);
  return found != nullptr && Lexicon::is_form(*found, document.form(t), which);
}

bool ClauseWords::is_surely_finite(std::size_t t) const {
  if (is_auxiliary(t)) return true;
  return is_form(t, VerbForm::past) && !is_form(t, VerbForm::participle) &&
         !is_form(t, VerbForm::base);
}

bool ClauseWords::is_noun_here(std::size_t t) const {
  if (t == 0) return false;
  const Token& before = token(t - 1);
  if (before.is(det | shape::possessive | numeral) || is_preposition(t - 1)) return true;
  const std::string_view form = document.form(t - 1);
  return form == "-" ||
         (t + 1 < document.tokens.size() && document.form(t + 1) == "-" && is(t + 1, shape::glued));
}

bool ClauseWords::may_be_finite(std::size_t t) const {
  return is_auxiliary(t) || (is_form(t, VerbForm::past) && !is_noun_here(t));
}

bool ClauseWords::is_preposition(std::size_t t) const {
  return is(t, prep) && !is_capital(t) && !is(t, shape::mark);
}

bool ClauseWords::is_end(std::size_t t) const {
  if (!is(t, shape::mark)) return false;
  const std::string_view form = document.form(t);
  return is(t, stop) || form == ";" || form == ":" || form == "\u2014" || form == "\u2013" ||
         (form == "-" && !is(t, shape::glued));
}

} // namespace entente::generate
