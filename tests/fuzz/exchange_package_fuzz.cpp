// Any bytes as each of the zipped formats, and as the bytes inside them: never a crash.

#include "exchange/anki.h"
#include "exchange/archive.h"
#include "exchange/format.h"

#include <cstdint>
#include <string_view>

using namespace entente::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {"anki", "mnemosyne", "qti"})
    (void)read(*find_format(name), {bytes, "fuzz", "fuzz", {}});
  (void)anki::read_collection(bytes, "fuzz");
  (void)anki::read_proto(bytes);
  (void)unpack_zstd(bytes, "fuzz", 1U << 20U);
  return 0;
}
