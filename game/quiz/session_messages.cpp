// What each message does in each phase.
#include "quiz/elapsed.h"
#include "quiz/session.h"

namespace entente::quiz {

std::vector<Output> Session::take(const Message& message, core::Moment now) {
  return std::visit([&](const auto& what) { return on(what, now); }, message);
}

void Session::reveal(const Asked& asked, const Given& given, core::Moment now) {
  Revealed revealed;
  revealed.asked = asked;
  revealed.given = given;
  revealed.outcome = grade(material(), asked.question, given, asked.hints,
                           elapsed_ms(asked.shown, now), rulings(asked.question.card));
  revealed.at = now;
  const DueTally tally = due_tally();
  revealed.previews =
      previews(progress(asked.question.card), now, context_->model, settings(), &tally);
  remember();
  state_.phase = std::move(revealed);
}

Session::Outputs Session::on(const Answer& answer, core::Moment now) {
  const auto* asked = std::get_if<Asked>(&state_.phase);
  if (asked && fits(asked->question, asked->hints, answer.given))
    reveal(Asked(*asked), answer.given, now);
  return {};
}

Session::Outputs Session::on(const TakeHint&, core::Moment) {
  auto* asked = std::get_if<Asked>(&state_.phase);
  if (asked && asked->hints < std::ssize(asked->question.hints)) ++asked->hints;
  return {};
}

Session::Outputs Session::on(const SetCertainty& message, core::Moment) {
  if (auto* asked = std::get_if<Asked>(&state_.phase)) asked->certainty = message.certainty;
  return {};
}

Session::Outputs Session::on(const Overrule& message, core::Moment) {
  auto* revealed = std::get_if<Revealed>(&state_.phase);
  if (!revealed) return {};
  const judge::Verdict judged = revealed->outcome.judgement.verdict;
  revealed->outcome.overruled = message.right != (judged != judge::Verdict::wrong);
  const auto verdict = !revealed->outcome.overruled ? judged
                       : message.right              ? judge::Verdict::right
                                                    : judge::Verdict::wrong;
  const std::int64_t taken = elapsed_ms(revealed->asked.shown, revealed->at);
  const Asked& asked = revealed->asked;
  revealed->outcome.proposed =
      propose(asked.question, verdict, asked.hints, taken, typed_characters(revealed->given));
  return {};
}

Session::Outputs Session::on(const Settle& message, core::Moment now) {
  const auto* shown = std::get_if<Revealed>(&state_.phase);
  if (!shown || elapsed_ms(shown->at, now) < settings().reveal_guard_ms) return {};
  const Revealed revealed = *shown;
  remember();
  Outputs outputs = settle(revealed, message.grade.value_or(revealed.outcome.proposed));
  next(now);
  return outputs;
}

Session::Outputs Session::on(const Skip&, core::Moment now) {
  const auto* asked = std::get_if<Asked>(&state_.phase);
  if (!asked) return {};
  const std::size_t card = asked->question.card;
  const bool returning = asked->question.asked_before > 0;
  remember();
  if (returning)
    state_.missed.push_back({card, state_.answers.size(), now});
  else
    state_.ahead.insert(state_.ahead.begin(), card);
  next(now);
  return {};
}

// An answer already given is settled as proposed first.
Session::Outputs Session::put_aside(Recorded recorded, core::Moment now) {
  const std::size_t card = current()->question.card;
  const Phase phase = state_.phase;
  remember();
  Outputs outputs;
  if (const auto* revealed = std::get_if<Revealed>(&phase))
    outputs = settle(*revealed, revealed->outcome.proposed);
  const bool known = !state_.answers.empty() && outputs.size() > 0 && state_.answers.back()->right;
  std::erase_if(state_.missed, [card](const Missed& missed) { return missed.card == card; });
  if (!known) --state_.total;
  memory::CardProgress after = progress(card);
  if (const auto* buried = std::get_if<Buried>(&recorded)) after.buried = buried->day;
  if (std::holds_alternative<Suspended>(recorded)) after.suspended = true;
  state_.changed[card] = std::make_shared<const memory::CardProgress>(std::move(after));
  for (Output& output : record(std::move(recorded))) outputs.push_back(std::move(output));
  next(now);
  return outputs;
}

Session::Outputs Session::on(const Bury&, core::Moment now) {
  const Asked* asked = current();
  if (!asked) return {};
  return put_aside(
      Buried{asked->question.card_id, core::study_day(now, settings().day_start_minutes)}, now);
}

Session::Outputs Session::on(const Suspend&, core::Moment now) {
  const Asked* asked = current();
  if (!asked) return {};
  return put_aside(Suspended{asked->question.card_id}, now);
}

Session::Outputs Session::on(const GoOn&, core::Moment now) {
  if (std::holds_alternative<Waiting>(state_.phase)) next(now, true);
  return {};
}

Session::Outputs Session::on(const Tick&, core::Moment now) {
  if (const auto* waiting = std::get_if<Waiting>(&state_.phase)) {
    if (now.utc_ms >= waiting->until.utc_ms) next(now);
  } else if (const auto* asked = std::get_if<Asked>(&state_.phase)) {
    if (asked->limit_ms > 0 && elapsed_ms(asked->shown, now) >= asked->limit_ms)
      reveal(Asked(*asked), DontKnow{true}, now);
  }
  return {};
}

// The question's clock starts anew: the detour was not thinking about it.
Session::Outputs Session::on(const Undo&, core::Moment now) {
  if (past_.empty()) return {};
  const std::shared_ptr<const Step> step = past_.back();
  past_.pop_back();
  state_ = step->before;
  if (auto* asked = std::get_if<Asked>(&state_.phase)) asked->shown = now;
  Outputs outputs;
  for (auto it = step->recorded.rbegin(); it != step->recorded.rend(); ++it)
    outputs.emplace_back(TakenBack{*it});
  return outputs;
}

Session::Outputs Session::on(const End&, core::Moment) {
  if (std::holds_alternative<Finished>(state_.phase)) return {};
  const Phase phase = state_.phase;
  remember();
  Outputs outputs;
  if (const auto* revealed = std::get_if<Revealed>(&phase))
    outputs = settle(*revealed, revealed->outcome.proposed);
  const bool all_done =
      state_.ahead.empty() && state_.missed.empty() && !std::holds_alternative<Asked>(phase);
  state_.phase = Finished{!all_done};
  return outputs;
}

} // namespace entente::quiz
