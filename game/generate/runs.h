#pragma once

// Runs of capitalised words, the raw material of names: "US Secretary of State Antony Blinken",
// "Museum of Flight", "Kwok Ka-ki".

#include "generate/document.h"
#include "generate/rules.h"

#include <vector>

namespace entente::generate {

struct Run {
  std::size_t first = 0, end = 0; // tokens
  std::size_t sentence = 0;
  std::size_t name = 0;      // where the name begins after a role or title; end = role alone
  bool has_role = false;     // a role stands before the name inside the run
  bool has_title = false;    // Mr, Dr
  bool has_org_head = false; // University, Ministry ...
};

// The class bits that names are told by.
struct NameBits {
  explicit NameBits(const Lexicon& lexicon);
  Classes stop, role, title, person_noun, group, anon, institution, org, place_head, event,
      non_name;
  Classes given, family_first, particle, place, side, country, demonym, capital, det, prep, conj;
  Classes pronoun, modal, be, have, cue, say, comma, lparen, rparen, adverb, month, past;
  [[nodiscard]] Classes function() const {
    return det | prep | conj | pronoun | modal | be | have | adverb;
  }
};

[[nodiscard]] std::vector<Run> find_runs(const Document& document, const Language& language,
                                         const NameBits& bits);

// Tokens of the longest phrase of these classes that starts at t ("prime minister"), or 0.
[[nodiscard]] std::size_t phrase_length(const Document& document, const Lexicon& lexicon,
                                        std::size_t t, std::size_t end, Classes classes);

} // namespace entente::generate
