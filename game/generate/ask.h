#pragma once

// Stage 7: facts to questions, one function a family of kinds. Each adds to the candidates what it
// can ask well and leaves the rest alone.

#include "generate/candidate.h"
#include "generate/clauses.h"
#include "generate/extract.h"
#include "generate/phrasebook.h"
#include "generate/wording.h"

#include <set>
#include <string>
#include <vector>

namespace entente::generate {

// All that a family looks at; outlives it.
struct Asking {
  // A text longer than so many sentences is asked from blocks of sentences spread evenly over it.
  Asking(const Article& article, const Language& language, std::size_t most_sentences = 4000);
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

private:
  std::size_t stride_ = 1; // every so manyth block is asked from
  Facts spread_;           // the facts of those blocks, where not all are

public:
  [[nodiscard]] bool asks(std::size_t sentence) const;

  const Document& document;
  const Facts& facts;
  std::vector<std::size_t> named;           // entities that may be options, at most a few score
  std::set<std::size_t> speakers;           // entities surely quoted
  std::set<std::string, std::less<>> names; // all that the text names, as written
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

// Statements that have a time, for the list of facts.
[[nodiscard]] std::vector<EventFact> dated_events(const Asking& asking);

[[nodiscard]] Candidates ask_all(const Asking& asking);

} // namespace entente::generate
