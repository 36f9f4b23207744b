#pragma once

// What SFML does not give on X11: whether a display answers, repainting after an uncover, the
// position of a key on the keyboard, the desktop's scale, and a wait that costs nothing.
// No header of Xlib leaves x11.cpp.

#include <chrono>
#include <memory>
#include <optional>

namespace entente::platform {

// SFML ends the program when there is no display; ask first. From the main thread, as the next.
[[nodiscard]] bool display_answers();
// Closes the connection by which the display was found: the window has its own.
void let_display_go();

// Wakes a waiting window from another thread.
class Waker {
public:
  Waker();
  Waker(const Waker&) = delete;
  Waker& operator=(const Waker&) = delete;
  ~Waker();
  void wake() const; // any thread
  bool take() const; // true when woken since the last take
  [[nodiscard]] int descriptor() const { return descriptor_; }

private:
  int descriptor_;
};

// A second connection that watches the window SFML made. SFML throws Expose away and tells no key
// positions; X lets any client select both on the same window.
class WindowWatch {
public:
  explicit WindowWatch(unsigned long window);
  WindowWatch(const WindowWatch&) = delete;
  WindowWatch& operator=(const WindowWatch&) = delete;
  ~WindowWatch();

  // True when part of the window was uncovered since the last call.
  bool take_expose();
  // The X keycode (evdev: 38 is the key right of Caps Lock) of the key press that SFML has just
  // reported. `letter_or_digit`: what SFML made of it ('a'..'z', '0'..'9'), or 0 for any other key.
  // 0 when it is not known. An input method may swallow presses that SFML never reports; they are
  // passed over.
  int take_keycode(char letter_or_digit);
  // Desktop scale: Xft.dpi / 96, else GDK_SCALE, else 1.
  [[nodiscard]] float scale() const;
  // Sleeps until X has something for SFML or for us, the waker was woken, or the time is up.
  void wait(const Waker& waker, std::optional<std::chrono::milliseconds> at_most);

private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

} // namespace entente::platform
