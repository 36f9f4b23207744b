// The window's program driven by keys, without a window: the tree says what a person would see.

#include "app/stage.h"
#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::tests;

TEST_CASE("Today welcomes an empty history and starts a drill by Enter") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  CHECK(window.shows("Your deck is ready."));
  CHECK(window.shows("Start drill"));
  window.press(ui::Key::enter);
  CHECK(std::holds_alternative<screens::DrillPage>(window.model().page));
  CHECK(window.shows("New card"));
}

TEST_CASE("an answer is on disk before the next question shows, and undo takes it back") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  window.press(ui::Key::enter);
  window.press(ui::Key::digit_1); // answers
  CHECK(window.answers() == 0);   // not graded yet
  window.press(ui::Key::space);   // takes the grade
  CHECK(window.answers() == 1);
  window.press(ui::Key::f8); // U, where no text field has the focus
  CHECK(window.answers() == 0);
}

TEST_CASE("Escape ends a drill with its results, then Enter leads back to Today") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  window.press(ui::Key::enter);
  window.press(ui::Key::digit_1);
  window.press(ui::Key::space);
  window.press(ui::Key::escape);
  CHECK(std::holds_alternative<screens::ResultsPage>(window.model().page));
  CHECK(window.shows("Right first time"));
  window.press(ui::Key::enter);
  CHECK(std::holds_alternative<screens::TodayPage>(window.model().page));
}

TEST_CASE("every place of the rail opens by its key, and the keys sheet from anywhere") {
  text::FixedTypesetter typesetter;
  Stage window(typesetter, Past::none);
  window.press(ui::Key::digit_2);
  CHECK(window.shows("Russia–China partnership, May 2021"));
  window.press(ui::Key::comma);
  CHECK(window.shows("Wanted recall"));
  window.press(ui::Key::f1);
  CHECK(window.shows("Anywhere"));
  window.press(ui::Key::escape);
  window.press(ui::Key::digit_1);
  CHECK(std::holds_alternative<screens::TodayPage>(window.model().page));
}
