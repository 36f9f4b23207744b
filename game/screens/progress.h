#pragma once

// Progress: how well the memory holds, and what is coming. The figures are service::Statistics;
// here is only how they are looked at. One card's whole story is a page under it.

#include "service/effects.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace entente::screens {

struct ChartPoint { // what of which chart is pointed at
  std::string chart;
  int at = 0;
};

inline constexpr int progress_ranges[] = {30, 90, 365, 0}; // days; 0 = all

struct ProgressPage {
  service::StatisticsRange range;
  std::shared_ptr<const service::Statistics> statistics; // null: not read yet
  bool as_tables = false;
  int coming_days = 30;
  std::optional<ChartPoint> cursor;
  std::string search; // for a card to tell the story of
};

struct StoryPage {
  service::CardStory story;
  ProgressPage from;
  std::optional<int> cursor; // of the curve
};

struct ChooseRange {
  service::StatisticsRange range;
};
struct NextRange {}; // 30, 90, 365 days, all, and again
struct ToggleTables {};
struct SetComingDays {
  int days = 30;
};
struct PointAt { // NaN: at nothing
  std::string chart;
  double at = 0;
};
struct SearchCard {
  std::string words;
};
struct OpenStory {
  std::string deck, card;
};
struct DrillHard {}; // hard cards and those mixed up, of all decks shown
struct DrillStory {};
struct SaveFiguresNow {};
using ProgressMessage = std::variant<ChooseRange, NextRange, ToggleTables, SetComingDays, PointAt,
                                     SearchCard, OpenStory, DrillHard, DrillStory, SaveFiguresNow>;

} // namespace entente::screens
