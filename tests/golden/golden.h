#pragma once

// Golden images: what was once looked at and found right. ENTENTE_COLLECT=1 writes them anew; a
// changed one is reviewed like code. An image with text holds only for the font files it was made
// with: their hashes lie beside it, and with other fonts the test skips by name.

#include "core/file.h"
#include "draw/compare.h"
#include "draw/png.h"
#include "support/shared.h"
#include "text/font_typesetter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace entente::tests {

inline bool collecting() {
  const char* wish = std::getenv("ENTENTE_COLLECT");
  return wish != nullptr && std::string(wish) == "1";
}

inline std::filesystem::path golden_folder() { return root() / "tests/golden/images"; }

// FNV-1a, 64 bits.
inline std::string file_hash(const std::string& path) {
  std::uint64_t hash = 14695981039346656037U;
  const auto bytes = core::read_file(path, 500'000'000);
  if (bytes)
    for (const char c : *bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::ostringstream text;
  text << std::hex << hash;
  return text.str();
}

// The engine, then one line a font file: its hash and name, sorted.
inline std::string font_list(const std::vector<std::string>& files) {
  std::vector<std::string> lines;
  for (const std::string& file : files)
    lines.push_back(file_hash(file) + " " + std::filesystem::path(file).filename().string() + "\n");
  std::sort(lines.begin(), lines.end());
  std::string text = files.empty() ? "" : text::font_engine() + "\n";
  for (const std::string& line : lines) text += line;
  return text;
}

// `fonts`: the files the image's text was drawn with; empty for an image without text.
inline void check_golden(const std::string& name, const draw::Image& image,
                         const std::vector<std::string>& fonts = {}) {
  const auto path = golden_folder() / (name + ".png"), list = golden_folder() / (name + ".fonts");
  const std::string used = font_list(fonts);
  if (collecting()) {
    std::filesystem::create_directories(golden_folder());
    REQUIRE(draw::write_png(path, image).has_value());
    if (!used.empty()) REQUIRE(core::write_file(list, used).has_value());
    return;
  }
  if (!used.empty() && core::read_file(list, 1'000'000).value_or("") != used)
    return skip(name + ".png was made with other fonts or libraries than this machine has");
  const auto golden = draw::read_png(path);
  REQUIRE(golden.has_value());
  constexpr int tolerance = 2; // levels of 255
  const draw::Difference found = draw::compare(*golden, image, tolerance);
  const bool same = found.same_size && found.share <= 0.0001;
  if (!same) {
    const auto seen = std::filesystem::temp_directory_path();
    (void)draw::write_png(seen / (name + "-now.png"), image);
    (void)draw::write_png(seen / (name + "-difference.png"),
                          draw::difference_image(*golden, image, tolerance));
    MESSAGE(name, ": ", found.pixels, " pixels differ, by ", found.largest, " at most; see ",
            (seen / (name + "-difference.png")).string());
  }
  CHECK(same);
}

} // namespace entente::tests
