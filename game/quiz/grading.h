#pragma once

// From what the learner did to what it means: verdict, reason, and the grade to propose.

#include "judge/judge.h"
#include "quiz/question.h"

#include <cstdint>
#include <variant>

namespace entente::quiz {

struct Chosen {
  std::size_t option = 0; // index into Question::options
  bool operator==(const Chosen&) const = default;
};
struct Typed { // typed and cloze
  std::string text;
  bool operator==(const Typed&) const = default;
};
struct Flipped { // turned over; the learner judges by the grade given
  bool operator==(const Flipped&) const = default;
};
struct Ordered {
  std::vector<std::size_t> options; // indices into Question::options, first to last
  bool operator==(const Ordered&) const = default;
};
struct Matched {
  std::vector<std::size_t> options; // the option joined to each left, in the order of lefts
  bool operator==(const Matched&) const = default;
};
struct DontKnow {
  bool time_up = false;
  bool operator==(const DontKnow&) const = default;
};
using Given = std::variant<Chosen, Typed, Flipped, Ordered, Matched, DontKnow>;

struct Outcome {
  judge::Judgement judgement;
  bool self_judged = false; // flip: the verdict follows from the grade given
  bool overruled = false;   // the learner turned the verdict: right to wrong, or wrong to right
  std::string right_answer; // one line
  std::string why_wrong;    // the reason of the wrong option chosen; may be empty
  memory::Grade proposed = memory::Grade::again;
  bool operator==(const Outcome&) const = default;
};

// After the learner's word: almost right counts as right.
[[nodiscard]] bool counts_as_right(const Outcome& outcome);

// Could this be an answer to this question (right form, indices that exist and are still offered,
// each item once)? A blank typed answer is none: "don't know" says that.
[[nodiscard]] bool fits(const Question& question, int hints, const Given& given);

// taken_ms: from showing the question to the answer. REQUIRES: fits(question, hints, given).
// rulings: what the learner said of this card's answers since the material was read.
[[nodiscard]] Outcome grade(const Material& material, const Question& question, const Given& given,
                            int hints, std::int64_t taken_ms, const Variants& rulings = {});

// The grade from verdict, hints and time. Again when wrong. Hard when almost. Else Good, then:
//  - each hint lowers by one, but a right answer is never under Hard;
//  - slow (over slow_factor times the expected time) lowers by one;
//  - a typed answer under fast_factor of the expected time, without hints, of a card seen before
//    and not yet asked in this session, is Easy;
//  - where the answer stood on the screen (choice, order, match) never Easy, and on first sight at
//    most Hard: FSRS-7's defaults would send a lucky guess away for weeks.
// typed_characters: length of the typed answer, 0 for other forms.
[[nodiscard]] memory::Grade propose(const Question& question, judge::Verdict verdict, int hints,
                                    std::int64_t taken_ms, std::size_t typed_characters = 0);

// Reading at 15 characters a second, typing at 4, and 3 s to think.
[[nodiscard]] std::int64_t expected_ms(const Question& question, std::size_t typed_characters);
inline constexpr double slow_factor = 4;
inline constexpr double fast_factor = 0.5;

// Length of what was typed; 0 for other forms.
[[nodiscard]] std::size_t typed_characters(const Given& given);

// What was given as one line for people ("Vladimir Putin"); empty for flip and don't know.
[[nodiscard]] std::string given_line(const Question& question, const Given& given);

} // namespace entente::quiz
