#pragma once

// How a learner stands: the figures of Today and Decks, computed from decks and history.

#include "history/queries.h"
#include "quiz/queue.h"
#include "service/deck_choices.h"
#include "service/library.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente::service {

// A card is known well when its 90 % interval has reached a week.
inline constexpr double known_well_days = 7;
// Until the learner's own median is known: reading, answering and looking at the answer.
inline constexpr double assumed_seconds_a_card = 15;
inline constexpr int least_answers_for_pace = 20;
inline constexpr double seconds_at_answer = 5; // looking at it, after the time taken

struct CategoryStanding {
  std::string id, name, colour;
  int cards = 0, seen = 0;
  double recall = 0; // expected share right, now, of all its cards; unseen ones count as nothing
};

struct DeckStanding {
  DeckFile file;
  quiz::Outlook outlook;
  int cards = 0, seen = 0, known_well = 0;
  double recall = 0;            // as of a category
  history::Recall last_30_days; // asked = 0: not known yet
  std::vector<CategoryStanding> categories;
  std::vector<std::string> suspended; // ids of cards, in the deck's order
  double minutes = 0;                 // for what is due and today's new cards
  DeckChoices choices;
  std::set<std::string> texts; // ids of the sources whose text is at hand
};

struct Standing {
  std::vector<DeckStanding> decks;
  std::vector<history::DayCount> days; // study days with answers, ascending
  core::Day today;
  int streak = 0, best_streak = 0; // days
  int answers = 0;                 // in all
  int counted = 0;                 // of these, those that count for the schedule
  // The newest fit of each model; parameters equal to the defaults: no better than these.
  std::map<memory::Algorithm, history::ParameterSet> fits;
  bool writable = true;
};

[[nodiscard]] DeckStanding stand(const DeckFile& file, const quiz::Material& material,
                                 core::Moment now, double seconds_a_card);

// The longest run of days with answers. REQUIRES: days ascending.
[[nodiscard]] int best_streak(const std::vector<history::DayCount>& days);

} // namespace entente::service
