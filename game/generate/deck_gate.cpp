#include "generate/deck_gate.h"

#include "generate/select.h"
#include "generate/wording.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::generate {

namespace {

constexpr std::size_t most_rounds = 400, most_refills = 60;
constexpr std::size_t longest_typed = 4; // words of an answer that may be asked without options

// Cards of a trial deck are named by their number.
std::string id_of(std::size_t index) { return std::to_string(index); }
std::size_t index_of(const std::string& id) { return std::stoul(id); }

bool may_be_typed(const Candidate& candidate) {
  return count_words(deck::answer_line(candidate.answer)) <= longest_typed &&
         candidate.answer.kind != deck::AnswerKind::sequence;
}

void ask_typed(Candidate& candidate) {
  candidate.pool.clear();
  candidate.spare.clear();
  candidate.forms = {deck::Form::typed, deck::Form::flip};
}

// Where the words stand in the stem, outside of quotation marks; npos.
std::size_t place_in(const std::string& stem, const std::string& words) {
  const std::size_t at = words.empty() ? std::string::npos : stem.find(words);
  if (at == std::string::npos || at == 0 || stem[at - 1] != ' ') return std::string::npos;
  const std::size_t open = stem.rfind("\u201C", at), close = stem.rfind("\u201D", at);
  const bool quoted = open != std::string::npos && (close == std::string::npos || close < open);
  return quoted ? std::string::npos : at;
}

// The question without the answer of another card, where it stands well without: a date behind its
// preposition, a number before what it counts or at the end, an office before its holder's name.
std::string without(const std::string& stem, const deck::Answer& told, const Lexicon& lexicon) {
  const std::string words = deck::answer_line(told);
  const std::size_t at = place_in(stem, words);
  if (at == std::string::npos) return {};
  const std::string before = stem.substr(0, at - 1), after = stem.substr(at + words.size());
  const std::size_t last = before.rfind(' ');
  const std::string link = last == std::string::npos ? "" : before.substr(last + 1);
  const bool preposition = (lexicon.find(link).classes & lexicon.class_bit("PREP")).any();
  const auto is = [&](const char* of) {
    return (lexicon.find(link).classes & lexicon.class_bit(of)).any();
  };
  const bool name_follows =
      after.size() > 1 && after[0] == ' ' && after[1] >= 'A' && after[1] <= 'Z';
  const bool noun_follows =
      after.size() > 1 && after[0] == ' ' && after[1] >= 'a' && after[1] <= 'z';
  switch (told.kind) {
  case deck::AnswerKind::date:
    return preposition ? before.substr(0, last) + after : std::string();
  case deck::AnswerKind::number:
    if (noun_follows && !is("DET")) return before + after;
    return after == "?" && !preposition && !is("BE") && !is("DET") ? before + after : std::string();
  default:
    return name_follows ? before + after : std::string();
  }
}

// Words the question so that it does not tell the other card's answer; false when that cannot be.
bool tell_less(Candidate& candidate, const deck::Answer& told, const Lexicon& lexicon) {
  const std::string hidden = text::comparable(deck::answer_line(told));
  const auto tells = [&](const std::string& stem) {
    return text::comparable(stem).find(hidden) != std::string::npos;
  };
  if (std::string plain = without(candidate.stem, told, lexicon); !plain.empty() && !tells(plain)) {
    candidate.stem = std::move(plain);
    return true;
  }
  const auto found = std::find_if_not(candidate.milder.begin(), candidate.milder.end(), tells);
  if (found == candidate.milder.end()) return false;
  candidate.stem = *found;
  candidate.milder.erase(candidate.milder.begin(), found + 1);
  return true;
}

// Why a card goes, as the log says it; ids of a trial deck would tell the teacher nothing.
std::string reason_of(const deck::Finding& finding) {
  const std::string fault(deck::name(finding.fault));
  return finding.other.empty() ? fault + ": " + finding.message : fault;
}

class Sieve {
public:
  Sieve(std::vector<Candidate> kept, const Language& language, deck::CheckMaterial material)
      : kept_(std::move(kept)), language_(language), check_(deck(), std::move(material)) {}

