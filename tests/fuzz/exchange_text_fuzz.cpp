// Any bytes as each of the text formats, named by the first byte: never a crash, and what is read
// can be written again.

#include "exchange/format.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace entente::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view letters = "cgaqmk";
  constexpr std::string_view names[] = {"csv", "gift", "aiken", "quizlet", "moodle", "kvtml"};
  if (size == 0) return 0;
  const std::size_t which = letters.find(static_cast<char>(data[0]));
  const Format* format = find_format(which == std::string_view::npos ? "csv" : names[which]);
  if (format == nullptr) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto imported = read(*format, {bytes, "fuzz", "fuzz", {}});
  if (imported && !write(*format, {imported->deck, {}, {}, {}, {}})) std::abort();
  return 0;
}
