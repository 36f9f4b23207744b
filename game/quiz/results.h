#pragma once

// What a session came to, for the results screen and the summary line.

#include "quiz/session.h"

namespace entente::quiz {

struct CategoryTally {
  std::string category; // id
  int right = 0;        // right at the first asking
  int cards = 0;
  bool operator==(const CategoryTally&) const = default;
};

// Adds one card to its category's tally.
void tally_category(std::vector<CategoryTally>& tallies, const std::string& category, bool right);
// In the order of the deck's categories; unknown ones last.
void sort_categories(std::vector<CategoryTally>& tallies, const deck::Deck& deck);

struct Miss {
  std::size_t card = 0;
  std::string prompt;
  std::string given; // empty: no answer
  std::string right_answer;
  bool operator==(const Miss&) const = default;
};

struct Results {
  int cards = 0;       // asked at least once
  int answers = 0;     // repeats included
  int right_first = 0; // cards right at the first asking
  int points = 0, bonus = 0;
  int longest_streak = 0;
  double most_multiplier = 1;            // the highest that paid
  std::optional<std::int64_t> median_ms; // none without answers
  std::int64_t duration_ms = 0;          // from the start to the last answer
  // Over cards with a prediction (asked before this session), at their first asking.
  int predicted_cards = 0;
  double expected_recall = 0, real_recall = 0; // shares; meaningful when predicted_cards > 0
  std::vector<CategoryTally> categories;       // in the deck's order, those asked
  std::vector<Miss> misses;                    // first misses, in order
  NextDue next;                                // over the whole deck
};

[[nodiscard]] Results results(const Session& session, core::Moment now);

} // namespace entente::quiz
