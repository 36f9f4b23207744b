#pragma once

// A stretch of text as the rules of quotes.rules see it: a quotation is one symbol, a name with all
// its words is one symbol, everything else is a word.

#include "generate/facts.h"
#include "generate/role_phrases.h"
#include "generate/rules.h"
#include "generate/segment.h"

#include <vector>

namespace entente::generate {

struct Chunk {
  Symbol symbol;
  std::size_t first = 0, end = 0; // tokens
  std::size_t mention = nobody;   // index into the mentions
  std::size_t quote = nobody;     // index into the marked quotations
};

struct ChunkBits {
  explicit ChunkBits(const Lexicon& lexicon);
  Classes who, maybe, object, q, other, passive, cueing, begin, end;
  Classes cue, view, be, adverb, subject, speech, comma;
  Classes definite, indefinite, institution, aged, first_second, det, lparen, rparen, role;
};

class Chunker {
public:
  Chunker(const Document& document, const Language& language, const std::vector<Mention>& mentions,
          const std::vector<Entity>& entities, const std::vector<Marked>& quotes);

  // The chunks of tokens [first, end); `target` becomes {Q}.
  [[nodiscard]] std::vector<Chunk> chunks(std::size_t first, std::size_t end,
                                          std::size_t target) const;

private:
  [[nodiscard]] std::size_t quote_at(std::size_t token) const;
  [[nodiscard]] std::size_t mention_at(std::size_t token) const; // the longest; nobody
  [[nodiscard]] std::size_t person_behind(const Mention& role) const;
  [[nodiscard]] std::size_t apposition_end(const Mention& person) const;
  [[nodiscard]] std::size_t parenthesis_end(std::size_t end, std::size_t sentence_end) const;
  [[nodiscard]] bool is_age(std::size_t token) const;
  [[nodiscard]] bool is_owned(std::size_t token, std::size_t first) const;
  [[nodiscard]] bool mention_over(std::size_t token) const;
  [[nodiscard]] bool is_idle_view(std::size_t token) const;
  [[nodiscard]] Chunk name_chunk(std::size_t mention) const;
  [[nodiscard]] Chunk word_chunk(std::size_t token, std::size_t first) const;

  const Document& document_;
  const Language& language_;
  const std::vector<Mention>& mentions_;
  const std::vector<Entity>& entities_;
  const std::vector<Marked>& quotes_;
  ChunkBits bits_;
  NameBits names_;
};

} // namespace entente::generate
