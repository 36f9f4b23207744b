#pragma once

// An exam as text, so that closing the window keeps it and a past one can be looked at again.
// Lines of tab-separated fields, "entente-exam 1" first; tab, line feed and backslash within a
// field are written \t, \n and \\. Words are kept as they were shown; answers and paragraphs come
// from the deck by card id.

#include "quiz/exam.h"

#include <string_view>

namespace entente::quiz {

[[nodiscard]] std::string save_exam(const ExamState& state);

struct RestoredExam {
  ExamState state;
  int dropped = 0; // questions whose card the deck no longer has
};
// Errors: malformed, naming the line; unsupported for a later version.
[[nodiscard]] core::Result<RestoredExam> restore_exam(const deck::Deck& deck,
                                                      std::string_view text);

} // namespace entente::quiz
