#include "generate/entities.h"

#include "generate/role_phrases.h"
#include "generate/runs.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace entente::generate {

namespace {

class EntityFinder {
public:
  EntityFinder(const Document& document, const Language& language)
      : document_(document),
        language_(language),
        bits_(language.lexicon),
        treaty_(language.lexicon.class_bit("TREATY")),
        runs_(find_runs(document, language, bits_)) {}

  EntityFinding run() {
    count_words();
    drop_leading_words();
    split_long_runs();
    part_offices();
    std::vector<std::size_t> open; // runs of one word, told by what is known of the rest
    for (std::size_t r = 0; r < runs_.size(); ++r)
      if (!take(runs_[r])) open.push_back(r);
    for (const std::size_t r : open) take_short(runs_[r]);
    take_role_phrases();
    std::stable_sort(
        finding_.mentions.begin(), finding_.mentions.end(),
        [](const Mention& a, const Mention& b) { return a.first_token < b.first_token; });
    return std::move(finding_);
  }

private:
  [[nodiscard]] const Token& token(std::size_t t) const { return document_.tokens[t]; }
  [[nodiscard]] std::string lower(std::size_t t) const { return lower_ascii(document_.form(t)); }
  [[nodiscard]] std::string text_of(std::size_t first, std::size_t end) const {
    return std::string(document_.words(document_.span_of(first, end)));
  }

  void count_words() {
    for (std::size_t t = 0; t < document_.tokens.size(); ++t)
      if (token(t).is(shape::word) && !token(t).is(shape::capital))
        lower_words_.insert(document_.form(t));
    for (const Run& run : runs_)
      if (run.end - run.first == 1) ++alone_[document_.form(run.first)];
  }

  // "Nonpartisan Paul Tse": a sentence's first word that the article also writes in lower case.
  void drop_leading_words() {
    for (Run& run : runs_) {
      const bool opens = run.first == document_.sentences[run.sentence].first_token;
      if (!opens || run.end - run.first < 2 || !is_common_word(run.first) ||
          token(run.first).is(bits_.role | bits_.title | bits_.org))
        continue;
      if (run.name == run.first) ++run.name;
      ++run.first;
    }
  }

  // "… University of Texas Arlington Amneh Jafari": the last two words are a person when the last
  // comes again alone.
  void split_long_runs() {
    std::vector<Run> parts;
    for (Run& run : runs_) {
      const std::size_t length = run.end - run.name;
      const bool ends_known = length > 3 && run.has_org_head && is_plain_name(run.end - 1) &&
                              is_plain_name(run.end - 2) &&
                              alone_.contains(document_.form(run.end - 1));
      if (ends_known) {
        parts.push_back({run.end - 2, run.end, run.sentence, run.end - 2, true, false, false});
        run.end -= 2;
      }
    }
    runs_.insert(runs_.end(), parts.begin(), parts.end());
    std::sort(runs_.begin(), runs_.end(),
              [](const Run& a, const Run& b) { return a.first < b.first; });
  }

  // "Governor of Washington Chris Gregoire": the name behind the place that the office is of.
  void part_offices() {
    for (Run& run : runs_) {
      for (std::size_t t = run.first + 1; t + 3 < run.end; ++t) {
        const bool of_place =
            document_.form(t) == "of" &&
            token(t + 1).is(bits_.place | bits_.country | bits_.side | bits_.capital) &&
            token(t + 2).is(bits_.given) && run.end - (t + 2) <= 3;
        const bool office = run.has_role && run.name <= t + 1;
        if (of_place && office) run.name = t + 2;
      }
      const bool behind_of =
          run.first > 1 && document_.form(run.first - 1) == "of" &&
          token(run.first - 2).is(bits_.role) && run.end - run.first >= 3 &&
          token(run.first).is(bits_.place | bits_.country | bits_.side | bits_.capital) &&
          token(run.first + 1).is(bits_.given);
      if (!behind_of) continue;
      run.name = run.first + 1;
      run.has_role = true;
    }
  }

