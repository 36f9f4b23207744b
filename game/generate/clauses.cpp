#include "generate/clauses.h"

#include "generate/clause_words.h"

#include <algorithm>
#include <optional>
#include <set>

namespace entente::generate {

namespace {

constexpr std::size_t longest_subject = 22, longest_lead = 30, longest_apposition = 18; // tokens
constexpr std::size_t longest_sentence = 150;

class ClauseReader {
public:
  ClauseReader(const Document& document, const Language& language, const Facts& facts,
               const std::vector<Marked>& quotes)
      : document_(document), facts_(facts), quotes_(quotes), words_(document, language, facts) {}

  std::vector<Clause> run(const std::function<bool(std::size_t)>& asked) {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      if (!asked(s)) continue;
      const LineRole role = document_.role_of(document_.sentences[s]);
      if (role == LineRole::body || role == LineRole::standfirst) read_sentence(s);
    }
    return std::move(clauses_);
  }

private:
  // ---- sentences

  void read_sentence(std::size_t index) {
    const Sentence& sentence = document_.sentences[index];
    sentence_ = index;
    end_ = sentence.end_token;
    lead_.clear();
    last_subject_ = nobody;
    std::size_t t = sentence.first_token;
    if (end_ - t > longest_sentence || starts_unsure(t) || is_quoted(t)) return;
    t = read_lead(t);
    while (t < end_) {
      const std::size_t done = read_clause(t);
      lead_.clear();
      t = next_start(std::max(done, t + 1));
    }
    note_pair(index);
  }

  // A sentence of somebody's speech is no statement of the article's.
  [[nodiscard]] bool is_quoted(std::size_t t) const {
    const auto after =
        std::upper_bound(quotes_.begin(), quotes_.end(), t,
                         [](std::size_t at, const Marked& quote) { return at < quote.open; });
    for (auto it = after; it != quotes_.begin() && after - it < 4;) {
      --it;
      if (it->open < t && t < it->close) return true;
    }
    return false;
  }

  // "If …": what follows is no fact.
  [[nodiscard]] bool starts_unsure(std::size_t t) const {
    const std::string first = words_.lower(t);
    return first == "if" || first == "unless" || first == "whether" || first == "let";
  }

  // What stands before the subject and its comma: times and places are kept, the rest passed over.
  std::size_t read_lead(std::size_t start) {
    std::size_t t = start;
    while (t < end_ && is_opener(t) && lead_date(t) == nobody) ++t;
    if (t < end_ && t > start && words_.is(t, words_.comma)) ++t;
    const std::size_t date_at = lead_date(t);
    const bool prepositional =
        t < end_ && words_.is(t, words_.prep | words_.subordinate | words_.temporal);
    if (date_at == nobody && !prepositional) return t;
    const std::size_t comma = first_comma(t);
    if (date_at != nobody) {
      const bool event = facts_.dates[date_at].how == "event" && comma < end_;
      const std::size_t end = event ? comma : facts_.dates[date_at].end_token;
      add_lead(t, end);
      if (comma == end_ || comma > end + 8) return end;
    } else if (comma < end_) {
      add_lead(t, comma);
    }
    return comma < end_ ? comma + 1 : end_;
  }

  // "Importantly,", "But", "Meanwhile,"
  [[nodiscard]] bool is_opener(std::size_t t) const {
    const std::string form = words_.lower(t);
    if (form == "and" || form == "but" || form == "so" || form == "yet") return true;
    const bool comma = t + 1 < end_ && words_.is(t + 1, words_.comma);
    return words_.is(t, words_.adverb) || (comma && form.ends_with("ly"));
  }

  [[nodiscard]] std::size_t lead_date(std::size_t t) const {
    for (std::size_t at = t; at < std::min(t + 3, end_); ++at) {
      if (const std::size_t date = words_.wording.date_at(at); date != nobody) return date;
      if (!words_.is(at, words_.prep | words_.det)) return nobody;
    }
    return nobody;
  }

