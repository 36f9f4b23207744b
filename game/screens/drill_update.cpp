#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/placing.h"

namespace entente::screens {

using service::Effects;

namespace {

service::Sound sound_of(judge::Verdict verdict) {
  switch (verdict) {
  case judge::Verdict::right:
    return service::Sound::right;
  case judge::Verdict::almost:
    return service::Sound::almost;
  case judge::Verdict::wrong:
    break;
  }
  return service::Sound::wrong;
}

const quiz::Asked* asked(const DrillPage& page) {
  return std::get_if<quiz::Asked>(&page.session.phase());
}

void clear_half_done(DrillPage& page) {
  page.typed.clear();
  page.placed.clear();
}

void note_outputs(DrillPage& page, const std::vector<quiz::Output>& outputs, int streak_before) {
  for (const auto& output : outputs) {
    if (const auto* answered = std::get_if<quiz::Answered>(&output))
      page.streak_ended = !answered->right && streak_before > 1;
  }
}

// Puts a message to the session; what it puts out is kept before anything else happens.
Effects take(Model& model, DrillPage& page, const quiz::Message& message, core::Moment now) {
  const bool was_asked = asked(page) != nullptr;
  const int streak = page.session.standing().streak;
  auto outputs = page.session.take(message, now);
  Effects effects;
  const auto* revealed = std::get_if<quiz::Revealed>(&page.session.phase());
  if (was_asked && revealed != nullptr && !revealed->outcome.self_judged)
    effects.push_back(service::PlaySound{sound_of(revealed->outcome.judgement.verdict)});
  if (revealed == nullptr && !(was_asked && std::holds_alternative<quiz::TakeHint>(message)))
    clear_half_done(page);
  note_outputs(page, outputs, streak);
  if (!outputs.empty()) effects.push_back(service::Keep{std::move(outputs)});
  if (!std::holds_alternative<quiz::Finished>(page.session.phase())) return effects;
  if (page.session.answers().empty()) {
    model.page = TodayPage{};
    effects.push_back(service::Refresh{});
  } else {
    effects.push_back(service::FinishSession{page.session});
  }
  return effects;
}

Effects answer(Model& model, DrillPage& page, quiz::Given given, core::Moment now) {
  const auto* question = asked(page);
  if (question == nullptr || !quiz::fits(question->question, question->hints, given)) return {};
  return take(model, page, quiz::Answer{std::move(given)}, now);
}

Effects place(Model& model, DrillPage& page, std::size_t option, core::Moment now) {
  const auto& question = asked(page)->question;
  if (!place_next(page.placed, option, question.options.size())) return {};
  const auto given = placed_answer(question, page.placed);
  return given ? answer(model, page, *given, now) : Effects{};
}

Effects pick(Model& model, DrillPage& page, std::size_t option, core::Moment now) {
  const auto* question = asked(page);
  if (question == nullptr) return {};
  switch (question->question.form) {
  case deck::Form::choice:
    return answer(model, page, quiz::Chosen{option}, now);
  case deck::Form::order:
  case deck::Form::match:
    return place(model, page, option, now);
  case deck::Form::typed:
  case deck::Form::cloze:
  case deck::Form::flip:
    break;
  }
  return {};
}

} // namespace

Effects update(Model& model, DrillPage& page, const DrillMessage& message, core::Moment now) {
  return std::visit(
      Overloaded{
          [&](const Quizzed& m) { return take(model, page, m.message, now); },
          [&](const TypedText& m) {
            page.typed = m.text;
            return Effects{};
          },
          [&](const SubmitTyped&) { return answer(model, page, quiz::Typed{page.typed}, now); },
          [&](const PickOption& m) { return pick(model, page, m.option, now); },
          [&](const UnpickLast&) {
            if (!page.placed.empty()) page.placed.pop_back();
            return Effects{};
          },
          [&](const AskPassage&) -> Effects {
            const auto* revealed = std::get_if<quiz::Revealed>(&page.session.phase());
            if (revealed == nullptr) return {};
            return {service::ShowPassage{page.deck, revealed->asked.question.card_id}};
          }},
      message);
}

Effects leave(Model& model, DrillPage& page, core::Moment now) {
  return take(model, page, quiz::End{}, now);
}

} // namespace entente::screens
