// The window's program driven by keys, without a window: the tree says what a person would see.

#include "app/program.h"

#include "support/shared.h"
#include "text/fixed_typesetter.h"
#include "ui/strings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

void use_english() {
  std::ifstream in(tests::root() / "assets/strings/en.strings");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto strings = ui::Strings::parse(text, "en.strings", "en");
  REQUIRE(strings);
  ui::use_strings(std::move(*strings));
}

struct Window {
  fs::path data = fs::temp_directory_path() / ("entente-program-" + std::to_string(::getpid()));
  std::int64_t time = 1'621'500'000'000; // 20 May 2021
  service::Desk desk;
  service::Handlers handlers;
  text::FixedTypesetter typesetter;
  app::Program program;

  static service::Desk open(const fs::path& data, std::int64_t& time) {
    fs::remove_all(data);
    use_english();
    auto desk = service::Desk::open(
        {data, tests::root() / "decks", [&time] { return core::Moment{time, 0}; }});
    REQUIRE(desk);
    return std::move(*desk);
  }

  Window()
      : desk(open(data, time)),
        handlers(desk, data, data, {}),
        program(desk, handlers, typesetter) {
    program.resize(1280, 800);
    program.start({});
  }
  ~Window() { fs::remove_all(data); }

  void press(ui::Key key) {
    time += 3000;
    static std::uint32_t code = 1;
    [[maybe_unused]] const auto down = program.handle(ui::KeyDown{key, {}, ++code});
    [[maybe_unused]] const auto up = program.handle(ui::KeyUp{code});
  }
  bool shows(const std::string& words) {
    return program.describe().find(words) != std::string::npos;
  }
  int answers() { return desk.history().counts().value_or({}).answers; }
};

} // namespace

TEST_CASE("Today welcomes an empty history and starts a drill by Enter") {
  Window window;
  CHECK(window.shows("Your deck is ready."));
  CHECK(window.shows("Start drill"));
  window.press(ui::Key::enter);
  CHECK(std::holds_alternative<screens::DrillPage>(window.program.model().page));
  CHECK(window.shows("New card"));
}

TEST_CASE("an answer is on disk before the next question shows, and undo takes it back") {
  Window window;
  window.press(ui::Key::enter);
  window.press(ui::Key::digit_1); // answers
  CHECK(window.answers() == 0);   // not graded yet
  window.press(ui::Key::space);   // takes the grade
  CHECK(window.answers() == 1);
  window.press(ui::Key::f8); // U, where no text field has the focus
  CHECK(window.answers() == 0);
}

TEST_CASE("Escape ends a drill with its results, then Enter leads back to Today") {
  Window window;
  window.press(ui::Key::enter);
  window.press(ui::Key::digit_1);
  window.press(ui::Key::space);
  window.press(ui::Key::escape);
  CHECK(std::holds_alternative<screens::ResultsPage>(window.program.model().page));
  CHECK(window.shows("Right first time"));
  window.press(ui::Key::enter);
  CHECK(std::holds_alternative<screens::TodayPage>(window.program.model().page));
}

TEST_CASE("every place of the rail opens by its key, and the keys sheet from anywhere") {
  Window window;
  window.press(ui::Key::digit_2);
  CHECK(window.shows("Russia–China partnership, May 2021"));
  window.press(ui::Key::comma);
  CHECK(window.shows("Wanted recall"));
  window.press(ui::Key::f1);
  CHECK(window.shows("Anywhere"));
  window.press(ui::Key::escape);
  window.press(ui::Key::digit_1);
  CHECK(std::holds_alternative<screens::TodayPage>(window.program.model().page));
}
