#include "draw/png.h"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto image = entente::draw::decode_png({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (image && image->pixels.size() != image->offset(0, image->height)) __builtin_trap();
  return 0;
}
