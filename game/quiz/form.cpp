// Which form a card takes.
#include "quiz/question.h"

#include <algorithm>

namespace entente::quiz {

namespace {

using deck::Form;

enum Rung { recognise, recall, self_judge };

Rung rung_of(const memory::CardProgress* progress, const memory::Model& model,
             const Settings& settings) {
  if (!progress || !progress->state) return recognise;
  const double stability = model.stability(*progress->state);
  int rung = stability >= settings.flip_from_days    ? self_judge
             : stability >= settings.typed_from_days ? recall
                                                     : recognise;
  rung = std::max(0, rung - progress->missed_forms);
  return static_cast<Rung>(rung);
}

// What to ask at this rung, the wanted form first, then by nearness.
std::vector<Form> wanted(Rung rung, deck::AnswerKind kind) {
  std::vector<Form> forms;
  if (rung == self_judge) forms.push_back(Form::flip);
  if (kind == deck::AnswerKind::sequence) forms.push_back(Form::order);
  if (kind == deck::AnswerKind::pairs) forms.push_back(Form::match);
  if (rung == recognise)
    forms.insert(forms.end(), {Form::choice, Form::cloze, Form::typed});
  else
    forms.insert(forms.end(), {Form::cloze, Form::typed, Form::choice});
  forms.insert(forms.end(), {Form::flip, Form::order, Form::match});
  return forms;
}

bool has(const std::vector<Form>& forms, Form form) {
  return std::ranges::find(forms, form) != forms.end();
}

} // namespace

std::optional<Form> choose_form(const deck::Card& card, const memory::CardProgress* progress,
                                const memory::Model& model, const Settings& settings,
                                const std::vector<Form>& allowed) {
  const std::vector<Form> possible = deck::possible_forms(card);
  for (const Form form : wanted(rung_of(progress, model, settings), card.answer.kind))
    if (has(possible, form) && (allowed.empty() || has(allowed, form))) return form;
  // A card that names no form it can take can still be turned over.
  if (possible.empty() && (allowed.empty() || has(allowed, Form::flip))) return Form::flip;
  return std::nullopt;
}

} // namespace entente::quiz
