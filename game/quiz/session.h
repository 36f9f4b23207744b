#pragma once

// A drill as a value. Messages and moments come in, records for the history go out; a copy is a
// snapshot, and the same material, plan, messages and moments give the same session.
//
// An answer is recorded exactly when its grade is settled: by Settle, or on the way out by
// Suspend, Bury or End. A message that makes no sense in the present phase changes nothing.

#include "memory/load.h"
#include "quiz/grading.h"
#include "quiz/queue.h"
#include "quiz/schedule.h"
#include "quiz/scoring.h"

#include <memory>

namespace entente::quiz {

// ---- phases ----

struct Asked {
  Question question;
  core::Moment shown;
  int hints = 0; // of question.hints, how many were given
  std::optional<Certainty> certainty;
  std::int64_t limit_ms = 0; // quick round with clock; 0 = none
  bool operator==(const Asked&) const = default;
};

struct Revealed {
  Asked asked;
  Given given;
  Outcome outcome;
  core::Moment at; // when it was answered
  std::array<Preview, 4> previews;
  bool operator==(const Revealed&) const = default;
};

// Only missed cards are left, and the first of them was missed just now: wait, or GoOn.
struct Waiting {
  core::Moment until;
  bool operator==(const Waiting&) const = default;
};

struct Finished {
  bool early = false; // ended by the learner with questions left
  bool operator==(const Finished&) const = default;
};

using Phase = std::variant<Asked, Revealed, Waiting, Finished>;

// ---- messages ----

struct Answer { // Asked -> Revealed
  Given given;
};
struct TakeHint {}; // Asked
struct SetCertainty {
  std::optional<Certainty> certainty; // Asked
};
struct Overrule { // Revealed: the verdict is turned (or left to stand), the proposed grade follows
  bool right = true;
};
struct Settle { // Revealed -> next; ignored within settings.reveal_guard_ms of the reveal
  std::optional<memory::Grade> grade; // none: the proposed one
};
struct Skip {};    // Asked: to the end of the session
struct Bury {};    // hidden until the next study day
struct Suspend {}; // hidden until told otherwise
struct GoOn {};    // Waiting: ask the missed card now
struct Tick {};    // a moment has passed: ends a wait, or the clock of a quick round
struct Undo {};    // back by one answer, settling, skip, bury, suspend or end; any number of times
struct End {};
using Message = std::variant<Answer, TakeHint, SetCertainty, Overrule, Settle, Skip, Bury, Suspend,
                             GoOn, Tick, Undo, End>;

// ---- outputs ----

struct Answered { // one row of history
  std::size_t card = 0;
  std::string card_id;
  Mode mode = Mode::drill;
  deck::Form form = deck::Form::choice;
  std::vector<std::string> options; // in the order shown; empty where there are none
  Given given;
  std::string given_line;   // for people; empty for flip and don't know
  std::string right_answer; // one line
  judge::Judgement judgement;
  bool overruled = false;
  bool right = false; // the grade given is not Again
  memory::Grade proposed = memory::Grade::again;
  memory::Grade grade = memory::Grade::again;
  int hints = 0;
  std::optional<Certainty> certainty;
  std::int64_t taken_ms = 0;
  Points points;
  int speed_bonus = 0;          // quick round
  std::optional<double> recall; // predicted when asked
  bool counts_for_schedule = true;
  bool first_sight = false;
  int asked_before = 0; // times in this session
  core::Moment at;      // when it was answered: the moment the schedule counts from
  memory::CardProgress before, after;
  bool operator==(const Answered&) const = default;
};
// What the answer alone says of its row; points, schedule and progress are the caller's.
[[nodiscard]] Answered row_of(const Revealed& revealed, Mode mode, memory::Grade grade);

struct Buried {
  std::string card_id;
  core::Day day;
  bool operator==(const Buried&) const = default;
};
struct Suspended {
  std::string card_id;
  bool operator==(const Suspended&) const = default;
};
using Recorded = std::variant<Answered, Buried, Suspended>;
struct TakenBack { // an earlier record is undone
  Recorded what;
  bool operator==(const TakenBack&) const = default;
};
struct Leech { // said once at the threshold, then every half threshold more
  std::string card_id;
  int lapses = 0;
  memory::LeechAdvice advice = memory::LeechAdvice::other_form;
  bool operator==(const Leech&) const = default;
};
using Output = std::variant<Answered, Buried, Suspended, TakenBack, Leech>;

// ---- the session ----

struct Missed { // waits to return
  std::size_t card = 0;
  std::size_t answers = 0; // answers given in the session when it was missed, itself included
  core::Moment at;
  bool operator==(const Missed&) const = default;
};

// All that changes; what it shares with earlier states it points to.
struct SessionState {
  Phase phase = Finished{};
  std::vector<std::size_t> ahead; // cards still to ask for the first time, the next one last
  std::vector<Missed> missed;     // oldest first
  std::vector<std::shared_ptr<const Answered>> answers;
  std::map<std::size_t, std::shared_ptr<const memory::CardProgress>> changed;
  int total = 0; // cards of this session, without those buried or suspended before they were known
};

struct Standing {
  int done = 0, total = 0; // cards
  int points = 0, bonus = 0;
  int streak = 0;        // right answers in a row
  double multiplier = 1; // of the next right answer
};

class Session {
public:
  Session(std::shared_ptr<const Material> material, Plan plan, core::Moment now);

