// The deck under the teacher's hands: every change, and its way back.

#include "deck/clean_decks.h"
#include "deck/live_check.h"
#include "deck/workshop.h"
#include "deck/xml_reader.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::deck;
using Ids = std::vector<std::string>;

namespace {

Deck nature() {
  auto reading = read_deck(tests::nature_deck, "nature.xml");
  REQUIRE(reading);
  return std::move(reading->deck);
}

Ids ids(const Workshop& workshop) {
  Ids all;
  for (const HeldCard& card : workshop.cards()) all.push_back(card->card.id);
  return all;
}

std::string some_id(const Workshop& workshop) {
  if (workshop.cards().empty()) return "";
  return workshop.cards()[*rc::gen::inRange<std::size_t>(0, workshop.cards().size())]->card.id;
}

void do_something(Workshop& workshop) {
  const std::string id = some_id(workshop);
  switch (*rc::gen::inRange(0, 11)) {
  case 0: {
    Card card;
    card.category = "sky";
    workshop.add(card);
    break;
  }
  case 1:
    workshop.duplicate();
    break;
  case 2:
    workshop.erase({id});
    break;
  case 3:
    workshop.move(*rc::gen::inRange(-12, 12));
    break;
  case 4:
    if (const Card* old = workshop.find(id)) {
      Card card = *old;
      card.prompt += *rc::gen::element<std::string>("a", "b", "?");
      workshop.change(card, "prompt");
    }
    break;
  case 5:
    workshop.set_category({id, "red"}, "animals");
    break;
  case 6:
    workshop.set_tag({id, "egg"}, "tag", *rc::gen::arbitrary<bool>());
    break;
  case 7:
    (void)workshop.replace({"the", "THE", *rc::gen::arbitrary<bool>()}, {id, "large", "moon"});
    break;
  case 8: {
    Deck details = workshop.details();
    details.title += "!";
    workshop.set_details(details, "title");
    break;
  }
  case 9:
    workshop.select(id);
    break;
  default:
    workshop.mark(id, *rc::gen::arbitrary<bool>());
  }
}

} // namespace

TEST_CASE("whatever was done can be undone to the beginning and done again to the end") {
  CHECK(rc::check("undo to the beginning, redo to the end", [] {
    Workshop workshop(nature());
    std::vector<Deck> moments = {workshop.deck()};
    const int steps = *rc::gen::inRange(0, 30);
    for (int i = 0; i < steps; ++i) do_something(workshop);
    const Deck end = workshop.deck();
    while (workshop.can_undo()) workshop.undo();
    RC_ASSERT(workshop.deck() == nature());
    RC_ASSERT(!workshop.changed());
    while (workshop.can_redo()) workshop.redo();
    RC_ASSERT(workshop.deck() == end);
  }));
  CHECK(rc::check("undo after one change brings back the moment before it", [] {
    Workshop workshop(nature());
    const int steps = *rc::gen::inRange(0, 10);
    for (int i = 0; i < steps; ++i) do_something(workshop);
    workshop.set_saved(); // whatever comes now is a step of its own
    const Deck before = workshop.deck();
    do_something(workshop);
    const bool changed = workshop.changed();
    if (changed) {
      const Deck after = workshop.deck();
      workshop.undo();
      RC_ASSERT(workshop.deck() == before);
      workshop.redo();
      RC_ASSERT(workshop.deck() == after);
    } else {
      RC_ASSERT(workshop.deck() == before);
    }
  }));
  CHECK(rc::check("ids stay unlike, and the selection is a card that is there", [] {
    Workshop workshop(nature());
    const int steps = *rc::gen::inRange(0, 30);
    for (int i = 0; i < steps; ++i) {
      do_something(workshop);
      if (*rc::gen::inRange(0, 4) == 0) workshop.undo();
      if (*rc::gen::inRange(0, 6) == 0) workshop.redo();
      Ids all = ids(workshop);
      std::sort(all.begin(), all.end());
      RC_ASSERT(std::adjacent_find(all.begin(), all.end()) == all.end());
      RC_ASSERT(workshop.cards().empty() || workshop.find(workshop.selected()));
    }
  }));
}

