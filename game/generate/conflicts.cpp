#include "generate/conflicts.h"

#include "generate/calendar.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace entente::generate {

namespace {

std::set<std::size_t> persons_in(const Facts& facts, std::size_t sentence) {
  std::set<std::size_t> persons;
  auto at = std::lower_bound(
      facts.mentions.begin(), facts.mentions.end(), sentence,
      [](const Mention& mention, std::size_t index) { return mention.sentence < index; });
  for (; at != facts.mentions.end() && at->sentence == sentence; ++at)
    if (facts.entities[at->entity].kind == EntityKind::person) persons.insert(at->entity);
  return persons;
}

// Days apart; huge unless both are days.
long days_apart(const DateFact& a, const DateFact& b) {
  const auto first = read_date(a.value), second = read_date(b.value);
  if (!first || !second || !first->has_day() || !second->has_day()) return 1'000'000;
  return std::labs((first->first_day() - second->first_day()).count());
}

} // namespace

std::vector<Conflict> find_conflicts(const Document& document, const Facts& facts) {
  constexpr long same_event_days = 3;
  std::vector<Conflict> conflicts;
  for (const DateFact& caption : facts.dates) {
    if (document.role_of(document.sentences[caption.sentence]) != LineRole::caption) continue;
    const auto shown = persons_in(facts, caption.sentence);
    for (const DateFact& body : facts.dates) {
      const bool is_body = document.role_of(document.sentences[body.sentence]) == LineRole::body;
      const long apart = is_body ? days_apart(caption, body) : 0;
      if (apart == 0 || apart > same_event_days) continue;
      std::string both;
      const auto told = persons_in(facts, body.sentence);
      std::size_t shared = 0;
      for (const std::size_t person : shown) {
        if (!told.contains(person)) continue;
        ++shared;
        both += (both.empty() ? "" : ", ") + facts.entities[person].name;
      }
      if (shared < 2 || body.how == "event") continue;
      conflicts.push_back({both, body.value, caption.value});
    }
  }
  return conflicts;
}

} // namespace entente::generate
