// Progress and the games driven by keys, without a window.

#include "app/stage.h"
#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::tests;
using ui::Key;

namespace {

const screens::ProgressPage& progress(const Stage& stage) {
  return std::get<screens::ProgressPage>(stage.model().page);
}

} // namespace

TEST_CASE("Progress says what is not known yet of an empty history") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::none);
  stage.press(Key::digit_4);
  REQUIRE(stage.at<screens::ProgressPage>());
  CHECK(stage.shows("Known once a card has been asked a second time."));
  CHECK(stage.shows("Nothing keeps slipping away."));
}

TEST_CASE("Progress shows months as charts and as tables, and a card's story") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::months);
  stage.press(Key::digit_4);
  REQUIRE(progress(stage).statistics);
  CHECK(progress(stage).statistics->recall.size() > 3);
  CHECK(stage.shows("chart #chart-recall"));
  CHECK(stage.shows("points"));
  stage.press(Key::f2);
  CHECK(stage.program.frame().find("table-recall") != nullptr);
  CHECK_FALSE(stage.shows("chart #chart-recall"));
  stage.press(Key::f3); // the next range
  CHECK(progress(stage).range.days == 365);
  const auto& hard = progress(stage).statistics->hard;
  REQUIRE_FALSE(hard.empty());
  const std::string card = hard.front().card;
  stage.send(screens::ProgressMessage{screens::OpenStory{hard.front().deck, card}});
  REQUIRE(stage.at<screens::StoryPage>());
  CHECK(stage.shows("Every answer"));
  stage.press(Key::escape);
  CHECK(stage.at<screens::ProgressPage>());
}

TEST_CASE("the arrow keys read a chart point by point, and the pointer does too") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::months);
  stage.press(Key::digit_4);
  const auto* chart = stage.program.frame().find("chart-recall");
  REQUIRE(chart != nullptr);
  const draw::Rect rect = chart->rect;
  stage.click("chart-recall");
  REQUIRE(progress(stage).cursor);
  const int at = progress(stage).cursor->at;
  stage.press(Key::right);
  REQUIRE(progress(stage).cursor);
  CHECK(progress(stage).cursor->at == at + 1);
  CHECK(stage.program.frame().find("chart-recall")->node->value.find("promised") !=
        std::string::npos);
  [[maybe_unused]] const auto left =
      stage.program.handle(ui::PointerMove{{rect.x + 1, rect.y - 200}});
}

TEST_CASE("D drills the hard cards") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::months);
  stage.press(Key::digit_4);
  stage.press(Key::d);
  CHECK(stage.at<screens::DrillPage>());
}

TEST_CASE("a game's board becomes reviews, and the next one follows") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::none);
  stage.press(Key::g);
  CHECK(stage.shows("Timeline"));
  stage.press(Key::digit_2);
  REQUIRE(stage.at<screens::GamePage>());
  for (int i = 0; i < 6; ++i) stage.press(Key(int(Key::digit_1) + i));
  stage.press(Key::enter);
  const auto& page = std::get<screens::GamePage>(stage.model().page);
  CHECK(page.settled.size() == page.board.cards.size());
  CHECK(stage.answers() == static_cast<int>(page.board.cards.size()));
  stage.press(Key::enter);
  CHECK(std::get<screens::GamePage>(stage.model().page).settled.empty());
  stage.press(Key::escape);
  CHECK(stage.at<screens::TodayPage>());
}

TEST_CASE("events of the timeline move by keys and by dragging") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::none);
  stage.press(Key::g);
  stage.press(Key::digit_1);
  REQUIRE(stage.at<screens::GamePage>());
  const auto placed = [&] { return std::get<screens::GamePage>(stage.model().page).placed; };
  const auto before = placed();
  stage.press(Key::down, {.alt = true});
  CHECK(placed()[0] == before[1]);
  CHECK(placed()[1] == before[0]);
  const auto centre = [&](std::size_t place) {
    return stage.program.frame().find("event-" + std::to_string(placed()[place]))->rect.centre();
  };
  const auto held = placed()[2];
  [[maybe_unused]] auto outcome = stage.program.handle(ui::PointerDown{centre(2)});
  outcome = stage.program.handle(ui::PointerMove{centre(0)});
  outcome = stage.program.handle(ui::PointerUp{centre(0)});
  CHECK(placed()[0] == held);
  stage.press(Key::enter);
  CHECK(stage.shows("right"));
  CHECK(stage.answers() == static_cast<int>(before.size()));
}

TEST_CASE("the hard cards of several decks are drilled one deck after the other") {
  text::FixedTypesetter typesetter;
  Stage stage(typesetter, Past::months);
  stage.add_deck("forms.xml");
  stage.press(Key::digit_4);
  auto figures = std::make_shared<service::Statistics>(*progress(stage).statistics);
  figures->hard = {{"forms", "choice", "", 4}, {"russia-china-2021", "reykjavik-date", "", 3}};
  figures->mixed_up = {{"forms", "typed", "", "", "", 2}, {"forms", "choice", "", "", "", 2}};
  stage.send(screens::Came{service::StatisticsRead{figures}});
  stage.press(Key::d);
  REQUIRE(stage.at<screens::DrillPage>());
  CHECK(std::get<screens::DrillPage>(stage.model().page).deck == "forms");
  CHECK(stage.shows("0 / 2"));
  stage.answer(true), stage.press(Key::space), stage.answer(true), stage.press(Key::space);
  REQUIRE(stage.at<screens::ResultsPage>());
  CHECK(stage.shows("Go on: Russia"));
  stage.press(Key::enter);
  REQUIRE(stage.at<screens::DrillPage>());
  CHECK(std::get<screens::DrillPage>(stage.model().page).deck == "russia-china-2021");
  stage.answer(true), stage.press(Key::space);
  stage.press(Key::enter);
  CHECK(stage.at<screens::TodayPage>());
}
