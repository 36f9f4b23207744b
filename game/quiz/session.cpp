#include "quiz/session.h"

#include "memory/load.h"

#include "core/random.h"
#include "quiz/elapsed.h"

#include <algorithm>

namespace entente::quiz {

namespace {

bool missed_return(Mode mode) { return mode != Mode::quick && mode != Mode::games; }

bool counts(Mode mode) { return mode != Mode::cram; }

bool may_return(const Missed& missed, std::size_t answers, core::Moment now,
                const Settings& settings) {
  return answers - missed.answers >= static_cast<std::size_t>(settings.missed_gap_cards) &&
         elapsed_ms(missed.at, now) >= settings.missed_gap_seconds * core::ms_per_second;
}

} // namespace

Session::Session(std::shared_ptr<const Material> material, Plan plan, core::Moment now) {
  memory::Model model(material->parameters);
  context_ = std::make_shared<const Context>(
      Context{std::move(material), std::move(plan), now, std::move(model)});
  state_.ahead = build_queue(*context_->material, context_->plan, now);
  state_.total = static_cast<int>(state_.ahead.size());
  std::ranges::reverse(state_.ahead);
  if (context_->plan.mode == Mode::drill) set_missed_aside(now);
  next(now);
}

// A card missed a moment ago, in a session just ended, keeps its distance in this one.
void Session::set_missed_aside(core::Moment now) {
  const std::int64_t gap = settings().missed_gap_seconds * core::ms_per_second;
  std::vector<std::size_t> others;
  for (const std::size_t card : state_.ahead) {
    const memory::CardProgress known = progress(card);
    if (known.owed && elapsed_ms(known.last_answer, now) < gap)
      state_.missed.push_back({card, 0, known.last_answer});
    else
      others.push_back(card);
  }
  state_.ahead = std::move(others);
  std::ranges::stable_sort(state_.missed, {}, [](const Missed& each) { return each.at.utc_ms; });
}

Standing Session::standing() const {
  Standing result;
  result.total = state_.total;
  const auto left = state_.ahead.size() + state_.missed.size() + (current() ? 1 : 0);
  result.done = state_.total - static_cast<int>(left);
  for (const auto& answer : state_.answers) {
    result.points += answer->points.value;
    result.bonus += answer->speed_bonus;
  }
  result.streak = state_.answers.empty() ? 0 : state_.answers.back()->points.streak;
  result.multiplier = multiplier(result.streak);
  return result;
}

memory::CardProgress Session::progress(std::size_t card) const {
  const auto changed = state_.changed.find(card);
  if (changed != state_.changed.end()) return *changed->second;
  return known_progress(material(), card);
}

// The learner's word on typed answers to this card in this session.
Variants Session::rulings(std::size_t card) const {
  Variants result;
  for (const auto& answer : state_.answers)
    if (const auto* typed = std::get_if<Typed>(&answer->given);
        typed != nullptr && answer->card == card && answer->overruled)
      rule(result, typed->text, answer->judgement.verdict == judge::Verdict::wrong);
  return result;
}

Confusions Session::confusions(std::size_t card) const {
  Confusions result = known_confusions(material(), card);
  for (const auto& answer : state_.answers)
    if (answer->card == card && answer->judgement.verdict == judge::Verdict::wrong &&
        std::holds_alternative<Chosen>(answer->given))
      ++result[answer->given_line];
  return result;
}

int Session::times_asked(std::size_t card) const {
  return static_cast<int>(std::ranges::count_if(
      state_.answers, [card](const auto& answer) { return answer->card == card; }));
}

const Asked* Session::current() const {
  if (const auto* asked = std::get_if<Asked>(&state_.phase)) return asked;
  const auto* revealed = std::get_if<Revealed>(&state_.phase);
  return revealed ? &revealed->asked : nullptr;
}

// ---- asking ----

void Session::ask(std::size_t card, core::Moment now) {
  const deck::Card& content = material().deck.cards[card];
  const memory::CardProgress known = progress(card);
  const int before = times_asked(card);
  const deck::Form form = choose_form(content, &known, context_->model, settings(), plan().forms)
                              .value_or(deck::Form::flip);
  const std::uint64_t seed =
      plan().seed ^ (core::hash(content.id) + static_cast<std::uint64_t>(before));
  Asked asked;
  asked.question = make_question(material().deck, card, form, confusions(card), settings(), seed);
  asked.question.first_sight = !known.state;
  asked.question.asked_before = before;
  asked.question.recall = predicted_recall(known, context_->model, settings(), now);
  asked.shown = now;
  if (plan().mode == Mode::quick && settings().quick_clock)
    asked.limit_ms = settings().quick_seconds * core::ms_per_second;
  state_.phase = std::move(asked);
}

// A missed card whose gap is over, else the next card of the plan, else the oldest missed one: with
// nothing between, three others cannot be had, and its minute is left to the learner.
void Session::next(core::Moment now, bool without_wait) {
  const auto ready = std::ranges::find_if(state_.missed, [&](const Missed& missed) {
    return may_return(missed, state_.answers.size(), now, settings());
  });
  if (ready != state_.missed.end()) {
    const std::size_t card = ready->card;
    state_.missed.erase(ready);
    return ask(card, now);
  }
  if (!state_.ahead.empty()) {
    const std::size_t card = state_.ahead.back();
    state_.ahead.pop_back();
    return ask(card, now);
  }
  if (state_.missed.empty()) {
    state_.phase = Finished{};
    return;
  }
  const Missed oldest = state_.missed.front();
  const std::int64_t gap = settings().missed_gap_seconds * core::ms_per_second;
  if (!without_wait && elapsed_ms(oldest.at, now) < gap) {
    state_.phase = Waiting{{oldest.at.utc_ms + gap, oldest.at.offset_minutes}};
    return;
  }
  state_.missed.erase(state_.missed.begin());
  ask(oldest.card, now);
}

// ---- recording ----

void Session::remember() { past_.push_back(std::make_shared<const Step>(Step{state_, {}})); }

// Joins the record to the step that Undo takes back.
Session::Outputs Session::record(Recorded recorded) {
  Step step = *past_.back();
  step.recorded.push_back(recorded);
  past_.back() = std::make_shared<const Step>(std::move(step));
  return {std::visit([](auto&& what) { return Output(std::forward<decltype(what)>(what)); },
                     std::move(recorded))};
}

Answered row_of(const Revealed& revealed, Mode mode, memory::Grade grade) {
  const Asked& asked = revealed.asked;
  const Question& question = asked.question;
  Answered row;
  row.card = question.card;
  row.card_id = question.card_id;
  row.mode = mode;
  row.form = question.form;
  for (const Option& option : question.options) row.options.push_back(option.text);
  row.given = revealed.given;
  row.given_line = given_line(question, revealed.given);
  row.right_answer = revealed.outcome.right_answer;
  row.judgement = revealed.outcome.judgement;
  row.overruled = revealed.outcome.overruled;
  row.right = grade != memory::Grade::again;
  row.proposed = revealed.outcome.proposed;
  row.grade = grade;
  row.hints = asked.hints;
  row.certainty = asked.certainty;
  row.taken_ms = elapsed_ms(asked.shown, revealed.at);
  row.recall = question.recall;
  row.first_sight = question.first_sight;
  row.asked_before = question.asked_before;
  row.at = revealed.at;
  return row;
}

Answered Session::answered(const Revealed& revealed, memory::Grade grade) const {
  Answered row = row_of(revealed, plan().mode, grade);
  row.counts_for_schedule = counts(plan().mode);
  row.points = points({row.right, row.recall, row.asked_before > 0 || !row.counts_for_schedule,
                       row.hints, standing().streak});
  row.speed_bonus = speed_bonus(row.right, row.hints, row.taken_ms, revealed.asked.limit_ms);
  row.before = progress(row.card);
  row.after = row.counts_for_schedule ? revealed.previews[static_cast<std::size_t>(grade) - 1].after
                                      : row.before;
  return row;
}

namespace {

memory::LeechAdvice advice_on(const Answered& row, int threshold) {
  return row.after.lapses > row.before.lapses ? memory::leech_advice(row.after.lapses, threshold)
                                              : memory::LeechAdvice::none;
}

} // namespace

Session::Outputs Session::settle(const Revealed& revealed, memory::Grade grade) {
  const auto row = std::make_shared<const Answered>(answered(revealed, grade));
  state_.answers.push_back(row);
  state_.changed[row->card] = std::make_shared<const memory::CardProgress>(row->after);
  if (!row->right && missed_return(plan().mode))
    state_.missed.push_back({row->card, state_.answers.size(), row->at});
  Outputs outputs = record(*row);
  const auto advice = advice_on(*row, settings().leech_lapses);
  if (advice != memory::LeechAdvice::none)
    outputs.emplace_back(Leech{row->card_id, row->after.lapses, advice});
  return outputs;
}

} // namespace entente::quiz
