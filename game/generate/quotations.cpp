#include "generate/quotations.h"

#include "generate/chunks.h"

#include <algorithm>

namespace entente::generate {

namespace {

class Attribution {
public:
  Attribution(const Document& document, const Language& language, const std::vector<Marked>& marked,
              const std::vector<Entity>& entities, const std::vector<Mention>& mentions)
      : document_(document),
        language_(language),
        marked_(marked),
        entities_(entities),
        mentions_(mentions),
        bits_(language.lexicon),
        chunker_(document, language, mentions, entities, marked),
        he_(language.lexicon.class_bit("HE") | language.lexicon.class_bit("SHE")),
        it_(language.lexicon.class_bit("IT")),
        preposition_(language.lexicon.class_bit("PREP")),
        double_marks_(count_doubles()) {}

  std::vector<QuoteFact> run() {
    for (std::size_t q = 0; q < marked_.size(); ++q) {
      const LineRole role = document_.lines[marked_[q].line].role;
      if (role == LineRole::noise || role == LineRole::repeated || role == LineRole::credit)
        continue;
      take(q, role);
    }
    return std::move(quotes_);
  }

private:
  [[nodiscard]] std::size_t count_doubles() const {
    return static_cast<std::size_t>(std::count_if(
        marked_.begin(), marked_.end(), [](const Marked& quote) { return !quote.single; }));
  }

  void take(std::size_t q, LineRole role) {
    const Marked& marked = marked_[q];
    QuoteFact quote;
    quote.span = marked.inside;
    quote.open = marked.open;
    quote.close = marked.close;
    quote.single = marked.single;
    quote.sentence = sentence_of(marked.open);
    quote.kind = is_speech(marked) ? "speech" : "fragment";
    if (role != LineRole::body && role != LineRole::standfirst) {
      quote.kind = role == LineRole::headline ? "headline" : "caption";
    } else if (!marked.single || double_marks_ == 0) {
      if (is_title(marked)) {
        quote.kind = "title";
        quote.rule = "title-case";
      } else {
        if (!marked.continued) by_rules(q, quote);
        if (quote.rule.empty()) by_context(q, quote);
        if (is_adjective(marked) && !is_named_by_cue(quote)) unname(quote);
      }
    }
    // Words that a rule gave to somebody unnamed stay somebody's words.
    if (quote.speaker.empty() && quote.rule.empty() &&
        (quote.kind == "speech" || quote.kind == "fragment"))
      quote.kind = "scare";
    quotes_.push_back(std::move(quote));
  }

  // on “The Countdown to Zero”: words with capitals behind a preposition are a title.
  [[nodiscard]] bool is_title(const Marked& marked) const {
    static constexpr std::size_t fewest = 3, most = 12;
    const std::size_t length = marked.close - marked.open - 1;
    if (marked.open == 0 || length < fewest || length > most) return false;
    if (!document_.tokens[marked.open - 1].is(preposition_)) return false;
    for (std::size_t t = marked.open + 1; t < marked.close; ++t) {
      const Token& token = document_.tokens[t];
      const bool small = token.is(preposition_ | language_.lexicon.class_bit("DET") |
                                  language_.lexicon.class_bit("CONJ"));
      if (token.is(shape::word) && !token.is(shape::capital | shape::number) && !small)
        return false;
    }
    return true;
  }

  // “electric” Kool Aid: one word in front of its noun.
  [[nodiscard]] bool is_adjective(const Marked& marked) const {
    const std::size_t next = marked.close + 1;
    if (marked.close != marked.open + 2 || next >= document_.tokens.size()) return false;
    const Token& token = document_.tokens[next];
    return token.is(shape::word) && !token.is(shape::glued | preposition_ | bits_.cue) &&
           !token.is(language_.lexicon.class_bit("CONJ") | bits_.adverb | bits_.be);
  }

  [[nodiscard]] bool is_named_by_cue(const QuoteFact& quote) const {
    return (language_.lexicon.find(quote.cue).classes & language_.lexicon.class_bit("CALL")).any();
  }

  static void unname(QuoteFact& quote) {
    quote.speaker.clear();
    quote.entity = nobody;
    quote.sure = false;
    quote.kind = "scare";
  }

