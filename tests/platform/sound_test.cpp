#include "platform/sound.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace entente::platform;

TEST_CASE("every tone is short, heard and never clipped, and starts and ends in silence") {
  for (const Tone tone : {Tone::right, Tone::almost, Tone::wrong, Tone::finished}) {
    const auto samples = synthesise(tone);
    CHECK(samples.size() < sample_rate / 2);
    const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
    CHECK(*high > 3000);
    CHECK(*high < 32767);
    CHECK(*low > -32768);
    CHECK(std::abs(samples.front()) < 50);
    CHECK(std::abs(samples.back()) < 200);
  }
}

TEST_CASE("the device is let go after a few quiet seconds") {
  ::setenv("ALSOFT_DRIVERS", "null", 1);
  Speaker speaker;
  CHECK_FALSE(speaker.is_open());
  speaker.play(Tone::right);
  if (!speaker.is_open()) return; // not even a null device here
  speaker.rest(1000);
  CHECK(speaker.is_open());
  speaker.rest(3900);
  CHECK(speaker.is_open());
  speaker.rest(4100);
  CHECK_FALSE(speaker.is_open());
}
