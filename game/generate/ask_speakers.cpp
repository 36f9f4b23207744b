// Who said it. Short words are asked for in the frame of their sentence where that stands alone
// ("Who described the talks as “constructive”?"), else by themselves.

#include "generate/ask.h"
#include "generate/people.h"

#include <algorithm>
#include <set>

namespace entente::generate {

namespace {

constexpr std::size_t longest_frame = 26; // tokens between the verb and the quotation
constexpr std::size_t fewest_words_alone = 2;

class SpeakerAsker {
public:
  explicit SpeakerAsker(const Asking& asking)
      : asking_(asking),
        lexicon_(asking.language.lexicon),
        cue_(lexicon_.class_bit("SAY") | lexicon_.class_bit("CALL") | lexicon_.class_bit("VIEW")),
        dangling_(lexicon_.class_bit("PRONOUN") | lexicon_.class_bit("DANGLING")),
        pair_(lexicon_.class_bit("PAIRWORD")) {}

  void run(Candidates& found) const {
    for (const QuoteFact& quote : asking_.facts.quotes) {
      if (quote.entity == nobody || quote.speaker.empty()) continue;
      if (quote.kind != "speech" && quote.kind != "fragment") continue;
      if (quote.sure) ask(quote, found);
      ask_fragment(quote, found);
    }
    for (std::size_t s = 0; s < asking_.document.sentences.size(); ++s)
      if (asking_.asks(s) &&
          asking_.document.role_of(asking_.document.sentences[s]) == LineRole::body)
        ask_reported(s, found);
  }

private:
  void ask(const QuoteFact& quote, Candidates& found) const {
    const std::string words = quotation(quote);
    if (words.empty()) return;
    Candidate candidate;
    candidate.kind = "said";
    candidate.category = "speakers";
    candidate.anchor = words;
    candidate.sentence = quote.sentence;
    candidate.stem = stem(quote, words);
    if (candidate.stem.empty()) return;
    const Entity& speaker = asking_.facts.entities[quote.entity];
    if (speaker.kind == EntityKind::role && !is_told_apart(speaker.name)) return;
    if (const std::string begun = beginning(words); !begun.empty())
      candidate.milder = {
          asking_.phrases.fill(quote.kind == "speech" ? "said-speech" : "said-words",
                               {{"who", asker(speaker.kind)}, {"words", begun}})};
    candidate.answer = name_answer(speaker);
    candidate.accepted = accepted_names(asking_, quote.entity);
    candidate.asks_for_name = true;
    std::vector<std::size_t> except = sayers_of(words);
    add_sources(quote, speaker.kind, except);
    candidate.pool = other_names(asking_, quote.entity, except);
    candidate.may_lack_options =
        speaker.kind == EntityKind::person || speaker.kind == EntityKind::organisation;
    if (speaker.kind == EntityKind::country) keep_countries(candidate.pool);
    if (speaker.kind == EntityKind::role) candidate.pool = offices();
    candidate.explanation = asking_.phrases.fill(
        "said-explanation", {{"name", capitalised(tidy(speaker.name))}, {"words", words}});
    candidate.worth = quote.kind == "speech" ? 80 : 70;
    found.push_back(std::move(candidate));
  }

