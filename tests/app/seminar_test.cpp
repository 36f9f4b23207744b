// The seminar and a deck's memory in the window, by keys and clicks.

#include "app/window_fixture.h"

#include <chrono>
#include <thread>

using namespace entente;
using tests::Window;

namespace {

constexpr const char* deck_id = "russia-china-2021";

void work(Window& window) {
  while (!window.handlers->idle()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  window.program->take_work();
}

const std::optional<service::Seminar>& seminar(const Window& window) {
  return window.desk->choices(deck_id).seminar;
}

core::Day today(const Window& window) { return core::study_day({window.time, 0}); }

} // namespace

TEST_CASE("the seminar is set, moved and left by keys, and the plan follows at once") {
  Window window;
  CHECK(window.shows("When is the seminar?"));
  window.press(ui::Key::d);
  CHECK(window.shows("The seminar"));
  REQUIRE(seminar(window));
  CHECK(seminar(window)->date == today(window) + 7);
  work(window);
  CHECK(window.shows("with 5 more minutes a day"));
  window.press(ui::Key::right); // the day's stepper has the focus
  CHECK(seminar(window)->date == today(window) + 8);
  window.press(ui::Key::enter, {.ctrl = true});
  work(window);
  CHECK(window.shows("8 days left"));
  CHECK(window.shows("expected on the day"));
  CHECK(window.shows("Follow the plan and expect"));
  window.press(ui::Key::enter);
  CHECK(std::holds_alternative<screens::DrillPage>(window.program->model().page));
}

TEST_CASE("Escape on the seminar's dialog leaves everything as it was") {
  Window window;
  window.press(ui::Key::d);
  window.press(ui::Key::escape);
  CHECK_FALSE(seminar(window));
  window.press(ui::Key::d);
  window.press(ui::Key::enter, {.ctrl = true});
  const auto before = seminar(window);
  window.press(ui::Key::f7);
  window.press(ui::Key::right);
  window.press(ui::Key::right);
  CHECK(seminar(window) != before);
  window.press(ui::Key::escape);
  CHECK(seminar(window) == before);
}

TEST_CASE("the seminar is set by clicks: a week more, a day off, and none again") {
  Window window;
  window.click("Set the day");
  window.click("+1 week");
  window.click("Sat");
  REQUIRE(seminar(window));
  CHECK(seminar(window)->date == today(window) + 14);
  CHECK(seminar(window)->off[5]);
  window.click("No seminar");
  CHECK_FALSE(seminar(window));
  CHECK(window.shows("When is the seminar?"));
}

TEST_CASE("after the day it asks how it went and shows the answer beside the forecast") {
  Window window;
  window.press(ui::Key::d);
  window.press(ui::Key::enter, {.ctrl = true});
  work(window);
  window.time += 9 * core::ms_per_day;
  window.reopen();
  CHECK(window.shows("How did it go?"));
  window.click("Most of it");
  CHECK_FALSE(seminar(window));
  CHECK(window.shows("about 80% known"));
  CHECK(window.desk->choices(deck_id).past.size() == 1);
}

TEST_CASE("a deck's model and wanted recall are chosen beside the work they bring") {
  Window window;
  window.press(ui::Key::digit_2);
  window.press(ui::Key::f7);
  CHECK(window.shows("How this deck is remembered"));
  work(window);
  CHECK(window.shows("Minutes a day by wanted recall"));
  CHECK(window.shows("At 90%: about"));
  window.press(ui::Key::right);
  CHECK(window.desk->choices(deck_id).wanted_recall == doctest::Approx(0.91));
  CHECK(window.shows("At 91%: about"));
  window.click("FSRS-6");
  CHECK(window.desk->choices(deck_id).algorithm == memory::Algorithm::fsrs6);
  window.click("As in Settings: 90%");
  CHECK_FALSE(window.desk->choices(deck_id).wanted_recall);
}
