#include "quiz/queue.h"
#include "quiz/schedule.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace entente;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

using Cards = std::vector<std::size_t>;

void know(Material& material, std::size_t card, const std::vector<Grade>& grades, double days_ago) {
  material.learner.progress[material.deck.cards[card].id] =
      learned(material.deck, card, grades, days_ago);
}

Cards queue(const Material& material, Mode mode, Selection selection = {}, double minutes = 0,
            std::uint64_t seed = 5) {
  return build_queue(material, {mode, std::move(selection), seed}, at_minute(minutes));
}

Cards sorted(Cards cards) {
  std::ranges::sort(cards);
  return cards;
}

// A card answered once, due exactly then.
memory::CardProgress due_at(const Material& material, std::size_t card, core::Moment last,
                            core::Moment due) {
  memory::CardProgress progress = learned(material.deck, card, {Grade::good}, 1);
  progress.last_answer = last;
  progress.due = due;
  return progress;
}

int clashes(const deck::Deck& deck, const Cards& order) {
  int count = 0;
  for (std::size_t i = 1; i < order.size(); ++i)
    count += are_siblings(deck.cards[order[i - 1]], deck.cards[order[i]]) ? 1 : 0;
  return count;
}

} // namespace

TEST_CASE("due cards come first, then new ones up to the daily limit") {
  auto material = material_of(mixed_deck(40));
  for (const std::size_t card : {3U, 8U, 21U})
    know(*material, card, {Grade::good, Grade::good}, 90);
  material->settings.new_cards_a_day = 6;
  const Cards order = queue(*material, Mode::drill);
  REQUIRE(order.size() == 9);
  CHECK(sorted(Cards(order.begin(), order.begin() + 3)) == Cards{3, 8, 21});
}

TEST_CASE("new cards already seen today count against the limit") {
  auto material = material_of(choice_deck(40));
  material->settings.new_cards_a_day = 6;
  const auto see = [&](std::size_t card, double minutes) {
    material->learner.progress[material->deck.cards[card].id] =
        learned(material->deck, card, {Grade::good}, -minutes / 1440);
  };
  see(0, -30), see(1, -60); // this morning
  see(2, -6.5 * 60);        // 03:30, still yesterday's study day
  CHECK(queue(*material, Mode::drill).size() == 4);
  CHECK(outlook(*material, {}, at_minute(0)).fresh == 4);
  CHECK(outlook(*material, {}, at_minute(0)).more_new == 33);
}

TEST_CASE("the new cards of a deck sorted by category come from all its categories") {
  deck::Deck deck;
  deck.id = "sorted";
  for (int i = 0; i < 60; ++i)
    deck.cards.push_back(choice_card(i, std::string(1, static_cast<char>('a' + i / 15))));
  auto material = material_of(deck);
  material->settings.new_cards_a_day = 8;
  std::map<std::string, int> seen;
  const Cards order = queue(*material, Mode::drill);
  for (const std::size_t card : order) ++seen[deck.cards[card].category];
  CHECK(seen == std::map<std::string, int>{{"a", 2}, {"b", 2}, {"c", 2}, {"d", 2}});
  for (std::size_t i = 1; i < order.size(); ++i)
    CHECK(deck.cards[order[i]].category != deck.cards[order[i - 1]].category);
}

TEST_CASE("a card due at any moment of the study day is due from its start") {
  auto material = material_of(choice_deck(1));
  const Settings& settings = material->settings;
  const core::Moment yesterday = at_minute(-24 * 60);
  const auto card = [&](double hours) {
    return due_at(*material, 0, yesterday, at_minute(hours * 60));
  };
  const core::Moment four = at_minute(-6 * 60), before_four = at_minute(-6 * 60 - 1);
  CHECK(is_due(card(17.9), settings, four));          // 03:54 tomorrow morning
  CHECK(!is_due(card(17.9), settings, before_four));  // the study day before
  CHECK(!is_due(card(18.1), settings, at_minute(0))); // 04:06 tomorrow
}

