#pragma once

// The window's program without a window: model, tree and runtime, fed with input events and asked
// for a frame. The loop gives it a real window, tests give it keys.

#include "core/time.h"
#include "draw/draw_list.h"
#include "screens/model.h"
#include "service/handlers.h"
#include "ui/runtime.h"

#include <chrono>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace entente::app {

class Program {
public:
  Program(service::Desk& desk, service::Handlers& handlers, text::Typesetter& typesetter);

  // Reads how the learner stands; then adds the decks named on the command line.
  void start(const std::vector<std::filesystem::path>& decks);

  void resize(float width, float height); // pixels
  // Of the desktop; the learner's own choice comes before it.
  void set_desktop_scale(float scale);
  [[nodiscard]] ui::Outcome handle(const ui::InputEvent& event);
  // Sends the model its tick when one is due.
  void tick();
  // As if the learner had asked for it.
  void send(const screens::Message& message);

  // Sends the model what the worker has done.
  void take_work();

  // The window is asked to close: keeps what is unsaved. False when there is something to ask
  // first.
  [[nodiscard]] bool may_close();

  // Paints when what is on the screen is out of date; false when nothing changed.
  bool paint(draw::DrawList& list);
  void repaint() { stale_ = true; }
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_deadline() const;
  [[nodiscard]] draw::Color background() const;
  [[nodiscard]] const std::string& title() const { return title_; }
  // The page on the screen as high as it is, as a PNG file's bytes.
  [[nodiscard]] core::Result<std::string> picture(text::GlyphSource& glyphs);
  // The tree of what is shown, one node a line.
  [[nodiscard]] std::string describe();
  [[nodiscard]] const ui::Frame& frame() { return runtime_.frame(); }
  [[nodiscard]] const ui::Runtime& runtime() const { return runtime_; }
  void finish_motion() { runtime_.finish_motion(); } // for pictures
  [[nodiscard]] const screens::Model& model() const { return model_; }

private:
  void perform(const service::Effects& effects);
  void show();
  void show_next_notice();
  void apply_settings();
  [[nodiscard]] const ui::Theme& theme() const;
  [[nodiscard]] core::Moment now() const { return desk_.now(); }

  service::Desk& desk_;
  service::Handlers& handlers_;
  text::Typesetter& typesetter_;
  ui::Runtime runtime_;
  screens::Model model_;
  ui::Actions<screens::Message> actions_;
  std::string title_ = "Entente";
  std::deque<core::Error> notices_; // still to be shown
  float desktop_scale_ = 1;
  bool stale_ = true;
};

} // namespace entente::app
