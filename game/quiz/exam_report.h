#pragma once

// What a mock exam came to, beside what was expected.

#include "quiz/exam.h"

namespace entente::quiz {

// Marks for certainty (Gardner-Medwin): right pays 1, 2 or 3; wrong costs 0, 2 or 6. Middle is
// worth it from 67 % sure, high from 80 %. No answer costs nothing.
[[nodiscard]] int certainty_mark(Certainty certainty, bool right);

// How many right answers were to be expected when the exam began: the chance to recall or to guess,
// question by question. low..high hold the true number in at least 80 of 100 such exams.
struct Expected {
  double right = 0;
  int low = 0, high = 0;
  bool operator==(const Expected&) const = default;
};
// chances in [0, 1], one a question.
[[nodiscard]] Expected expected_right(const std::vector<double>& chances);
// Recall predicted when drawn, and a guess where it fails: one of the options shown.
[[nodiscard]] double chance(const Question& question);

struct ExamRow {
  std::size_t item = 0; // index into ExamState::items
  std::size_t card = 0;
  std::string prompt, given, right_answer; // given empty: no answer
  judge::Judgement judgement;
  bool right = false, flagged = false;
  int paragraph = 0; // of the source; 0 = none named
  std::optional<Certainty> certainty;
  int mark = 0; // with certainty marking
};

struct ExamReport {
  int questions = 0, right = 0, answered = 0, flagged = 0;
  std::int64_t used_ms = 0;
  bool time_up = false;
  Expected expected;
  std::optional<int> marks; // with certainty marking
  int most_marks = 0;
  std::vector<CategoryTally> categories;
  std::vector<ExamRow> rows;         // in the order of the exam
  std::vector<std::string> to_drill; // card ids missed, for Selection::cards
};

// REQUIRES: handed in. Shows the same at any later time for the same deck.
[[nodiscard]] ExamReport report(const Material& material, const ExamState& state);

} // namespace entente::quiz
