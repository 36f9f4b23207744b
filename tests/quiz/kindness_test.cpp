// Kind to people: load spread, easy days, a backlog dealt out by gain.

#include "memory/strategy.h"
#include "quiz/queue.h"
#include "quiz/schedule.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace entente;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

// A session answered to its end, each card with a grade of its own; what it put out.
std::vector<Answered> answer_all(const std::shared_ptr<Material>& material,
                                 const std::function<Grade()>& grade) {
  Session session(material, {Mode::drill, {}, 5}, at_minute(0));
  std::vector<Answered> answers;
  double minute = 0;
  while (std::holds_alternative<Asked>(session.phase())) {
    auto outputs = session.take(Answer{right_answer(session)}, at_minute(minute += 0.1));
    outputs = session.take(Settle{grade()}, at_minute(minute += 0.1));
    for (const Output& output : outputs)
      if (const auto* row = std::get_if<Answered>(&output)) answers.push_back(*row);
  }
  return answers;
}

double interval(const memory::CardProgress& card) {
  return core::days_between(card.last_answer, card.due);
}

// A deck of cards last answered long ago, all of them due.
std::shared_ptr<Material> overdue(int cards) {
  auto material = material_of(choice_deck(cards));
  for (int i = 0; i < cards; ++i) {
    const std::vector<Grade> grades(static_cast<std::size_t>(*rc::gen::inRange(1, 4)), Grade::good);
    material->learner.progress[material->deck.cards[static_cast<std::size_t>(i)].id] =
        learned(material->deck, static_cast<std::size_t>(i), grades, *rc::gen::inRange(400, 900));
  }
  return material;
}

} // namespace

TEST_CASE("an answered card comes on a day of its fuzz range, and no freer day was left there") {
  CHECK(rc::check([] {
    auto material = material_of(choice_deck(*rc::gen::inRange(1, 25)));
    for (int day = 0; day < 40; ++day)
      material->load[core::study_day(at_day(day))] = *rc::gen::inRange(0, 9);
    for (double& share : material->settings.easy_days)
      share = *rc::gen::element(full_day, less_day, no_day);
    auto load = material->load;
    for (const Answered& row : answer_all(
             material, [] { return *rc::gen::element(Grade::hard, Grade::good, Grade::easy); })) {
      if (interval(row.after) < 2.5) {
        RC_ASSERT(!row.after.placed);
        continue;
      }
      RC_ASSERT(row.after.placed);
      const core::Day today = core::study_day(row.at);
      const core::Day due = due_day(row.after, material->settings);
      RC_ASSERT(due == *row.after.placed);
      const auto range = memory::fuzz_range(interval(row.after), 1, 36500);
      RC_ASSERT(due - today >= range.low);
      RC_ASSERT(due - today <= range.high);
      const auto fullness = [&](core::Day day) {
        const double share =
            material->settings.easy_days[static_cast<std::size_t>(core::weekday(day))];
        return (load[day] + 1) / std::max(share, 1e-4);
      };
      for (int days = range.low; days <= range.high; ++days)
        RC_ASSERT(fullness(due) <= fullness(today + days));
      ++load[due];
    }
  }));
}

TEST_CASE("cards learned together come on days apart, as evenly as their range allows") {
  auto material = material_of(choice_deck(40));
  material->settings.new_cards_a_day = 40;
  std::map<core::Day, int> days;
  for (const Answered& row : answer_all(material, [] { return Grade::easy; })) {
    REQUIRE(interval(row.after) > 2.5);
    ++days[due_day(row.after, material->settings)];
  }
  int most = 0, least = 40;
  for (const auto& [day, cards] : days)
    most = std::max(most, cards), least = std::min(least, cards);
  CHECK(days.size() >= 3);
  CHECK(most - least <= 1);
}

TEST_CASE("weights fitted later keep the day chosen as far as their interval allows") {
  CHECK(rc::check([] {
    const auto material = material_of(choice_deck(1));
    auto card = learned(material->deck, 0, {Grade::good, Grade::easy}, 0);
    card.placed = core::study_day(card.last_answer) + *rc::gen::inRange(-5, 200);
    card.due = card.last_answer;
    card.due.utc_ms += *rc::gen::inRange(3, 90) * core::ms_per_day;
    const auto range = memory::fuzz_range(interval(card), 1, 36500);
    const int days = due_day(card, material->settings) - core::study_day(card.last_answer);
    RC_ASSERT(days ==
              std::clamp(*card.placed - core::study_day(card.last_answer), range.low, range.high));
  }));
}

