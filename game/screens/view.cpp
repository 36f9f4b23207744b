#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

Build brand() {
  return prose(plain("entente"), toned(".", Tone::accent))
      .serif()
      .size(23)
      .weight(600)
      .spacing(-0.3F)
      .label("Entente")
      .padding({10, 2, 10, 22});
}

Build place_item(Frame& frame, RailPlace place, const char* words, const char* command) {
  return nav_item(say(words), frame.on(GoTo{place}), commands().at(command),
                  place_of(frame.model) == place);
}

Build railed(Frame& frame, Build page) {
  std::vector<Build> places;
  places.push_back(place_item(frame, RailPlace::today, "place.today", "go.today"));
  places.push_back(place_item(frame, RailPlace::decks, "place.decks", "go.decks"));
  places.push_back(place_item(frame, RailPlace::exam, "place.exam", "go.exam"));
  places.push_back(place_item(frame, RailPlace::progress, "place.progress", "go.progress"));
  places.push_back(place_item(frame, RailPlace::workshop, "place.workshop", "go.workshop"));
  std::vector<Build> others;
  others.push_back(place_item(frame, RailPlace::settings, "place.settings", "go.settings"));
  others.push_back(place_item(frame, RailPlace::keys, "place.keys", "go.keys"));
  Build padded = scroll_area("page", std::move(page).padding(page_padding(frame.width)));
  return with_rail(frame.width, brand(), std::move(places), std::move(others), std::move(padded));
}

Build page_view(Frame& frame) {
  return std::visit(
      Overloaded{
          [&](const TodayPage&) { return railed(frame, today_view(frame)); },
          [&](const DecksPage& page) { return railed(frame, decks_view(frame, page)); },
          [&](const SettingsPage&) { return railed(frame, settings_view(frame)); },
          [&](const WorkshopStart& page) {
            return railed(frame, workshop_start_view(frame, page));
          },
          [&](const DraftPage& page) { return draft_view(frame, page); },
          [&](const WorkshopPage& page) { return workshop_view(frame, page); },
          [&](const KeysPage&) { return railed(frame, keys_view(frame)); },
          [&](const DrillPage& page) { return drill_view(frame, page); },
          [&](const ReadingPage& page) { return reading_view(frame, page); },
          [&](const ResultsPage& page) { return results_view(frame, page); },
          [&](const ExamsPage& page) { return railed(frame, exams_view(frame, page)); },
          [&](const ExamPage& page) { return exam_view(frame, page); },
          [&](const ExamReportPage& page) { return railed(frame, exam_report_view(frame, page)); },
          [&](const ProgressPage& page) { return railed(frame, progress_view(frame, page)); },
          [&](const GamePage& page) { return game_view(frame, page); },
          [&](const StoryPage& page) { return railed(frame, story_view(frame, page)); }},
      frame.model.page);
}

Build everywhere(Build page, Frame& frame) {
  return std::move(page)
      .bind("back", frame.on(Back{}))
      .bind("go.keys", frame.on(GoTo{RailPlace::keys}))
      .bind("light", frame.on(ToggleLight{}))
      .bind("zoom.in", frame.on(Zoom{1}))
      .bind("zoom.out", frame.on(Zoom{-1}))
      .bind("zoom.reset", frame.on(Zoom{0}))
      .bind("quit", frame.on(Quit{}));
}

// Over the page: as high as the window allows, with the keys that work anywhere.
Build over(Build dialog, Frame& frame) {
  constexpr float around = 48, low = 480;
  ui::Node& sheet = sheet_of(dialog);
  const bool gives = std::any_of(sheet.children.begin(), sheet.children.end(), [](const Node& n) {
    return n.layout.scroll && n.layout.flex > 0;
  });
  if (gives && frame.height >= low) sheet.layout.max_height = frame.height - around;
  Build bound = everywhere(Build(std::move(sheet)), frame);
  sheet_of(dialog) = std::move(bound.node());
  return dialog;
}

std::string title_of(const Model& model) {
  if (const auto* drill = std::get_if<DrillPage>(&model.page))
    return drill->session.material().deck.title + " – Entente";
  if (const auto* page = std::get_if<WorkshopPage>(&model.page))
    return page->work.details().title + " – Entente";
  return "Entente";
}

} // namespace

View view(const Model& model, core::Moment now, float width, float height) {
  View made;
  Frame frame{model, now, width, height, made.actions};
  Build root = stack(everywhere(page_view(frame), frame)).role(Role::screen).fill(Tone::paper);
  std::move(root).label(title_of(model));
  if (model.dialog) root.add(over(dialog_view(frame, *model.dialog), frame));
  if (model.keys_shown) root.add(over(keys_sheet(frame), frame));
  made.root = std::move(root);
  made.title = title_of(model);
  return made;
}

std::optional<core::Moment> next_tick(const Model& model, core::Moment now) {
  if (const auto* exam = std::get_if<ExamPage>(&model.page)) return next_tick(*exam, now);
  if (const auto* page = std::get_if<WorkshopPage>(&model.page)) return next_tick(*page, now);
  const auto* drill = std::get_if<DrillPage>(&model.page);
  if (drill == nullptr) return std::nullopt;
  const auto& phase = drill->session.phase();
  if (const auto* waiting = std::get_if<quiz::Waiting>(&phase)) return waiting->until;
  const auto* asked = std::get_if<quiz::Asked>(&phase);
  if (asked == nullptr || asked->limit_ms == 0) return std::nullopt;
  // The clock on the screen counts whole seconds.
  const std::int64_t end = asked->shown.utc_ms + asked->limit_ms;
  const std::int64_t left = std::max<std::int64_t>(0, end - now.utc_ms);
  return core::Moment{end - (left - 1) / core::ms_per_second * core::ms_per_second,
                      now.offset_minutes};
}

const service::DeckStanding* find_deck(const Model& model, const std::string& id) {
  for (const auto& deck : model.standing.decks)
    if (deck.file.deck != nullptr && !deck.file.other_version && deck.file.id == id) return &deck;
  return nullptr;
}

const service::SeminarPlan* plan_of(const Model& model, const service::DeckStanding& deck) {
  const auto found = model.plans.find(deck.file.id);
  if (found == model.plans.end() || !deck.choices.seminar) return nullptr;
  const service::SeminarPlan& plan = found->second;
  const bool fits = plan.seminar == *deck.choices.seminar && plan.made == model.standing.today;
  return fits ? &plan : nullptr;
}

const service::DeckStanding* shown_deck(const Model& model) {
  const service::DeckStanding* first = nullptr;
  for (const auto& deck : model.standing.decks) {
    if (deck.file.deck == nullptr || deck.file.other_version) continue;
    if (deck.file.id == model.deck) return &deck;
    if (first == nullptr) first = &deck;
  }
  return first;
}

} // namespace entente::screens