  [[nodiscard]] std::size_t sentence_of(std::size_t token) const {
    const auto after = std::upper_bound(
        document_.sentences.begin(), document_.sentences.end(), token,
        [](std::size_t t, const Sentence& sentence) { return t < sentence.first_token; });
    return static_cast<std::size_t>(after - document_.sentences.begin()) - 1;
  }

  [[nodiscard]] bool is_speech(const Marked& marked) const {
    return marked.continued ||
           (marked.close - marked.open > 5 && document_.tokens[marked.open + 1].is(shape::capital));
  }

  // From the sentence the quotation opens in to the one it closes in.
  [[nodiscard]] std::pair<std::size_t, std::size_t> context(const Marked& marked) const {
    const Sentence& first = document_.sentences[sentence_of(marked.open)];
    const std::size_t last_token =
        std::min(marked.close, document_.line_tokens[marked.line].second - 1);
    const Sentence& last = document_.sentences[sentence_of(last_token)];
    std::size_t end = last.end_token;
    if (end - first.first_token > longest_context + (marked.close - marked.open))
      end = std::min(end, marked.close + longest_context);
    return {first.first_token, end};
  }

  void by_rules(std::size_t q, QuoteFact& quote) {
    const auto [first, end] = context(marked_[q]);
    const auto chunks = chunker_.chunks(first, end, q);
    std::vector<Symbol> symbols;
    for (const Chunk& chunk : chunks) symbols.push_back(chunk.symbol);
    for (const Rule& rule : language_.quotations) {
      for (std::size_t at = 0; at < symbols.size(); ++at) {
        const auto match = rule.pattern.match(symbols, at);
        if (match && apply(rule, *match, chunks, quote)) return;
      }
    }
  }

  bool apply(const Rule& rule, const Match& match, const std::vector<Chunk>& chunks,
             QuoteFact& quote) {
    if (rule.action.starts_with("nobody ")) {
      quote.rule = rule.name;
      quote.kind = rule.action.substr(7);
      return true;
    }
    const auto at = match.at(rule.pattern.slot("speaker"));
    if (!at) return false;
    const std::size_t entity = entity_of(chunks, *at, quote.sentence);
    if (entity == nobody) return false;
    quote.rule = rule.name;
    quote.cue = cue_of(match, chunks);
    quote.sure = rule.action.ends_with("sure") && is_told_apart(entities_[entity]) &&
                 !is_anonymous(chunks[*at]);
    name_speaker(quote, entity);
    return true;
  }

