#include "generate/cooperation.h"

#include "generate/runs.h"

#include <algorithm>

namespace entente::generate {

namespace {

class CooperationFinder {
public:
  CooperationFinder(const Document& document, const Language& language, const Facts& facts)
      : document_(document),
        language_(language),
        facts_(facts),
        coop_(language.lexicon.class_bit("COOP")),
        comma_(language.lexicon.class_bit("COMMA")),
        det_(language.lexicon.class_bit("DET")),
        prep_(language.lexicon.class_bit("PREP")),
        conj_(language.lexicon.class_bit("CONJ")),
        parties_(language.lexicon.class_bit("PARTIES")),
        gerund_(language.lexicon.class_bit("GERUND")),
        stop_(language.lexicon.class_bit("STOP")),
        past_(language.lexicon.class_bit("VERB") | language.lexicon.class_bit("BE") |
              language.lexicon.class_bit("HAVE") | language.lexicon.class_bit("MODAL")) {}

  std::vector<CooperationFact> run() {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s)
      if (document_.role_of(document_.sentences[s]) == LineRole::body) scan(s);
    return std::move(found_);
  }

private:
  [[nodiscard]] const Token& token(std::size_t t) const { return document_.tokens[t]; }

  void scan(std::size_t index) {
    const Sentence& sentence = document_.sentences[index];
    const auto pair = pair_in(index, sentence.end_token);
    const std::size_t verb = verb_of(sentence);
    if (verb != sentence.end_token) {
      auto parties = pair_in(index, verb);
      if (parties.size() < 2 && refers_back(sentence, verb)) parties = last_pair_;
      if (parties.size() == 2) areas(index, sentence, parties);
    }
    if (pair.size() == 2) last_pair_ = pair;
  }

  // The word or phrase of cooperation.
  [[nodiscard]] std::size_t verb_of(const Sentence& sentence) const {
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t)
      if (token(t).is(coop_) ||
          phrase_length(document_, language_.lexicon, t, sentence.end_token, coop_) > 0)
        return t;
    return sentence.end_token;
  }

  // Countries and organisations that stand as subjects before `end`.
  [[nodiscard]] std::vector<std::string> pair_in(std::size_t index, std::size_t end) const {
    std::vector<std::string> names;
    auto at = std::lower_bound(
        facts_.mentions.begin(), facts_.mentions.end(), document_.sentences[index].first_token,
        [](const Mention& mention, std::size_t t) { return mention.first_token < t; });
    for (; at != facts_.mentions.end() && at->first_token < end; ++at) {
      const Entity& entity = facts_.entities[at->entity];
      const bool party =
          entity.kind == EntityKind::country || entity.kind == EntityKind::organisation;
      if (party && !at->possessive &&
          std::find(names.begin(), names.end(), entity.name) == names.end())
        names.push_back(entity.name);
    }
    return names;
  }

  // "The two countries", "they": the pair named last.
  [[nodiscard]] bool refers_back(const Sentence& sentence, std::size_t verb) const {
    for (std::size_t t = sentence.first_token; t < verb; ++t)
      if (token(t).is(parties_)) return true;
    return false;
  }

  void areas(std::size_t index, const Sentence& sentence, const std::vector<std::string>& parties) {
    std::vector<Symbol> symbols;
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
      Symbol symbol = token(t).symbol;
      if (phrase_length(document_, language_.lexicon, t, sentence.end_token, coop_) > 0)
        symbol.classes |= coop_;
      symbols.push_back(symbol);
    }
    for (const bool leading : {true, false})
      for (const Rule& rule : language_.cooperation) {
        if ((rule.action == "before-clause") != leading) continue;
        for (std::size_t at = 0; at < symbols.size(); ++at)
          if (const auto match = rule.pattern.match(symbols, at))
            list(index, sentence.first_token + match->end, sentence.end_token, parties, leading);
      }
  }

  // Noun phrases joined by commas and "and" (also "and on").
  void list(std::size_t index, std::size_t at, std::size_t end,
            const std::vector<std::string>& parties, bool to_comma) {
    while (at < end) {
      const std::size_t next = phrase_end(at, end);
      add(index, at, next, parties);
      if (next >= end || (to_comma && token(next).is(comma_))) return;
      std::size_t then = next;
      if (token(then).is(comma_)) ++then;
      if (then < end && document_.form(then) == "and") ++then;
      if (then == next) return;
      if (then < end && (document_.form(then) == "on" || document_.form(then) == "in")) ++then;
      if (then >= end || token(then).is(prep_ | conj_ | past_)) return;
      at = then;
    }
  }

  [[nodiscard]] std::size_t phrase_end(std::size_t at, std::size_t end) const {
    std::size_t t = at;
    while (t < end && !token(t).is(comma_ | stop_ | conj_ | past_) &&
           (t == at || !token(t).is(prep_) || document_.form(t) == "of") &&
           document_.form(t) != ";")
      ++t;
    // "military-to-military exchanges" holds a preposition between hyphens
    return t;
  }

  void add(std::size_t index, std::size_t first, std::size_t end,
           const std::vector<std::string>& parties) {
    while (first < end && token(first).is(gerund_)) ++first;
    const bool named =
        first + 1 < end && token(first).is(det_) && token(first + 1).is(shape::capital);
    if (first < end && token(first).is(det_) && !named) ++first;
    if (first >= end || end - first > 8) return;
    const Span span = document_.span_of(first, end);
    const std::string area(document_.words(span));
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const CooperationFact& fact) {
      return fact.area == area && fact.parties == parties;
    });
    if (!known) found_.push_back({parties, area, span, index});
  }

  const Document& document_;
  const Language& language_;
  const Facts& facts_;
  Classes coop_, comma_, det_, prep_, conj_, parties_, gerund_, stop_, past_;
  std::vector<std::string> last_pair_;
  std::vector<CooperationFact> found_;
};

} // namespace

std::vector<CooperationFact> find_cooperation(const Document& document, const Language& language,
                                              const Facts& facts) {
  return CooperationFinder(document, language, facts).run();
}

} // namespace entente::generate
