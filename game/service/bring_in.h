#pragma once

// Other programs' decks onto a learner's desk, and the learner's decks out of it.

#include "exchange/format.h"
#include "service/effects.h"

namespace entente::service {

// Saves the deck among the learner's own, with its pictures, and keeps the answers that came with
// it. A deck of the same id that is there already is left alone: this one gets an id of its own.
[[nodiscard]] core::Result<DeckImported> bring_in(Desk& desk, exchange::Imported imported);

// Errors: not_found (no such deck), usage (no such format), not_writable.
[[nodiscard]] core::Result<exchange::Report> hand_out(const Desk& desk, const HandOut& effect);

// An exam as it was asked, with the answers given beside the right ones.
// Errors: those of ExamFolder::read and quiz::restore_exam, not_found (no such deck), not_writable.
[[nodiscard]] core::Result<exchange::Report> print_exam(const Desk& desk, const ExamFolder& exams,
                                                        const PrintExam& effect);

} // namespace entente::service