  // "officials" could be anybody: named in the facts, not asked.
  static bool is_told_apart(const Entity& entity) {
    // A capital at the beginning may be the sentence's own.
    const bool owned = entity.name.find("\u2019s") != std::string::npos ||
                       entity.name.find("'s") != std::string::npos;
    return entity.kind != EntityKind::role || owned ||
           std::any_of(entity.name.begin() + (entity.name.empty() ? 0 : 1), entity.name.end(),
                       [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "a senior official", "one poster": somebody whom the text does not name, so no question asks
  // for him. With a name in it ("a spokesman for Northgate") the phrase says whose words they are.
  [[nodiscard]] bool is_anonymous(const Chunk& chunk) const {
    if (chunk.mention == nobody) return false;
    const Mention& mention = mentions_[chunk.mention];
    const Entity& entity = entities_[mention.entity];
    if (entity.kind != EntityKind::role || mention.first_token == 0) return false;
    for (std::size_t t = mention.first_token + 1; t < mention.end_token; ++t)
      if (document_.tokens[t].is(shape::capital | bits_.definite)) return false;
    const std::size_t first = mention.first_token;
    return !document_.tokens[first].is(shape::capital) &&
           document_.tokens[first - 1].is(bits_.indefinite);
  }

  [[nodiscard]] std::string cue_of(const Match& match, const std::vector<Chunk>& chunks) const {
    std::string cue;
    for (std::size_t c = match.begin; c < match.end; ++c)
      if ((chunks[c].symbol.classes & (bits_.cue | bits_.view)).any() &&
          chunks[c].mention == nobody && chunks[c].quote == nobody)
        cue = lower_ascii(document_.form(chunks[c].first));
    return cue;
  }

  void name_speaker(QuoteFact& quote, std::size_t entity) {
    quote.entity = entity;
    const Entity& speaker = entities_[entity];
    quote.speaker = speaker.name;
    if (!speaker.acronym.empty()) quote.speaker += " (" + speaker.acronym + ")";
  }

  // The entity a chunk stands for; a pronoun is followed back.
  [[nodiscard]] std::size_t entity_of(const std::vector<Chunk>& chunks, std::size_t at,
                                      std::size_t sentence) const {
    if (chunks[at].mention != nobody) return meant_by(mentions_[chunks[at].mention]);
    const Token& pronoun = document_.tokens[chunks[at].end - 1];
    for (const Classes standing : {bits_.who, bits_.object})
      for (std::size_t before = at; before-- > 0;)
        if (const std::size_t mention = chunks[before].mention;
            mention != nobody && fits(pronoun, mention) &&
            (chunks[before].symbol.classes & standing).any())
          return mentions_[mention].entity;
    return antecedent(pronoun, sentence);
  }

  // "the captain" is the captain named before; a bare office may be that of who spoke last.
  [[nodiscard]] std::size_t meant_by(const Mention& mention) const {
    const Entity& entity = entities_[mention.entity];
    const bool definite =
        mention.first_token > 0 && document_.tokens[mention.first_token - 1].is(bits_.definite);
    if (entity.kind != EntityKind::role || !definite || is_plural(mention)) return mention.entity;
    const std::size_t holder = holder_of(lower_ascii(entity.name), mention.first_token);
    if (holder != nobody) return holder;
    const bool bare = mention.end_token == mention.first_token + 1;
    const QuoteFact* before = last_spoken();
    const bool near = before != nullptr && mention.sentence - before->sentence <= 2;
    if (bare && near && entities_[before->entity].kind == EntityKind::person &&
        entities_[before->entity].role.empty())
      return before->entity;
    return mention.entity;
  }

  // Of the persons named not long before the token, the last whose role holds this one.
  [[nodiscard]] std::size_t holder_of(const std::string& office, std::size_t token) const {
    auto at = std::lower_bound(
        mentions_.begin(), mentions_.end(), token,
        [](const Mention& mention, std::size_t t) { return mention.first_token < t; });
    for (std::size_t n = 0; n < mentions_back && at != mentions_.begin(); ++n) {
      --at;
      const Entity& entity = entities_[at->entity];
      if (entity.kind == EntityKind::person && holds_word(entity.role, office)) return at->entity;
    }
    return nobody;
  }

  // Whole words, letters of either case.
  static bool holds_word(std::string_view role, std::string_view office) {
    const auto same = [](char a, char b) {
      return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
    };
    for (auto from = role.begin();;) {
      const auto found = std::search(from, role.end(), office.begin(), office.end(), same);
      if (found == role.end() || office.empty()) return false;
      const auto end = found + static_cast<std::ptrdiff_t>(office.size());
      const bool starts = found == role.begin() || *(found - 1) == ' ';
      if (starts && (end == role.end() || *end == ' ')) return true;
      from = found + 1;
    }
  }

  [[nodiscard]] bool fits(const Token& pronoun, std::size_t mention) const {
    const Entity& entity = entities_[mentions_[mention].entity];
    const EntityKind kind = entity.kind;
    if (pronoun.is(he_ | bits_.aged))
      return kind == EntityKind::person || is_the_office(mentions_[mention]);
    if (pronoun.is(it_)) return kind == EntityKind::organisation || kind == EntityKind::country;
    return kind == EntityKind::role && is_plural(mentions_[mention]);
  }

  // "The mayor": somebody, though not named.
  [[nodiscard]] bool is_the_office(const Mention& mention) const {
    return entities_[mention.entity].kind == EntityKind::role && mention.first_token > 0 &&
           document_.tokens[mention.first_token - 1].is(bits_.definite) && !is_plural(mention) &&
           document_.tokens[mention.end_token - 1].is(bits_.role) &&
           meant_by(mention) == mention.entity;
  }

  [[nodiscard]] bool is_plural(const Mention& mention) const {
    return document_.form(mention.end_token - 1).ends_with('s');
  }

  // Looks back over a few sentences; the last speaker and subjects come before objects.
  [[nodiscard]] std::size_t antecedent(const Token& pronoun, std::size_t sentence) const {
    const std::size_t start = document_.sentences[sentence].first_token;
    auto at = std::lower_bound(
        mentions_.begin(), mentions_.end(), start,
        [](const Mention& mention, std::size_t t) { return mention.first_token < t; });
    const std::size_t oldest = sentence > sentences_back ? sentence - sentences_back : 0;
    std::size_t found = nobody, found_in = nobody;
    while (at != mentions_.begin()) {
      --at;
      if (at->sentence < oldest || (found != nobody && at->sentence != found_in)) break;
      if (!fits(pronoun, static_cast<std::size_t>(at - mentions_.begin()))) continue;
      if (at->governed || at->possessive) {
        if (found == nobody && at->sentence + 1 < sentence) continue;
        if (found != nobody) continue;
      }
      found = at->entity; // the first of the sentence wins, as it is overwritten
      found_in = at->sentence;
    }
    return found;
  }

  // No verb of saying in the sentence: the speaker of the words around goes on.
  void by_context(std::size_t q, QuoteFact& quote) {
    const QuoteFact* before = last_spoken();
    const Marked& marked = marked_[q];
    if (before != nullptr && before->sentence == quote.sentence && before->entity != nobody &&
        !has_cue_of_its_own(before->close + 1, marked.open)) {
      carry_on(quote, *before, "same-sentence", before->sure && !is_speech(marked));
      return;
    }
    if (!stands_alone(marked)) return;
    if (before != nullptr && continues(marked, *before)) {
      carry_on(quote, *before, "carries-on", before->sure);
      return;
    }
    told_before(marked, quote);
    if (quote.rule.empty()) subject_before(marked, quote);
  }

  // A paragraph that is nothing but a quotation, behind one about a person: that person's words,
  // but not sure enough to ask.
  void subject_before(const Marked& marked, QuoteFact& quote) {
    const auto [first, end] = document_.line_tokens[marked.line];
    if (marked.open != first || marked.close + 1 < end || !is_speech(marked)) return;
    std::size_t line = marked.line;
    while (line > 0 && document_.lines[line].role != LineRole::body) --line;
    do {
      if (line == 0) return;
      --line;
    } while (document_.lines[line].role != LineRole::body);
    for (std::size_t s = quote.sentence; s-- > 0 && document_.sentences[s].line >= line;) {
      const Sentence& sentence = document_.sentences[s];
      if (sentence.line != line) continue;
      const std::size_t entity = person_subject(sentence, s);
      if (entity == nobody) continue;
      quote.rule = "paragraph-before";
      name_speaker(quote, entity);
      return;
    }
  }

  // The first who may be a subject, if it is a person.
  [[nodiscard]] std::size_t person_subject(const Sentence& sentence, std::size_t index) const {
    const auto chunks = chunker_.chunks(sentence.first_token, sentence.end_token, nobody);
    for (std::size_t c = 0; c < chunks.size(); ++c) {
      if (!(chunks[c].symbol.classes & bits_.who).any()) continue;
      const std::size_t entity = entity_of(chunks, c, index);
      const bool person = entity != nobody && entities_[entity].kind == EntityKind::person;
      return person ? entity : nobody;
    }
    return nobody;
  }

  // "…, while the friends of X said it was “…”": another subject speaks. Behind "and" or a comma
  // the subject is still the first.
  [[nodiscard]] bool has_cue_of_its_own(std::size_t first, std::size_t end) const {
    for (std::size_t t = first; t < end; ++t) {
      const Token& token = document_.tokens[t];
      if (!token.is(bits_.cue) || token.is(shape::capital)) continue;
      std::size_t before = t;
      while (before > first && document_.tokens[before - 1].is(bits_.adverb)) --before;
      const bool joined = before == first || document_.form(before - 1) == "and" ||
                          document_.form(before - 1) == "," || document_.form(before - 1) == "but";
      const bool noun = before > 0 && !joined &&
                        (document_.form(before - 1) == "the" || document_.form(before - 1) == "a" ||
                         document_.tokens[before - 1].is(shape::possessive));
      if (!joined && !noun) return true;
    }
    return false;
  }

  [[nodiscard]] const QuoteFact* last_spoken() const {
    return quotes_.empty() || quotes_.back().entity == nobody ? nullptr : &quotes_.back();
  }

  static void carry_on(QuoteFact& quote, const QuoteFact& before, const char* rule, bool sure) {
    quote.entity = before.entity;
    quote.speaker = before.speaker;
    quote.cue = before.cue;
    quote.rule = rule;
    quote.sure = sure;
  }

  // Nothing but the quotation in its sentences.
  [[nodiscard]] bool stands_alone(const Marked& marked) const {
    const auto [first, end] = context(marked);
    const std::size_t close = std::min(marked.close + 1, end);
    std::size_t outside = marked.open - first;
    for (std::size_t t = close; t < end; ++t) outside += !document_.tokens[t].is(shape::mark);
    return outside == 0;
  }

  // In the same paragraph with nobody else between, or at the head of the next one.
  [[nodiscard]] bool continues(const Marked& marked, const QuoteFact& before) const {
    const std::size_t line_before = document_.sentences[before.sentence].line;
    if (line_before == marked.line)
      return !names_person(before.close, marked.open) ||
             before.sentence == sentence_of(marked.open);
    std::size_t line = line_before + 1;
    while (line < marked.line && document_.lines[line].role != LineRole::body) ++line;
    return line == marked.line && before.kind == "speech" &&
           marked.open == document_.line_tokens[marked.line].first;
  }

  [[nodiscard]] bool names_person(std::size_t first, std::size_t end) const {
    auto at = std::upper_bound(
        mentions_.begin(), mentions_.end(), first,
        [](std::size_t t, const Mention& mention) { return t < mention.first_token; });
    for (; at != mentions_.end() && at->first_token < end; ++at)
      if (!at->governed && !at->possessive && at->entity != quotes_.back().entity &&
          entities_[at->entity].kind == EntityKind::person)
        return true;
    return false;
  }

  // The sentence before says that somebody speaks: "X issued a statement.", "X responded:".
  void told_before(const Marked& marked, QuoteFact& quote) {
    if (quote.sentence == 0) return;
    std::size_t before = quote.sentence - 1;
    while (before > 0 && document_.role_of(document_.sentences[before]) != LineRole::body) --before;
    const Sentence& sentence = document_.sentences[before];
    const std::string_view last = document_.form(sentence.end_token - 1);
    const bool ends_line = document_.line_tokens[sentence.line].second == sentence.end_token;
    const bool colon = last == ":" || (last == "," && ends_line); // "She said,"
    if (sentence.line != marked.line && !colon) return;
    const auto chunks = chunker_.chunks(sentence.first_token, sentence.end_token, nobody);
    const bool speaks = colon || std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
                          return (chunk.symbol.classes & (bits_.cue | bits_.speech)).any();
                        });
    if (!speaks) return;
    for (std::size_t c = 0; c < chunks.size(); ++c) {
      if (!(chunks[c].symbol.classes & bits_.who).any()) continue;
      const std::size_t entity = entity_of(chunks, c, before);
      if (entity == nobody) continue;
      quote.rule = colon ? "colon" : "told-before";
      quote.sure = colon;
      name_speaker(quote, entity);
      return;
    }
  }

  static constexpr std::size_t longest_context = 120; // tokens on each side
  static constexpr std::size_t sentences_back = 4;
  static constexpr std::size_t mentions_back = 200;

  const Document& document_;
  const Language& language_;
  const std::vector<Marked>& marked_;
  const std::vector<Entity>& entities_;
  const std::vector<Mention>& mentions_;
  ChunkBits bits_;
  Chunker chunker_;
  Classes he_, it_, preposition_;
  std::size_t double_marks_;
  std::vector<QuoteFact> quotes_;
};

} // namespace

std::vector<QuoteFact> attribute_quotes(const Document& document, const Language& language,
                                        const std::vector<Marked>& marked,
                                        const std::vector<Entity>& entities,
                                        const std::vector<Mention>& mentions) {
  return Attribution(document, language, marked, entities, mentions).run();
}

} // namespace entente::generate
