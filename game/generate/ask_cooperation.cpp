// Which areas do they work together in: all of a sentence as a set, the one that a clause names,
// and which of these is not one.

#include "generate/clause_wording.h"

#include "core/random.h"

#include <algorithm>
#include <map>

namespace entente::generate {

namespace {

class CooperationAsker {
public:
  explicit CooperationAsker(const Asking& asking) : asking_(asking) {
    if (asking_.facts.cooperation.empty()) return;
    const std::string text = lower_ascii(asking_.document.text);
    for (const std::string& area : asking_.phrases.list("AREA"))
      if (text.find(lower_ascii(area)) == std::string::npos) foreign_.push_back(area);
    for (const CooperationFact& fact : asking_.facts.cooperation)
      by_parties_[fact.parties].push_back(&fact);
  }

  void run(Candidates& found) const {
    for (const auto& [parties, facts] : by_parties_) {
      ask_not(parties, facts, found);
      ask_all_areas(parties, facts, found);
    }
    std::map<std::size_t, std::vector<const CooperationFact*>> by_sentence;
    for (const CooperationFact& fact : asking_.facts.cooperation)
      by_sentence[fact.sentence].push_back(&fact);
    for (const auto& [sentence, facts] : by_sentence) ask_sentence(sentence, facts, found);
  }

private:
  using Facts_ = std::vector<const CooperationFact*>;

  [[nodiscard]] std::string pair_of(const std::vector<std::string>& parties) const {
    return joined(parties, asking_.phrases.fill("and"));
  }

  // Areas of the world's list that the text does not speak of.
  [[nodiscard]] std::vector<std::string> foreign_areas(const std::string& seed) const {
    std::vector<std::string> areas = foreign_;
    if (!areas.empty())
      std::rotate(areas.begin(),
                  areas.begin() + static_cast<std::ptrdiff_t>(core::hash(seed) % areas.size()),
                  areas.end());
    return areas;
  }

  void ask_not(const std::vector<std::string>& parties, const Facts_& facts,
               Candidates& found) const {
    if (facts.size() < options_needed) return;
    const auto foreign = foreign_areas(parties.front());
    if (foreign.empty()) return;
    Candidate candidate;
    candidate.kind = "area-not";
    candidate.category = "facts";
    candidate.sentence = facts.front()->sentence;
    candidate.anchor = pair_of(parties);
    candidate.stem = asking_.phrases.fill("area-not", {{"parties", pair_of(parties)}});
    candidate.answer.text = foreign.front();
    for (const CooperationFact* fact : facts)
      candidate.pool.push_back(
          {tidy(fact->area), asking_.phrases.fill("why-area-named", {{"area", tidy(fact->area)}})});
    candidate.explanation = asking_.phrases.fill(
        "area-not-explanation",
        {{"parties", pair_of(parties)}, {"area", foreign.front()}, {"areas", list_of(facts)}});
    candidate.forms = {deck::Form::choice};
    candidate.derived = true;
    candidate.worth = 40;
    found.push_back(std::move(candidate));
  }

  [[nodiscard]] std::string list_of(const Facts_& facts) const {
    std::vector<std::string> areas;
    for (const CooperationFact* fact : facts) areas.push_back(tidy(fact->area));
    return joined(areas, asking_.phrases.fill("and"));
  }

  void ask_all_areas(const std::vector<std::string>& parties, const Facts_& facts,
                     Candidates& found) const {
    if (facts.size() < 2 || facts.size() > 8) return;
    Candidate candidate;
    candidate.kind = "areas";
    candidate.category = "facts";
    candidate.sentence = facts.back()->sentence;
    candidate.anchor = "all " + pair_of(parties);
    candidate.stem = asking_.phrases.fill("areas-all", {{"parties", pair_of(parties)}});
    candidate.answer.kind = deck::AnswerKind::set;
    for (const CooperationFact* fact : facts) candidate.answer.items.push_back(tidy(fact->area));
    candidate.explanation = asking_.phrases.fill(
        "areas-explanation", {{"parties", pair_of(parties)}, {"areas", list_of(facts)}});
    candidate.forms = {deck::Form::typed, deck::Form::flip};
    candidate.without_options = true;
    candidate.worth = 30;
    found.push_back(std::move(candidate));
  }