  [[nodiscard]] bool is_plain_name(std::size_t t) const {
    return token(t).is(shape::capital) && !token(t).is(bits_.org | bits_.place | bits_.country |
                                                       bits_.non_name | bits_.place_head);
  }

  // False: nothing can be said of it before the others are known.
  bool take(const Run& run) {
    if (is_country(run)) return true;
    if (run.name < run.end && (run.has_role || run.has_title) && !ends_as_organisation(run))
      return take_titled(run);
    if (run.name == run.end) return true; // a role alone: see take_role_phrases
    if (is_treaty(run)) {
      add_named(run, EntityKind::other);
      return true;
    }
    if (run.has_org_head || (run.end - run.first > 1 && is_upper(run.end - 1)) ||
        is_abbreviated(run)) {
      add_named(run, EntityKind::organisation);
      return true;
    }
    if (run.end - run.first == 1) return false;
    if (person_score(run) >= person_threshold) {
      add_person(run, run.first);
    } else {
      add_named(run, other_kind(run));
    }
    return true;
  }

  [[nodiscard]] bool is_country(const Run& run) {
    const std::string name = text_of(run.first, run.end);
    const int country = language_.lexicon.country_of(name);
    if (country < 0) return false;
    const bool demonym = run.end - run.first == 1 && token(run.first).is(bits_.demonym) &&
                         !token(run.first).is(bits_.country);
    if (demonym) return true; // "Chinese" alone is an adjective
    const Country& known = language_.lexicon.countries()[static_cast<std::size_t>(country)];
    const std::size_t entity = entity_named(known.name, EntityKind::country);
    add_alias(entity, name);
    mention(run.first, run.end, run.sentence, entity);
    return true;
  }

  [[nodiscard]] bool ends_as_organisation(const Run& run) const {
    return token(run.end - 1).is(bits_.org | bits_.institution) ||
           (run.has_org_head && run.end - run.name > 3);
  }

  bool take_titled(const Run& run) {
    if (run.end - run.name == 1 && !run.has_role) return false; // "Mr Key": whose surname?
    if (run.end - run.name == 1) return false;
    add_person(run, run.name);
    return true;
  }

  [[nodiscard]] bool is_upper(std::size_t t) const {
    return token(t).is(shape::upper) && document_.form(t).find('.') == std::string_view::npos;
  }

  // "the New START treaty": what the words name is no organisation.
  [[nodiscard]] bool is_treaty(const Run& run) const {
    return run.end < document_.tokens.size() && !token(run.end).is(shape::capital) &&
           token(run.end).is(treaty_) && !run.has_role;
  }

  // "Korean Central News Agency (KCNA)"
  [[nodiscard]] bool is_abbreviated(const Run& run) const {
    return run.end + 2 < document_.tokens.size() && run.end - run.first > 1 &&
           token(run.end).is(bits_.lparen) && token(run.end + 1).is(shape::upper) &&
           token(run.end + 2).is(bits_.rparen);
  }

  [[nodiscard]] int person_score(const Run& run) const {
    const std::size_t words = run.end - run.first;
    if (words > 5) return 0;
    int score = 0;
    const auto add = [&](bool sign, int weight) { score += sign ? weight : 0; };
    const Token& first = token(run.first);
    const Token& last = token(run.end - 1);
    add(first.is(bits_.given), 2);
    add(first.is(bits_.family_first) && words <= 3, 1);
    add(has_lower_hyphen(run), 2);
    add(words > 2 && document_.form(run.first + 1).size() == 2 &&
            document_.form(run.first + 1)[1] == '.',
        2);
    add(has_particle(run), 1);
    add(is_role_before(document_, bits_, run.first), 3);
    add(has_role_after(document_, language_, bits_, run.end, run.sentence), 3);
    add(is_age_after(run), 3);
    add(is_verb_after(run), 2);
    add(last.is(bits_.family_first) && words == 2, 1);
    add(run.first > 0 && token(run.first - 1).is(shape::possessive) && words == 2, 1);
    add(alone_.contains(document_.form(run.end - 1)) && !last.is(bits_.place | bits_.country), 2);
    add(run.first > 0 && lower(run.first - 1) == "the", -4);
    for (std::size_t t = run.first; t < run.end; ++t) {
      const bool surname = first.is(bits_.given) && words == 2 && t == run.first + 1 &&
                           !token(t).is(bits_.place_head | bits_.event | bits_.org);
      add(token(t).is(bits_.non_name | bits_.place_head | bits_.event | bits_.demonym) &&
              !token(t).is(bits_.given) && !surname,
          -4);
      add(token(t).is(bits_.country | bits_.place | bits_.side) && !token(t).is(bits_.given), -3);
      add(is_common_word(t), -3);
    }
    return score;
  }

