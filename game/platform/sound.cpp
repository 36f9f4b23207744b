#include "platform/sound.h"

#include "platform/sfml_version.h"

#include <fcntl.h>
#include <optional>
#include <unistd.h>
#include <utility>

namespace entente::platform {

namespace {

constexpr std::int64_t quiet_ms_before_letting_go = 3000;

// The audio libraries print to standard error by themselves when there is no device.
class QuietStandardError {
public:
  QuietStandardError() : saved_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)) {
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nothing < 0) return;
    ::dup2(nothing, STDERR_FILENO);
    ::close(nothing);
  }
  QuietStandardError(const QuietStandardError&) = delete;
  QuietStandardError& operator=(const QuietStandardError&) = delete;
  ~QuietStandardError() {
    if (saved_ < 0) return;
    ::dup2(saved_, STDERR_FILENO);
    ::close(saved_);
  }

private:
  int saved_;
};

} // namespace

struct Speaker::Inner {
  // A sound refers to its buffer: destroyed in reverse order.
  std::optional<sf::SoundBuffer> buffer;
  std::optional<sf::Sound> sound;
  std::int64_t last_use_ms = 0;
  bool used_since_rest = false;
  bool broken = false; // no device: stay silent

  void let_go() {
    sound.reset();
    buffer.reset();
  }
};

Speaker::Speaker() : inner_(std::make_unique<Inner>()) {}

Speaker::~Speaker() {
  const QuietStandardError quiet;
  inner_->let_go();
}

bool Speaker::is_open() const { return inner_->sound.has_value(); }

void Speaker::play(Tone tone) {
  if (inner_->broken) return;
  const QuietStandardError quiet;
  inner_->let_go();
  inner_->buffer.emplace();
  if (!sfml::load_samples(*inner_->buffer, synthesise(tone), sample_rate)) {
    inner_->let_go();
    inner_->broken = true;
    return;
  }
  inner_->sound.emplace(*inner_->buffer);
  inner_->sound->play();
  inner_->used_since_rest = true;
}

void Speaker::rest(std::int64_t now_ms) {
  if (!is_open()) return;
  if (std::exchange(inner_->used_since_rest, false)) inner_->last_use_ms = now_ms;
  // SFML 3 may say "playing" for ever after the end: only the clock decides.
  if (now_ms - inner_->last_use_ms < quiet_ms_before_letting_go) return;
  const QuietStandardError quiet;
  inner_->let_go();
}

} // namespace entente::platform
