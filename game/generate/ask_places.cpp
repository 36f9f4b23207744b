// Where, at which organisation, with whom, and who did it: a clause with one of its names taken
// out.

#include "generate/clause_wording.h"
#include "generate/people.h"

#include "core/random.h"

#include <algorithm>

namespace entente::generate {

namespace {

class PlaceAsker {
public:
  explicit PlaceAsker(const Asking& asking)
      : asking_(asking),
        lexicon_(asking.language.lexicon),
        meet_(lexicon_.class_bit("MEET")),
        cue_(lexicon_.class_bit("SAY")) {}

  void run(Candidates& found) const {
    for (const Clause& clause : asking_.clauses) {
      for (std::size_t p = 0; p < clause.pieces.size(); ++p) ask_piece(clause, p, found);
      ask_actor(clause, found);
    }
  }

private:
  [[nodiscard]] const Entity& entity(std::size_t e) const { return asking_.facts.entities[e]; }
  [[nodiscard]] std::string lower(std::size_t t) const {
    return lower_ascii(asking_.document.form(t));
  }

  void ask_piece(const Clause& clause, std::size_t p, Candidates& found) const {
    const Piece& piece = clause.pieces[p];
    if (piece.is_time()) return;
    const std::string prep = piece.prepositional() ? lower(piece.first) : std::string();
    const std::size_t name = place_of(piece);
    if (name == nobody || hangs_on_noun(clause, p)) return;
    const EntityKind kind = entity(name).kind;
    const bool is_place = kind == EntityKind::place || kind == EntityKind::country;
    if (is_place && (prep == "in" || prep == "at" || prep == "near")) {
      const bool country = kind == EntityKind::country && !is_capital(piece);
      ask_where(clause, p, name, country ? "where-country" : "where", found);
    } else if (kind == EntityKind::organisation && prep == "at" && is_house(name)) {
      ask_where(clause, p, name, "at-organisation", found);
    } else if (kind != EntityKind::place && (prep == "with" || (prep.empty() && meets(clause)))) {
      ask_whom(clause, p, name, prep.empty() ? "whom" : "with-whom", found);
    }
  }

  // "a statement on the rejection of the centre in Houston": where was what?
  [[nodiscard]] static bool hangs_on_noun(const Clause& clause, std::size_t p) {
    if (p == 0 || clause.pieces[p].leads) return false;
    const Piece& before = clause.pieces[p - 1];
    return before.prepositional() && !before.is_time() && !before.leads;
  }

  // "at the United Nations", not "at the Science Fair" or "at the Visitor Center".
  [[nodiscard]] bool is_house(std::size_t name) const {
    const auto words = split(entity(name).name, ' ');
    const Classes other = lexicon_.class_bit("EVENTHEAD") | lexicon_.class_bit("PLACEHEAD");
    return !words.empty() && !(lexicon_.find(lower_ascii(words.back())).classes & other).any();
  }

  // "in Moscow": the city, though Moscow speaks for Russia elsewhere.
  [[nodiscard]] bool is_capital(const Piece& piece) const {
    const Classes det = lexicon_.class_bit("DET");
    std::size_t t = piece.inside;
    if (asking_.document.tokens[t].is(det)) ++t;
    return t < piece.end && asking_.document.tokens[t].is(lexicon_.class_bit("CAPITAL"));
  }

  [[nodiscard]] bool meets(const Clause& clause) const {
    return clause.verb != nullptr && (lexicon_.find(clause.verb->base).classes & meet_).any();
  }

  // The piece is a name, or "a town, in its country".
  [[nodiscard]] std::size_t place_of(const Piece& piece) const {
    if (const std::size_t whole = entity_of(asking_, piece); whole != nobody) return whole;
    const std::size_t first = first_entity(asking_, piece);
    if (first == nobody || entity(first).kind != EntityKind::place) return nobody;
    // "Aceh, Indonesia": only places in it.
    for (std::size_t t = piece.inside; t < piece.end; ++t) {
      const std::size_t mention = asking_.wording.mention_at(t);
      if (mention != nobody) {
        t = asking_.facts.mentions[mention].end_token - 1;
      } else if (asking_.document.form(t) != ",") {
        return nobody;
      }
    }
    return first;
  }

