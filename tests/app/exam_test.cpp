// The mock exam driven by keys, without a window.

#include "app/stage.h"
#include "core/file.h"
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

TEST_CASE("what is typed in an exam is on disk a moment later, not at each letter") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  window.press(ui::Key::digit_3);
  window.send(screens::ExamMessage{screens::ToggleExamForm{deck::Form::typed}});
  window.press(ui::Key::enter);
  REQUIRE(window.at<screens::ExamPage>());
  const auto written = [&] {
    const auto file = window.data / "exams" / (sitting(window).id + ".exam");
    return core::read_file(file, 1U << 20U).value_or("");
  };
  const std::string before = written();
  window.type("qwer");
  CHECK(written() == before);
  window.pass(900);
  CHECK(written().find("qwer") != std::string::npos);
  window.type("ty");
  CHECK(written().find("qwerty") == std::string::npos);
  SUBCASE("leaving the question keeps it at once") { window.press(ui::Key::page_down); }
  SUBCASE("closing the window keeps it") { CHECK(window.program.may_close()); }
  CHECK(written().find("qwerty") != std::string::npos);
}

TEST_CASE("closing the window pauses the exam: the time that the window is closed does not count") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  begin_exam(window);
  window.pass(2 * core::ms_per_minute);
  CHECK(window.program.may_close());
  window.time += 40 * core::ms_per_minute;
  Stage again(typesetter, window);
  again.press(ui::Key::digit_3);
  again.click(open_id(again));
  CHECK(again.shows("2 min"));
}

TEST_CASE("a past exam is printed from its report, with what was answered") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  begin_exam(window);
  window.answer_in_exam(false);
  hand_in(window);
  window.press(ui::Key::p, {.ctrl = true});
  REQUIRE(window.asks<screens::ChooserDialog>());
  const auto file = window.data / "paper.pdf";
  window.type(file.string());
  window.press(ui::Key::enter);
  CHECK(window.shows("paper.pdf is written"));
  CHECK(core::read_file(file, 1U << 24U).value_or("").starts_with("%PDF-"));
}