TEST_CASE("a card answered today waits for its moment, unless it was missed") {
  auto material = material_of(choice_deck(1));
  memory::CardProgress card = due_at(*material, 0, at_minute(-10), at_minute(120));
  CHECK(!is_due(card, material->settings, at_minute(0)));
  CHECK(is_due(card, material->settings, at_minute(120)));
  card.owed = true;
  CHECK(is_due(card, material->settings, at_minute(0)));
}

TEST_CASE("FSRS-7's three seconds after a first Again become the gap of a missed card") {
  auto material = material_of(choice_deck(1));
  const auto card = learned(material->deck, 0, {Grade::again}, 0);
  CHECK(core::days_between(card.last_answer, card.due) * 86400 < 10);
  CHECK(due_moment(card, material->settings).utc_ms == at_minute(1).utc_ms);
}

TEST_CASE("long intervals are moved, the same way each time, within the fuzz range") {
  auto material = material_of(choice_deck(30));
  std::set<double> seen;
  for (std::size_t i = 0; i < 30; ++i) {
    const auto card = learned(material->deck, i, {Grade::good, Grade::good}, 0);
    const double exact = core::days_between(card.last_answer, card.due);
    const core::Moment due = due_moment(card, material->settings);
    CHECK(due == due_moment(card, material->settings));
    const double days = core::days_between(card.last_answer, due);
    CHECK(days == doctest::Approx(exact).epsilon(0.5));
    seen.insert(days);
  }
  CHECK(seen.size() > 2);
}

TEST_CASE("suspended cards, and those buried today, are never asked") {
  auto material = material_of(choice_deck(3));
  for (const std::size_t card : {0U, 1U, 2U}) know(*material, card, {Grade::good}, 90);
  auto& progress = material->learner.progress;
  progress["card-0"].suspended = true;
  progress["card-1"].buried = core::study_day(at_minute(0));
  for (const Mode mode : {Mode::drill, Mode::quick, Mode::cram})
    CHECK(queue(*material, mode) == Cards{2});
  CHECK(queue(*material, Mode::drill, {}, 24 * 60).size() == 2);
  CHECK(outlook(*material, {}, at_minute(0)).suspended == 1);
}

TEST_CASE("a drill is narrowed by category, tag, words, ids, or to the missed") {
  auto material = material_of(mixed_deck(12));
  deck::Deck& deck = material->deck;
  deck.cards[4].tags = {"space", "moon"};
  deck.cards[5].explanation = "Лунная станция, a moon station.";
  know(*material, 7, {Grade::good, Grade::good, Grade::again}, 1);
  const auto only = [&](const Selection& selection) {
    return sorted(queue(*material, Mode::cram, selection));
  };
  CHECK(only({.categories = {"b"}}) == Cards{1, 4, 7, 10});
  CHECK(only({.tags = {"moon", "none"}}) == Cards{4});
  CHECK(only({.search = "MOON  station"}) == Cards{5});
  CHECK(only({.search = "лунная"}) == Cards{5});
  CHECK(only({.search = "moon"}) == Cards{4, 5});
  CHECK(only({.missed = true}) == Cards{7});
  CHECK(only({.categories = {"b"}, .cards = {"card-1", "card-2"}}) == Cards{1});
  CHECK(only({.search = "nowhere"}).empty());
}

TEST_CASE("studying ahead brings the soonest due, more new cards go over the limit") {
  auto material = material_of(choice_deck(50));
  material->settings.ahead_cards = 2;
  material->settings.new_cards_a_day = 5;
  know(*material, 10, {Grade::easy}, 1);
  know(*material, 11, {Grade::good, Grade::good}, 1);
  know(*material, 12, {Grade::easy, Grade::easy, Grade::easy}, 0.5);
  for (const std::size_t card : {10U, 11U, 12U})
    CHECK(!is_due(material->learner.progress["card-" + std::to_string(card)], material->settings,
                  at_minute(0)));
  CHECK(queue(*material, Mode::ahead).size() == 2);
  CHECK(std::ranges::count(queue(*material, Mode::ahead), 12U) == 0);
  CHECK(queue(*material, Mode::more_new).size() == 15);
}

