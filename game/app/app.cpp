#include "app/app.h"

#include "app/program.h"
#include "core/file.h"
#include "platform/paths.h"
#include "platform/sound.h"
#include "platform/window.h"
#include "text/font_typesetter.h"
#include "ui/strings.h"

#include <cstdlib>
#include <future>

namespace entente::app {

namespace {

constexpr std::uintmax_t most_string_bytes = 1U << 20U;

core::Result<ui::Strings> read_strings(const std::string& language) {
  const auto file = platform::assets_folder() / "strings" / (language + ".strings");
  auto bytes = core::read_file(file, most_string_bytes);
  if (!bytes) return bytes.error();
  return ui::Strings::parse(*bytes, file.string(), language);
}

core::Status load_strings(const std::string& language) {
  auto english = read_strings("en");
  if (!english) return english.error();
  auto strings = read_strings(language);
  if (!strings) return strings.error();
  ui::use_strings(strings->over(*english));
  return core::Done{};
}

platform::Tone tone(service::Sound sound) {
  switch (sound) {
  case service::Sound::right:
    return platform::Tone::right;
  case service::Sound::almost:
    return platform::Tone::almost;
  case service::Sound::wrong:
    return platform::Tone::wrong;
  case service::Sound::finished:
    break;
  }
  return platform::Tone::finished;
}

// The file that says what is shown, for those who drive the window from outside; none when it was
// not asked for.
std::filesystem::path description_file() {
  const char* named = std::getenv("ENTENTE_DESCRIBE");
  return named == nullptr ? "" : named;
}

class Loop {
public:
  // Makes the first screen, in the size in which the window usually opens.
  Loop(const Options& options, service::Desk desk)
      : desk_(std::move(desk)),
        handlers_(desk_, options.data, platform::home_folder(), shell()),
        program_(desk_, handlers_, typesetter_),
        clock_(options.clock),
        atlas_(typesetter_),
        list_(atlas_),
        described_(description_file()) {
    const platform::WindowOptions usual;
    program_.resize(static_cast<float>(usual.width), static_cast<float>(usual.height));
    handlers_.hold_work(true); // the first frame comes before any fit
    program_.start(options.decks);
  }

  void run(platform::Window& window) {
    window_ = &window;
    const auto size = window.size();
    program_.resize(static_cast<float>(size.width), static_cast<float>(size.height));
    program_.set_desktop_scale(window.desktop_scale());
    draw();
    handlers_.hold_work(false);
    while (!closing_) {
      for (const auto& event : window_->events()) take(event);
      if (closing_ && !program_.may_close()) closing_ = false;
      program_.tick();
      program_.take_work();
      if (window_->needs_repaint()) program_.repaint();
      draw();
      speaker_.rest(clock_().utc_ms);
      if (!closing_) window_->wait(waker_, program_.next_deadline());
    }
  }

private:
  service::Shell shell() {
    return {[this](service::Sound sound) { speaker_.play(tone(sound)); },
            [this](const std::string& text) { window_->set_clipboard(text); },
            [this] { closing_ = true; },
            [this] { waker_.wake(); },
            load_strings,
            [this] { return program_.picture(typesetter_); }};
  }

  void take(const ui::InputEvent& event) {
    const auto outcome = program_.handle(event);
    if (outcome.close) leave();
    if (outcome.copied) window_->set_clipboard(*outcome.copied);
    if (outcome.paste) take(ui::Paste{window_->clipboard()});
  }

  // What could not be saved is said once; the second time the window closes all the same.
  void leave() {
    if (asked_to_close_) closing_ = true;
    asked_to_close_ = true;
    program_.send(screens::Quit{});
  }

  void draw() {
    if (!program_.paint(list_)) return;
    window_->present(list_, program_.background());
    if (program_.title() != title_) window_->set_title(title_ = program_.title());
    if (!described_.empty()) [[maybe_unused]]
      const auto written = core::write_file(described_, program_.describe());
  }

  platform::Window* window_ = nullptr; // while it runs
  platform::Waker waker_;
  service::Desk desk_;
  text::FontTypesetter typesetter_;
  platform::Speaker speaker_;
  service::Handlers handlers_;
  Program program_;
  core::Clock clock_;
  text::GlyphAtlas atlas_;
  draw::DrawList list_;
  std::filesystem::path described_;
  std::string title_;
  bool closing_ = false, asked_to_close_ = false;
};

core::Result<std::unique_ptr<Loop>> prepare(const Options& options) {
  auto desk = service::Desk::open({options.data, platform::shipped_decks_folder(), options.clock});
  if (!desk) return desk.error();
  auto strings = load_strings(desk->settings().language);
  if (!strings) return strings.error();
  return std::make_unique<Loop>(options, std::move(*desk));
}

} // namespace

core::Status run(const Options& options) {
  // Reading the history and opening a window each take as long as the other.
  auto preparing = std::async(std::launch::async, [&options] { return prepare(options); });
  auto window = platform::Window::open({"entente"});
  auto loop = preparing.get();
  if (!window) return window.error();
  if (!loop) return loop.error();
  (*loop)->run(**window);
  return core::Done{};
}

} // namespace entente::app
