#include "generate/chunks.h"

#include <algorithm>

namespace entente::generate {

ChunkBits::ChunkBits(const Lexicon& lexicon) {
  const auto bit = [&](const char* name) { return lexicon.class_bit(name); };
  who = bit("WHO");
  maybe = bit("MAYBE");
  object = bit("OBJ");
  q = bit("Q");
  other = bit("OTHERQ");
  passive = bit("PASSIVE");
  cueing = bit("CUEING");
  begin = bit("BEGIN");
  end = bit("END");
  cue = bit("SAY") | bit("CALL");
  view = bit("VIEW");
  be = bit("BE");
  adverb = bit("ADVERB");
  subject = bit("SUBJPRON");
  speech = bit("SPEECH");
  comma = bit("COMMA");
  definite = bit("DEFINITE");
  indefinite = bit("INDEFINITE");
  institution = bit("INSTITUTION");
  aged = bit("AGED");
  first_second = bit("OWNVOICE");
  det = bit("DET");
  role = bit("ROLE");
  lparen = bit("LPAREN");
  rparen = bit("RPAREN");
}

Chunker::Chunker(const Document& document, const Language& language,
                 const std::vector<Mention>& mentions, const std::vector<Entity>& entities,
                 const std::vector<Marked>& quotes)
    : document_(document),
      language_(language),
      mentions_(mentions),
      entities_(entities),
      quotes_(quotes),
      bits_(language.lexicon),
      names_(language.lexicon) {}

std::size_t Chunker::quote_at(std::size_t token) const {
  const auto found =
      std::lower_bound(quotes_.begin(), quotes_.end(), token,
                       [](const Marked& quote, std::size_t t) { return quote.open < t; });
  return found != quotes_.end() && found->open == token
             ? static_cast<std::size_t>(found - quotes_.begin())
             : nobody;
}

std::size_t Chunker::mention_at(std::size_t token) const {
  const auto found = std::lower_bound(
      mentions_.begin(), mentions_.end(), token,
      [](const Mention& mention, std::size_t t) { return mention.first_token < t; });
  std::size_t best = nobody;
  for (auto it = found; it != mentions_.end() && it->first_token == token; ++it)
    if (best == nobody || it->end_token > mentions_[best].end_token)
      best = static_cast<std::size_t>(it - mentions_.begin());
  return best;
}

// "Crown prosecutor, Mark Tedeschi": the mention of the person behind a role, else nobody.
std::size_t Chunker::person_behind(const Mention& role) const {
  if (entities_[role.entity].kind != EntityKind::role || role.possessive) return nobody;
  std::size_t next = role.end_token;
  if (next < document_.tokens.size() && document_.tokens[next].is(bits_.comma)) ++next;
  const std::size_t person = next < document_.tokens.size() ? mention_at(next) : nobody;
  const bool is_person = person != nobody && mentions_[person].sentence == role.sentence &&
                         entities_[mentions_[person].entity].kind == EntityKind::person;
  return is_person ? person : nobody;
}

// "Rosemary Hughes (Lab)": a few words in brackets go with the name.
std::size_t Chunker::parenthesis_end(std::size_t end, std::size_t sentence_end) const {
  constexpr std::size_t longest = 8;
  if (end >= sentence_end || !document_.tokens[end].is(bits_.lparen)) return end;
  for (std::size_t t = end + 1; t < sentence_end && t < end + longest; ++t)
    if (document_.tokens[t].is(bits_.rparen)) return t + 1;
  return end;
}

// End of what is said of a person between commas: "X, the spokesman of Y,", "X, QC,", "X, 42,".
std::size_t Chunker::apposition_end(const Mention& person) const {
  const std::size_t sentence_end = document_.sentences[person.sentence].end_token;
  const std::size_t end = parenthesis_end(person.end_token, sentence_end);
  if (end + 2 >= sentence_end || !document_.tokens[end].is(bits_.comma)) return end;
  const bool letters = document_.tokens[end + 1].is(shape::upper | shape::number) &&
                       document_.tokens[end + 2].is(bits_.comma);
  if (letters) return end + 3;
  if (!has_role_after(document_, language_, names_, end, person.sentence)) return end;
  std::size_t t = end + 1;
  while (t < sentence_end && !document_.tokens[t].is(bits_.comma)) ++t;
  // "… at the University of Arkansas, Fayetteville, said": the place goes with it.
  std::size_t place = t + 1;
  while (place < sentence_end && place < t + 4 && document_.tokens[place].is(shape::capital))
    ++place;
  if (place > t + 1 && place < sentence_end && document_.tokens[place].is(bits_.comma)) t = place;
  return t + 1 < sentence_end ? t + 1 : end;
}

Chunk Chunker::name_chunk(std::size_t index) const {
  const Mention& first = mentions_[index];
  const std::size_t behind = person_behind(first);
  const std::size_t meant = behind == nobody ? index : behind;
  const Mention& mention = mentions_[meant];
  Chunk chunk{{0, shape::capital}, first.first_token, mention.end_token, meant, nobody};
  const EntityKind kind = entities_[mention.entity].kind;
  const bool speaks = kind != EntityKind::place && kind != EntityKind::other;
  // "Cornyn’s statement" speaks for Cornyn.
  std::size_t next = mention.end_token + 1;
  // "Cornyn’s latest written statement"
  for (std::size_t n = 0; n < 2 && next + 1 < document_.tokens.size(); ++n)
    if (!document_.tokens[next].is(bits_.speech) && document_.tokens[next].is(shape::word) &&
        !document_.tokens[next].is(bits_.cue | bits_.be) &&
        document_.tokens[next + 1].is(bits_.speech))
      ++next;
  if (mention.possessive && next < document_.tokens.size() &&
      document_.tokens[next].is(bits_.speech)) {
    chunk.symbol.classes = bits_.who;
    chunk.end = next + 1;
  } else if (first.governed || mention.possessive) {
    chunk.symbol.classes = bits_.object;
  } else {
    chunk.symbol.classes = speaks ? bits_.who : bits_.maybe;
  }
  if (kind == EntityKind::person && !mention.possessive) chunk.end = apposition_end(mention);
  return chunk;
}

Chunk Chunker::word_chunk(std::size_t token, std::size_t first) const {
  const Token& word = document_.tokens[token];
  Chunk chunk{word.symbol, token, token + 1, nobody, nobody};
  if (word.is(bits_.subject)) chunk.symbol.classes |= bits_.who;
  if (is_age(token)) {
    chunk.symbol.classes = bits_.who;
    chunk.end = token + 3;
  }
  if (!word.is(bits_.cue | bits_.view)) return chunk;
  const bool is_ing = document_.form(token).ends_with("ing");
  if (is_ing) chunk.symbol.classes |= bits_.cueing;
  std::size_t before = token;
  while (before > first && document_.tokens[before - 1].is(bits_.adverb)) --before;
  const bool passive = before > first && document_.tokens[before - 1].is(bits_.be) && !is_ing;
  // Names ("Will Post") and nouns with an article ("the report") are no verbs.
  const bool noun =
      token > first && (word.is(shape::capital) || document_.form(token - 1) == "the" ||
                        document_.form(token - 1) == "a" || document_.form(token - 1) == "an" ||
                        document_.tokens[token - 1].is(shape::possessive));
  if (is_idle_view(token)) {
    chunk.symbol.classes = chunk.symbol.classes.without(bits_.view);
    return chunk;
  }
  if (passive || noun || is_owned(token, first))
    chunk.symbol.classes = chunk.symbol.classes.without(bits_.cue | bits_.view | bits_.cueing);
  if (passive) chunk.symbol.classes |= bits_.passive;
  return chunk;
}

// "the 23-year-old said"
bool Chunker::is_age(std::size_t token) const {
  return token + 3 < document_.tokens.size() && document_.tokens[token].is(shape::number) &&
         document_.tokens[token + 2].is(bits_.aged) &&
         document_.tokens[token + 3].is(bits_.cue | bits_.adverb | bits_.comma);
}

// "what one letter describes as", "You said that": the verb's own subject stands before it and is
// nobody whom a rule could name.
bool Chunker::is_owned(std::size_t token, std::size_t first) const {
  std::size_t subject = token;
  while (subject > first && document_.tokens[subject - 1].is(bits_.adverb | names_.have)) --subject;
  if (subject == first) return false;
  --subject;
  if (document_.tokens[subject].is(bits_.first_second)) return true;
  if (subject == first || mention_over(subject)) return false;
  const Token& noun = document_.tokens[subject];
  const bool plain = noun.is(shape::word) && !noun.is(shape::capital) &&
                     !noun.is(names_.function() | bits_.cue | bits_.view | bits_.aged);
  return plain && document_.tokens[subject - 1].is(bits_.indefinite);
}

// Is the token part of a name or role?
bool Chunker::mention_over(std::size_t token) const {
  auto at = std::upper_bound(
      mentions_.begin(), mentions_.end(), token,
      [](std::size_t t, const Mention& mention) { return t < mention.first_token; });
  for (std::size_t n = 0; n < 4 && at != mentions_.begin(); ++n)
    if ((--at)->end_token > token) return true;
  return false;
}

// "back", "support", "attack": nouns and adverbs unless "to", a modal or a pronoun makes them
// verbs.
bool Chunker::is_idle_view(std::size_t token) const {
  const Token& word = document_.tokens[token];
  if (!word.is(bits_.view) || word.is(bits_.cue)) return false;
  const VerbForms* verb = language_.lexicon.verb(document_.form(token));
  if (verb == nullptr || verb->base != document_.form(token) || verb->past == verb->base)
    return false;
  if (token == 0) return true;
  const Token& before = document_.tokens[token - 1];
  return !(document_.form(token - 1) == "to" || before.is(names_.modal | bits_.subject) ||
           before.is(shape::capital));
}

std::vector<Chunk> Chunker::chunks(std::size_t first, std::size_t end, std::size_t target) const {
  std::vector<Chunk> found;
  found.push_back({{0, bits_.begin}, first, first, nobody, nobody});
  for (std::size_t t = first; t < end;) {
    if (const std::size_t quote = quote_at(t);
        quote != nobody && !(quotes_[quote].single && quote != target)) {
      const std::size_t close = std::min(quotes_[quote].close + 1, end);
      found.push_back({{0, quote == target ? bits_.q : bits_.other}, t, close, nobody, quote});
      t = close;
      continue;
    }
    const std::size_t mention = mention_at(t);
    Chunk chunk = mention == nobody ? word_chunk(t, first) : name_chunk(mention);
    chunk.end = std::max(chunk.end, t + 1);
    t = chunk.end;
    found.push_back(chunk);
  }
  found.push_back({{0, bits_.end}, end, end, nobody, nobody});
  return found;
}

} // namespace entente::generate