  [[nodiscard]] const Phase& phase() const { return state_.phase; }
  [[nodiscard]] const Material& material() const { return *context_->material; }
  [[nodiscard]] const Plan& plan() const { return context_->plan; }
  [[nodiscard]] core::Moment started() const { return context_->started; }
  [[nodiscard]] std::size_t undo_depth() const { return past_.size(); }
  [[nodiscard]] bool can_undo() const { return !past_.empty(); }
  [[nodiscard]] Standing standing() const;
  // Settled answers in order, without those taken back.
  [[nodiscard]] const std::vector<std::shared_ptr<const Answered>>& answers() const {
    return state_.answers;
  }
  [[nodiscard]] const SessionState& state() const { return state_; }
  // What is known of a card by now; an empty one with its ids when it was never answered.
  [[nodiscard]] memory::CardProgress progress(std::size_t card) const;
  // Wrong options chosen for a card, in earlier sessions and in this one.
  [[nodiscard]] Confusions confusions(std::size_t card) const;
  [[nodiscard]] Variants rulings(std::size_t card) const;

  [[nodiscard]] std::vector<Output> take(const Message& message, core::Moment now);

private:
  struct Context {
    std::shared_ptr<const Material> material;
    Plan plan;
    core::Moment started;
    memory::Model model;
  };
  struct Step { // what Undo goes back to, and what it takes back
    SessionState before;
    std::vector<Recorded> recorded;
  };
  using Outputs = std::vector<Output>;

  Outputs on(const Answer&, core::Moment now);
  Outputs on(const TakeHint&, core::Moment now);
  Outputs on(const SetCertainty&, core::Moment now);
  Outputs on(const Overrule&, core::Moment now);
  Outputs on(const Settle&, core::Moment now);
  Outputs on(const Skip&, core::Moment now);
  Outputs on(const Bury&, core::Moment now);
  Outputs on(const Suspend&, core::Moment now);
  Outputs on(const GoOn&, core::Moment now);
  Outputs on(const Tick&, core::Moment now);
  Outputs on(const Undo&, core::Moment now);
  Outputs on(const End&, core::Moment now);

  [[nodiscard]] const Settings& settings() const { return context_->material->settings; }
  [[nodiscard]] int times_asked(std::size_t card) const;
  [[nodiscard]] Answered answered(const Revealed& revealed, memory::Grade grade) const;
  [[nodiscard]] const Asked* current() const; // Asked, or what was asked in Revealed

  void remember();
  Outputs record(Recorded recorded);
  Outputs settle(const Revealed& revealed, memory::Grade grade);
  Outputs put_aside(Recorded recorded, core::Moment now);
  void reveal(const Asked& asked, const Given& given, core::Moment now);
  void ask(std::size_t card, core::Moment now);
  void set_missed_aside(core::Moment now);
  void next(core::Moment now, bool without_wait = false);

  std::shared_ptr<const Context> context_;
  SessionState state_;
  std::vector<std::shared_ptr<const Step>> past_;
};

} // namespace entente::quiz