  [[nodiscard]] std::size_t first_comma(std::size_t start) const {
    for (std::size_t t = start; t < std::min(end_, start + longest_lead); ++t) {
      if (const std::size_t date = words_.wording.date_at(t); date != nobody)
        t = facts_.dates[date].end_token - 1;
      else if (words_.is(t, words_.comma) && !is_place_comma(t))
        return t;
    }
    return end_;
  }

  void add_lead(std::size_t first, std::size_t end) {
    const bool clausal = has_verb(first, end);
    Piece piece{first, end, first, {}, true};
    while (piece.inside < end && words_.is(piece.inside, words_.prep | words_.det)) ++piece.inside;
    for (std::size_t t = first; t < end; ++t)
      if (const std::size_t date = words_.wording.date_at(t);
          date != nobody && facts_.dates[date].end_token <= end)
        piece.dates.push_back(date);
    if (clausal && piece.dates.empty()) return;
    lead_.push_back(std::move(piece));
  }

  [[nodiscard]] bool has_verb(std::size_t first, std::size_t end) const {
    for (std::size_t t = first; t < end; ++t)
      if (words_.may_be_finite(t)) return true;
    return false;
  }

  // Behind ", and", ", while", ";": a clause of its own may begin.
  [[nodiscard]] std::size_t next_start(std::size_t t) const {
    for (; t + 1 < end_; ++t) {
      if (const std::size_t close = quote_end(t); close != 0) {
        t = close - 1;
        continue;
      }
      const std::string form = words_.lower(t);
      if (form == ";") return t + 1;
      if (!words_.is(t, words_.comma)) continue;
      const std::string next = words_.lower(t + 1);
      if (next == "and" || next == "but" || next == "while" || next == "whereas") return t + 2;
    }
    return end_;
  }

  // The countries that "the two countries" will mean.
  void note_pair(std::size_t index) {
    for (auto clause = clauses_.rbegin(); clause != clauses_.rend(); ++clause) {
      if (clause->sentence != index) return;
      if (clause->actors.size() == 2 && is_country(clause->actors[0]) &&
          is_country(clause->actors[1]))
        pair_ = clause->actors;
    }
  }
  [[nodiscard]] bool is_country(std::size_t entity) const {
    return facts_.entities[entity].kind == EntityKind::country;
  }

  // ---- one clause

  // Token past what was read.
  std::size_t read_clause(std::size_t start) {
    Clause clause;
    clause.sentence = sentence_;
    clause.first = start;
    if (words_.is(start, shape::possessive | shape::mark) || !read_subject(clause))
      return start + 1;
    if (!name_subject(clause)) return clause.verb_first;
    if (!read_verbs(clause)) return std::max(clause.verb_first, start + 1);
    clause.pieces = lead_;
    const bool whole = read_pieces(clause);
    const std::size_t end = clause.end;
    if (whole && !clause.pieces.empty() && is_plain(clause)) keep(clause);
    return end;
  }

  void keep(Clause clause) {
    Clause next = clause;
    clauses_.push_back(std::move(clause));
    // "X arrested and questioned Y": the second verb has the same subject.
    if (next.end + 1 >= end_ || words_.lower(next.end) != "and") return;
    next.verb_first = next.end + 1;
    next.verb_end = next.verb_first;
    next.cut_short = false;
    if (!words_.may_be_finite(next.verb_first) || !read_verbs(next)) return;
    next.pieces.clear();
    for (const Piece& piece : lead_) next.pieces.push_back(piece);
    if (read_pieces(next) && is_plain(next)) clauses_.push_back(std::move(next));
  }

  // ---- subject

