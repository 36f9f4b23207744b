#pragma once

// Short synthesised sounds. A machine without a sound device is silent and says nothing; the device
// is opened at the first sound and let go after a few quiet seconds, because an open one costs CPU.

#include <cstdint>
#include <memory>
#include <vector>

namespace entente::platform {

enum class Tone { right, almost, wrong, finished };

inline constexpr unsigned sample_rate = 44100;
// Mono 16-bit samples, under half a second, never clipped.
[[nodiscard]] std::vector<std::int16_t> synthesise(Tone tone);

class Speaker {
public:
  Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;
  ~Speaker();
  void play(Tone tone);
  // Lets the device go when it has been quiet for three seconds. `now_ms`: any steady clock.
  void rest(std::int64_t now_ms);
  [[nodiscard]] bool is_open() const;

private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

} // namespace entente::platform