  // A word that the article also writes in lower case is no name.
  [[nodiscard]] bool is_common_word(std::size_t t) const {
    return !token(t).is(bits_.particle | bits_.given | bits_.family_first | shape::upper) &&
           lower_words_.contains(lower(t));
  }

  [[nodiscard]] bool has_lower_hyphen(const Run& run) const {
    for (std::size_t t = run.first; t < run.end; ++t) {
      const std::string_view form = document_.form(t);
      const auto hyphen = form.find('-');
      if (hyphen != std::string_view::npos && hyphen + 1 < form.size() && form[hyphen + 1] >= 'a' &&
          form[hyphen + 1] <= 'z' && hyphen >= 2 && form.size() - hyphen <= 6)
        return true;
    }
    return false;
  }

  [[nodiscard]] bool has_particle(const Run& run) const {
    for (std::size_t t = run.first + 1; t + 1 < run.end; ++t)
      if (token(t).is(bits_.particle) && !token(t).is(shape::capital)) return true;
    return false;
  }

  [[nodiscard]] bool is_age_after(const Run& run) const {
    return run.end + 2 < document_.tokens.size() && token(run.end).is(bits_.comma) &&
           token(run.end + 1).is(shape::number) && token(run.end + 1).number < 120 &&
           token(run.end + 2).is(bits_.comma);
  }

  // "X said", "X, who"
  [[nodiscard]] bool is_verb_after(const Run& run) const {
    if (run.end + 1 >= document_.tokens.size()) return false;
    if (token(run.end).is(bits_.say) && !token(run.end).is(shape::capital)) return true;
    const std::string next = lower(run.end);
    return next == "who" || (next == "," && lower(run.end + 1) == "who") ||
           (run.first > 0 && token(run.first - 1).is(bits_.say) &&
            !token(run.first - 1).is(shape::capital));
  }

  [[nodiscard]] EntityKind other_kind(const Run& run) const {
    const Token& last = token(run.end - 1);
    const std::size_t phrase = phrase_length(document_, language_.lexicon, run.first, run.end,
                                             bits_.place | bits_.capital);
    if (phrase == run.end - run.first) return EntityKind::place;
    if (last.is(bits_.place_head)) return EntityKind::place;
    if (last.is(bits_.org | bits_.institution)) return EntityKind::organisation;
    return EntityKind::other;
  }

  void add_person(const Run& run, std::size_t name) {
    const std::string full = text_of(name, run.end);
    const std::size_t entity = entity_named(full, EntityKind::person);
    alias_names(entity, name, run.end);
    note_role(entity, run, name);
    mention(run.first, run.end, run.sentence, entity);
  }

  // The surname: the last word, or the first in Chinese and Korean order.
  void alias_names(std::size_t entity, std::size_t first, std::size_t end) {
    if (end - first < 2) return;
    const std::string_view family = document_.form(first), last = document_.form(end - 1);
    const bool order = token(first).is(bits_.family_first) &&
                       (!token(first).is(bits_.given) || has_lower_second(first, end)) &&
                       end - first <= 3;
    const bool family_first = order && (alone_.contains(family) || !alone_.contains(last) ||
                                        has_lower_second(first, end));
    add_alias(entity, std::string(family_first ? family : last));
    remember(surnames_[std::string(family_first ? family : last)], entity);
    if (family_first || token(first).is(bits_.place | bits_.country)) return;
    const auto [place, is_new] = given_names_.try_emplace(std::string(family), entity);
    if (!is_new && place->second != entity) place->second = nobody; // two of that name
  }

