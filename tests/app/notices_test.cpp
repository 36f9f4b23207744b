// What a person should know at the start: one dialog after another, each closed by a key.

#include "app/window_fixture.h"

using namespace entente;
using namespace entente::tests;

TEST_CASE("notices at the start are shown one after another; Escape and Enter close them") {
  Window window;
  std::ofstream(window.data / "settings") << "nonsense\ntheme = pink\n";
  window.reopen();
  CHECK(window.shows("This line has no"));
  CHECK_FALSE(window.shows("pink"));
  window.press(ui::Key::escape);
  CHECK_FALSE(window.shows("This line has no"));
  CHECK(window.shows("pink"));
  window.press(ui::Key::enter);
  CHECK_FALSE(window.shows("dialog"));
  window.press(ui::Key::enter);
  CHECK(std::holds_alternative<screens::DrillPage>(window.program->model().page));
}

TEST_CASE("a backup that could not be made is told at the next key") {
  Window window;
  window.press(ui::Key::enter);
  window.press(ui::Key::digit_1);
  window.press(ui::Key::space); // graded: recorded
  std::ofstream(window.data / "backups") << "a file where the folder should be";
  window.reopen();
  window.desk->backup().wait();
  window.press(ui::Key::tab);
  window.press(ui::Key::digit_2); // Decks
  CHECK(window.shows("Today's backup of the history was not made."));
}