  bool read_subject(Clause& clause) {
    std::size_t t = clause.first;
    if (words_.may_be_finite(t)) return false;
    clause.subject_first = t;
    clause.subject_end = 0;
    const std::size_t limit = std::min(end_, t + longest_subject);
    while (t < limit) {
      if (const std::size_t close = quote_end(t); close != 0) {
        t = close;
        continue;
      }
      if (const std::size_t mention = words_.wording.mention_at(t); mention != nobody) {
        t = facts_.mentions[mention].end_token;
        continue;
      }
      if (is_claim(t, clause) || hides_verb(t, clause)) return false;
      if (is_subject_verb(t, clause)) {
        if (clause.subject_end == 0) clause.subject_end = trim_adverbs(clause.first, t);
        clause.verb_first = t;
        return clause.subject_end > clause.subject_first;
      }
      if (words_.is(t, words_.comma)) {
        const std::size_t after = past_apposition(t);
        if (after == 0) return false;
        if (clause.subject_end == 0) clause.subject_end = t;
        t = after;
        continue;
      }
      if (words_.lower(t) == "(") {
        while (t < limit && words_.lower(t) != ")") ++t;
      } else if (words_.is_end(t) || words_.is(t, words_.subordinate) ||
                 (words_.is(t, words_.temporal) && t > clause.first)) {
        return false;
      }
      ++t;
    }
    return false;
  }

  // "X said the talks were …": what is claimed is not the article's own fact.
  [[nodiscard]] bool is_claim(std::size_t t, const Clause& clause) const {
    return t > clause.first && words_.is(t, words_.say) && !words_.is_noun_here(t) &&
           words_.is_form(t, VerbForm::past) && finite_follows(t + 1);
  }

  // "critics charge is …", "estimates suggest 8000 …": a present that the rules below do not take.
  [[nodiscard]] bool hides_verb(std::size_t t, const Clause& clause) const {
    if (t == clause.first || words_.is_noun_here(t) || words_.is_capital(t)) return false;
    const bool plural = document_.form(t - 1).ends_with("s");
    return (plural && words_.is_form(t, VerbForm::base)) ||
           (words_.is(t, words_.plain_say) && words_.is_form(t, VerbForm::third));
  }

  [[nodiscard]] std::size_t trim_adverbs(std::size_t first, std::size_t end) const {
    while (end > first && words_.is(end - 1, words_.adverb) && !words_.is_capital(end - 1)) --end;
    return end;
  }

  [[nodiscard]] bool is_subject_verb(std::size_t t, const Clause& clause) const {
    if (t == clause.first) return false;
    if (words_.is_auxiliary(t)) return true;
    if (words_.is_noun_here(t)) return false;
    if (words_.is_form(t, VerbForm::past)) return !finite_follows(t + 1);
    // A present: only right behind a name, where a noun cannot be meant.
    std::size_t before = t;
    while (before > clause.first && words_.is(before - 1, words_.adverb)) --before;
    return before > clause.first && ends_mention(before, clause.first) &&
           words_.is_form(t, VerbForm::third) && !finite_follows(t + 1);
  }

  [[nodiscard]] bool ends_mention(std::size_t end, std::size_t first) const {
    for (std::size_t t = first; t < end; ++t) {
      const std::size_t mention = words_.wording.mention_at(t);
      if (mention != nobody && facts_.mentions[mention].end_token == end) return true;
    }
    return false;
  }

  // "The meeting held in Rome was …": the first past form was a participle.
  [[nodiscard]] bool finite_follows(std::size_t start) const {
    for (std::size_t t = start; t < end_; ++t) {
      if (const std::size_t close = quote_end(t); close != 0) {
        t = close - 1;
        continue;
      }
      if (words_.is_end(t) || words_.is(t, words_.comma | words_.subordinate | words_.conj |
                                               words_.temporal | words_.subject_pronoun))
        return false;
      if (words_.is_surely_finite(t) && !words_.is_noun_here(t)) return true;
    }
    return false;
  }

  // ", the spokesman of Y," -> the token behind the second comma; 0 when it is none.
  [[nodiscard]] std::size_t past_apposition(std::size_t comma) const {
    for (std::size_t t = comma + 1; t < std::min(end_, comma + longest_apposition); ++t) {
      if (words_.is(t, words_.comma) && !is_place_comma(t)) return t + 1;
      if (words_.is_end(t)) return 0;
    }
    return 0;
  }

  // "Aceh, Indonesia": a place and what it lies in.
  [[nodiscard]] bool is_place_comma(std::size_t comma) const {
    if (comma == 0 || comma + 1 >= end_ || !words_.is_capital(comma - 1)) return false;
    const std::size_t after = words_.wording.mention_at(comma + 1);
    if (after == nobody) return false;
    const EntityKind kind = facts_.entities[facts_.mentions[after].entity].kind;
    const bool places = kind == EntityKind::country || kind == EntityKind::place;
    const std::size_t end = facts_.mentions[after].end_token;
    return places &&
           (end >= end_ || words_.is(end, words_.comma | words_.prep) || words_.is_end(end));
  }

