#include "quiz/results.h"

#include "quiz/elapsed.h"

#include <algorithm>

namespace entente::quiz {

namespace {

std::optional<std::int64_t> median(std::vector<std::int64_t> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

void tally_first(Results& results, const Answered& answer) {
  ++results.cards;
  results.right_first += answer.right ? 1 : 0;
  if (!answer.recall) return;
  ++results.predicted_cards;
  results.expected_recall += *answer.recall;
  results.real_recall += answer.right ? 1 : 0;
}

void add_miss(std::vector<Miss>& misses, const Answered& answer, const deck::Card& card) {
  if (std::ranges::find(misses, answer.card, &Miss::card) != misses.end()) return;
  misses.push_back({answer.card, card.prompt, answer.given_line, answer.right_answer});
}

std::vector<memory::CardProgress> all_progress(const Session& session) {
  std::vector<memory::CardProgress> cards;
  for (std::size_t i = 0; i < session.material().deck.cards.size(); ++i)
    cards.push_back(session.progress(i));
  return cards;
}

} // namespace

void tally_category(std::vector<CategoryTally>& tallies, const std::string& category, bool right) {
  auto tally = std::ranges::find(tallies, category, &CategoryTally::category);
  if (tally == tallies.end()) tally = tallies.insert(tally, {category, 0, 0});
  ++tally->cards;
  tally->right += right ? 1 : 0;
}

void sort_categories(std::vector<CategoryTally>& tallies, const deck::Deck& deck) {
  std::ranges::stable_sort(tallies, {}, [&](const CategoryTally& tally) {
    return std::ranges::find(deck.categories, tally.category, &deck::Category::id) -
           deck.categories.begin();
  });
}

Results results(const Session& session, core::Moment now) {
  const deck::Deck& deck = session.material().deck;
  Results results;
  std::vector<std::int64_t> times;
  for (const auto& answer : session.answers()) {
    const deck::Card& card = deck.cards[answer->card];
    ++results.answers;
    results.points += answer->points.value;
    results.bonus += answer->speed_bonus;
    results.longest_streak = std::max(results.longest_streak, answer->points.streak);
    results.most_multiplier = std::max(results.most_multiplier, answer->points.multiplier);
    results.duration_ms = elapsed_ms(session.started(), answer->at);
    times.push_back(answer->taken_ms);
    if (!answer->right) add_miss(results.misses, *answer, card);
    if (answer->asked_before > 0) continue;
    tally_first(results, *answer);
    tally_category(results.categories, card.category, answer->right);
  }
  if (results.predicted_cards > 0) {
    results.expected_recall /= results.predicted_cards;
    results.real_recall /= results.predicted_cards;
  }
  sort_categories(results.categories, deck);
  results.median_ms = median(std::move(times));
  results.next = next_due(all_progress(session), session.material().settings, now);
  return results;
}

} // namespace entente::quiz
