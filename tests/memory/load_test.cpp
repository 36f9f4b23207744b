#include "memory/load.h"
#include "memory/strategy.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace entente::memory;
using entente::core::Day;

namespace {

const Model model{defaults(Algorithm::fsrs7)};

} // namespace

TEST_CASE("a due day stays within its interval's fuzz range") {
  CHECK(rc::check([] {
    const double interval = *rc::gen::inRange(10, 4000) / 10.0;
    const Day today{*rc::gen::inRange(0, 30000)};
    const auto loads = *rc::gen::container<std::vector<int>>(31, rc::gen::inRange(0, 50));
    const Day due = spread_due(
        today, interval, [&](Day day) { return loads[static_cast<std::size_t>(day.number % 31)]; });
    const DayRange range = fuzz_range(interval, 1, 36500);
    RC_ASSERT(due - today >= range.low);
    RC_ASSERT(due - today <= range.high);
  }));
}

TEST_CASE("short intervals are not moved") {
  const auto busy = [](Day) { return 1000; };
  CHECK(spread_due({100}, 1, busy) == Day{101});
  CHECK(spread_due({100}, 2.4, busy) == Day{102});
  CHECK(spread_due({100}, 0.2, busy) == Day{100});
}

TEST_CASE("spreading never makes the fullest day fuller than not spreading") {
  CHECK(rc::check([] {
    const auto intervals = *rc::gen::container<std::vector<int>>(200, rc::gen::inRange(3, 40));
    std::map<int, int> spread;
    std::map<int, int> plain;
    for (const int interval : intervals) {
      ++plain[interval];
      ++spread[spread_due({0}, interval, [&](Day day) { return spread[day.number]; }).number];
    }
    const auto fullest = [](const std::map<int, int>& days) {
      int most = 0;
      for (const auto& day : days) most = std::max(most, day.second);
      return most;
    };
    RC_ASSERT(fullest(spread) <= fullest(plain));
  }));
}

TEST_CASE("an easy day gets less, an empty one as little as can be") {
  EasyDays easy = no_easy_days;
  easy[5] = 0.5; // Saturday
  easy[6] = 0;   // Sunday
  std::map<int, int> by_weekday;
  std::map<int, int> load;
  for (int i = 0; i < 700; ++i) {
    const Day due =
        spread_due({20000 + i % 7}, 20, [&](Day day) { return load[day.number]; }, easy);
    ++load[due.number];
    ++by_weekday[entente::core::weekday(due)];
  }
  CHECK(by_weekday[6] == 0);
  for (int day = 0; day < 5; ++day) CHECK(by_weekday[5] < by_weekday[day]);
}

TEST_CASE("no day in the range is less full for what its weekday takes than the one chosen") {
  CHECK(rc::check([] {
    const auto loads = *rc::gen::container<std::vector<int>>(97, rc::gen::inRange(0, 30));
    const auto load = [&](Day day) { return loads[static_cast<std::size_t>(day.number % 97)]; };
    EasyDays easy = no_easy_days;
    for (double& share : easy) share = *rc::gen::element(1.0, 0.5, 0.0);
    const Day today{*rc::gen::inRange(0, 30000)};
    const double interval = *rc::gen::inRange(25, 900) / 10.0;
    const auto fullness = [&](Day day) {
      const double share = easy[static_cast<std::size_t>(entente::core::weekday(day))];
      return (load(day) + 1) / std::max(share, 1e-4);
    };
    const Day chosen = spread_due(today, interval, load, easy);
    const DayRange range = fuzz_range(interval, 1, 36500);
    for (int days = range.low; days <= range.high; ++days)
      RC_ASSERT(fullness(chosen) <= fullness(today + days));
  }));
}

TEST_CASE("a backlog's order is by gain: making a card older alone does not move it up") {
  CHECK(rc::check([] {
    Study study;
    const auto cards = *rc::gen::inRange(2, 40);
    for (int i = 0; i < cards; ++i)
      study.cards.push_back({model.first(Grade::good), *rc::gen::inRange(1, 300) * 1.0, 1});
    std::map<std::uint32_t, double> gain;
    for (const RankedCard& card : ranked_by_gain(study, model, 30)) gain[card.card] = card.gain;
    std::vector<std::uint32_t> order;
    const std::size_t a_day[] = {7};
    for (const auto& day : deal_backlog(study, model, a_day, 30))
      order.insert(order.end(), day.begin(), day.end());
    for (std::size_t i = 1; i < order.size(); ++i) RC_ASSERT(gain[order[i - 1]] >= gain[order[i]]);
  }));
}

TEST_CASE("a backlog is dealt out once each, no day over its part, best gain first") {
  CHECK(rc::check([] {
    Study study;
    const std::size_t a_day[] = {*rc::gen::inRange<std::size_t>(0, 12),
                                 *rc::gen::inRange<std::size_t>(1, 12)};
    const auto cards = *rc::gen::inRange(0, 60);
    for (int i = 0; i < cards; ++i)
      study.cards.push_back({model.first(static_cast<Grade>(*rc::gen::inRange(1, 5))),
                             static_cast<double>(*rc::gen::inRange(1, 200)),
                             static_cast<double>(*rc::gen::inRange(1, 4))});
    std::map<std::uint32_t, RankedCard> worth;
    for (const RankedCard& card : ranked_by_gain(study, model, 30)) worth[card.card] = card;
    std::set<std::uint32_t> seen;
    double gain = 1e300;
    const auto days = deal_backlog(study, model, a_day, 30);
    for (std::size_t i = 0; i < days.size(); ++i) {
      const std::size_t room = a_day[std::min<std::size_t>(i, 1)];
      RC_ASSERT(days[i].size() <= room);
      RC_ASSERT(i + 1 == days.size() || days[i].size() == room);
      for (const std::uint32_t card : days[i]) {
        RC_ASSERT(seen.insert(card).second);
        RC_ASSERT(worth[card].gain <= gain);
        gain = worth[card].gain;
      }
    }
    RC_ASSERT(seen.size() == study.cards.size());
  }));
}

TEST_CASE(
    "lapse after lapse, a leech is offered another form once and then an edit at even steps") {
  CHECK(rc::check([] {
    const int threshold = *rc::gen::inRange(1, 40);
    const int step = std::max(1, threshold / 2);
    int forms = 0;
    for (int lapses = 0; lapses <= threshold + 5 * step; ++lapses) {
      const LeechAdvice advice = leech_advice(lapses, threshold);
      forms += advice == LeechAdvice::other_form ? 1 : 0;
      RC_ASSERT((advice == LeechAdvice::none) ==
                (lapses < threshold || (lapses - threshold) % step != 0));
      RC_ASSERT((advice == LeechAdvice::edit) ==
                (lapses > threshold && (lapses - threshold) % step == 0));
    }
    RC_ASSERT(forms == 1);
  }));
}

TEST_CASE("leeches are noticed at the threshold and every half of it on") {
  CHECK(leech_advice(7) == LeechAdvice::none);
  CHECK(leech_advice(8) == LeechAdvice::other_form);
  CHECK(leech_advice(9) == LeechAdvice::none);
  CHECK(leech_advice(12) == LeechAdvice::edit);
  CHECK(leech_advice(16) == LeechAdvice::edit);
  CHECK(leech_advice(1, 1) == LeechAdvice::other_form);
  CHECK(leech_advice(2, 1) == LeechAdvice::edit);
}