  // Who the subject is; false when a reader of the question could not know.
  bool name_subject(Clause& clause) {
    const std::size_t first = clause.subject_first, end = clause.subject_end;
    if (words_.is(first, words_.he | words_.she) && end == first + 1 &&
        words_.is(first, words_.subject_pronoun))
      return follow_pronoun(clause);
    if (is_pair_phrase(first, end)) return take_pair(clause);
    const bool dangles = words_.is(first, words_.dangling | words_.pronoun | words_.question) &&
                         !words_.is(first, shape::upper);
    if (dangles) return false;
    clause.subject_end = end_of_name(first, end);
    clause.actors = actors_in(first, clause.subject_end);
    clause.subject = name_actors(clause);
    if (is_only_capital_here(first)) clause.subject = lower_first(clause.subject);
    if (clause.actors.size() == 1 && is_person(clause.actors[0]) &&
        facts_.entities[clause.actors[0]].name.find(' ') != std::string::npos)
      last_subject_ = clause.actors[0];
    return !is_bare_definite(first, end) && balanced(clause.subject);
  }

  // A sentence's first word that is no name: "The ship", "Farm exports".
  [[nodiscard]] bool is_only_capital_here(std::size_t first) const {
    const bool owner = first + 1 < end_ && words_.is(first + 1, shape::possessive);
    if (words_.is(first, shape::upper) || is_proper(first) || owner) return false;
    if (words_.is(first, words_.det | words_.adverb | words_.conj | words_.numeral)) return true;
    const std::size_t mention = words_.wording.mention_at(first);
    // "Space Shuttle …", "Atlantis will …": names; "Farm exports": none.
    const bool noun = first + 1 < end_ && words_.is(first + 1, shape::word) &&
                      !words_.is_capital(first + 1) && !words_.is_auxiliary(first + 1) &&
                      !words_.is(first + 1, words_.adverb) && !words_.may_be_finite(first + 1);
    if (mention == nobody) return first + 1 >= end_ || !words_.is_capital(first + 1);
    const Mention& named = facts_.mentions[mention];
    const EntityKind kind = facts_.entities[named.entity].kind;
    if (kind == EntityKind::role) return !words_.is_capital(first + 1) && !is_proper(first);
    return kind == EntityKind::other && named.end_token == first + 1 && !is_proper(first) &&
           facts_.entities[named.entity].aliases.empty() && noun;
  }

  // "Chinese officials": an adjective that keeps its capital.
  [[nodiscard]] bool is_proper(std::size_t t) const {
    return words_.lexicon.country_of(document_.form(t)) >= 0;
  }

  // "Biden during his campaign called …": the name alone is the subject.
  [[nodiscard]] std::size_t end_of_name(std::size_t first, std::size_t end) const {
    const std::size_t mention = words_.wording.mention_at(first);
    if (mention == nobody) return end;
    const std::size_t after = facts_.mentions[mention].end_token;
    const bool phrase = after < end && words_.is_preposition(after);
    return phrase && is_person(facts_.mentions[mention].entity) ? after : end;
  }

  // Persons by name; their offices are other cards' answers.
  [[nodiscard]] std::string name_actors(const Clause& clause) const {
    std::vector<std::string> names;
    for (const std::size_t actor : clause.actors)
      if (is_person(actor)) names.push_back(tidy(facts_.entities[actor].name));
    if (names.empty() || names.size() != clause.actors.size())
      return words_.wording.plain(clause.subject_first, clause.subject_end);
    return joined(names, "and");
  }

  [[nodiscard]] bool is_person(std::size_t entity) const {
    return facts_.entities[entity].kind == EntityKind::person;
  }

  static bool balanced(std::string_view text) {
    return (text.find("\u201C") == std::string_view::npos) ==
           (text.find("\u201D") == std::string_view::npos);
  }

  static std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
      text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  }