  void run() {
    for (std::size_t i = 0; i < kept_.size();) mend_alone(i) ? ++i : i;
    for (std::size_t round = 0; round < most_rounds && mend_together(); ++round) {
    }
  }

  // Takes the candidate if that leaves nothing to find.
  bool add(Candidate candidate) {
    kept_.push_back(std::move(candidate));
    const std::size_t before = kept_.size(), drops = dropped.size();
    const bool alone = mend_alone(kept_.size() - 1);
    if (alone && deck::check_across(deck()).empty()) return true;
    if (kept_.size() == before) kept_.pop_back();
    dropped.resize(drops);
    return false;
  }

  std::vector<Candidate>& kept() { return kept_; }
  std::vector<std::pair<Candidate, std::string>> dropped;

private:
  [[nodiscard]] deck::Deck deck() const {
    deck::Deck deck;
    deck.language = language_.code;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      deck.cards.push_back(card_of(kept_[i], id_of(i)));
      const std::string& category = deck.cards.back().category;
      const bool known = std::any_of(deck.categories.begin(), deck.categories.end(),
                                     [&](const deck::Category& c) { return c.id == category; });
      if (known) continue;
      deck.categories.emplace_back();
      deck.categories.back().id = category;
    }
    return deck;
  }

  void drop(std::size_t index, std::string reason) {
    dropped.emplace_back(std::move(kept_[index]), std::move(reason));
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(index));
  }

  // False when the card had to go.
  bool mend_alone(std::size_t index) {
    for (std::size_t round = 0; round < most_rounds; ++round) {
      Candidate& candidate = kept_[index];
      const auto findings = check_(card_of(candidate, id_of(index)));
      if (findings.empty()) return true;
      const deck::Finding& finding = findings.front();
      if (finding.part.of == deck::Part::Of::wrong && exchange(candidate, finding.part.index))
        continue;
      if (!candidate.pool.empty() && concerns_options(finding) && may_be_typed(candidate)) {
        ask_typed(candidate);
        continue;
      }
      break;
    }
    drop(index, reason_of(check_(card_of(kept_[index], id_of(index))).front()));
    return false;
  }

  static bool concerns_options(const deck::Finding& finding) {
    using enum deck::Fault;
    return finding.part.of == deck::Part::Of::wrong || finding.fault == length ||
           finding.fault == grammar || finding.fault == other_kind;
  }

  // Another wrong option in the place of this one.
  static bool exchange(Candidate& candidate, std::size_t option) {
    if (option >= candidate.pool.size() || candidate.spare.empty()) return false;
    candidate.pool[option] = std::move(candidate.spare.front());
    candidate.spare.erase(candidate.spare.begin());
    return true;
  }

  // One step; false when nothing is left to mend.
  bool mend_together() {
    const auto findings = deck::check_across(deck());
    if (findings.empty()) return false;
    for (const deck::Finding& finding : findings)
      if (finding.fault == deck::Fault::given_away) {
        Candidate& teller = kept_[index_of(finding.other)];
        const Candidate& told = kept_[index_of(finding.card)];
        if (tell_less(teller, told.answer, language_.lexicon)) return true;
      }
    if (findings.front().fault == deck::Fault::longest_right) return hide_longest();
    if (findings.front().card.empty()) return false;
    const auto [index, finding] = least_worth(findings);
    drop(index, reason_of(*finding) + beside(index, *finding));
    return true;
  }

  // The card that a dropped one does not go with.
  [[nodiscard]] std::string beside(std::size_t index, const deck::Finding& finding) const {
    if (finding.other.empty()) return {};
    const bool told = index_of(finding.card) == index;
    const Candidate& stays = kept_[index_of(told ? finding.other : finding.card)];
    const bool tells = finding.fault == deck::Fault::given_away;
    const char* relation = !tells ? ": beside " : told ? ": told by " : ": it tells the answer of ";
    return relation + ("\u201C" + stays.stem + "\u201D");
  }

  // The card that most findings concern; of those, the one least worth asking.
  [[nodiscard]] std::pair<std::size_t, const deck::Finding*>
  least_worth(const std::vector<deck::Finding>& findings) const {
    std::map<std::size_t, std::pair<int, const deck::Finding*>> concerned;
    for (const deck::Finding& finding : findings)
      for (const std::string& id : {finding.card, finding.other})
        if (!id.empty()) {
          auto& entry = concerned[index_of(id)];
          ++entry.first;
          entry.second = &finding;
        }
    auto best = concerned.begin();
    for (auto it = concerned.begin(); it != concerned.end(); ++it) {
      const bool more = it->second.first > best->second.first;
      const bool same = it->second.first == best->second.first;
      if (more || (same && kept_[it->first].worth < kept_[best->first].worth)) best = it;
    }
    return {best->first, best->second.second};
  }

  // Of the cards whose right option is the longest, the first that may be asked without options.
  bool hide_longest() {
    for (Candidate& candidate : kept_) {
      const std::size_t own = text::code_points(deck::answer_line(candidate.answer));
      const bool longest =
          candidate.pool.size() >= 2 &&
          std::all_of(candidate.pool.begin(), candidate.pool.end(), [&](const Distractor& option) {
            return text::code_points(option.text) < own;
          });
      if (!longest || !may_be_typed(candidate)) continue;
      ask_typed(candidate);
      return true;
    }
    return false;
  }

  std::vector<Candidate> kept_;
  const Language& language_;
  deck::CardCheck check_;
};

} // namespace

