#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace entente::screens {

using service::Effects;

namespace {

Effects read(ProgressPage& page, const service::StatisticsRange& range) {
  page.range = range;
  page.cursor.reset();
  return {service::ReadStatistics{range}};
}

Effects next_range(ProgressPage& page) {
  const auto* now =
      std::find(std::begin(progress_ranges), std::end(progress_ranges), page.range.days);
  service::StatisticsRange range = page.range;
  range.days = now == std::end(progress_ranges) || std::next(now) == std::end(progress_ranges)
                   ? progress_ranges[0]
                   : *std::next(now);
  return read(page, range);
}

// A session is over one deck: those of the other decks wait, each begun when the last is done.
Effects drill_hard(Model& model, const ProgressPage& page) {
  if (!page.statistics) return {};
  std::vector<service::BeginSession> drills;
  for (const auto& [deck, card] : hard_cards(*page.statistics)) {
    auto of_deck = std::ranges::find(drills, deck, &service::BeginSession::deck);
    if (of_deck == drills.end())
      of_deck = drills.insert(drills.end(), {deck, quiz::Mode::cram, {}});
    of_deck->selection.cards.push_back(card);
  }
  model.next = std::move(drills);
  return begin_next(model);
}

Effects look(Model& model, ProgressPage& page, const ProgressMessage& message) {
  return std::visit(
      Overloaded{[&](const ChooseRange& m) { return read(page, m.range); },
                 [&](const NextRange&) { return next_range(page); },
                 [&](const ToggleTables&) {
                   page.as_tables = !page.as_tables;
                   return Effects{};
                 },
                 [&](const SetComingDays& m) {
                   page.coming_days = m.days;
                   return Effects{};
                 },
                 [&](const PointAt& m) {
                   page.cursor.reset();
                   if (!std::isnan(m.at)) page.cursor = {m.chart, static_cast<int>(m.at)};
                   return Effects{};
                 },
                 [&](const SearchCard& m) {
                   page.search = m.words;
                   return Effects{};
                 },
                 [](const OpenStory& m) -> Effects { return {service::ReadStory{m.deck, m.card}}; },
                 [&](const DrillHard&) { return drill_hard(model, page); },
                 [&](const SaveFiguresNow&) -> Effects {
                   if (!page.statistics) return {};
                   return {service::SaveFigures{page.statistics}};
                 },
                 [](const DrillStory&) { return Effects{}; }},
      message);
}

Effects tell(StoryPage& page, const ProgressMessage& message) {
  if (const auto* point = std::get_if<PointAt>(&message)) {
    page.cursor.reset();
    if (!std::isnan(point->at)) page.cursor = static_cast<int>(point->at);
  }
  if (!std::holds_alternative<DrillStory>(message)) return {};
  quiz::Selection selection;
  selection.cards = {page.story.card};
  return {service::BeginSession{page.story.deck, quiz::Mode::cram, selection}};
}

} // namespace

std::vector<std::pair<std::string, std::string>> hard_cards(const service::Statistics& all) {
  std::vector<std::pair<std::string, std::string>> cards;
  const auto add = [&](const auto& each) {
    const std::pair card(each.deck, each.card);
    if (std::ranges::find(cards, card) == cards.end()) cards.push_back(card);
  };
  for (const auto& each : all.hard) add(each);
  for (const auto& each : all.mixed_up) add(each);
  return cards;
}

Effects update(Model& model, const ProgressMessage& message) {
  if (auto* page = std::get_if<ProgressPage>(&model.page)) return look(model, *page, message);
  if (auto* page = std::get_if<StoryPage>(&model.page)) return tell(*page, message);
  return {};
}

Effects came(Model& model, const service::StatisticsRead& result) {
  if (auto* page = std::get_if<ProgressPage>(&model.page)) page->statistics = result.statistics;
  return {};
}

Effects came(Model& model, const service::StoryRead& result) {
  StoryPage page{result.story, {}, {}};
  if (const auto* from = std::get_if<ProgressPage>(&model.page)) page.from = *from;
  model.page = std::move(page);
  return {};
}

Effects came(Model& model, const service::FigureSaved& result) {
  model.status = say("progress.saved", {{"path", result.path.string()}});
  return {};
}

Effects leave_story(Model& model) {
  ProgressPage page = std::get<StoryPage>(model.page).from;
  const auto range = page.range;
  model.page = std::move(page);
  return {service::ReadStatistics{range}};
}

} // namespace entente::screens