TEST_CASE("typing in one field is one step, and another field or a save begins a new one") {
  Workshop workshop(nature());
  const auto type = [&](const std::string& id, std::string Card::* part, const std::string& words) {
    Card card = *workshop.find(id);
    card.*part = words;
    workshop.change(card, part == &Card::prompt ? "prompt" : "hint");
  };
  type("egg", &Card::prompt, "W");
  type("egg", &Card::prompt, "Wh");
  type("egg", &Card::prompt, "Why");
  type("egg", &Card::hint, "H");
  workshop.undo();
  CHECK(workshop.find("egg")->hint.empty());
  CHECK(workshop.find("egg")->prompt == "Why");
  workshop.undo();
  CHECK(!workshop.can_undo());
  type("egg", &Card::prompt, "A");
  workshop.set_saved();
  type("egg", &Card::prompt, "AB");
  CHECK(workshop.changed());
  workshop.undo();
  CHECK(!workshop.changed());
  CHECK(workshop.find("egg")->prompt == "A");
}

TEST_CASE("a new card and a copy come after the selected one, with ids of their own") {
  Workshop workshop(nature());
  workshop.select("egg");
  Card card;
  card.category = "sky";
  const std::string added = workshop.add(card);
  CHECK(workshop.selected() == added);
  CHECK(added == "sky-011");
  CHECK(workshop.index_of(added) == *workshop.index_of("egg") + 1);
  workshop.select("egg");
  workshop.duplicate();
  CHECK(workshop.find(workshop.selected())->prompt == workshop.find("egg")->prompt);
  const std::string copy = workshop.selected();
  workshop.erase({copy});
  CHECK(!workshop.find(copy));
  workshop.select("egg");
  workshop.duplicate();
  CHECK(workshop.selected() != copy); // undo could bring that one back
}

TEST_CASE("find and replace changes words for people and nothing else") {
  Workshop workshop(nature());
  const std::set<std::string> all = {"egg", "legs", "moon"};
  CHECK(workshop.replace({"", "x", true}, all) == 0);
  CHECK(workshop.replace({"egg", "x", true}, {"egg"}) == 1);
  CHECK(workshop.find("egg")->prompt == "Which of these lays xs?");
  CHECK(workshop.find("egg")->id == "egg");
  CHECK(workshop.replace({"SPIDERS", "ticks", false}, all) == 1);
  CHECK(workshop.find("legs")->prompt == "What do ticks have that insects do not?");
  CHECK(workshop.replace({"SPIDERS", "ticks", true}, all) == 0);
}

TEST_CASE("cards are found by every word in any case, by category, and among a few") {
  const Workshop workshop(nature());
  CHECK(workshop.matching({"PLANET red", "", {}}).size() == 1);
  CHECK(workshop.matching({"", "sky", {}}).size() == 5);
  CHECK(workshop.matching({"planet", "animals", {}}).empty());
  CHECK(workshop.matching({"", "", std::set<std::string>{"egg"}}).size() == 1);
  CHECK(workshop.matching({}).size() == 10);
}

TEST_CASE("the live check sees what changed and forgets nothing it knew") {
  Workshop workshop(nature());
  LiveCheck check(workshop.deck(), {});
  int turns = 0;
  while (!check.advance(workshop, 4)) ++turns;
  CHECK(turns == 3); // 4 + 4 + 2 cards, then the deck
  CHECK(check.count(workshop) == 0);
  Card card = *workshop.find("egg");
  card.explanation.clear();
  workshop.change(card, "explanation");
  while (!check.advance(workshop, 4)) {
  }
  CHECK(check.cards_with_findings(workshop) == std::set<std::string>{"egg"});
  workshop.undo();
  CHECK(check.cards_with_findings(workshop).empty()); // known from before, at once
  Card copy = *workshop.find("egg");
  workshop.add(copy);
  while (!check.advance(workshop, 4)) {
  }
  CHECK(check.count(workshop) == 1); // a duplicate
}
