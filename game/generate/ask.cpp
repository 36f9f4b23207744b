#include "generate/ask.h"

namespace entente::generate {

Asking::Asking(const Article& article, const Language& spoken)
    : document(article.document),
      facts(article.facts),
      language(spoken),
      phrases(*spoken.phrases),
      marked(article.marked),
      wording(article.document, article.facts, spoken.lexicon),
      clauses(find_clauses(article.document, spoken, article.facts, article.marked)) {}

Candidates ask_all(const Asking& asking) {
  Candidates found;
  ask_speakers(asking, found);
  ask_times(asking, found);
  ask_persons(asking, found);
  ask_places(asking, found);
  ask_numbers(asking, found);
  ask_cooperation(asking, found);
  ask_quotations(asking, found);
  ask_events(asking, found);
  return found;
}

} // namespace entente::generate