  static void remember(std::vector<std::size_t>& list, std::size_t entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
  }

  [[nodiscard]] bool has_lower_second(std::size_t first, std::size_t end) const {
    return end - first == 2 && document_.form(first + 1).find('-') != std::string_view::npos;
  }

  void note_role(std::size_t entity, const Run& run, std::size_t name) {
    RolePhrase role = role_before(document_, bits_, run.first, name);
    if (role.text.empty()) role = role_after(document_, language_, bits_, run.end, run.sentence);
    drop_leading_verb(role.text);
    if (role.text.empty()) return;
    const bool caption = document_.role_of(document_.sentences[run.sentence]) == LineRole::caption;
    Entity& person = finding_.entities[entity];
    if (!person.role.empty() && (caption || !person.role_in_caption) &&
        !is_better(role.text, person.role))
      return;
    person.role = role.text;
    person.organisation = role.organisation;
    person.role_sentence = run.sentence;
    person.role_in_caption = caption;
  }

  // "greets Russian Foreign Minister": a verb before the office is none of it.
  void drop_leading_verb(std::string& role) const {
    const auto space = role.find(' ');
    if (space == std::string::npos) return;
    const std::string first = role.substr(0, space);
    const VerbForms* verb = language_.lexicon.verb(first);
    const bool finite = verb != nullptr && (first == verb->third || first == verb->past);
    const bool office = (language_.lexicon.find(first).classes & bits_.role).any();
    if (finite && !office && first != verb->base) role.erase(0, space + 1);
  }

  // "Russian President" says more than "President", and "his counterpart" says nothing.
  static bool is_better(const std::string& fresh, const std::string& old) {
    const bool old_vague = old.find("counterpart") != std::string::npos;
    const bool fresh_vague = fresh.find("counterpart") != std::string::npos;
    if (old_vague != fresh_vague) return old_vague;
    return fresh.size() > old.size() && fresh.size() < 60 && fresh.find(old) != std::string::npos;
  }

  void add_named(const Run& run, EntityKind kind) {
    const std::size_t entity = entity_named(text_of(run.first, run.end), kind);
    if (is_abbreviated(run)) {
      finding_.entities[entity].acronym = document_.form(run.end + 1);
      add_alias(entity, finding_.entities[entity].acronym);
    }
    mention(run.first, run.end, run.sentence, entity);
  }

  // One word: a known surname, a known short form, a place, an organisation, a new name by title.
  void take_short(const Run& run) {
    const std::size_t name = run.end - 1;
    const std::string word(document_.form(name));
    if (const auto known = surnames_.find(word); known != surnames_.end()) {
      const std::size_t entity = nearest(known->second, run.first);
      note_role(entity, run, name);
      mention(run.first, run.end, run.sentence, entity);
      return;
    }
    if (const auto known = given_names_.find(word);
        known != given_names_.end() && known->second != nobody && !run.has_title) {
      mention(run.first, run.end, run.sentence, known->second);
      return;
    }
    if (run.has_title || run.has_role || is_role_before(document_, bits_, run.first)) {
      const bool a_name = !token(name).is(bits_.org | bits_.place | bits_.country | bits_.non_name |
                                          bits_.demonym | bits_.role) &&
                          !is_upper(name);
      if (a_name && (run.has_title || run.has_role)) {
        add_person(run, name);
        remember(surnames_[word], find_entity(word, EntityKind::person));
        return;
      }
    }
    mention(run.first, run.end, run.sentence, short_entity(word, name));
  }

  std::size_t short_entity(const std::string& word, std::size_t name) {
    for (std::size_t e = 0; e < finding_.entities.size(); ++e)
      if (const auto& aliases = finding_.entities[e].aliases;
          std::find(aliases.begin(), aliases.end(), word) != aliases.end())
        return e;
    if (token(name).is(bits_.place)) return entity_named(word, EntityKind::place);
    if (is_upper(name) || token(name).is(bits_.org))
      return entity_named(word, EntityKind::organisation);
    const bool stands_in = name > 0 && (lower(name - 1) == "in" || lower(name - 1) == "near");
    return entity_named(word, stands_in ? EntityKind::place : EntityKind::other);
  }

