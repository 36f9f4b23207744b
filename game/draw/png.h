#pragma once

// PNG in and out. Any PNG is read as 8-bit RGBA; pictures of cards come from outside, so broken or
// huge ones are errors, never crashes.

#include "core/result.h"
#include "draw/image.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace entente::draw {

inline constexpr std::size_t most_pixels = 64'000'000; // 256 MB as RGBA

// `where` names the source in errors. Errors: malformed, too_large.
[[nodiscard]] core::Result<Image> decode_png(std::string_view bytes, const std::string& where);
[[nodiscard]] core::Result<Image> read_png(const std::filesystem::path& path);

// Empty only when memory ran out or the image has no pixels.
[[nodiscard]] std::string encode_png(const Image& image);
[[nodiscard]] core::Status write_png(const std::filesystem::path& path, const Image& image);

} // namespace entente::draw
