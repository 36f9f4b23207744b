// The model's one door: each message to the page or dialog it belongs to.

#include "screens/overloaded.h"
#include "screens/pages.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using service::Effects;

namespace {

constexpr double scale_steps[] = {0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

Page page_of(RailPlace place, const Model& model) {
  switch (place) {
  case RailPlace::today:
    return TodayPage{};
  case RailPlace::decks:
    return DecksPage{};
  case RailPlace::exam:
    return ExamsPage{};
  case RailPlace::workshop:
    return WorkshopStart{};
  case RailPlace::progress:
    return ProgressPage{};
  case RailPlace::settings:
    return SettingsPage{};
  case RailPlace::keys:
    break;
  }
  return KeysPage{place_of(model).value_or(RailPlace::today)};
}

Effects go_to(Model& model, RailPlace place) {
  // A page without the rail is left by Escape only, so that no key loses it by accident.
  if (model.dialog || !place_of(model)) {
    model.keys_shown = model.keys_shown || place == RailPlace::keys;
    return {};
  }
  model.status.clear();
  model.next.clear();
  model.page = page_of(place, model);
  if (place == RailPlace::exam) return {service::ListExams{}, service::Refresh{}};
  if (place == RailPlace::progress)
    return {service::ReadStatistics{std::get<ProgressPage>(model.page).range}, service::Refresh{}};
  return place == RailPlace::today || place == RailPlace::decks || place == RailPlace::workshop
             ? Effects{service::Refresh{}}
             : Effects{};
}

Effects back(Model& model, core::Moment now) {
  if (model.keys_shown) {
    model.keys_shown = false;
    return {};
  }
  if (model.dialog) {
    const auto* seminar = std::get_if<SeminarDialog>(&*model.dialog);
    Effects effects = seminar == nullptr ? Effects{} : leave(*seminar);
    model.dialog.reset();
    return effects;
  }
  if (auto* drill = std::get_if<DrillPage>(&model.page)) return leave(model, *drill, now);
  if (std::holds_alternative<ExamPage>(model.page)) return leave_exam(model, now);
  if (std::holds_alternative<WorkshopPage>(model.page)) return leave_workshop(model);
  if (auto* draft = std::get_if<DraftPage>(&model.page)) {
    if (const auto into = draft->into) return model.page = std::move(*into), Effects{};
    model.page = WorkshopStart{};
    return {service::Refresh{}};
  }
  if (std::holds_alternative<GamePage>(model.page)) return leave_game(model);
  if (std::holds_alternative<StoryPage>(model.page)) return leave_story(model);
  if (std::holds_alternative<ExamReportPage>(model.page)) return go_to(model, RailPlace::exam);
  if (const auto* keys = std::get_if<KeysPage>(&model.page)) return go_to(model, keys->from);
  if (std::holds_alternative<TodayPage>(model.page)) return {};
  model.next.clear();
  model.page = TodayPage{};
  return {service::Refresh{}};
}

Effects tick(Model& model, core::Moment now) {
  if (std::holds_alternative<WorkshopPage>(model.page)) return workshop_tick(model, now);
  if (auto* exam = std::get_if<ExamPage>(&model.page)) return exam_tick(*exam, now);
  auto* drill = std::get_if<DrillPage>(&model.page);
  return drill == nullptr ? Effects{} : update(model, *drill, Quizzed{quiz::Tick{}}, now);
}

Effects carry(Model& model, service::Effect effect) {
  model.dialog.reset();
  model.can_undo.reset();
  return {std::move(effect)};
}

Effects toggle_light(const Model& model) {
  service::Settings settings = model.settings;
  settings.theme = settings.theme == service::ThemeChoice::dark ? service::ThemeChoice::light
                                                                : service::ThemeChoice::dark;
  return {service::SaveSettings{settings}};
}

Effects zoom(const Model& model, int steps) {
  service::Settings settings = model.settings;
  const double now = settings.scale == 0 ? 1.0 : settings.scale;
  const auto* nearest =
      std::min_element(std::begin(scale_steps), std::end(scale_steps),
                       [now](double a, double b) { return std::abs(a - now) < std::abs(b - now); });
  const auto last = static_cast<long>(std::size(scale_steps)) - 1;
  const long at = std::clamp(nearest - std::begin(scale_steps) + steps, 0L, last);
  settings.scale = steps == 0 ? 0 : scale_steps[at];
  return {service::SaveSettings{settings}};
}

// An answer whose grade is still open is recorded on the way out.
Effects quit(Model& model, core::Moment now) {
  Effects effects;
  if (auto* drill = std::get_if<DrillPage>(&model.page)) effects = leave(model, *drill, now);
  if (auto* exam = std::get_if<ExamPage>(&model.page)) effects = close_exam(*exam, now);
  effects.push_back(service::Quit{});
  return effects;
}

template <class PageState, class PageMessage>
Effects to_page(Model& model, const PageMessage& message, core::Moment now) {
  auto* page = std::get_if<PageState>(&model.page);
  return page == nullptr ? Effects{} : update(model, *page, message, now);
}

} // namespace

Effects begin_next(Model& model) {
  while (!model.next.empty()) {
    const service::BeginSession drill = std::move(model.next.front());
    model.next.erase(model.next.begin());
    if (find_deck(model, drill.deck) != nullptr) return {drill};
  }
  return {};
}

std::optional<RailPlace> place_of(const Model& model) {
  if (std::holds_alternative<TodayPage>(model.page)) return RailPlace::today;
  if (std::holds_alternative<DecksPage>(model.page)) return RailPlace::decks;
  if (std::holds_alternative<ExamsPage>(model.page) ||
      std::holds_alternative<ExamReportPage>(model.page))
    return RailPlace::exam;
  if (std::holds_alternative<WorkshopStart>(model.page)) return RailPlace::workshop;
  if (std::holds_alternative<ProgressPage>(model.page) ||
      std::holds_alternative<StoryPage>(model.page))
    return RailPlace::progress;
  if (std::holds_alternative<SettingsPage>(model.page)) return RailPlace::settings;
  if (std::holds_alternative<KeysPage>(model.page)) return RailPlace::keys;
  return std::nullopt;
}

Effects update(Model& model, const Message& message, core::Moment now) {
  return std::visit(
      Overloaded{[&](const GoTo& m) { return go_to(model, m.place); },
                 [&](const Back&) { return back(model, now); },
                 [&](const CloseDialog&) {
                   model.dialog.reset();
                   return Effects{};
                 },
                 [&](const GoOn&) { return begin_next(model); },
                 [&](const ExplainPoints&) {
                   model.dialog = PointsDialog{};
                   return Effects{};
                 },
                 [&](const Came& m) { return came(model, m.result, now); },
                 [&](const Tick&) { return tick(model, now); },
                 [&](const ChooseDeck& m) {
                   model.deck = m.deck;
                   return Effects{};
                 },
                 [&](const Start& m) -> Effects {
                   model.dialog.reset();
                   if (!std::holds_alternative<ResultsPage>(model.page)) model.next.clear();
                   return {service::BeginSession{m.deck, m.mode, m.selection}};
                 },
                 [&](const StartReading& m) -> Effects {
                   model.dialog.reset();
                   return {service::BeginReading{m.deck, m.selection}};
                 },
                 [&](const AskReset& m) { return ask_reset(model, m); },
                 [&](const Carry& m) { return carry(model, m.effect); },
                 [&](const Quit&) { return quit(model, now); },
                 [&](const ToggleLight&) { return toggle_light(model); },
                 [&](const Zoom& m) { return zoom(model, m.steps); },
                 [&](const DrillMessage& m) { return to_page<DrillPage>(model, m, now); },
                 [&](const ReadingMessage& m) { return to_page<ReadingPage>(model, m, now); },
                 [&](const DecksMessage& m) { return update(model, m); },
                 [&](const SeminarMessage& m) { return update(model, m); },
                 [&](const MemoryMessage& m) { return update(model, m); },
                 [&](const SettingsMessage& m) { return update(model, m); },
                 [&](const DraftMessage& m) { return update(model, m, now); },
                 [&](const WorkshopMessage& m) { return update(model, m, now); },
                 [&](const ChooserMessage& m) { return update(model, m); },
                 [&](const PasteCardsMessage& m) { return update(model, m); },
                 [&](const ExamMessage& m) { return update(model, m, now); },
                 [&](const ProgressMessage& m) { return update(model, m); },
                 [&](const GameMessage& m) { return update(model, m, now); }},
      message);
}

} // namespace entente::screens
