// Any bytes as a deck: never a crash, and what is read is written back as the same deck.

#include "deck/xml_reader.h"
#include "deck/xml_writer.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace entente::deck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto first = read_deck({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!first) return 0;
  const std::string written = write_deck(first->deck);
  const auto second = read_deck(written, "again");
  if (!second || write_deck(second->deck) != written) std::abort();
  return 0;
}