  // Nothing behind the place that hangs on it alone.
  void ask_where(const Clause& clause, std::size_t p, std::size_t name, const char* kind,
                 Candidates& found) const {
    if (clause.auxiliary.empty() || is_subject_place(clause, name)) return;
    if (!names_something(asking_, clause, {p}, true)) return;
    const std::string body = inverted(asking_, clause, {p});
    if (count_words(body) < 4) return;
    Candidate candidate;
    candidate.kind = "where";
    candidate.category = "facts";
    candidate.sentence = clause.sentence;
    candidate.anchor = anchor(asking_, clause, p);
    candidate.stem = asking_.phrases.fill(kind, {{"turned", body}});
    const std::string whole = asking_.wording.plain(clause.pieces[p].inside, clause.pieces[p].end);
    const bool city = entity(name).kind == EntityKind::country && std::string_view(kind) == "where";
    if (city) {
      candidate.answer = {deck::AnswerKind::place, whole, {}, {}};
    } else {
      candidate.answer = name_answer(entity(name));
      candidate.accepted = accepted_names(asking_, name);
    }
    if (whole != candidate.answer.text) candidate.accepted.push_back(whole);
    candidate.asks_for_name = true;
    candidate.pool = entity(name).kind == EntityKind::organisation ? organisations(name)
                                                                   : places(name, clause, city);
    candidate.explanation = explanation(clause);
    candidate.worth = 45;
    found.push_back(std::move(candidate));
  }

  [[nodiscard]] static bool is_subject_place(const Clause& clause, std::size_t name) {
    return std::find(clause.actors.begin(), clause.actors.end(), name) != clause.actors.end();
  }

  [[nodiscard]] std::string explanation(const Clause& clause) const {
    return asking_.phrases.fill("statement-explanation",
                                {{"statement", capitalised(statement(asking_, clause, {}))}});
  }

  // Other places of the article, then cities or countries of the world.
  [[nodiscard]] std::vector<Distractor> places(std::size_t name, const Clause& clause,
                                               bool city) const {
    std::vector<Distractor> pool;
    const EntityKind wanted = city ? EntityKind::place : entity(name).kind;
    for (const std::size_t e : asking_.named) {
      if (pool.size() == 6) break;
      const bool same = entity(e).kind == wanted;
      if (e == name || !same || is_in_clause(e, clause)) continue;
      pool.push_back({tidy(entity(e).name),
                      asking_.phrases.fill("why-place", {{"name", tidy(entity(e).name)}})});
    }
    add_world(pool, asking_.phrases.list(wanted == EntityKind::country ? "COUNTRY" : "CITY"), name);
    return pool;
  }

  void add_world(std::vector<Distractor>& pool, const std::vector<std::string>& world,
                 std::size_t name) const {
    if (world.empty()) return;
    // The best known come first in the list; which of these, the answer's name decides.
    const std::size_t near = std::min<std::size_t>(world.size(), 8);
    const std::size_t start = core::hash(entity(name).name) % near;
    for (std::size_t i = 0; i < world.size(); ++i) {
      const std::string& item = world[i < near ? (start + i) % near : i];
      if (!asking_.names.contains(item))
        pool.push_back({item, asking_.phrases.fill("why-not-in-text")});
    }
  }

  [[nodiscard]] bool is_in_clause(std::size_t e, const Clause& clause) const {
    return std::any_of(clause.pieces.begin(), clause.pieces.end(), [&](const Piece& piece) {
      for (std::size_t t = piece.first; t < piece.end; ++t)
        if (const std::size_t mention = asking_.wording.mention_at(t);
            mention != nobody && asking_.facts.mentions[mention].entity == e)
          return true;
      return false;
    });
  }

