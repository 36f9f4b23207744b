#pragma once

// The day a deck is to be known: what the learner has set, what is expected of it, and how it went.
// Planning is a pure function over values, so that the worker can do it.

#include "history/answer.h"
#include "memory/plan.h"
#include "quiz/material.h"

#include <array>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace entente::service {

struct Seminar {
  core::Day date;
  int minutes_a_day = 15;
  std::array<bool, 7> off{}; // weekdays without study, Monday first

  bool operator==(const Seminar&) const = default;
};
inline constexpr int least_seminar_minutes = 5;
inline constexpr int most_seminar_minutes = 240;

// What was expected of the date when the plan was last made.
struct SeminarForecast {
  core::Day made;
  memory::Forecast without, with_plan;

  bool operator==(const SeminarForecast&) const = default;
};

struct PastSeminar {
  core::Day date;
  std::optional<SeminarForecast> forecast; // none: it was never planned
  std::optional<double> known;             // share, as the learner said; none: rather not
  bool operator==(const PastSeminar&) const = default;
};

struct SeminarDay {
  core::Day day;
  bool off = false;
  memory::PlanDay expected;
};

// For the Today card, the list of days, `entente plan`. Recall is of all the deck's cards that are
// not suspended; what was never seen counts as not known.
struct SeminarPlan {
  std::string deck;
  Seminar seminar;
  core::Day made;
  memory::Strategy strategy;
  memory::Forecast without;       // on the date, with no more study
  memory::Forecast with_plan;     // with the plan
  memory::Forecast with_more;     // with five more minutes on each day of study
  std::vector<SeminarDay> days;   // today to the day before the date
  std::vector<std::string> today; // card ids in order
  std::vector<std::string> left;  // card ids there is no time for
};

// What a learner's answers say of their time, their grades, and how they depart from the model.
struct Pace {
  memory::Costs costs;
  memory::Habits habits;
  memory::Departure departure;
  bool operator==(const Pace&) const = default;
};
// rows: answers, oldest first. The published means count as fifty answers of each kind.
[[nodiscard]] Pace pace_of(std::span<const history::Row> rows, int day_start_minutes);
// Reading the answer and going on, beside the time an answer itself takes.
inline constexpr double seconds_beside_answer = 5;

// A deck's cards as a study up to the date; suspended ones are left out.
struct DeckStudy {
  memory::Study study;
  std::vector<std::size_t> cards; // index into deck.cards, of each of the study's
};
// spent: seconds already studied today.
[[nodiscard]] DeckStudy study_of(const quiz::Material& material, const Seminar& seminar,
                                 const Pace& pace, core::Moment now, double spent);

// A plan is out of date when any of this has changed.
struct PlanKey {
  Seminar seminar;
  core::Day today;
  std::uint64_t revision = 0; // of the history
  bool operator==(const PlanKey&) const = default;
};

struct PlanRequest {
  PlanKey key;
  std::string deck;
  std::vector<std::string> ids; // of the study's cards
  memory::Study study;
  memory::Parameters parameters;
  memory::Departure departure;
  std::optional<memory::Strategy> strategy; // chosen before for this seminar, today
};
// Errors: cancelled.
[[nodiscard]] core::Result<SeminarPlan>
plan_seminar(const PlanRequest& request, std::stop_token stop = {},
             std::function<void(double fraction)> progress = {});

} // namespace entente::service
