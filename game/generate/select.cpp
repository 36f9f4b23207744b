#include "generate/select.h"

#include "deck/deck.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::generate {

namespace {

constexpr std::size_t most_in_a_sentence = 6;

std::vector<std::size_t> by_worth(const std::vector<Candidate>& candidates) {
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return candidates[a].worth > candidates[b].worth;
  });
  return order;
}

// Rounds over the sentences: the best card of each, then the second best of each ...
std::vector<std::size_t> in_rounds(const std::vector<Candidate>& candidates,
                                   const std::vector<std::size_t>& order) {
  std::map<std::size_t, std::size_t> turn; // sentence -> cards so far
  std::vector<std::pair<std::size_t, std::size_t>> rounds;
  for (const std::size_t i : order) rounds.emplace_back(turn[candidates[i].sentence]++, i);
  std::stable_sort(rounds.begin(), rounds.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::size_t> result;
  result.reserve(rounds.size());
  for (const auto& [round, i] : rounds) result.push_back(i);
  return result;
}

} // namespace

Selection select(std::vector<Candidate> candidates, const Check& check, std::size_t most) {
  Selection selection;
  std::set<std::pair<std::string, std::size_t>> answered;
  std::map<std::size_t, std::size_t> in_sentence;
  std::vector<std::string> reasons(candidates.size());
  std::size_t count = 0;
  for (const std::size_t i : in_rounds(candidates, by_worth(candidates))) {
    Candidate& candidate = candidates[i];
    const std::pair<std::string, std::size_t> answer = {deck::answer_line(candidate.answer),
                                                        candidate.sentence};
    std::string& reason = reasons[i];
    if (count >= most)
      reason = "the deck has cards enough";
    else if (answered.contains(answer))
      reason = asked_already;
    else if (in_sentence[candidate.sentence] >= most_in_a_sentence)
      reason = "its sentence has cards enough";
    else
      reason = check(candidate);
    if (!reason.empty()) continue;
    answered.insert(answer);
    ++in_sentence[candidate.sentence];
    ++count;
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (reasons[i].empty()) {
      selection.kept.push_back(std::move(candidates[i]));
    } else {
      selection.left_out.emplace_back(std::move(candidates[i]), std::move(reasons[i]));
    }
  }
  std::stable_sort(selection.kept.begin(), selection.kept.end(),
                   [](const Candidate& a, const Candidate& b) { return a.sentence < b.sentence; });
  return selection;
}

} // namespace entente::generate
