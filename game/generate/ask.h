#pragma once

// Stage 7: facts to questions, one function a family of kinds. Each adds to the candidates what it
// can ask well and leaves the rest alone.

#include "generate/candidate.h"
#include "generate/clauses.h"
#include "generate/extract.h"
#include "generate/phrasebook.h"
#include "generate/wording.h"

#include <vector>

namespace entente::generate {

// All that a family looks at; outlives it.
struct Asking {
  Asking(const Article& article, const Language& language);

  const Document& document;
  const Facts& facts;
  const Language& language;
  const Phrasebook& phrases;
  const std::vector<Marked>& marked;
  Wording wording;
  std::vector<Clause> clauses;
};

using Candidates = std::vector<Candidate>;

void ask_speakers(const Asking& asking, Candidates& found);    // who said it
void ask_quotations(const Asking& asking, Candidates& found);  // complete the words
void ask_persons(const Asking& asking, Candidates& found);     // who is, which role
void ask_times(const Asking& asking, Candidates& found);       // when, how long before
void ask_events(const Asking& asking, Candidates& found);      // what happened when, in what order
void ask_places(const Asking& asking, Candidates& found);      // where, with whom, who did
void ask_numbers(const Asking& asking, Candidates& found);     // how many, by how much
void ask_cooperation(const Asking& asking, Candidates& found); // which areas

[[nodiscard]] Candidates ask_all(const Asking& asking);

} // namespace entente::generate
