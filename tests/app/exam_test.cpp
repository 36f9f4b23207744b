// The mock exam driven by keys, without a window.

#include "window_fixture.h"

using namespace entente;
using namespace entente::tests;

namespace {

const screens::ExamPage& sitting(const Window& window) {
  return std::get<screens::ExamPage>(window.program->model().page);
}

void begin_exam(Window& window) {
  window.press(ui::Key::digit_3);
  window.press(ui::Key::enter);
  REQUIRE(std::holds_alternative<screens::ExamPage>(window.program->model().page));
}

// Chooses an option where there are some, types a word where there are none.
void answer_this(Window& window) {
  const auto& state = sitting(window).exam.state();
  const auto& question = state.items[state.at].question;
  if (question.options.empty())
    window.type("Lavrov");
  else
    for (std::size_t i = 0; i < question.options.size(); ++i)
      window.press(ui::Key(int(ui::Key::digit_1) + int(i)));
}

void hand_in(Window& window) {
  window.press(ui::Key::f5);
  window.press(ui::Key::enter, {.ctrl = true});
}

} // namespace

TEST_CASE(
    "an exam says nothing about an answer until it is handed in, then all is in the history") {
  Window window;
  begin_exam(window);
  answer_this(window);
  CHECK(window.shows("1 of 20 answered"));
  CHECK_FALSE(window.shows("right"));
  CHECK(window.answers() == 0);
  window.press(ui::Key::page_down);
  answer_this(window);
  hand_in(window);
  REQUIRE(std::holds_alternative<screens::ExamReportPage>(window.program->model().page));
  CHECK(window.answers() == 2);
  CHECK(window.shows("Mock exam:"));
  CHECK(window.shows("expected"));
}

TEST_CASE("an exam goes on after the window was closed, and its answers are written once") {
  Window window;
  begin_exam(window);
  answer_this(window);
  window.press(ui::Key::f2);
  window.reopen();
  CHECK(std::holds_alternative<screens::TodayPage>(window.program->model().page));
  window.press(ui::Key::digit_3);
  CHECK(window.shows("not handed in yet"));
  window.click("Go on");
  REQUIRE(std::holds_alternative<screens::ExamPage>(window.program->model().page));
  CHECK(window.shows("The exam is paused"));
  window.press(ui::Key::enter);
  CHECK(window.shows("1 of 20 answered"));
  CHECK(sitting(window).exam.state().items.front().flagged);
  hand_in(window);
  CHECK(window.answers() == 1);
}

TEST_CASE("when the time is up the exam hands itself in") {
  Window window;
  begin_exam(window);
  answer_this(window);
  window.time += 16 * core::ms_per_minute;
  window.program->tick();
  REQUIRE(std::holds_alternative<screens::ExamReportPage>(window.program->model().page));
  CHECK(window.shows("the time was up"));
  CHECK(window.answers() == 1);
}

TEST_CASE("D drills what an exam missed, and a past exam opens again") {
  Window window;
  begin_exam(window);
  hand_in(window);
  window.press(ui::Key::f5);
  REQUIRE(std::holds_alternative<screens::DrillPage>(window.program->model().page));
  window.press(ui::Key::escape);
  window.press(ui::Key::digit_3);
  CHECK(window.shows("0 of 20"));
  window.click("Look");
  CHECK(std::holds_alternative<screens::ExamReportPage>(window.program->model().page));
}
