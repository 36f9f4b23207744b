#pragma once

// The window's program without a window, for tests that press its keys and read its tree.

#include "app/program.h"
#include "app/stage.h"

#include "support/shared.h"
#include "text/fixed_typesetter.h"
#include "ui/strings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <optional>
#include <unistd.h>

namespace entente::tests {

namespace fs = std::filesystem;

class Window {
public:
  Window() {
    fs::remove_all(data);
    use_english();
    open();
  }
  ~Window() {
    close();
    fs::remove_all(data);
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // As closing it and starting the program again.
  void reopen() {
    close();
    open();
  }

  void press(ui::Key key, ui::Mods mods = {}) {
    time += 3000;
    static std::uint32_t code = 1;
    [[maybe_unused]] const auto down = program->handle(ui::KeyDown{key, mods, ++code});
    [[maybe_unused]] const auto up = program->handle(ui::KeyUp{code});
  }
  void type(const std::string& text) {
    [[maybe_unused]] const auto typed = program->handle(ui::TextInput{text});
  }
  // Presses the first thing whose label begins with the words.
  void click(const std::string& label) {
    const auto& items = program->frame().items;
    const auto item = std::find_if(items.begin(), items.end(), [&](const ui::Placed& placed) {
      return ui::focusable(*placed.node) && placed.node->label.starts_with(label) &&
             !placed.clip.empty();
    });
    REQUIRE_MESSAGE(item != items.end(), "nothing is labelled ", label);
    const auto at = item->clip.centre();
    [[maybe_unused]] const auto down =
        program->handle(ui::PointerDown{at, ui::PointerButton::primary, {}});
    [[maybe_unused]] const auto up = program->handle(ui::PointerUp{at, ui::PointerButton::primary});
  }
  bool shows(const std::string& words) {
    return program->describe().find(words) != std::string::npos;
  }
  int answers() { return desk->history().counts().value_or({}).answers; }

  fs::path data = fs::temp_directory_path() / ("entente-program-" + std::to_string(::getpid()));
  std::int64_t time = 1'621'500'000'000; // 20 May 2021
  std::optional<service::Desk> desk;
  std::unique_ptr<service::Handlers> handlers;
  text::FixedTypesetter typesetter;
  std::unique_ptr<app::Program> program;

private:
  void open() {
    auto opened =
        service::Desk::open({data, root() / "decks", [this] { return core::Moment{time, 0}; }});
    REQUIRE(opened);
    desk.emplace(std::move(*opened));
    handlers = std::make_unique<service::Handlers>(*desk, data, data, service::Shell{});
    program = std::make_unique<app::Program>(*desk, *handlers, typesetter);
    program->resize(1280, 800);
    program->start({});
  }
  void close() {
    program.reset();
    handlers.reset();
    desk.reset();
  }
};

} // namespace entente::tests
