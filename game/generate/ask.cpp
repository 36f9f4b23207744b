#include "generate/ask.h"

#include <algorithm>

namespace entente::generate {

namespace {

constexpr std::size_t block = 8;       // sentences
constexpr std::size_t most_named = 80; // entities

std::size_t stride_for(std::size_t sentences, std::size_t most) {
  return std::max<std::size_t>(1, sentences / std::max<std::size_t>(most, 1));
}

template <typename Fact, typename Keep> void keep_only(std::vector<Fact>& facts, const Keep& keep) {
  std::erase_if(facts, [&](const Fact& fact) { return !keep(fact.sentence); });
}

// The most spoken of, in the order of the text.
std::vector<std::size_t> most_named_of(const Facts& facts) {
  std::vector<std::size_t> count(facts.entities.size(), 0), chosen;
  for (const Mention& mention : facts.mentions) ++count[mention.entity];
  for (std::size_t e = 0; e < count.size(); ++e)
    if (facts.entities[e].kind != EntityKind::role && facts.entities[e].kind != EntityKind::other)
      chosen.push_back(e);
  if (chosen.size() <= most_named) return chosen;
  std::stable_sort(chosen.begin(), chosen.end(),
                   [&](std::size_t a, std::size_t b) { return count[a] > count[b]; });
  chosen.resize(most_named);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

} // namespace

Asking::Asking(const Article& article, const Language& spoken, std::size_t most_sentences)
    : stride_(stride_for(article.document.sentences.size(), most_sentences)),
      spread_(stride_ == 1 ? Facts{} : article.facts),
      document(article.document),
      facts(stride_ == 1 ? article.facts : spread_),
      language(spoken),
      phrases(*spoken.phrases),
      marked(article.marked),
      wording(article.document, facts, spoken.lexicon) {
  const auto keep = [this](std::size_t sentence) { return asks(sentence); };
  keep_only(spread_.dates, keep);
  keep_only(spread_.quotes, keep);
  keep_only(spread_.numbers, keep);
  keep_only(spread_.cooperation, keep);
  named = most_named_of(facts);
  for (const QuoteFact& quote : facts.quotes)
    if (quote.entity != nobody && quote.sure) speakers.insert(quote.entity);
  for (const Entity& entity : facts.entities) {
    names.insert(entity.name);
    names.insert(entity.aliases.begin(), entity.aliases.end());
  }
  clauses = find_clauses(document, spoken, facts, marked, keep);
}

bool Asking::asks(std::size_t sentence) const { return sentence / block % stride_ == 0; }

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