TEST_CASE("a quick round has ten questions, the due ones among them") {
  auto material = material_of(mixed_deck(40));
  for (const std::size_t card : {3U, 8U, 21U})
    know(*material, card, {Grade::good, Grade::good}, 90);
  const Cards order = sorted(queue(*material, Mode::quick));
  CHECK(order.size() == 10);
  CHECK(std::ranges::includes(order, Cards{3, 8, 21}));
  CHECK(std::ranges::adjacent_find(order) == order.end());
  material->settings.new_cards_a_day = 0; // then known ones, then new ones all the same
  CHECK(queue(*material, Mode::quick).size() == 10);
}

TEST_CASE("reading through follows the deck, buried cards included") {
  auto material = material_of(choice_deck(4));
  know(*material, 1, {Grade::good}, 1);
  material->learner.progress["card-1"].suspended = true;
  know(*material, 2, {Grade::good}, 1);
  material->learner.progress["card-2"].buried = core::study_day(at_minute(0));
  CHECK(reading_order(*material, {}) == Cards{0, 2, 3});
}

TEST_CASE("siblings stand apart whenever their numbers allow it") {
  CHECK(rc::check("no adjacent siblings", [] {
    const auto paragraphs = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 6));
    deck::Deck deck;
    std::map<int, std::size_t> sizes;
    std::size_t largest = 0;
    Cards cards;
    for (const int paragraph : paragraphs) {
      cards.push_back(deck.cards.size());
      deck.cards.push_back(choice_card(static_cast<int>(deck.cards.size())));
      deck.cards.back().passage = deck::Passage{"text", paragraph};
      largest = std::max(largest, ++sizes[paragraph]);
    }
    const Cards order = spread(deck, cards, *rc::gen::arbitrary<std::uint64_t>());
    RC_ASSERT(sorted(order) == cards);
    if (largest <= (cards.size() + 1) / 2) RC_ASSERT(clashes(deck, order) == 0);
  }));
}

TEST_CASE("the card just asked counts when the next are spread") {
  deck::Deck deck = choice_deck(4);
  for (const std::size_t card : {0U, 1U}) deck.cards[card].passage = deck::Passage{"text", 1};
  for (std::uint64_t seed = 0; seed < 30; ++seed)
    CHECK(spread(deck, {1, 2, 3}, seed, 0).front() != 1);
}

TEST_CASE("the same answer makes siblings, an unnamed paragraph does not") {
  deck::Card a = choice_card(1), b = choice_card(2);
  a.passage = b.passage = deck::Passage{"text", 0};
  CHECK(!are_siblings(a, b));
  b.answer.text = "RIGHT 1";
  CHECK(are_siblings(a, b));
}

TEST_CASE("the outlook says when cards come next") {
  auto material = material_of(choice_deck(6));
  auto& progress = material->learner.progress;
  const core::Moment morning = at_minute(-60);
  progress["card-0"] = due_at(*material, 0, morning, at_minute(10));
  progress["card-1"] = due_at(*material, 1, morning, at_minute(200));
  progress["card-2"] = due_at(*material, 2, morning, at_day(1));
  progress["card-3"] = due_at(*material, 3, morning, at_day(1.1));
  progress["card-4"] = due_at(*material, 4, morning, at_day(2.1));
  const Outlook now = outlook(*material, {}, at_minute(0));
  CHECK(now.due == 0);
  CHECK(now.ahead == 5);
  CHECK(now.fresh == 1);
  CHECK(now.next == NextDue{at_minute(10), 2, core::study_day(at_day(1)), 2});
  CHECK(outlook(*material, {}, at_minute(15)).due == 1);
}