  // Of two with one surname, the one whom the headline names, else the one named last.
  [[nodiscard]] std::size_t nearest(const std::vector<std::size_t>& candidates,
                                    std::size_t t) const {
    if (candidates.size() > 1)
      if (const std::size_t subject = in_headline(candidates); subject != nobody) return subject;
    std::size_t best = candidates.front(), best_at = 0;
    for (const Mention& mention : finding_.mentions) {
      if (mention.first_token >= t || mention.first_token < best_at) continue;
      if (std::find(candidates.begin(), candidates.end(), mention.entity) == candidates.end())
        continue;
      best = mention.entity;
      best_at = mention.first_token;
    }
    return best;
  }

  [[nodiscard]] std::size_t in_headline(const std::vector<std::size_t>& candidates) const {
    for (const Mention& mention : finding_.mentions)
      if (document_.role_of(document_.sentences[mention.sentence]) == LineRole::headline &&
          std::find(candidates.begin(), candidates.end(), mention.entity) != candidates.end())
        return mention.entity;
    return nobody;
  }

  void take_role_phrases() {
    std::vector<bool> taken(document_.tokens.size(), false);
    for (const Mention& mention : finding_.mentions)
      for (std::size_t t = mention.first_token; t < mention.end_token; ++t) taken[t] = true;
    for (const RoleMention& phrase : role_mentions(document_, language_, bits_, taken)) {
      const std::string text = text_of(phrase.first, phrase.end);
      Mention noted =
          at(phrase.first, phrase.end, phrase.sentence, entity_named(text, EntityKind::role));
      finding_.mentions.push_back(noted);
    }
  }

  std::size_t find_entity(const std::string& name, EntityKind kind) const {
    const auto found = by_name_.find({name, kind});
    return found == by_name_.end() ? nobody : found->second;
  }

  std::size_t entity_named(const std::string& name, EntityKind kind) {
    const auto [place, is_new] = by_name_.try_emplace({name, kind}, finding_.entities.size());
    if (is_new) {
      Entity entity;
      entity.kind = kind;
      entity.name = name;
      finding_.entities.push_back(std::move(entity));
    }
    return place->second;
  }

  void add_alias(std::size_t entity, const std::string& alias) {
    Entity& known = finding_.entities[entity];
    if (alias != known.name &&
        std::find(known.aliases.begin(), known.aliases.end(), alias) == known.aliases.end())
      known.aliases.push_back(alias);
  }

  [[nodiscard]] Mention at(std::size_t first, std::size_t end, std::size_t sentence,
                           std::size_t entity) const {
    Mention made{document_.span_of(first, end), first, end, sentence, entity, false, false};
    made.governed = is_governed(document_, language_, first);
    made.possessive = end < document_.tokens.size() &&
                      (token(end).is(shape::possessive) ||
                       (document_.form(end) == "\u2019" && token(end).is(shape::glued)));
    return made;
  }

  void mention(std::size_t first, std::size_t end, std::size_t sentence, std::size_t entity) {
    finding_.mentions.push_back(at(first, end, sentence, entity));
  }

  static constexpr int person_threshold = 2;

  const Document& document_;
  const Language& language_;
  NameBits bits_;
  Classes treaty_;
  std::vector<Run> runs_;
  std::unordered_set<std::string_view> lower_words_;
  std::unordered_map<std::string_view, int> alone_;
  std::map<std::string, std::vector<std::size_t>> surnames_;
  std::map<std::string, std::size_t> given_names_; // nobody: of two persons
  std::map<std::pair<std::string, EntityKind>, std::size_t> by_name_;
  EntityFinding finding_;
};

} // namespace

EntityFinding find_entities(const Document& document, const Language& language) {
  return EntityFinder(document, language).run();
}

} // namespace entente::generate
