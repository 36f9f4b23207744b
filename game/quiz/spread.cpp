// Interleaving: categories in proportion, siblings apart.
#include "quiz/queue.h"

#include "core/random.h"
#include "text/unicode.h"

#include <algorithm>
#include <map>

namespace entente::quiz {

namespace {

constexpr std::size_t look_ahead = 64; // how far a better next card is looked for
constexpr std::size_t near = 3;        // siblings this close still count a little

struct Item {
  std::size_t card = 0;
  int category = 0;
  int passage = -1; // -1: none; else equal for cards on one paragraph
  int answer = 0;
  double place = 0; // where its category's even spread puts it, 0..1
};

int key_of(std::map<std::string, int>& keys, const std::string& text) {
  return keys.emplace(text, static_cast<int>(keys.size())).first->second;
}

std::string passage_key(const deck::Card& card) {
  if (!card.passage || card.passage->paragraph <= 0) return "";
  return card.passage->source + '\n' + std::to_string(card.passage->paragraph);
}

std::string answer_key(const deck::Card& card) {
  return text::comparable(deck::answer_line(card.answer));
}

class Keys {
public:
  Item item(const deck::Card& card, std::size_t index) {
    const std::string passage = passage_key(card);
    return {index, key_of(categories_, card.category),
            passage.empty() ? -1 : key_of(passages_, passage), key_of(answers_, answer_key(card)),
            0};
  }

private:
  std::map<std::string, int> categories_, passages_, answers_;
};

bool siblings(const Item& a, const Item& b) {
  return a.answer == b.answer || (a.passage >= 0 && a.passage == b.passage);
}

// Each category's cards at even distances, its first at a random part of one distance.
void place_evenly(std::vector<Item>& items, core::Random& random) {
  std::map<int, int> sizes, placed;
  std::map<int, double> offsets;
  for (const Item& item : items) ++sizes[item.category];
  for (const auto& [category, size] : sizes) offsets[category] = random.unit();
  for (Item& item : items)
    item.place = (placed[item.category]++ + offsets[item.category]) / sizes[item.category];
  std::ranges::stable_sort(items, {}, &Item::place);
}

// How bad it is to ask `item` after those in `order`.
int penalty(const std::vector<Item>& order, const Item& item) {
  if (order.empty()) return 0;
  int sum = order.back().category == item.category ? 1 : 0;
  for (std::size_t back = 1; back <= std::min(near, order.size()); ++back)
    if (siblings(order[order.size() - back], item)) sum += back == 1 ? 8 : 2;
  return sum;
}

std::vector<Item> without_clashes(std::vector<Item> items, std::vector<Item> order) {
  for (std::size_t at = 0; at < items.size(); ++at) {
    const std::size_t end = std::min(items.size(), at + look_ahead);
    std::size_t best = at;
    for (std::size_t i = at, least = 1000; i < end && least > 0; ++i) {
      const auto cost = static_cast<std::size_t>(penalty(order, items[i]));
      if (cost < least) least = cost, best = i;
    }
    order.push_back(items[best]);
    std::rotate(items.begin() + static_cast<long>(at), items.begin() + static_cast<long>(best),
                items.begin() + static_cast<long>(best) + 1);
  }
  return order;
}

// Moves the second of two adjacent siblings to a place where neither neighbour is one. The first
// `fixed` items stay. One pass; where siblings fall into groups and none is over half of the cards,
// it leaves no clash: a card without a place means that every gap touches its group.
void mend(std::vector<Item>& order, std::size_t fixed) {
  const auto fits_between = [&](std::size_t gap, const Item& item) {
    return (gap == 0 || !siblings(order[gap - 1], item)) &&
           (gap == order.size() || !siblings(order[gap], item));
  };
  for (std::size_t i = std::max<std::size_t>(1, fixed); i < order.size(); ++i) {
    if (!siblings(order[i - 1], order[i])) continue;
    const Item item = order[i];
    order.erase(order.begin() + static_cast<long>(i));
    std::size_t gap = fixed;
    while (gap <= order.size() && !fits_between(gap, item)) ++gap;
    const bool found = gap <= order.size();
    order.insert(order.begin() + static_cast<long>(found ? gap : i), item);
    if (found && gap > i) --i; // what moved up to this place is looked at next
  }
}

} // namespace

bool are_siblings(const deck::Card& a, const deck::Card& b) {
  const std::string passage = passage_key(a);
  return (!passage.empty() && passage == passage_key(b)) || answer_key(a) == answer_key(b);
}

std::vector<std::size_t> spread(const deck::Deck& deck, const std::vector<std::size_t>& cards,
                                std::uint64_t seed, std::optional<std::size_t> before) {
  core::Random random(seed);
  Keys keys;
  std::vector<Item> items, order;
  for (const std::size_t card : cards) items.push_back(keys.item(deck.cards[card], card));
  if (before) order.push_back(keys.item(deck.cards[*before], *before));
  place_evenly(items, random);
  const std::size_t fixed = order.size();
  order = without_clashes(std::move(items), std::move(order));
  mend(order, fixed);
  std::vector<std::size_t> result;
  for (std::size_t i = fixed; i < order.size(); ++i) result.push_back(order[i].card);
  return result;
}

} // namespace entente::quiz