  // The entities that the subject consists of; empty when it is more than names and "and".
  [[nodiscard]] std::vector<std::size_t> actors_in(std::size_t first, std::size_t end) const {
    std::vector<std::size_t> actors;
    for (std::size_t t = first; t < end; ++t) {
      const std::size_t mention = words_.wording.mention_at(t);
      if (mention != nobody && facts_.mentions[mention].end_token <= end) {
        const Mention& named = facts_.mentions[mention];
        const EntityKind kind = facts_.entities[named.entity].kind;
        // "Foreign Minister Wang Yi": the office belongs to the name.
        if (kind != EntityKind::role) actors.push_back(named.entity);
        t = named.end_token - 1;
        if (named.possessive && t + 1 < end) return {};
      } else if (!words_.is(t, words_.comma | words_.det) && words_.lower(t) != "and") {
        return {};
      }
    }
    return actors;
  }

  // "the broadcasts", "The company": unknown without the sentence before.
  [[nodiscard]] bool is_bare_definite(std::size_t first, std::size_t end) const {
    const std::string word = words_.lower(first);
    const bool definite = word == "the" || word == "both" || word == "all" || word == "two";
    for (std::size_t t = first; t < end; ++t)
      if (words_.is_capital(t) && t > first) return false;
    return definite || words_.is(first, words_.numeral | shape::number);
  }

  [[nodiscard]] bool is_pair_phrase(std::size_t first, std::size_t end) const {
    std::size_t t = first;
    if (words_.lower(t) == "the") ++t;
    return t + 2 == end && (words_.lower(t) == "two" || words_.lower(t) == "both") &&
           words_.is(t + 1, words_.pair);
  }

  bool take_pair(Clause& clause) {
    if (pair_.size() != 2) return false;
    clause.actors = pair_;
    clause.subject = facts_.entities[pair_[0]].name + " and " + facts_.entities[pair_[1]].name;
    clause.pronoun = true;
    return true;
  }

  // The one person that the sentence before speaks of.
  bool follow_pronoun(Clause& clause) {
    std::set<std::size_t> persons;
    if (last_subject_ != nobody) {
      persons.insert(last_subject_);
    } else if (sentence_ > 0 &&
               document_.sentences[sentence_ - 1].line == document_.sentences[sentence_].line) {
      for (const Mention& mention : mentions_of(sentence_ - 1))
        if (is_person(mention.entity)) persons.insert(mention.entity);
      // The sentence before spoke of its person by a pronoun too.
      if (pronoun_sentence_ + 1 == sentence_) persons.insert(pronoun_person_);
    }
    if (persons.size() != 1) return false;
    const Entity& person = facts_.entities[*persons.begin()];
    if (person.name.find(' ') == std::string::npos) return false;
    pronoun_sentence_ = sentence_;
    pronoun_person_ = *persons.begin();
    clause.actors = {pronoun_person_};
    clause.subject = tidy(person.name);
    clause.pronoun = true;
    return true;
  }

  [[nodiscard]] std::vector<Mention> mentions_of(std::size_t sentence) const {
    const auto first = std::lower_bound(
        facts_.mentions.begin(), facts_.mentions.end(), document_.sentences[sentence].first_token,
        [](const Mention& mention, std::size_t t) { return mention.first_token < t; });
    std::vector<Mention> found;
    for (auto it = first; it != facts_.mentions.end() && it->sentence == sentence; ++it)
      found.push_back(*it);
    return found;
  }

  // ---- verbs

  bool read_verbs(Clause& clause) {
    std::size_t t = clause.verb_first;
    return words_.is_auxiliary(t) ? read_compound(clause, t) : read_simple(clause, t);
  }

  bool read_simple(Clause& clause, std::size_t t) {
    clause.verb = words_.verb(t);
    if (clause.verb == nullptr || words_.is(t, words_.unreal)) return false;
    clause.finite = words_.lower(t);
    clause.past = words_.is_form(t, VerbForm::past);
    clause.auxiliary = clause.past ? "did" : words_.is_form(t, VerbForm::third) ? "does" : "do";
    clause.turned = clause.verb->base;
    clause.verb_end = t + 1;
    return true;
  }

