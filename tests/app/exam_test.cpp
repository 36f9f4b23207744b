// The mock exam driven by keys, without a window.

#include "app/stage.h"
#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::tests;

namespace {

const screens::ExamPage& sitting(const Stage& window) {
  return std::get<screens::ExamPage>(window.model().page);
}

// The button of the newest exam on the list.
std::string open_id(const Stage& window) {
  return "open-" + std::get<screens::ExamsPage>(window.model().page).exams.front().id;
}

void begin_exam(Stage& window) {
  window.press(ui::Key::digit_3);
  window.press(ui::Key::enter);
  REQUIRE(std::holds_alternative<screens::ExamPage>(window.model().page));
}

// Chooses an option where there are some, types a word where there are none.
void answer_this(Stage& window) {
  const auto& state = sitting(window).exam.state();
  const auto& question = state.items[state.at].question;
  if (question.options.empty())
    window.type("Lavrov");
  else
    for (std::size_t i = 0; i < question.options.size(); ++i)
      window.press(ui::Key(int(ui::Key::digit_1) + int(i)));
}

void hand_in(Stage& window) {
  window.press(ui::Key::f5);
  window.press(ui::Key::enter, {.ctrl = true});
}

} // namespace

TEST_CASE(
    "an exam says nothing about an answer until it is handed in, then all is in the history") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  begin_exam(window);
  answer_this(window);
  CHECK(window.shows("1 of 20 answered"));
  CHECK_FALSE(window.shows("right"));
  CHECK(window.answers() == 0);
  window.press(ui::Key::page_down);
  answer_this(window);
  hand_in(window);
  REQUIRE(std::holds_alternative<screens::ExamReportPage>(window.model().page));
  CHECK(window.answers() == 2);
  CHECK(window.shows("Mock exam:"));
  CHECK(window.shows("expected"));
}

TEST_CASE("an exam goes on after the window was closed, and its answers are written once") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  begin_exam(window);
  answer_this(window);
  window.press(ui::Key::f2);
  Stage again(typesetter, window);
  CHECK(std::holds_alternative<screens::TodayPage>(again.model().page));
  again.press(ui::Key::digit_3);
  CHECK(again.shows("not handed in yet"));
  again.click(open_id(again));
  REQUIRE(std::holds_alternative<screens::ExamPage>(again.model().page));
  CHECK(again.shows("The exam is paused"));
  again.press(ui::Key::enter);
  CHECK(again.shows("1 of 20 answered"));
  CHECK(sitting(again).exam.state().items.front().flagged);
  hand_in(again);
  CHECK(again.answers() == 1);
}

TEST_CASE("when the time is up the exam hands itself in") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  begin_exam(window);
  answer_this(window);
  window.pass(16 * core::ms_per_minute);
  REQUIRE(std::holds_alternative<screens::ExamReportPage>(window.model().page));
  CHECK(window.shows("the time was up"));
  CHECK(window.answers() == 1);
}

TEST_CASE("D drills what an exam missed, and a past exam opens again") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  begin_exam(window);
  hand_in(window);
  window.press(ui::Key::f5);
  REQUIRE(std::holds_alternative<screens::DrillPage>(window.model().page));
  window.press(ui::Key::escape);
  window.press(ui::Key::digit_3);
  CHECK(window.shows("0 of 20"));
  window.click(open_id(window));
  CHECK(std::holds_alternative<screens::ExamReportPage>(window.model().page));
}