  // "officials" could be anybody's; "Russia’s ambassador to Britain" is one.
  static bool is_told_apart(const std::string& role) {
    return std::any_of(role.begin(), role.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "Which country …?": institutions are no options.
  void keep_countries(std::vector<Distractor>& pool) const {
    std::erase_if(pool,
                  [&](const Distractor& option) { return lexicon_.country_of(option.text) < 0; });
    for (const std::string& country : asking_.phrases.list("COUNTRY"))
      if (!asking_.names.contains(country))
        pool.push_back({country, asking_.phrases.fill("why-not-in-text")});
  }

  // For a speaker told by his office alone: the offices of others.
  [[nodiscard]] std::vector<Distractor> offices() const {
    std::vector<Distractor> pool;
    for (const std::size_t e : asking_.named) {
      const Entity& entity = asking_.facts.entities[e];
      if (entity.kind != EntityKind::person) continue;
      const std::string role = clean_role(asking_, entity.role);
      if (!role.empty() && is_told_apart(role))
        pool.push_back({role, asking_.phrases.fill("why-that-is", {{"name", tidy(entity.name)}})});
    }
    return pool;
  }

  // "According to one agency, quoting another": neither is a wrong option for the other.
  void add_sources(const QuoteFact& quote, EntityKind kind,
                   std::vector<std::size_t>& except) const {
    if (kind == EntityKind::person) return;
    const auto& mentions = asking_.facts.mentions;
    auto at = std::lower_bound(
        mentions.begin(), mentions.end(), quote.sentence,
        [](const Mention& mention, std::size_t sentence) { return mention.sentence < sentence; });
    for (; at != mentions.end() && at->sentence == quote.sentence; ++at)
      except.push_back(at->entity);
  }

  // The words to be recognised: a long speech's first sentences, whole.
  [[nodiscard]] std::string quotation(const QuoteFact& quote) const {
    constexpr std::size_t longest = 40; // words
    const std::string words = tidy(trimmed(asking_.document.words(quote.span)));
    if (words.find("\u201C") != std::string::npos) return {};
    if (count_words(words) <= longest) return words;
    std::string first;
    const std::size_t open = quote.sentence;
    for (std::size_t s = open; s < asking_.document.sentences.size(); ++s) {
      const Span span = asking_.document.sentences[s].span;
      const std::size_t begin = std::max(span.begin, quote.span.begin);
      const std::size_t end = std::min(span.end, quote.span.end);
      if (begin >= quote.span.end || end <= begin) break;
      const std::string more = tidy(asking_.document.words({begin, end}));
      if (count_words(first) + count_words(more) > longest) break;
      first += (first.empty() ? "" : " ") + more;
    }
    return first;
  }

  static std::string without_stop(std::string words) {
    while (words.ends_with('.') || words.ends_with(',')) words.pop_back();
    return words;
  }

  // "X said that the ship would leave": who said it?
  void ask_reported(std::size_t index, Candidates& found) const {
    const Sentence& sentence = asking_.document.sentences[index];
    const auto [speaker, verb] = reporter(sentence);
    if (speaker == nobody) return;
    const std::size_t end = content_end(sentence);
    std::size_t first = verb + 1;
    const bool that = first < end && asking_.document.form(first) == "that";
    if (!is_whole_content(that ? first + 1 : first, end, speaker)) return;
    const std::string content = asking_.wording.plain(first, end);
    if (count_words(content) < 6 || count_words(content) > 28) return;
    const Entity& entity = asking_.facts.entities[speaker];
    Candidate candidate;
    candidate.kind = "said-that";
    candidate.category = "speakers";
    candidate.anchor = content;
    candidate.sentence = index;
    const std::string said = lower_ascii(asking_.document.form(verb));
    candidate.stem = asking_.phrases.fill(
        "said-frame", {{"who", capitalised(asking_.phrases.fill(who_for(entity.kind)))},
                       {"frame", said + " " + content}});
    candidate.answer = name_answer(entity);
    candidate.accepted = accepted_names(asking_, speaker);
    candidate.asks_for_name = true;
    candidate.pool = other_names(asking_, speaker, {});
    candidate.may_lack_options = entity.kind == EntityKind::person;
    candidate.explanation = asking_.phrases.fill(
        "statement-explanation", {{"statement", tidy(entity.name) + " " + said + " " + content}});
    candidate.worth = 48;
    found.push_back(std::move(candidate));
  }

  static const char* who_for(EntityKind kind) {
    return kind == EntityKind::country        ? "which-country"
           : kind == EntityKind::organisation ? "which-organisation"
                                              : "who";
  }

  // The person or organisation that opens the sentence and the verb of reporting behind it.
  [[nodiscard]] std::pair<std::size_t, std::size_t> reporter(const Sentence& sentence) const {
    const Classes comma = lexicon_.class_bit("COMMA"), adverb = lexicon_.class_bit("ADVERB");
    const Classes report = lexicon_.class_bit("REPORT");
    const std::size_t mention = asking_.wording.mention_at(sentence.first_token);
    if (mention == nobody) return {nobody, 0};
    const Mention& named = asking_.facts.mentions[mention];
    const Entity& entity = asking_.facts.entities[named.entity];
    const bool speaks =
        entity.kind == EntityKind::organisation || entity.kind == EntityKind::country ||
        (entity.kind == EntityKind::person && entity.name.find(' ') != std::string::npos);
    if (!speaks || named.possessive) return {nobody, 0};
    std::size_t t = named.end_token;
    if (t < sentence.end_token && asking_.document.tokens[t].is(comma)) {
      for (++t; t < sentence.end_token && !asking_.document.tokens[t].is(comma); ++t) {
      }
      ++t;
    }
    while (t < sentence.end_token && asking_.document.tokens[t].is(adverb)) ++t;
    if (t >= sentence.end_token || !asking_.document.tokens[t].is(report)) return {nobody, 0};
    const VerbForms* verb = lexicon_.verb(asking_.document.form(t));
    const bool past = verb != nullptr && (asking_.document.form(t) == verb->past ||
                                          asking_.document.form(t) == verb->third);
    return past ? std::pair{named.entity, t} : std::pair{nobody, t};
  }

  [[nodiscard]] std::size_t content_end(const Sentence& sentence) const {
    std::size_t end = sentence.end_token;
    while (end > sentence.first_token && asking_.document.tokens[end - 1].is(shape::mark)) --end;
    return end;
  }

  // Stands alone: no quotation, nothing that points outside, but for the speaker's own "he".
  [[nodiscard]] bool is_whole_content(std::size_t first, std::size_t end,
                                      std::size_t speaker) const {
    const Classes verbs = lexicon_.class_bit("BE") | lexicon_.class_bit("HAVE") |
                          lexicon_.class_bit("MODAL") | lexicon_.class_bit("DO");
    const Classes own = lexicon_.class_bit("HE") | lexicon_.class_bit("SHE");
    bool finite = false, others = false, points = false;
    for (std::size_t t = first; t < end; ++t) {
      const Token& token = asking_.document.tokens[t];
      const std::string_view form = asking_.document.form(t);
      if (form == "\u201C" || form == "\"" || form == ";" || form == ":") return false;
      if (const std::size_t mention = asking_.wording.mention_at(t); mention != nobody) {
        const Mention& named = asking_.facts.mentions[mention];
        others = others || (named.entity != speaker &&
                            asking_.facts.entities[named.entity].kind == EntityKind::person);
        t = std::max(t, named.end_token - 1);
        continue;
      }
      const VerbForms* verb = lexicon_.verb(form);
      finite = finite || token.is(verbs) || (verb != nullptr && form == verb->past);
      if (token.is(own))
        points = true;
      else if (token.is(dangling_) && !token.is(shape::upper))
        return false;
    }
    const bool person = asking_.facts.entities[speaker].kind == EntityKind::person;
    return finite && (!points || (person && !others));
  }

  // Everybody who is quoted with these words.
  [[nodiscard]] std::vector<std::size_t> sayers_of(const std::string& words) const {
    std::vector<std::size_t> sayers;
    const std::string_view opening =
        std::string_view(words).substr(0, words.find_first_of(" \u2019"));
    for (const QuoteFact& quote : asking_.facts.quotes) {
      const std::string_view quoted = trimmed(asking_.document.words(quote.span));
      if (quote.entity != nobody && quoted.starts_with(opening) && tidy(quoted) == words)
        sayers.push_back(quote.entity);
    }
    return sayers;
  }

  [[nodiscard]] std::string asker(EntityKind kind) const {
    return capitalised(asking_.phrases.fill(who_for(kind)));
  }

  [[nodiscard]] std::string stem(const QuoteFact& quote, const std::string& words) const {
    const std::string who = asker(asking_.facts.entities[quote.entity].kind);
    if (quote.kind == "speech")
      return asking_.phrases.fill("said-speech", {{"who", who}, {"words", without_stop(words)}});
    if (const std::string framed = frame(quote); !framed.empty())
      return asking_.phrases.fill("said-frame", {{"who", who}, {"frame", framed}});
    if (count_words(words) < fewest_words_alone) return {};
    return asking_.phrases.fill("said-words", {{"who", who}, {"words", without_stop(words)}});
  }

  // The verb of saying that stands before the quotation with its subject, when what lies between
  // can stand alone; nobody.
  [[nodiscard]] std::size_t framing_cue(const QuoteFact& quote) const {
    static const std::set<std::string_view> rules = {"who-cue", "maybe-cue", "coordinated",
                                                     "who-view"};
    if (quote.cue.empty() || !rules.contains(quote.rule)) return nobody;
    const std::size_t begin = asking_.document.sentences[quote.sentence].first_token;
    std::size_t cue = quote.open;
    while (cue > begin && quote.open - cue < longest_frame &&
           !(lower_ascii(asking_.document.form(cue)) == quote.cue && is_cue(cue)))
      --cue;
    if (!is_cue(cue) || lower_ascii(asking_.document.form(cue)) != quote.cue) return nobody;
    for (std::size_t t = cue + 1; t < quote.open; ++t)
      if (asking_.document.tokens[t].is(dangling_ | pair_) &&
          !asking_.document.tokens[t].is(shape::upper))
        return nobody;
    return quote.close + 1 > asking_.document.tokens.size() ? nobody : cue;
  }

  // From the verb of saying to the end of the quotation's noun; empty when that cannot stand alone.
  [[nodiscard]] std::string frame(const QuoteFact& quote) const {
    const std::size_t cue = framing_cue(quote);
    const VerbForms* verb = lexicon_.verb(quote.cue);
    if (cue == nobody || verb == nullptr) return {};
    const std::string rest =
        asking_.wording.plain(cue + 1, noun_end(quote.close + 1, quote.sentence));
    return without_inner_stops(verb->past + (rest.starts_with(",") ? "" : " ") + rest);
  }

  // "Blinken scolded Moscow for advancing “____”": the quoted words are the answer, other quoted
  // nouns of the article the wrong options.
  void ask_fragment(const QuoteFact& quote, Candidates& found) const {
    const std::size_t cue = framing_cue(quote);
    const VerbForms* verb = lexicon_.verb(quote.cue);
    const std::string words = noun_words(quote);
    if (cue == nobody || verb == nullptr || words.empty() || quote.open <= cue + 1) return;
    const Entity& speaker = asking_.facts.entities[quote.entity];
    if (speaker.kind == EntityKind::role) return;
    const std::string name = capitalised(tidy(speaker.name));
    const std::string before = verb->past + " " + asking_.wording.plain(cue + 1, quote.open);
    const std::size_t end = noun_end(quote.close + 1, quote.sentence);
    std::string after = asking_.wording.plain(quote.close + 1, end);
    if (!after.empty()) after = " " + after;
    Candidate candidate;
    candidate.kind = "words";
    candidate.category = "quotes";
    candidate.sentence = quote.sentence;
    candidate.anchor = words;
    candidate.stem = asking_.phrases.fill("fragment-gap",
                                          {{"name", name}, {"before", before}, {"after", after}});
    candidate.answer.kind = deck::AnswerKind::quote;
    candidate.answer.text = words;
    candidate.pool = other_fragments(quote, lower_ascii(asking_.document.form(quote.open - 1)));
    candidate.explanation = asking_.phrases.fill(
        "fragment-explanation",
        {{"name", name}, {"before", before}, {"words", words}, {"after", after}});
    candidate.worth = 42;
    found.push_back(std::move(candidate));
  }

  // The words of a quotation that is a short noun phrase; empty when it is none.
  [[nodiscard]] std::string noun_words(const QuoteFact& quote) const {
    const std::string words = without_stop(tidy(trimmed(asking_.document.words(quote.span))));
    if (quote.kind != "fragment" || count_words(words) > 4 || words.empty()) return {};
    const Token& first = asking_.document.tokens[quote.open + 1];
    const Classes no_noun = lexicon_.class_bit("PREP") | lexicon_.class_bit("MODAL") |
                            lexicon_.class_bit("BE") | lexicon_.class_bit("HAVE") |
                            lexicon_.class_bit("PRONOUN") | lexicon_.class_bit("CONJ") |
                            lexicon_.class_bit("ADVERB");
    if (first.is(no_noun)) return {};
    for (std::size_t t = quote.open + 1; t < quote.close; ++t) {
      const std::string form = lower_ascii(asking_.document.form(t));
      const VerbForms* verb = lexicon_.verb(form);
      if (asking_.document.tokens[t].is(no_noun) || (form.ends_with("ly") && t > quote.open + 1))
        return {};
      if (verb != nullptr && (form == verb->past || form == verb->third) && t + 1 < quote.close)
        return {};
    }
    const VerbForms* verb = lexicon_.verb(lower_ascii(asking_.document.form(quote.open + 1)));
    const bool is_adjective = count_words(words) == 1 && verb == nullptr && !words.ends_with("er");
    return is_adjective && quote.cue != "call" && words.ends_with("ive") ? std::string() : words;
  }

  [[nodiscard]] std::vector<Distractor> other_fragments(const QuoteFact& quote,
                                                        const std::string& before) const {
    std::vector<Distractor> pool;
    const std::string answer = noun_words(quote);
    const auto vowel = [](const std::string& words) {
      return std::string_view("aeiouAEIOU").find(words[0]) != std::string_view::npos;
    };
    for (const QuoteFact& other : asking_.facts.quotes) {
      if (&other == &quote || other.entity == nobody) continue;
      const std::string words = noun_words(other);
      if (words.empty() || words.ends_with('s') != answer.ends_with('s')) continue;
      const bool article = before == "a" || before == "an";
      if (article && vowel(words) != (before == "an")) continue;
      pool.push_back({words, asking_.phrases.fill(
                                 "why-other-words",
                                 {{"words", words},
                                  {"name", tidy(asking_.facts.entities[other.entity].name)}})});
    }
    return pool;
  }

  [[nodiscard]] bool is_cue(std::size_t t) const {
    return asking_.document.tokens[t].is(cue_) && !asking_.document.tokens[t].is(shape::capital);
  }

  // "“unfriendly state” list": the noun behind the marks belongs to the words.
  [[nodiscard]] std::size_t noun_end(std::size_t t, std::size_t sentence) const {
    const std::size_t end = asking_.document.sentences[sentence].end_token;
    const Classes stops = lexicon_.class_bit("PREP") | lexicon_.class_bit("CONJ") |
                          lexicon_.class_bit("ADVERB") | lexicon_.class_bit("BE") |
                          lexicon_.class_bit("HAVE") | lexicon_.class_bit("MODAL") |
                          lexicon_.class_bit("PRONOUN") | lexicon_.class_bit("DET");
    std::size_t at = t;
    while (at < end && at < t + 2 && asking_.document.tokens[at].is(shape::word) &&
           !asking_.document.tokens[at].is(stops | shape::capital) && is_noun_form(at))
      ++at;
    return at;
  }

  // "list", "plan": verbs too, but nouns right behind the quoted words.
  [[nodiscard]] bool is_noun_form(std::size_t t) const {
    const VerbForms* verb = lexicon_.verb(asking_.document.form(t));
    return verb == nullptr || asking_.document.form(t) == verb->base;
  }

  const Asking& asking_;
  const Lexicon& lexicon_;
  Classes cue_, dangling_, pair_;
};

} // namespace

void ask_speakers(const Asking& asking, Candidates& found) { SpeakerAsker(asking).run(found); }

} // namespace entente::generate