  // was (being) arrested, has been working, will meet, is the leader, had a dog
  bool read_compound(Clause& clause, std::size_t t) {
    const std::string aux = words_.lower(t);
    clause.verb = nullptr;
    clause.past = aux == "was" || aux == "were" || aux == "had" || aux == "did";
    std::vector<std::string> behind;
    std::size_t at = t + 1;
    for (; at < end_; ++at) {
      if (words_.is(at, words_.negative)) return false;
      const std::string form = words_.lower(at);
      if (form == "be" || form == "been" || form == "being") {
        behind.push_back(form);
      } else if (!words_.is(at, words_.adverb) && !is_manner(at)) {
        break;
      }
    }
    if (at < end_ && is_main(at, t, behind)) {
      clause.verb = words_.verb(at);
      behind.push_back(words_.lower(at));
      ++at;
    }
    if (clause.verb != nullptr && words_.is(at - 1, words_.unreal)) return false;
    if (words_.is(t, words_.modal | words_.do_) && behind.empty()) return false;
    clause.verb_end = at;
    return turn(clause, aux, behind, t);
  }

  [[nodiscard]] bool is_manner(std::size_t at) const {
    return document_.form(at).ends_with("ly") && words_.verb(at) == nullptr && at + 1 < end_ &&
           words_.verb(at + 1) != nullptr;
  }

  [[nodiscard]] bool is_main(std::size_t at, std::size_t aux,
                             const std::vector<std::string>& behind) const {
    const bool be = words_.is(aux, words_.be) || (!behind.empty() && behind.back() != "having");
    if (be) return words_.is_form(at, VerbForm::participle) || words_.is_form(at, VerbForm::gerund);
    if (words_.is(aux, words_.have)) return words_.is_form(at, VerbForm::participle);
    return words_.is_form(at, VerbForm::base);
  }

  bool turn(Clause& clause, const std::string& aux, const std::vector<std::string>& behind,
            std::size_t t) const {
    clause.auxiliary = aux;
    for (const std::string& form : behind)
      clause.turned += (clause.turned.empty() ? "" : " ") + form;
    clause.finite = aux + (clause.turned.empty() ? "" : " " + clause.turned);
    // "had a dog": have is the verb itself.
    if (words_.is(t, words_.have) && behind.empty()) {
      clause.auxiliary = aux == "had" ? "did" : aux == "has" ? "does" : "do";
      clause.turned = "have";
    }
    return true;
  }

  // ---- what follows the verb

  bool read_pieces(Clause& clause) {
    std::size_t t = clause.verb_end, begun = t;
    const auto flush = [&](std::size_t until) {
      if (until > begun) add_piece(clause, begun, until);
      begun = until;
    };
    if (t < end_ && words_.lower(t) == "that") return read_content(clause);
    if (t < end_ && words_.is(t, words_.question)) return false;
    while (t < end_) {
      if (const std::size_t close = quote_end(t); close != 0) {
        t = close;
        continue;
      }
      if (const std::size_t time = time_end(t); time != 0) {
        flush(t);
        add_time(clause, t, time);
        t = begun = through_more_times(clause, time);
        continue;
      }
      if (const std::size_t mention = words_.wording.mention_at(t); mention != nobody) {
        t = std::max(t + 1, facts_.mentions[mention].end_token);
        continue;
      }
      if (const std::size_t number = number_end(t); number > t) {
        t = number;
        continue;
      }
      if (ends_clause(t, clause)) break;
      if (is_trouble(t, clause)) {
        clause.end = t;
        return false;
      }
      if (words_.is_preposition(t) && words_.lower(t) != "of" && !is_inside_word(t)) flush(t);
      ++t;
    }
    flush(t);
    clause.end = t;
    return true;
  }