TEST_CASE("of a backlog the day's part is asked, none of the rest would gain more") {
  CHECK(rc::check([] {
    const int cards = *rc::gen::inRange(1, 60);
    const auto material = overdue(cards);
    material->settings.reviews_a_day = *rc::gen::inRange(1, 70);
    const auto part = std::min(cards, material->settings.reviews_a_day);
    const auto asked = build_queue(*material, {Mode::drill, {}, 5}, at_minute(0));
    RC_ASSERT(std::ssize(asked) == part);
    const auto all = build_queue(*material, {Mode::all_due, {}, 5}, at_minute(0));
    RC_ASSERT(std::ssize(all) == cards);
    const Outlook seen = outlook(*material, {}, at_minute(0));
    RC_ASSERT(seen.due == part);
    RC_ASSERT(seen.waiting == cards - part);
    const memory::Model model(material->parameters);
    memory::Study study;
    for (std::size_t i = 0; i < material->deck.cards.size(); ++i) {
      const auto progress = known_progress(*material, i);
      study.cards.push_back(
          {progress.state, model.elapsed(progress.last_answer, at_minute(0), 240), 1});
    }
    const std::set<std::size_t> today(asked.begin(), asked.end());
    double least = 1e300, most = -1e300;
    for (const auto& card : memory::ranked_by_gain(study, model, 30)) {
      double& bound = today.contains(card.card) ? least : most;
      bound = today.contains(card.card) ? std::min(least, card.gain) : std::max(most, card.gain);
    }
    RC_ASSERT(least >= most);
  }));
}

TEST_CASE("a backlog done part by part is done in as many days as it has parts") {
  CHECK(rc::check([] {
    const int cards = *rc::gen::inRange(1, 40);
    const auto material = overdue(cards);
    material->settings.reviews_a_day = *rc::gen::inRange(3, 15);
    const memory::Model model(material->parameters);
    std::set<std::string> met;
    int days = 0;
    for (; std::ssize(met) < cards && days < 50; ++days) {
      std::set<std::size_t> today;
      for (const std::size_t card : build_queue(*material, {Mode::drill, {}, 5}, at_day(days))) {
        auto& progress = material->learner.progress[material->deck.cards[card].id];
        // Far ahead, so that the days to come are the backlog's alone.
        progress = memory::apply(progress, {at_day(days), Grade::easy}, model, {0.1, 240});
        met.insert(progress.card);
        today.insert(card);
      }
      RC_ASSERT(std::ssize(today) <= material->settings.reviews_a_day);
      // And nothing more on the same day.
      RC_ASSERT(build_queue(*material, {Mode::drill, {}, 5}, at_day(days + 0.1)).empty() ||
                std::ssize(today) < material->settings.reviews_a_day);
    }
    const int part = material->settings.reviews_a_day;
    RC_ASSERT(days == (cards + part - 1) / part);
  }));
}

TEST_CASE("a seminar's plan is no backlog: all it wants today is asked") {
  auto material = material_of(choice_deck(30));
  for (std::size_t i = 0; i < 30; ++i)
    material->learner.progress[material->deck.cards[i].id] =
        learned(material->deck, i, {Grade::good}, 200);
  material->settings.reviews_a_day = 5;
  material->planned.emplace();
  for (const deck::Card& card : material->deck.cards) material->planned->push_back(card.id);
  CHECK(outlook(*material, {}, at_minute(0)).due == 30);
  CHECK(outlook(*material, {}, at_minute(0)).waiting == 0);
}

TEST_CASE("when today's part is done the rest is said to come tomorrow") {
  auto material = material_of(choice_deck(12));
  for (std::size_t i = 0; i < 12; ++i)
    material->learner.progress[material->deck.cards[i].id] =
        learned(material->deck, i, {Grade::good}, 200);
  material->settings.reviews_a_day = 5;
  const Outlook seen = outlook(*material, {}, at_minute(0));
  REQUIRE(seen.next.next_day);
  CHECK(*seen.next.next_day == core::study_day(at_minute(0)) + 1);
  CHECK(seen.next.on_next_day == 5);
}
