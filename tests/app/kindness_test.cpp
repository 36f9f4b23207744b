// What the window does to be kind: easy days, a backlog dealt out, a leech named.

#include "app/stage.h"

#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>

using namespace entente;
using tests::Past;
using tests::Stage;

namespace {

constexpr float high = 4000; // the whole of a page

int asked(const Stage& stage) {
  const auto* drill = std::get_if<screens::DrillPage>(&stage.model().page);
  return drill == nullptr ? 0 : drill->session.standing().total;
}

const quiz::Outlook& outlook(const Stage& stage) {
  return stage.model().standing.decks.front().outlook;
}

} // namespace

TEST_CASE("a weekday is made easy by clicks, is kept, and is an ordinary one again") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::none, 1280, high);
  stage.press(ui::Key::comma);
  CHECK(stage.shows("Sunday: ordinary"));
  stage.click("easy-6");
  CHECK(stage.shows("Sunday: fewer"));
  CHECK(stage.desk.settings().quiz.easy_days[6] == quiz::less_day);
  stage.click("easy-6");
  CHECK(stage.shows("Sunday: none"));
  CHECK(service::load_settings(stage.data).settings.quiz.easy_days[6] == quiz::no_day);
  stage.click("easy-6");
  CHECK(stage.desk.settings().quiz.easy_days == memory::no_easy_days);
}

TEST_CASE("after a break Today gives a part of what waits, says so, and gives all when asked") {
  text::FixedTypesetter typesetter;
  Stage before(typesetter, Past::months);
  before.change_settings([](auto& settings) { settings.quiz.reviews_a_day = 20; });
  before.time += 150 * core::ms_per_day;
  Stage stage(typesetter, before);
  REQUIRE(outlook(stage).due == 20);
  REQUIRE(outlook(stage).waiting > 40);
  const int all = outlook(stage).due + outlook(stage).waiting;
  const int fresh = outlook(stage).fresh;
  CHECK(stage.shows("20 of " + std::to_string(all) + " waiting are for today"));
  Stage again(typesetter, stage);
  stage.click("start");
  CHECK(asked(stage) == 20 + fresh);
  again.click("all-due");
  CHECK(asked(again) == all + fresh);
}

TEST_CASE("in an ordinary week all that is due is asked, and nothing is said of waiting") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::months);
  CHECK(outlook(stage).due > 0);
  CHECK(outlook(stage).waiting == 0);
  CHECK_FALSE(stage.shows("Do all now"));
}

TEST_CASE("a card forgotten again and again is named while its grade is open") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::months);
  stage.change_settings([](auto& settings) { settings.quiz.leech_lapses = 1; });
  const auto states = *stage.desk.history().states("russia-china-2021");
  const auto known = std::ranges::find_if(states, [&stage](const auto& card) {
    return card.lapses == 0 && core::days_between(card.last_answer, card.due) > 3;
  });
  REQUIRE(known != states.end());
  stage.drill(known->deck, known->card, quiz::Mode::ahead);
  const auto* drill = std::get_if<screens::DrillPage>(&stage.model().page);
  REQUIRE(drill != nullptr);
  REQUIRE(std::holds_alternative<quiz::Asked>(drill->session.phase()));
  CHECK_FALSE(stage.shows("has been forgotten"));
  stage.send(screens::DrillMessage{screens::Quizzed{quiz::Answer{quiz::DontKnow{}}}});
  CHECK(stage.shows("This card has been forgotten 1 time. It comes back in an easier form"));
}
