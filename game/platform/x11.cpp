#include "platform/x11.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xresource.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <poll.h>
#include <string>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace entente::platform {

namespace {

// Even with every socket watched, look now and then: a driver may read events off the socket.
constexpr std::chrono::milliseconds longest_sleep{500};
// Without a known socket there is only polling, as SFML itself does.
constexpr std::chrono::milliseconds blind_sleep{10};

struct CloseDisplay {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
using DisplayHandle = std::unique_ptr<Display, CloseDisplay>;

// A bare X server starts anew when its last client leaves and refuses the next one meanwhile; SFML
// would then end the program. So the connection that found the display is kept, and a server that
// refuses is asked again.
constexpr int most_tries = 10;
DisplayHandle found_display; // main thread only

// The window may go before our connection does; such errors mean nothing.
int ignore_error(Display*, XErrorEvent*) { return 0; }

std::string peer_of(int descriptor) {
  sockaddr_un address{};
  socklen_t length = sizeof address;
  if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
  if (address.sun_family != AF_UNIX || length <= offsetof(sockaddr_un, sun_path)) return {};
  return {address.sun_path, length - offsetof(sockaddr_un, sun_path)};
}

// Every socket of this process that leads to the same X server: SFML's are among them.
std::vector<int> sockets_to_server(int own) {
  std::vector<int> found{own};
  const std::string server = peer_of(own);
  if (server.empty()) return found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
    const int descriptor = std::atoi(entry.path().filename().c_str());
    if (descriptor != own && peer_of(descriptor) == server) found.push_back(descriptor);
  }
  return found;
}

// What SFML makes of a key: the first of four columns of the keyboard map that it knows.
char letter_or_digit_of(Display* display, unsigned keycode) {
  for (int column = 0; column < 4; ++column) {
    const KeySym symbol =
        XkbKeycodeToKeysym(display, static_cast<KeyCode>(keycode), column / 2, column % 2);
    if (symbol >= 'a' && symbol <= 'z') return static_cast<char>(symbol);
    if (symbol >= 'A' && symbol <= 'Z') return static_cast<char>(symbol - 'A' + 'a');
    if (symbol >= '0' && symbol <= '9') return static_cast<char>(symbol);
  }
  return 0;
}

float positive_number(const char* text) {
  return text == nullptr ? 0.0F : std::max(0.0F, std::strtof(text, nullptr));
}

} // namespace

bool display_answers() {
  for (int tries = 0; found_display == nullptr && tries < most_tries; ++tries) {
    if (tries > 0) std::this_thread::sleep_for(blind_sleep);
    found_display.reset(XOpenDisplay(nullptr));
  }
  return found_display != nullptr;
}

void let_display_go() { found_display.reset(); }

Waker::Waker() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
Waker::~Waker() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Waker::wake() const {
  const std::uint64_t one = 1;
  // A full counter is awake already.
  [[maybe_unused]] const ssize_t written = ::write(descriptor_, &one, sizeof one);
}

bool Waker::take() const {
  std::uint64_t count = 0;
  return ::read(descriptor_, &count, sizeof count) == sizeof count && count > 0;
}

struct WindowWatch::Inner {
  DisplayHandle display;
  std::vector<int> sockets;
  std::deque<unsigned> keycodes; // presses SFML has not reported yet
  bool exposed = false;

  void read_events() {
    while (display && XPending(display.get()) > 0) {
      XEvent event;
      XNextEvent(display.get(), &event);
      if (event.type == Expose) exposed = true;
      if (event.type == KeyPress) keycodes.push_back(event.xkey.keycode);
      if (event.type == MappingNotify) XRefreshKeyboardMapping(&event.xmapping);
    }
  }

  int match(char wanted) {
    while (!keycodes.empty()) {
      const unsigned keycode = keycodes.front();
      keycodes.pop_front();
      if (letter_or_digit_of(display.get(), keycode) == wanted) return static_cast<int>(keycode);
    }
    return 0;
  }
};

WindowWatch::WindowWatch(unsigned long window) : inner_(std::make_unique<Inner>()) {
  XSetErrorHandler(ignore_error);
  inner_->display.reset(XOpenDisplay(nullptr));
  if (!inner_->display) return;
  XSelectInput(inner_->display.get(), window, ExposureMask | KeyPressMask);
  XSync(inner_->display.get(), False);
  inner_->sockets = sockets_to_server(ConnectionNumber(inner_->display.get()));
}

WindowWatch::~WindowWatch() = default;

bool WindowWatch::take_expose() {
  inner_->read_events();
  return std::exchange(inner_->exposed, false);
}

int WindowWatch::take_keycode(char letter_or_digit) {
  if (!inner_->display) return 0;
  // The server told SFML before us at worst: a round trip brings what it has for us.
  if (inner_->keycodes.empty()) XSync(inner_->display.get(), False);
  inner_->read_events();
  return inner_->match(letter_or_digit);
}

float WindowWatch::scale() const {
  if (inner_->display) {
    const float dpi = positive_number(XGetDefault(inner_->display.get(), "Xft", "dpi"));
    if (dpi > 0) return dpi / 96.0F;
  }
  const float gdk = positive_number(std::getenv("GDK_SCALE"));
  return gdk > 0 ? gdk : 1.0F;
}

void WindowWatch::wait(const Waker& waker, std::optional<std::chrono::milliseconds> at_most) {
  const bool blind = inner_->sockets.size() < 2; // ours alone: SFML's was not found
  auto time = blind ? blind_sleep : longest_sleep;
  if (at_most) time = std::clamp(*at_most, std::chrono::milliseconds{0}, time);
  if (inner_->display && XPending(inner_->display.get()) > 0) return;
  std::vector<pollfd> watched{{waker.descriptor(), POLLIN, 0}};
  for (const int socket : inner_->sockets) watched.push_back({socket, POLLIN, 0});
  ::poll(watched.data(), watched.size(), static_cast<int>(time.count()));
  // Who waits looks at everything next; left in, the call would end every later wait at once.
  [[maybe_unused]] const bool called = waker.take();
}

} // namespace entente::platform
