// What comes back from the service, put where it belongs.

#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"

namespace entente::screens {

using service::Effects;

namespace {

Effects refreshed(Model& model, const service::Refreshed& result) {
  model.standing = result.standing;
  model.loaded = true;
  return {};
}

Effects begun(Model& model, const service::SessionBegun& result) {
  model.status.clear();
  if (std::holds_alternative<quiz::Finished>(result.session.phase())) {
    model.status = say("session.nothing");
    return {};
  }
  model.deck = result.deck;
  model.page = DrillPage(result.deck, result.session);
  return {};
}

Effects reading(Model& model, const service::ReadingBegun& result) {
  if (result.reading.is_empty()) {
    model.status = say("session.nothing");
    return {};
  }
  model.page = ReadingPage{result.deck, result.material, result.reading};
  return {};
}

Effects finished(Model& model, const service::SessionFinished& result) {
  auto* drill = std::get_if<DrillPage>(&model.page);
  if (drill == nullptr) return {};
  model.page = ResultsPage{drill->session, drill->deck, result.comparison};
  return {service::PlaySound{service::Sound::finished}, service::Refresh{}};
}

Effects failed(Model& model, const service::Failed& result) {
  // An answer that is not on disk was not given: back to where the history still agrees.
  if (auto* drill = std::get_if<DrillPage>(&model.page)) drill->session = drill->kept;
  if (auto* game = std::get_if<GamePage>(&model.page)) take_back_board(*game);
  if (auto* exam = std::get_if<ExamPage>(&model.page))
    if (exam->exam.state().phase == quiz::ExamPhase::handed_in) exam->exam = exam->kept;
  model.status.clear();
  model.dialog = ErrorDialog{result.what, result.error};
  return {};
}

Effects listed(Model& model, const service::FolderListed& result) {
  if (!model.dialog) return {};
  if (auto* chooser = std::get_if<ChooserDialog>(&*model.dialog)) {
    chooser->listed = result;
    chooser->typed.clear();
  }
  return {};
}

} // namespace

Effects came(Model& model, const service::Result& result, core::Moment now) {
  return std::visit(
      Overloaded{[&](const service::Refreshed& r) { return refreshed(model, r); },
                 [&](const service::DeckAdded& r) -> Effects {
                   model.deck = r.id;
                   model.dialog.reset();
                   return {service::Refresh{}};
                 },
                 [&](const service::SessionBegun& r) { return begun(model, r); },
                 [&](const service::ReadingBegun& r) { return reading(model, r); },
                 [&](const service::Kept&) {
                   if (auto* drill = std::get_if<DrillPage>(&model.page))
                     drill->kept = drill->session;
                   return Effects{};
                 },
                 [&](const service::SessionFinished& r) { return finished(model, r); },
                 [&](const service::ResetDone& r) -> Effects {
                   model.can_undo = r;
                   model.status = say("reset.done");
                   return {service::Refresh{}};
                 },
                 [&](const service::SettingsSaved& r) {
                   model.settings = r.settings;
                   return Effects{};
                 },
                 [&](const service::FolderListed& r) { return listed(model, r); },
                 [&](const service::PassageShown& r) {
                   model.dialog = PassageDialog{r, passage_source(model, r.deck, r.card)};
                   return Effects{};
                 },
                 [&](const service::TextAttached&) -> Effects {
                   model.dialog.reset();
                   model.status = say("passage.attached");
                   if (auto* page = std::get_if<WorkshopPage>(&model.page))
                     return find_material(*page);
                   return {service::Refresh{}};
                 },
                 [&](const service::ExamsListed& r) {
                   if (auto* exams = std::get_if<ExamsPage>(&model.page)) exams->exams = r.exams;
                   return Effects{};
                 },
                 [&](const service::ExamOpened& r) { return came(model, r); },
                 [&](const service::ExamHandedIn& r) { return came(model, r); },
                 [&](const service::SeminarPlanned& r) {
                   model.plans[r.plan.deck] = r.plan;
                   return Effects{};
                 },
                 [&](const service::WorkloadMeasured& r) {
                   model.workloads[r.workload.deck] = r.workload;
                   return Effects{};
                 },
                 [&](const service::DeckImported& r) {
                   model.status.clear();
                   model.deck = r.id;
                   model.dialog = ProblemsDialog{say("import.done", {{"deck", r.title}}), r.lines};
                   return Effects{};
                 },
                 [&](const service::HandedOut& r) {
                   model.dialog = ProblemsDialog{
                       say("hand-out.done", {{"file", r.path.filename().string()}}), r.lines};
                   return Effects{};
                 },
                 [&](const service::DeckOpened& r) { return came(model, r, now); },
                 [&](const service::DeckSaved& r) { return came(model, r, now); },
                 [&](const service::DeckChangedOutside& r) { return came(model, r); },
                 [&](const service::TextDrafted& r) { return came(model, r); },
                 [&](const service::MaterialFound& r) { return came(model, r); },
                 [&](const service::StatisticsRead& r) { return came(model, r); },
                 [&](const service::StoryRead& r) { return came(model, r); },
                 [&](const service::FigureSaved& r) { return came(model, r); },
                 [&](const service::BoardDealt& r) { return came(model, r); },
                 [&](const service::Failed& r) { return failed(model, r); }},
      result);
}

} // namespace entente::screens
