#pragma once

// The mock exam as a value: drawn by seed, answered in any order, nothing said until it is handed
// in. The clock runs only while it is open and not paused.

#include "core/result.h"
#include "quiz/results.h"

namespace entente::quiz {

struct ExamPlan {
  Selection selection;
  int questions = 20;
  std::int64_t limit_ms = 15 * core::ms_per_minute; // 0 = none
  std::vector<deck::Form> forms; // allowed; empty = all; flip never: nobody judges it here
  bool certainty = false;        // answers carry certainty marks
  std::uint64_t seed = 0;
  bool operator==(const ExamPlan&) const = default;
};

// Cards of the exam in their order. Categories get equal numbers (to one) as long as they have
// cards, and within that each paragraph of the source as few as can be; suspended cards, and cards
// that fit none of the forms, never.
[[nodiscard]] std::vector<std::size_t> draw_exam(const Material& material, const ExamPlan& plan);

struct ExamItem {
  Question question;
  std::optional<Given> given; // none: not answered yet
  std::optional<Certainty> certainty;
  bool flagged = false;
  std::int64_t spent_ms = 0; // looking at it, all visits together
  core::Moment answered;     // last changed; meaningful with `given`
  bool operator==(const ExamItem&) const = default;
};

enum class ExamPhase { running, paused, handed_in };

// All of an exam; what is saved when the window closes (quiz/exam_file.h).
struct ExamState {
  ExamPlan plan;
  core::Moment started;
  std::vector<ExamItem> items;
  std::size_t at = 0; // the item looked at
  ExamPhase phase = ExamPhase::running;
  bool time_up = false;       // handed in by the clock
  std::int64_t used_ms = 0;   // until `running_since`
  core::Moment running_since; // while running
  bool operator==(const ExamState&) const = default;
};

struct GiveExamAnswer { // replaces an earlier one
  Given given;
};
struct ClearExamAnswer {};
struct SetExamCertainty {
  std::optional<Certainty> certainty;
};
struct ToggleFlag {};
struct GoToItem {
  std::size_t item = 0;
};
struct PauseExam {};
struct ResumeExam {};
struct HandIn {};
using ExamMessage = std::variant<GiveExamAnswer, ClearExamAnswer, SetExamCertainty, ToggleFlag,
                                 GoToItem, PauseExam, ResumeExam, HandIn, Tick>;

class Exam {
public:
  Exam(std::shared_ptr<const Material> material, const ExamPlan& plan, core::Moment now);
  // One saved earlier; it is paused until resumed.
  Exam(std::shared_ptr<const Material> material, ExamState saved);

  [[nodiscard]] const ExamState& state() const { return state_; }
  [[nodiscard]] const Material& material() const { return *material_; }
  [[nodiscard]] int answered() const;
  [[nodiscard]] std::int64_t used_ms(core::Moment now) const;
  [[nodiscard]] std::optional<std::int64_t> left_ms(core::Moment now) const; // none: no limit

  // The rows for the history, once, when it is handed in: by HandIn, or by any message after the
  // time is up. Questions left open are wrong in the report but say nothing about memory: no row.
  [[nodiscard]] std::vector<Answered> take(const ExamMessage& message, core::Moment now);

private:
  void change(const ExamMessage& message, core::Moment now);
  void leave_item(core::Moment now);
  [[nodiscard]] std::vector<Answered> hand_in(core::Moment now, bool time_up);
  [[nodiscard]] Answered answered_row(const ExamItem& item) const;

  std::shared_ptr<const Material> material_;
  ExamState state_;
};

} // namespace entente::quiz
