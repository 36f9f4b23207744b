#include "quiz/exam.h"

#include "core/random.h"
#include "quiz/elapsed.h"

#include <algorithm>
#include <tuple>

namespace entente::quiz {

namespace {

using deck::Form;

std::vector<Form> exam_forms(const ExamPlan& plan) {
  std::vector<Form> forms = plan.forms;
  if (forms.empty()) forms = {Form::choice, Form::typed, Form::cloze, Form::order, Form::match};
  std::erase(forms, Form::flip);
  return forms;
}

class Examiner {
public:
  Examiner(const Material& material, const ExamPlan& plan)
      : material_(material), plan_(plan), model_(material.parameters), forms_(exam_forms(plan)) {}

  std::vector<std::size_t> draw() const {
    core::Random random(plan_.seed);
    std::vector<std::size_t> pool, drawn;
    for (std::size_t card = 0; card < material_.deck.cards.size(); ++card)
      if (may_be_asked(card)) pool.push_back(card);
    random.shuffle(pool);
    std::map<std::string, int> categories;
    std::map<deck::Passage, int, ByPassage> passages;
    while (!pool.empty() && std::ssize(drawn) < plan_.questions) {
      const auto least = std::ranges::min_element(pool, {}, [&](std::size_t index) {
        const deck::Card& card = material_.deck.cards[index];
        return std::pair(categories[card.category], passages[card.passage.value_or(nowhere)]);
      });
      const deck::Card& card = material_.deck.cards[*least];
      ++categories[card.category];
      if (card.passage) ++passages[*card.passage];
      drawn.push_back(*least);
      pool.erase(least);
    }
    return spread(material_.deck, drawn, plan_.seed);
  }

  Question question(std::size_t index, core::Moment now) const {
    const deck::Card& card = material_.deck.cards[index];
    const memory::CardProgress* progress = find_progress(material_, index);
    const auto form = choose_form(card, progress, model_, material_.settings, forms_);
    Question question = make_question(material_.deck, index, form.value_or(Form::typed),
                                      known_confusions(material_, index), material_.settings,
                                      plan_.seed ^ core::hash(card.id));
    question.hints.clear(); // none are given in an exam
    question.first_sight = !(progress && progress->state);
    if (progress) question.recall = predicted_recall(*progress, model_, material_.settings, now);
    return question;
  }

private:
  struct ByPassage {
    bool operator()(const deck::Passage& a, const deck::Passage& b) const {
      return std::tie(a.source, a.paragraph) < std::tie(b.source, b.paragraph);
    }
  };
  inline static const deck::Passage nowhere; // never counted: cards without a passage are alike

  bool may_be_asked(std::size_t card) const {
    const memory::CardProgress* progress = find_progress(material_, card);
    const deck::Card& content = material_.deck.cards[card];
    return !(progress && progress->suspended) && matches(plan_.selection, content, progress) &&
           choose_form(content, progress, model_, material_.settings, forms_);
  }