deck::Card card_of(const Candidate& candidate, std::string id) {
  deck::Card card;
  card.id = std::move(id);
  card.category = candidate.category;
  card.prompt = candidate.stem;
  card.cloze = candidate.cloze;
  card.answer = candidate.answer;
  card.accepted = candidate.accepted;
  for (const Distractor& option : candidate.pool)
    card.wrong.push_back({option.text, option.reason});
  card.explanation = candidate.explanation;
  card.tags = {candidate.kind};
  card.forms = candidate.forms;
  return card;
}

DeckGate::DeckGate(const Document& document, const Language& language)
    : document_(document), language_(language) {}

deck::CheckMaterial DeckGate::material() const {
  deck::CheckMaterial material;
  if (document_.text.size() <= longest_text) material.texts.emplace("", document_.text);
  return material;
}

Sieved DeckGate::sieve(std::vector<Candidate> kept,
                       std::vector<std::pair<Candidate, std::string>> others,
                       const std::function<std::string(Candidate&)>& check) const {
  Sieve sieve(std::move(kept), language_, material());
  sieve.run();
  std::set<std::pair<std::string, std::size_t>> answered;
  for (const Candidate& candidate : sieve.kept())
    answered.emplace(deck::answer_line(candidate.answer), candidate.sentence);
  Sieved result;
  std::size_t tried = 0;
  for (auto& [candidate, reason] : others) {
    const std::pair answer{deck::answer_line(candidate.answer), candidate.sentence};
    const bool free = reason == asked_already && !answered.contains(answer);
    Candidate trial = candidate;
    if (free && tried++ < most_refills && check(trial).empty() && sieve.add(std::move(trial))) {
      answered.insert(answer);
      continue;
    }
    result.left_out.emplace_back(std::move(candidate), std::move(reason));
  }
  for (auto& drop : sieve.dropped) result.left_out.push_back(std::move(drop));
  result.kept = std::move(sieve.kept());
  std::stable_sort(result.kept.begin(), result.kept.end(),
                   [](const Candidate& a, const Candidate& b) { return a.sentence < b.sentence; });
  return result;
}

} // namespace entente::generate
