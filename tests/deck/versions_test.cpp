// Two versions of a deck: what differs, and what two people's changes make together.

#include "deck/clean_decks.h"
#include "deck/diff.h"
#include "deck/merge.h"
#include "deck/xml_reader.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace entente;
using namespace entente::deck;
using Ids = std::vector<std::string>;

namespace {

Deck nature() {
  auto reading = read_deck(tests::nature_deck, "nature.xml");
  REQUIRE(reading);
  return std::move(reading->deck);
}

Card& card(Deck& deck, const std::string& id) {
  return *std::find_if(deck.cards.begin(), deck.cards.end(),
                       [&](const Card& each) { return each.id == id; });
}

void erase(Deck& deck, const std::string& id) {
  std::erase_if(deck.cards, [&](const Card& each) { return each.id == id; });
}

// A change somebody may make: which card, what to it.
void change(Deck& deck, int what, std::size_t which, const std::string& words) {
  if (deck.cards.empty()) return;
  Card& meant = deck.cards[which % deck.cards.size()];
  switch (what % 6) {
  case 0:
    meant.prompt = words;
    break;
  case 1:
    meant.explanation = words;
    break;
  case 2:
    meant.tags.push_back(words);
    break;
  case 3:
    deck.cards.erase(deck.cards.begin() + static_cast<std::ptrdiff_t>(which % deck.cards.size()));
    break;
  case 4: {
    Card added = meant;
    added.id = "new-" + words;
    if (!find_card(deck, added.id)) deck.cards.push_back(added);
    break;
  }
  default:
    deck.title = words;
  }
}

Deck changed_by_somebody(Deck deck, const std::string& who) {
  const int changes = *rc::gen::inRange(0, 6);
  for (int i = 0; i < changes; ++i)
    change(deck, *rc::gen::inRange(0, 6), *rc::gen::inRange<std::size_t>(0, 10),
           who + std::to_string(i));
  return deck;
}

Ids ids(const Deck& deck) {
  Ids all;
  for (const Card& each : deck.cards) all.push_back(each.id);
  std::sort(all.begin(), all.end());
  return all;
}

} // namespace

TEST_CASE("a deck does not differ from itself, nor for where its cards stand in the file") {
  Deck moved = nature();
  for (Card& each : moved.cards) each.place.line += 10;
  CHECK(diff(nature(), moved).empty());
}

TEST_CASE("added, removed and changed cards are told apart by id") {
  Deck after = nature();
  erase(after, "red");
  card(after, "egg").explanation = "It is one of two.";
  Card added = after.cards.front();
  added.id = "added";
  after.cards.push_back(added);
  const DeckDiff found = diff(nature(), after);
  CHECK(found.added == Ids{"added"});
  CHECK(found.removed == Ids{"red"});
  REQUIRE(found.changed.size() == 1);
  CHECK(found.changed[0] == CardChange{"egg", {"explanation"}, false});
  CHECK(!found.reordered);
}

TEST_CASE("progress is reset where the old answer is wrong now, and only there") {
  const auto resets = [](const std::string& id, const std::string& answer) {
    Deck after = nature();
    card(after, id).answer.text = answer;
    const auto found = diff(nature(), after);
    REQUIRE(found.changed.size() == 1);
    return found.changed[0].resets;
  };
  CHECK(!resets("moon", "July 20, 1969")); // said otherwise
  CHECK(resets("moon", "21 July 1969"));
  CHECK(!resets("egg", "the platypus"));
  CHECK(resets("egg", "echidna"));
  CHECK(resets("heart", "4"));
}

TEST_CASE("a moved card and changed details are told") {
  Deck after = nature();
  std::rotate(after.cards.begin(), after.cards.begin() + 1, after.cards.end());
  after.categories[0].name = "Beasts";
  const DeckDiff found = diff(nature(), after);
  CHECK(found.reordered);
  CHECK(found.changed.empty());
  CHECK(found.deck_parts == Ids{"categories"});
}

TEST_CASE("changes that do not meet are both kept, without asking") {
  Deck mine = nature(), theirs = nature();
  card(mine, "egg").prompt = "Which of these animals lays eggs?";
  card(theirs, "egg").explanation = "Only five kinds of mammal do.";
  erase(mine, "red");
  Card added = theirs.cards.front();
  added.id = "added";
  theirs.cards.insert(theirs.cards.begin() + 3, added);
  const Merge merged = merge(nature(), mine, theirs);
  CHECK(merged.conflicts.empty());
  CHECK(find_card(merged.deck, "egg")->prompt == "Which of these animals lays eggs?");
  CHECK(find_card(merged.deck, "egg")->explanation == "Only five kinds of mammal do.");
  CHECK(find_card(merged.deck, "red") == nullptr);
  CHECK(merged.deck.cards[3].id == "added");
}

TEST_CASE("changes that meet are asked about, and mine stand meanwhile") {
  Deck mine = nature(), theirs = nature();
  card(mine, "egg").prompt = "Mine?";
  card(theirs, "egg").prompt = "Theirs?";
  erase(mine, "red");
  card(theirs, "red").prompt = "Which planet is red?";
  erase(theirs, "large");
  card(mine, "large").hint = "Not Saturn.";
  const Merge merged = merge(nature(), mine, theirs);
  REQUIRE(merged.conflicts.size() == 3);
  CHECK(find_card(merged.deck, "egg")->prompt == "Mine?");
  CHECK(find_card(merged.deck, "red")); // what one changed is not lost by the other's deleting
  CHECK(find_card(merged.deck, "large"));
}

TEST_CASE("merging obeys its laws whatever was changed") {
  CHECK(rc::check("only one changed: that one's deck", [] {
    const Deck base = nature();
    const Deck changed = changed_by_somebody(base, "a");
    const Merge left = merge(base, changed, base);
    RC_ASSERT(left.conflicts.empty());
    RC_ASSERT(left.deck == changed);
    const Merge right = merge(base, base, changed);
    RC_ASSERT(right.conflicts.empty());
    RC_ASSERT(ids(right.deck) == ids(changed));
    const auto differing = diff(right.deck, changed);
    RC_ASSERT(differing.changed.empty());
  }));
  CHECK(rc::check("both made the same change: no conflict", [] {
    const Deck base = nature();
    const Deck changed = changed_by_somebody(base, "a");
    const Merge merged = merge(base, changed, changed);
    RC_ASSERT(merged.conflicts.empty());
    RC_ASSERT(merged.deck == changed);
  }));
  CHECK(rc::check("who merges with whom changes neither the cards nor the conflicts", [] {
    const Deck base = nature();
    const Deck a = changed_by_somebody(base, "a"), b = changed_by_somebody(base, "b");
    const Merge ab = merge(base, a, b), ba = merge(base, b, a);
    RC_ASSERT(ids(ab.deck) == ids(ba.deck));
    RC_ASSERT(ab.conflicts.size() == ba.conflicts.size());
  }));
}
