#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"

#include <algorithm>

namespace entente::screens {

using service::Effects;

namespace {

constexpr int first_days = 7; // of a seminar not yet set

Effects set(const std::string& deck, const std::optional<service::Seminar>& seminar) {
  return {service::SetSeminar{deck, seminar}};
}

Effects open(Model& model, const std::string& deck) {
  const auto* standing = find_deck(model, deck);
  if (standing == nullptr) return {};
  const auto& set_before = standing->choices.seminar;
  const bool to_come = set_before && set_before->date > model.standing.today;
  model.dialog = SeminarDialog{deck, to_come ? set_before : std::nullopt};
  if (to_come) return {};
  return set(deck, service::Seminar{model.standing.today + first_days, 15, {}});
}

// Changes the seminar of the open dialog.
template <class Change> Effects change(const Model& model, Change how) {
  const auto* dialog = model.dialog ? std::get_if<SeminarDialog>(&*model.dialog) : nullptr;
  const auto* deck = dialog == nullptr ? nullptr : find_deck(model, dialog->deck);
  if (deck == nullptr || !deck->choices.seminar) return {};
  service::Seminar seminar = *deck->choices.seminar;
  how(seminar);
  return seminar == *deck->choices.seminar ? Effects{} : set(dialog->deck, seminar);
}

Effects drop(Model& model) {
  const auto* dialog = model.dialog ? std::get_if<SeminarDialog>(&*model.dialog) : nullptr;
  if (dialog == nullptr) return {};
  const std::string deck = dialog->deck;
  model.dialog.reset();
  return set(deck, std::nullopt);
}

Effects show_left(Model& model, const std::string& id) {
  const auto* deck = find_deck(model, id);
  const auto plan = model.plans.find(id);
  if (deck == nullptr || plan == model.plans.end()) return {};
  ProblemsDialog dialog{say("seminar.left.title"), {}};
  for (const std::string& card : plan->second.left)
    if (const auto* found = deck::find_card(*deck->file.deck, card))
      dialog.lines.push_back(found->prompt);
  model.dialog = std::move(dialog);
  return {};
}

} // namespace

Effects update(Model& model, const SeminarMessage& message) {
  return std::visit(
      Overloaded{[&](const OpenSeminar& m) { return open(model, m.deck); },
                 [&](const SetSeminarDays& m) {
                   const core::Day date = model.standing.today + std::max(1, m.days);
                   return change(model, [&](service::Seminar& s) { s.date = date; });
                 },
                 [&](const SetSeminarMinutes& m) {
                   const int minutes = std::clamp(m.minutes, service::least_seminar_minutes,
                                                  service::most_seminar_minutes);
                   return change(model, [&](service::Seminar& s) { s.minutes_a_day = minutes; });
                 },
                 [&](const ToggleDayOff& m) {
                   return change(model, [&](service::Seminar& s) {
                     bool& off = s.off[static_cast<std::size_t>(std::clamp(m.weekday, 0, 6))];
                     off = !off;
                   });
                 },
                 [&](const DropSeminar&) { return drop(model); },
                 [&](const ShowLeftCards& m) { return show_left(model, m.deck); },
                 [&](const TellHowItWent& m) -> Effects {
                   model.status = say("seminar.told");
                   return {service::TellSeminar{m.deck, m.known}};
                 }},
      message);
}

Effects leave(const SeminarDialog& dialog) { return set(dialog.deck, dialog.before); }

Effects update(Model& model, const MemoryMessage& message) {
  if (const auto* opened = std::get_if<OpenMemory>(&message)) {
    model.dialog = MemoryDialog{opened->deck};
    return {service::MeasureWorkload{opened->deck}};
  }
  const auto* dialog = model.dialog ? std::get_if<MemoryDialog>(&*model.dialog) : nullptr;
  const auto* deck = dialog == nullptr ? nullptr : find_deck(model, dialog->deck);
  if (deck == nullptr) return {};
  service::ChooseMemory chosen{dialog->deck, deck->choices.algorithm, deck->choices.wanted_recall};
  if (const auto* model_of = std::get_if<SetDeckModel>(&message))
    chosen.algorithm = model_of->algorithm;
  if (const auto* recall = std::get_if<SetDeckRecall>(&message))
    chosen.wanted_recall = recall->wanted;
  return {chosen};
}

} // namespace entente::screens
