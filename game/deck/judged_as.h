#pragma once

// How the judge reads an answer of a kind of the deck format.

#include "deck/deck.h"
#include "judge/judge.h"

namespace entente::deck {

// Pairs have no kind of their own there: text, where they are one answer.
[[nodiscard]] judge::Kind judge_kind(AnswerKind kind);

} // namespace entente::deck
