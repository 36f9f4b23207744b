#include "service/deck_choices.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using service::DeckChoices;

namespace {

core::Day any_day() { return core::Day{*rc::gen::inRange(0, 40000)}; }
double any_share() { return *rc::gen::inRange(0, 1001) / 1000.0; }
memory::Forecast any_range() { return {any_share(), any_share(), any_share()}; }
std::optional<service::SeminarForecast> any_forecast() {
  if (*rc::gen::inRange(0, 2) == 0) return std::nullopt;
  return service::SeminarForecast{any_day(), any_range(), any_range()};
}

DeckChoices any_choices() {
  DeckChoices choices;
  if (*rc::gen::inRange(0, 2) == 1) {
    choices.seminar = service::Seminar{any_day(), *rc::gen::inRange(5, 241), {}};
    for (bool& off : choices.seminar->off) off = *rc::gen::inRange(0, 2) == 1;
    choices.forecast = any_forecast();
  }
  if (*rc::gen::inRange(0, 2) == 1) choices.algorithm = memory::Algorithm::fsrs6;
  if (*rc::gen::inRange(0, 2) == 1) choices.wanted_recall = *rc::gen::inRange(70, 100) / 100.0;
  for (int n = *rc::gen::inRange(0, 4); n > 0; --n) {
    service::PastSeminar past{any_day(), any_forecast(), std::nullopt};
    if (*rc::gen::inRange(0, 2) == 1) past.known = any_share();
    choices.past.push_back(past);
  }
  return choices;
}

} // namespace

TEST_CASE("what is chosen for decks is read as it was written") {
  CHECK(rc::check([] {
    service::ChoicesByDeck choices;
    for (const char* deck : {"russia-china-2021", "a b", "ünïcode"}) {
      choices[deck] = any_choices();
      if (choices[deck] == DeckChoices{}) choices.erase(deck);
    }
    const auto read = service::parse_choices(service::write_choices(choices), "choices");
    RC_ASSERT(read.problems.empty());
    RC_ASSERT(read.choices == choices);
  }));
}

TEST_CASE("a line that cannot be read is named and the rest holds") {
  const auto read = service::parse_choices("[d]\nseminar = 2026-02-30\nwanted recall = 0.92\n"
                                           "minutes a day = 20\nmodel = fsrs9\n[e]\n"
                                           "seminar = 2026-05-28\nminutes a day = 2\n",
                                           "choices");
  REQUIRE(read.problems.size() == 4);
  CHECK(read.problems[0].where == "choices:2");
  CHECK(read.problems[1].where == "choices:4"); // of no seminar
  CHECK(read.problems[3].where == "choices:8"); // too few
  CHECK(read.choices.at("d").wanted_recall == 0.92);
  CHECK(read.choices.at("e").seminar->date == core::day_of({2026, 5, 28}));
}

TEST_CASE("any bytes are read without harm") {
  CHECK(rc::check([](const std::string& bytes) {
    const auto read = service::parse_choices("[d]\n" + bytes, "choices");
    RC_ASSERT(read.choices.contains("d"));
  }));
}