  // "Since 2015, X has insisted that …": what is claimed stays whole.
  bool read_content(Clause& clause) const {
    std::size_t t = clause.verb_end + 1;
    clause.end = t;
    for (; t < end_ && !words_.is_end(t) && !words_.is(t, words_.comma); ++t) {
      if (const std::size_t close = quote_end(t); close != 0) {
        t = close - 1;
      } else if (const std::size_t mention = words_.wording.mention_at(t); mention != nobody) {
        t = std::max(t, facts_.mentions[mention].end_token - 1);
      } else if (words_.is(t, words_.dangling | words_.pronoun) &&
                 !refers_to_subject(words_.lower(t), clause)) {
        return false;
      }
    }
    const bool dated = std::any_of(clause.pieces.begin(), clause.pieces.end(),
                                   [](const Piece& piece) { return piece.is_time(); });
    if (!dated || t < clause.verb_end + 4) return false;
    clause.pieces.push_back({clause.verb_end, t, clause.verb_end, {}, false});
    clause.end = t;
    clause.claims = true;
    return true;
  }

  // "almost 18 per cent" is one thing.
  [[nodiscard]] std::size_t number_end(std::size_t t) const {
    const auto found = std::lower_bound(
        facts_.numbers.begin(), facts_.numbers.end(), t,
        [](const NumberFact& number, std::size_t at) { return number.first_token < at; });
    const bool here =
        found != facts_.numbers.end() && found->first_token == t && !words_.is_preposition(t);
    return here ? found->end_token : t;
  }

  // "military-to-military"
  [[nodiscard]] bool is_inside_word(std::size_t t) const {
    return words_.is(t, shape::glued) && t > 0 && document_.form(t - 1) == "-";
  }

  [[nodiscard]] bool ends_clause(std::size_t t, Clause& clause) const {
    if (words_.is_end(t) || words_.is(t, words_.subordinate)) return true;
    if (words_.is(t, words_.comma)) {
      clause.cut_short = !is_place_comma(t);
      return clause.cut_short;
    }
    if (words_.is(t, words_.temporal)) return finite_before_comma(t + 1);
    if (!words_.is(t, words_.conj)) return false;
    std::size_t next = t + 1;
    while (next < end_ && words_.is(next, words_.adverb)) ++next;
    return next < end_ && (words_.may_be_finite(next) || finite_before_comma(next));
  }

  [[nodiscard]] bool finite_before_comma(std::size_t start) const {
    for (std::size_t t = start; t < end_; ++t) {
      if (words_.is(t, words_.comma) || words_.is_end(t)) return false;
      if (const std::size_t close = quote_end(t); close != 0) {
        t = close - 1;
      } else if (words_.is_surely_finite(t) ||
                 ((words_.is_form(t, VerbForm::past) || words_.is_form(t, VerbForm::third)) &&
                  !words_.is_noun_here(t) && t > start && ends_mention(t, start))) {
        return true;
      }
    }
    return false;
  }

  // What would dangle in a question, or shows that the clause was misread.
  [[nodiscard]] bool is_trouble(std::size_t t, const Clause& clause) const {
    if (words_.is(t, words_.dangling | words_.negative)) return true;
    if (words_.is_surely_finite(t)) return true;
    if (!words_.is(t, words_.pronoun)) return false;
    const std::string form = words_.lower(t);
    const bool possessive = form == "his" || form == "her" || form == "its" || form == "their";
    return !possessive || !refers_to_subject(form, clause);
  }

  [[nodiscard]] bool refers_to_subject(const std::string& form, const Clause& clause) const {
    if (clause.actors.empty()) return false;
    if (form == "their") return clause.actors.size() > 1;
    if (clause.actors.size() != 1) return false;
    const bool person = is_person(clause.actors[0]);
    return person == (form != "its");
  }

  // End of a time that begins at t, preposition included: "on May 20", "yesterday"; else 0.
  [[nodiscard]] std::size_t time_end(std::size_t t) const {
    std::size_t at = t;
    if (words_.is_preposition(at) && words_.lower(at) != "of") ++at;
    if (at > t && at < end_ && words_.is(at, words_.det)) ++at;
    const std::size_t date = at < end_ ? words_.wording.date_at(at) : nobody;
    if (date == nobody) return 0;
    const std::size_t end = facts_.dates[date].end_token;
    if (at == t && (words_.is_noun_here(t) || !is_bare_time(facts_.dates[date]))) return 0;
    if (end < end_ && (words_.is(end, shape::possessive) || noun_follows(end))) return 0;
    return end;
  }

