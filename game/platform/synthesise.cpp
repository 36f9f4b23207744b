#include "platform/sound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente::platform {

namespace {

struct Note {
  double frequency; // Hz
  double start;     // seconds
  double length;    // seconds
};

std::vector<Note> notes(Tone tone) {
  switch (tone) {
  case Tone::right:
    return {{659.26, 0, 0.12}, {880.0, 0.07, 0.20}};
  case Tone::almost:
    return {{659.26, 0, 0.16}};
  case Tone::wrong:
    return {{246.94, 0, 0.12}, {207.65, 0.09, 0.20}};
  case Tone::finished:
    return {{523.25, 0, 0.14}, {659.26, 0.10, 0.14}, {783.99, 0.20, 0.26}};
  }
  return {};
}

// A soft attack and an exponential decay: no click at either end.
double envelope(double t, double length) {
  if (t < 0 || t >= length) return 0;
  const double attack = std::min(1.0, t / 0.008);
  const double release = std::min(1.0, (length - t) / 0.02);
  return attack * release * std::exp(-6.0 * t / length);
}

double voice(const Note& note, double t) {
  const double phase = 2 * std::numbers::pi * note.frequency * (t - note.start);
  return envelope(t - note.start, note.length) * (std::sin(phase) + 0.18 * std::sin(2 * phase));
}

} // namespace

std::vector<std::int16_t> synthesise(Tone tone) {
  const auto played = notes(tone);
  double end = 0;
  for (const Note& note : played) end = std::max(end, note.start + note.length);
  std::vector<std::int16_t> samples(static_cast<std::size_t>(end * sample_rate));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    double sum = 0;
    for (const Note& note : played) sum += voice(note, static_cast<double>(i) / sample_rate);
    samples[i] = static_cast<std::int16_t>(std::clamp(sum, -1.9, 1.9) / 1.9 * 0.30 * 32767);
  }
  return samples;
}

} // namespace entente::platform
