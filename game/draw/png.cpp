#include "draw/png.h"

#include "core/file.h"

#include <png.h>

namespace entente::draw {

namespace {

using core::Error;
using core::ErrorCode;

constexpr std::uintmax_t most_bytes = 100'000'000;

png_image rgba_image(const Image& image) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.format = PNG_FORMAT_RGBA;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  return png;
}

} // namespace

core::Result<Image> decode_png(std::string_view bytes, const std::string& where) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0)
    return Error{ErrorCode::malformed, "This is not a readable PNG picture.", where, ""};
  if (std::size_t{png.width} * png.height > most_pixels) {
    png_image_free(&png);
    return Error{ErrorCode::too_large, "The picture has more than 64 million pixels.", where,
                 "Make it smaller."};
  }
  png.format = PNG_FORMAT_RGBA;
  Image image;
  image.width = static_cast<int>(png.width);
  image.height = static_cast<int>(png.height);
  image.pixels.resize(PNG_IMAGE_SIZE(png));
  if (png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr) == 0)
    return Error{ErrorCode::malformed, "The PNG picture is damaged.", where, ""};
  return image;
}

core::Result<Image> read_png(const std::filesystem::path& path) {
  auto bytes = core::read_file(path, most_bytes);
  if (!bytes) return bytes.error();
  return decode_png(*bytes, path.string());
}

std::string encode_png(const Image& image) {
  png_image png = rgba_image(image);
  png_alloc_size_t size = 0;
  if (png_image_write_to_memory(&png, nullptr, &size, 0, image.pixels.data(), 0, nullptr) == 0)
    return "";
  std::string bytes(size, '\0');
  png = rgba_image(image);
  if (png_image_write_to_memory(&png, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr) == 0)
    return "";
  bytes.resize(size);
  return bytes;
}

core::Status write_png(const std::filesystem::path& path, const Image& image) {
  const std::string bytes = encode_png(image);
  if (bytes.empty())
    return Error{ErrorCode::not_writable, "The picture could not be encoded.", path.string(), ""};
  return core::write_file(path, bytes);
}

} // namespace entente::draw
