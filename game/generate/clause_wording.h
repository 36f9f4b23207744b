#pragma once

// A clause as a question, a predicate or a statement, with some of its pieces left out.

#include "generate/ask.h"

#include <string>
#include <vector>

namespace entente::generate {

// Pieces left out, as indices into Clause::pieces. Times told from the article's own day
// ("yesterday") and phrases before the subject that name nobody are left out anyway.
using LeftOut = std::vector<std::size_t>;

// "did Ann Lee meet Bo Chan in Rome"
[[nodiscard]] std::string inverted(const Asking& asking, const Clause& clause, const LeftOut& out);
// "met Bo Chan in Rome"
[[nodiscard]] std::string predicate(const Asking& asking, const Clause& clause, const LeftOut& out);
// "Ann Lee met Bo Chan in Rome"
[[nodiscard]] std::string statement(const Asking& asking, const Clause& clause, const LeftOut& out);

// Left out too: the last phrases, until the question has no more than so many words. What says the
// time stays.
[[nodiscard]] LeftOut shortened(const Asking& asking, const Clause& clause, LeftOut out,
                                std::size_t most_words);

// What a card's id is made of: the statement without the piece asked for and without its times.
[[nodiscard]] std::string anchor(const Asking& asking, const Clause& clause, std::size_t asked);

// Does a reader know what it speaks of: is somebody or something named in it?
[[nodiscard]] bool names_something(const Asking& asking, const Clause& clause, const LeftOut& out,
                                   bool with_subject);
// The one entity that the piece is behind its preposition; nobody when it is more than a name.
[[nodiscard]] std::size_t entity_of(const Asking& asking, const Piece& piece);
// The first entity named in the piece; nobody.
[[nodiscard]] std::size_t first_entity(const Asking& asking, const Piece& piece);
[[nodiscard]] bool is_told_from_today(const Asking& asking, const Piece& piece);

} // namespace entente::generate