  // By the clause that names them: "On which areas have A and B agreed to cooperate?"
  void ask_sentence(std::size_t sentence, const Facts_& facts, Candidates& found) const {
    for (const Clause& clause : asking_.clauses) {
      if (clause.sentence != sentence) continue;
      for (std::size_t p = 0; p < clause.pieces.size(); ++p) {
        Facts_ here;
        for (const CooperationFact* fact : facts)
          if (token_at(fact->span.begin) >= clause.pieces[p].first &&
              token_at(fact->span.begin) < clause.pieces[p].end)
            here.push_back(fact);
        if (!here.empty()) ask_piece(clause, p, here, found);
      }
    }
  }

  [[nodiscard]] std::size_t token_at(std::size_t byte) const {
    const auto& tokens = asking_.document.tokens;
    return static_cast<std::size_t>(
        std::lower_bound(tokens.begin(), tokens.end(), byte,
                         [](const Token& token, std::size_t at) { return token.span.begin < at; }) -
        tokens.begin());
  }

  void ask_piece(const Clause& clause, std::size_t p, const Facts_& facts,
                 Candidates& found) const {
    const Piece& piece = clause.pieces[p];
    const std::size_t area = token_at(facts.front()->span.begin);
    LeftOut out = {p};
    for (std::size_t later = p + 1; later < clause.pieces.size(); ++later)
      if (facts.size() > 1) out.push_back(later);
    // What stands in the piece before the area: "on", "on developing a".
    std::string before = asking_.wording.plain(piece.first, area);
    const bool gerund = count_words(before) > 1;
    if (!piece.prepositional()) return;
    Candidate candidate;
    candidate.kind = facts.size() > 1 ? "areas" : "area";
    candidate.category = "facts";
    candidate.sentence = clause.sentence;
    candidate.anchor = statement(asking_, clause, {p});
    const std::string turned = inverted(asking_, clause, out);
    if (gerund && before.find(" to") == std::string::npos && !piece.leads) {
      strip_article(before);
      candidate.stem =
          asking_.phrases.fill("area-what-doing", {{"turned", turned}, {"doing", before}});
    } else if (facts.size() > 1) {
      candidate.stem = asking_.phrases.fill(
          "areas", {{"prep", capitalised(before)},
                    {"count", asking_.phrases.list("NUMERALNAME").size() >= facts.size()
                                  ? asking_.phrases.list("NUMERALNAME")[facts.size() - 1]
                                  : std::string()},
                    {"turned", turned}});
    } else {
      candidate.stem =
          asking_.phrases.fill("area", {{"prep", capitalised(before)}, {"turned", turned}});
    }
    answer_with(candidate, facts);
    candidate.explanation =
        asking_.phrases.fill("areas-explanation", {{"parties", pair_of(facts.front()->parties)},
                                                   {"areas", list_of(facts)}});
    candidate.worth = 75;
    found.push_back(std::move(candidate));
  }

  static void strip_article(std::string& text) {
    for (const std::string_view article : {" a", " an", " the"})
      if (text.ends_with(article)) text.resize(text.size() - article.size());
  }

  void answer_with(Candidate& candidate, const Facts_& facts) const {
    if (facts.size() > 1) {
      candidate.answer.kind = deck::AnswerKind::set;
      for (const CooperationFact* fact : facts) candidate.answer.items.push_back(tidy(fact->area));
    } else {
      candidate.answer.text = tidy(facts.front()->area);
    }
    const auto foreign = foreign_areas(candidate.anchor);
    const std::string reason = asking_.phrases.fill("why-not-area");
    for (std::size_t i = 0; i + facts.size() <= foreign.size(); i += facts.size()) {
      std::string text;
      for (std::size_t f = 0; f < facts.size(); ++f) text += (f > 0 ? "; " : "") + foreign[i + f];
      candidate.pool.push_back({text, reason});
    }
  }

  static constexpr std::size_t options_needed = 3;
  const Asking& asking_;
  std::map<std::vector<std::string>, Facts_> by_parties_;
  std::vector<std::string> foreign_; // areas that the text does not speak of
};

} // namespace

void ask_cooperation(const Asking& asking, Candidates& found) {
  CooperationAsker(asking).run(found);
}

} // namespace entente::generate
