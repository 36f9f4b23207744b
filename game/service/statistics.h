#pragma once

// The figures of Progress and of `entente stats`, from answers and card states: pure functions.

#include "history/queries.h"
#include "memory/forecast.h"
#include "quiz/material.h"

#include <memory>
#include <string>
#include <vector>

namespace entente::service {

struct StatisticsRange {
  std::string deck; // id; empty = all
  int days = 90;    // back from today, today included; 0 = all there is
  bool operator==(const StatisticsRange&) const = default;
};

struct StatisticsInput {
  StatisticsRange range;
  core::Moment now;
  quiz::Settings settings;
  history::Traces traces;              // of the range
  std::vector<history::DayCount> days; // of the decks, all there is, ascending
  std::vector<std::shared_ptr<const quiz::Material>> materials; // of the decks
};

// ---- figures ----

// Answers that had a prediction, some days together.
struct RecallPoint {
  core::Day first, last;
  int asked = 0;
  memory::ShareRange recalled; // measured
  double promised = 0;         // mean of the predictions
};

// What a day brings when every answer is as likely right as the model has it.
struct ComingDay {
  core::Day day;
  double reviews = 0; // expected; cards due before today stand with today
  double fresh = 0;   // new cards, within the daily limit
  double minutes = 0;
};

struct CardBin { // cards with low <= figure < high
  double low = 0, high = 0;
  int cards = 0;
};

struct CategoryFigures {
  std::string deck, id, name, colour;
  int cards = 0, seen = 0;
  double recall_now = 0; // expected share right now, of those seen
  int asked = 0;         // in the range, with a prediction
  memory::ShareRange recalled;
};

struct HardCard {
  std::string deck, card, prompt;
  int lapses = 0;
};
struct MixedUp { // a wrong option chosen twice or more
  std::string deck, card, prompt, answer, option;
  int times = 0;
};

struct Statistics {
  StatisticsRange range;
  core::Day first, today; // what the range holds
  double wanted_recall = 0.9;
  int answers = 0;           // in the range, practice included
  double seconds_a_card = 0; // median, with a look at the answer
  history::Recall recall_in_all;
  std::vector<RecallPoint> recall;
  std::vector<memory::CalibrationPoint> calibration;
  double off_by = 0;                       // |predicted − actual|, mean over the answers
  std::vector<ComingDay> coming;           // coming_days, from today
  std::vector<history::DayCount> days;     // of the range
  std::vector<history::DayCount> calendar; // all there is
  std::vector<CardBin> stability;          // days
  std::vector<CardBin> retrievability;     // now
  std::vector<CategoryFigures> categories;
  std::vector<HardCard> hard; // most lapses first, at least least_lapses
  std::vector<MixedUp> mixed_up;
};

inline constexpr int coming_days = 90;
inline constexpr int least_lapses = 2;

[[nodiscard]] Statistics statistics(const StatisticsInput& input);

// Cards a day to come, `days` of them (service/coming.cpp).
[[nodiscard]] std::vector<ComingDay>
coming_work(const std::vector<std::shared_ptr<const quiz::Material>>& materials, core::Moment now,
            double seconds_a_card, int days);

// The figures as lines of text, one table after another in one: plot,of,figure,low,high,count.
[[nodiscard]] std::string to_csv(const Statistics& statistics);

// ---- one card ----

struct StoryAnswer {
  core::Moment at;
  memory::Grade grade = memory::Grade::again;
  deck::Form form = deck::Form::choice;
  std::string answered;
  std::optional<double> predicted;
  std::int64_t taken_ms = 0;
  bool counts = true;
  memory::State after; // as of the model in use
};

struct CardStory {
  std::string deck, card, prompt, answer, category, colour; // category: its name
  std::vector<StoryAnswer> answers;                         // oldest first
  memory::CardProgress progress;
  memory::Parameters parameters;
  double wanted_recall = 0.9;
};

// rows: of this card, in order.
[[nodiscard]] CardStory story_of(const quiz::Material& material, const std::string& card,
                                 const std::vector<history::Row>& rows);

} // namespace entente::service
