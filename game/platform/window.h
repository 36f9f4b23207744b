#pragma once

// The window: events in, one drawn frame out. It draws only what it is told and when it is told;
// the loop in app/ decides. Sizes and positions are physical pixels.

#include "core/result.h"
#include "draw/draw_list.h"
#include "platform/x11.h"
#include "ui/input.h"

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente::platform {

struct WindowOptions {
  std::string title; // the first title becomes the window class, which the desktop file names
  int width = 1280, height = 800;
};

struct Size {
  int width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

class Window {
public:
  // Errors: not_found when no display answers.
  [[nodiscard]] static core::Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window();

  // Everything that has happened, in order.
  [[nodiscard]] std::vector<ui::InputEvent> events();
  // Part of the window was uncovered since the last call: draw again.
  [[nodiscard]] bool needs_repaint();
  // Sleeps until something happens, the waker was woken or the time is up.
  void wait(const Waker& waker, std::optional<std::chrono::milliseconds> at_most);

  [[nodiscard]] Size size() const;
  [[nodiscard]] float desktop_scale() const;

  void set_title(const std::string& title);
  [[nodiscard]] std::string clipboard() const;
  void set_clipboard(const std::string& text);

  // Straight RGBA, row by row. 0: the graphics card refused.
  [[nodiscard]] draw::TextureId add_picture(int width, int height,
                                            std::span<const std::uint8_t> rgba);
  void remove_picture(draw::TextureId id);

  // Uploads what changed in the list's atlas, draws, shows.
  void present(const draw::DrawList& list, draw::Color background);

private:
  Window();
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

} // namespace entente::platform