  const Material& material_;
  const ExamPlan& plan_;
  memory::Model model_;
  std::vector<Form> forms_;
};

} // namespace

std::vector<std::size_t> draw_exam(const Material& material, const ExamPlan& plan) {
  return Examiner(material, plan).draw();
}

Exam::Exam(std::shared_ptr<const Material> material, const ExamPlan& plan, core::Moment now)
    : material_(std::move(material)) {
  state_.plan = plan;
  state_.started = state_.running_since = now;
  const Examiner examiner(*material_, plan);
  for (const std::size_t card : examiner.draw())
    state_.items.push_back({examiner.question(card, now), {}, {}, false, 0, {}});
}

Exam::Exam(std::shared_ptr<const Material> material, ExamState saved)
    : material_(std::move(material)), state_(std::move(saved)) {
  if (state_.phase == ExamPhase::running) state_.phase = ExamPhase::paused;
}

int Exam::answered() const {
  return static_cast<int>(std::ranges::count_if(
      state_.items, [](const ExamItem& item) { return item.given.has_value(); }));
}

std::int64_t Exam::used_ms(core::Moment now) const {
  if (state_.phase != ExamPhase::running) return state_.used_ms;
  const std::int64_t used = state_.used_ms + elapsed_ms(state_.running_since, now);
  return state_.plan.limit_ms > 0 ? std::min(used, state_.plan.limit_ms) : used;
}

std::optional<std::int64_t> Exam::left_ms(core::Moment now) const {
  if (state_.plan.limit_ms <= 0) return std::nullopt;
  return state_.plan.limit_ms - used_ms(now);
}

// Time since the clock was last looked at goes to the item on screen.
void Exam::leave_item(core::Moment now) {
  const std::int64_t used = used_ms(now);
  if (state_.at < state_.items.size()) state_.items[state_.at].spent_ms += used - state_.used_ms;
  state_.used_ms = used;
  state_.running_since = now;
}

std::vector<Answered> Exam::take(const ExamMessage& message, core::Moment now) {
  if (state_.phase == ExamPhase::handed_in) return {};
  if (state_.phase == ExamPhase::paused) {
    const bool resumes = std::holds_alternative<ResumeExam>(message);
    if (resumes) state_.phase = ExamPhase::running, state_.running_since = now;
    return std::holds_alternative<HandIn>(message) ? hand_in(now, false) : std::vector<Answered>();
  }
  if (left_ms(now) == 0) return hand_in(now, true);
  if (std::holds_alternative<HandIn>(message)) return hand_in(now, false);
  change(message, now);
  return {};
}

void Exam::change(const ExamMessage& message, core::Moment now) {
  leave_item(now);
  if (std::holds_alternative<PauseExam>(message)) state_.phase = ExamPhase::paused;
  if (const auto* go = std::get_if<GoToItem>(&message))
    if (go->item < state_.items.size()) state_.at = go->item;
  if (state_.at >= state_.items.size()) return; // an exam without questions
  ExamItem& item = state_.items[state_.at];
  if (const auto* give = std::get_if<GiveExamAnswer>(&message))
    if (fits(item.question, 0, give->given)) item.given = give->given, item.answered = now;
  if (std::holds_alternative<ClearExamAnswer>(message)) item.given.reset();
  if (const auto* sure = std::get_if<SetExamCertainty>(&message)) item.certainty = sure->certainty;
  if (std::holds_alternative<ToggleFlag>(message)) item.flagged = !item.flagged;
}

Answered Exam::answered_row(const ExamItem& item) const {
  const memory::Model model(material_->parameters);
  const Outcome outcome = grade(*material_, item.question, *item.given, 0, item.spent_ms);
  Revealed revealed;
  revealed.asked = {item.question, {}, 0, item.certainty, 0};
  revealed.given = *item.given;
  revealed.outcome = outcome;
  revealed.at = item.answered;
  const memory::CardProgress before = known_progress(*material_, item.question.card);
  Answered row = row_of(revealed, Mode::exam, outcome.proposed);
  row.taken_ms = item.spent_ms;
  row.before = before;
  row.after = preview(before, row.grade, row.at, model, material_->settings).after;
  row.points.rule = PointsRule::unpaid;
  return row;
}

std::vector<Answered> Exam::hand_in(core::Moment now, bool time_up) {
  if (state_.phase == ExamPhase::running) leave_item(now);
  state_.phase = ExamPhase::handed_in;
  state_.time_up = time_up;
  std::vector<Answered> rows;
  for (const ExamItem& item : state_.items)
    if (item.given) rows.push_back(answered_row(item));
  std::ranges::stable_sort(rows, {}, [](const Answered& row) { return row.at.utc_ms; });
  DueTally tally(material_->load, material_->settings);
  for (Answered& row : rows) settle_day(tally, row);
  return rows;
}

} // namespace entente::quiz