  [[nodiscard]] static bool is_bare_time(const DateFact& date) {
    static const std::set<std::string_view> rules = {"day-word",
                                                     "weekday",
                                                     "weekday-relative",
                                                     "this-daypart",
                                                     "relative-period",
                                                     "earlier-period",
                                                     "ago",
                                                     "later",
                                                     "following",
                                                     "season-relative",
                                                     "month-day",
                                                     "day-month",
                                                     "month-day-year",
                                                     "day-month-year"};
    return rules.contains(date.rule);
  }

  // "2015 assessment", "Friday prayers": the date belongs to a noun.
  [[nodiscard]] bool noun_follows(std::size_t t) const {
    return words_.is(t, shape::word | shape::number) && !words_.is_preposition(t) &&
           !words_.is(t, words_.adverb | words_.conj | words_.temporal | words_.subordinate |
                             words_.pronoun | words_.be | words_.have | words_.det) &&
           words_.verb(t) == nullptr && words_.wording.date_at(t) == nobody;
  }

  void add_time(Clause& clause, std::size_t first, std::size_t end) {
    Piece piece{first, end, first, {}, false};
    while (words_.wording.date_at(piece.inside) == nobody && piece.inside + 1 < end) ++piece.inside;
    piece.dates.push_back(words_.wording.date_at(piece.inside));
    clause.pieces.push_back(std::move(piece));
  }

  // "in March and April": the second belongs to the first.
  std::size_t through_more_times(Clause& clause, std::size_t t) const {
    while (t + 1 < end_ && (words_.lower(t) == "and" || words_.lower(t) == "to")) {
      const std::size_t date = words_.wording.date_at(t + 1);
      if (date == nobody) return t;
      t = facts_.dates[date].end_token;
      clause.pieces.back().dates.push_back(date);
      clause.pieces.back().end = t;
    }
    return t;
  }

  void add_piece(Clause& clause, std::size_t first, std::size_t end) {
    Piece piece{first, end, first, {}, false};
    if (words_.is_preposition(first)) ++piece.inside;
    clause.pieces.push_back(std::move(piece));
  }

  // A claim inside "said that …" is not the article's own fact; a long clause makes no question.
  [[nodiscard]] bool is_plain(const Clause& clause) const {
    constexpr std::size_t longest = 45;
    if (clause.end - clause.first > longest) return false;
    return clause.claims || clause.verb == nullptr || is_passive(clause) ||
           !words_.is(clause.verb_end - 1, words_.plain_say) ||
           words_.is_preposition(clause.verb_end); // "agreed to", "spoke about"
  }

  [[nodiscard]] bool is_passive(const Clause& clause) const {
    return clause.auxiliary == "was" || clause.auxiliary == "were" || clause.auxiliary == "is" ||
           clause.auxiliary == "are" || clause.turned.starts_with("been ");
  }

  // Past the closing mark of the quotation that opens at t; 0 when none does.
  [[nodiscard]] std::size_t quote_end(std::size_t t) const {
    const auto found =
        std::lower_bound(quotes_.begin(), quotes_.end(), t,
                         [](const Marked& quote, std::size_t at) { return quote.open < at; });
    if (found == quotes_.end() || found->open != t) return 0;
    return std::min(found->close + 1, end_);
  }

  const Document& document_;
  const Facts& facts_;
  const std::vector<Marked>& quotes_;
  ClauseWords words_;
  std::vector<Clause> clauses_;
  std::size_t sentence_ = 0, end_ = 0;
  std::vector<Piece> lead_;
  std::vector<std::size_t> pair_;
  std::size_t pronoun_sentence_ = nobody - 1, pronoun_person_ = nobody;
  std::size_t last_subject_ = nobody; // the last person who was a subject in this sentence
};

} // namespace

std::vector<Clause> find_clauses(const Document& document, const Language& language,
                                 const Facts& facts, const std::vector<Marked>& quotes,
                                 const std::function<bool(std::size_t)>& asked) {
  return ClauseReader(document, language, facts, quotes).run(asked);
}

} // namespace entente::generate
