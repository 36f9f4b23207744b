#pragma once

// The mock exam: choosing one and looking back at past ones, sitting it, its report. The exam
// itself is quiz/'s value; here is only what stands half-done on the screen.

#include "service/effects.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

// ---- choosing ----

struct ExamsPage {
  std::string deck;                        // empty: the one shown on Today
  quiz::ExamPlan plan;                     // its seed is that of `seed`
  std::string seed;                        // as typed; empty: drawn
  std::vector<service::ExamSummary> exams; // newest first
};

struct ChooseExamDeck {
  std::string deck;
};
struct ToggleExamCategory {
  std::string category;
};
struct ToggleExamForm {
  deck::Form form = deck::Form::choice;
};
struct SetExamQuestions {
  int questions = 20;
};
struct SetExamMinutes {
  int minutes = 15; // 0 = no limit
};
struct ToggleExamCertainty {};
struct SetExamSeed {
  std::string words;
};
struct StartExam {};
struct AskRemoveExam { // takes a past one off the list, after asking
  std::string id;
};

// ---- sitting ----

struct ExamPage {
  std::string id, deck;
  quiz::Exam exam;
  quiz::Exam kept; // before it was handed in: where a failed save goes back to
  std::string typed;
  std::vector<std::size_t> placed; // order, match: options in the order chosen so far
  std::int64_t unkept_ms = 0;      // when typing began that is not on disk yet; 0 = all is
  bool clock_hidden = false;
  bool reviewing = false; // all questions at once, before handing in

  ExamPage(std::string exam_id, std::string deck_id, quiz::Exam opened)
      : id(std::move(exam_id)), deck(std::move(deck_id)), exam(opened), kept(std::move(opened)) {}
};

struct Examined { // goes to the exam as it is
  quiz::ExamMessage message;
};
struct TurnQuestion {
  int by = 1;
};
struct PickExamOption {
  std::size_t option = 0;
};
struct TypeExamAnswer {
  std::string text;
};
struct UnpickExamOption {};
struct ToggleClock {};
struct ToggleReview {};

// ---- the report ----

struct ExamReportPage {
  std::string id, deck;
  quiz::Exam exam;
  quiz::ExamReport report;
  int dropped = 0; // questions whose cards the deck no longer has
  bool only_wrong = false;
};

struct ToggleOnlyWrong {};
struct DrillExamMisses {};

using ExamMessage =
    std::variant<ChooseExamDeck, ToggleExamCategory, ToggleExamForm, SetExamQuestions,
                 SetExamMinutes, ToggleExamCertainty, SetExamSeed, StartExam, AskRemoveExam,
                 Examined, TurnQuestion, PickExamOption, TypeExamAnswer, UnpickExamOption,
                 ToggleClock, ToggleReview, ToggleOnlyWrong, DrillExamMisses>;

} // namespace entente::screens
