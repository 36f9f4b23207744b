#include "deck/merge.h"

#include <algorithm>
#include <unordered_map>

namespace entente::deck {

namespace {

// The one value all three lead to; false when both changed it to different things.
template <typename T> bool merge_value(const T& base, T& mine, const T& theirs) {
  if (mine == base) mine = theirs;
  return mine == theirs || theirs == base;
}

// Mine becomes both together; false when they meet.
bool merge_card(const Card& base, Card& mine, const Card& theirs) {
  bool good = true;
  const auto part = [&](auto member) {
    good = merge_value(base.*member, mine.*member, theirs.*member) && good;
  };
  part(&Card::category);
  part(&Card::prompt);
  part(&Card::cloze);
  part(&Card::answer);
  part(&Card::accepted);
  part(&Card::wrong);
  part(&Card::explanation);
  part(&Card::hint);
  part(&Card::tags);
  part(&Card::passage);
  part(&Card::forms);
  part(&Card::image);
  part(&Card::attributes);
  part(&Card::leading);
  part(&Card::extras);
  return good;
}

bool same_card(const Card& a, Card b) {
  b.place = a.place;
  return a == b;
}

// Categories and sources: by id, mine first.
template <typename Item>
void merge_list(const std::vector<Item>& base, std::vector<Item>& mine,
                const std::vector<Item>& theirs) {
  const auto find = [](const std::vector<Item>& items, const std::string& id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
  };
  std::erase_if(mine, [&](const Item& item) {
    const Item* old = find(base, item.id);
    return old && *old == item && !find(theirs, item.id); // they deleted it, I left it alone
  });
  for (const Item& item : theirs) {
    const Item* old = find(base, item.id);
    const auto own = std::find_if(mine.begin(), mine.end(),
                                  [&](const Item& each) { return each.id == item.id; });
    if (own == mine.end()) {
      if (!old || !(*old == item)) mine.push_back(item); // new, or changed where I deleted it
    } else if (old) {
      merge_value(*old, *own, item);
    }
  }
}

class Merger {
public:
  Merger(const Deck& base, const Deck& mine, const Deck& theirs)
      : base_(base), mine_(mine), theirs_(theirs) {
    index(base, in_base_);
    index(mine, in_mine_);
    index(theirs, in_theirs_);
  }

  Merge run() {
    made_.deck = mine_;
    made_.deck.cards.clear();
    merge_details();
    for (const Card& card : mine_.cards) keep_mine(card);
    add_theirs();
    return std::move(made_);
  }

private:
  using Cards = std::unordered_map<std::string, const Card*>;
  static void index(const Deck& deck, Cards& cards) {
    for (const Card& card : deck.cards) cards.emplace(card.id, &card);
  }
  static const Card* find(const Cards& cards, const std::string& id) {
    const auto found = cards.find(id);
    return found == cards.end() ? nullptr : found->second;
  }

  void merge_details() {
    Deck& deck = made_.deck;
    merge_value(base_.language, deck.language, theirs_.language);
    merge_value(base_.title, deck.title, theirs_.title);
    merge_value(base_.description, deck.description, theirs_.description);
    merge_value(base_.attributes, deck.attributes, theirs_.attributes);
    merge_value(base_.leading, deck.leading, theirs_.leading);
    merge_value(base_.extras, deck.extras, theirs_.extras);
    merge_list(base_.sources, deck.sources, theirs_.sources);
    merge_list(base_.categories, deck.categories, theirs_.categories);
  }

  void keep_mine(const Card& mine) {
    const Card* old = find(in_base_, mine.id);
    const Card* theirs = find(in_theirs_, mine.id);
    if (!theirs) {
      if (!old) return made_.deck.cards.push_back(mine); // I added it
      if (same_card(*old, mine)) return;                 // they deleted it
      made_.conflicts.push_back({mine.id, mine, std::nullopt});
      return made_.deck.cards.push_back(mine);
    }
    Card merged = mine;
    const Card nothing;
    if (!same_card(mine, *theirs) && !merge_card(old ? *old : nothing, merged, *theirs))
      made_.conflicts.push_back({mine.id, mine, *theirs});
    made_.deck.cards.push_back(std::move(merged));
  }

  // What they added, or changed where I deleted, comes after the card it follows there.
  void add_theirs() {
    std::string before;
    for (const Card& theirs : theirs_.cards) {
      const Card* old = find(in_base_, theirs.id);
      if (!find(in_mine_, theirs.id) && (!old || !same_card(*old, theirs))) {
        if (old) made_.conflicts.push_back({theirs.id, std::nullopt, theirs});
        insert_after(before, theirs);
      }
      before = theirs.id;
    }
  }
  void insert_after(const std::string& id, const Card& card) {
    auto& cards = made_.deck.cards;
    const auto found =
        std::find_if(cards.begin(), cards.end(), [&](const Card& each) { return each.id == id; });
    if (found != cards.end())
      cards.insert(found + 1, card);
    else if (id.empty())
      cards.insert(cards.begin(), card);
    else
      cards.push_back(card);
  }

  const Deck &base_, &mine_, &theirs_;
  Cards in_base_, in_mine_, in_theirs_;
  Merge made_;
};

} // namespace

Merge merge(const Deck& base, const Deck& mine, const Deck& theirs) {
  return Merger(base, mine, theirs).run();
}

} // namespace entente::deck