  [[nodiscard]] std::vector<Distractor> organisations(std::size_t name) const {
    std::vector<Distractor> pool;
    for (Distractor& option : other_names(asking_, name, {})) pool.push_back(std::move(option));
    std::erase_if(pool, [&](const Distractor& option) {
      return std::none_of(asking_.named.begin(), asking_.named.end(), [&](std::size_t e) {
        return entity(e).kind == EntityKind::organisation && tidy(entity(e).name) == option.text;
      });
    });
    add_world(pool, asking_.phrases.list("ORGANISATION"), name);
    return pool;
  }

  void ask_whom(const Clause& clause, std::size_t p, std::size_t name, const char* kind,
                Candidates& found) const {
    const Entity& other = entity(name);
    const bool full = other.kind == EntityKind::person ? other.name.find(' ') != std::string::npos
                                                       : other.kind == EntityKind::country ||
                                                             other.kind == EntityKind::organisation;
    if (!full || clause.cut_short || !names_something(asking_, clause, {p}, true)) return;
    const std::string which = other.kind == EntityKind::person ? kind
                              : other.kind == EntityKind::country
                                  ? std::string(kind) + "-country"
                                  : std::string(kind) + "-organisation";
    Candidate candidate;
    candidate.kind = "with-whom";
    candidate.category = "facts";
    candidate.sentence = clause.sentence;
    candidate.anchor = anchor(asking_, clause, p);
    candidate.stem = asking_.phrases.fill(which, {{"turned", inverted(asking_, clause, {p})}});
    candidate.answer = name_answer(other);
    candidate.accepted = accepted_names(asking_, name);
    candidate.asks_for_name = true;
    candidate.pool = same_kind(name, clause.actors);
    candidate.may_lack_options = other.kind == EntityKind::person;
    candidate.explanation = explanation(clause);
    candidate.worth = 45;
    found.push_back(std::move(candidate));
  }

  [[nodiscard]] std::vector<Distractor> same_kind(std::size_t name,
                                                  const std::vector<std::size_t>& except) const {
    std::vector<Distractor> pool = other_names(asking_, name, except);
    if (entity(name).kind == EntityKind::country) {
      std::erase_if(pool,
                    [&](const Distractor& option) { return lexicon_.country_of(option.text) < 0; });
      add_world(pool, asking_.phrases.list("COUNTRY"), name);
    }
    return pool;
  }

  // Who did it?
  void ask_actor(const Clause& clause, Candidates& found) const {
    if (clause.actors.size() != 1 || clause.pronoun) return;
    const std::size_t name = clause.actors[0];
    const Entity& actor = entity(name);
    const char* kind = actor.kind == EntityKind::person         ? "who-did"
                       : actor.kind == EntityKind::country      ? "which-country-did"
                       : actor.kind == EntityKind::organisation ? "which-organisation-did"
                                                                : nullptr;
    if (kind == nullptr || (clause.verb != nullptr && is_cue(*clause.verb))) return;
    if (actor.kind == EntityKind::person && actor.name.find(' ') == std::string::npos) return;
    const std::string did = predicate(asking_, clause, {});
    if (count_words(did) < 5 || !names_something(asking_, clause, {}, false)) return;
    Candidate candidate;
    candidate.kind = "who-did";
    candidate.category = "facts";
    candidate.sentence = clause.sentence;
    candidate.anchor = "by whom " + anchor(asking_, clause, nobody);
    candidate.stem = asking_.phrases.fill(kind, {{"did", did}});
    candidate.answer = name_answer(actor);
    candidate.accepted = accepted_names(asking_, name);
    candidate.asks_for_name = true;
    candidate.pool = same_kind(name, {});
    candidate.may_lack_options = actor.kind == EntityKind::person;
    std::erase_if(candidate.pool, [&](const Distractor& option) {
      return did.find(option.text) != std::string::npos;
    });
    candidate.explanation = explanation(clause);
    candidate.worth = 50;
    found.push_back(std::move(candidate));
  }

  [[nodiscard]] bool is_cue(const VerbForms& verb) const {
    return (lexicon_.find(verb.base).classes & cue_).any();
  }

  const Asking& asking_;
  const Lexicon& lexicon_;
  Classes meet_, cue_;
};

} // namespace

void ask_places(const Asking& asking, Candidates& found) { PlaceAsker(asking).run(found); }

} // namespace entente::generate
