#include "deck/deck_file.h"

#include "core/file.h"
#include "deck/xml_writer.h"

namespace entente::deck {

core::Result<DeckReading> read_deck_file(const std::filesystem::path& path) {
  auto bytes = core::read_file(path, max_deck_bytes);
  if (!bytes) return bytes.error();
  return read_deck(*bytes, path.string());
}

core::Status write_deck_file(const Deck& deck, const std::filesystem::path& path) {
  return core::write_file(path, write_deck(deck));
}

} // namespace entente::deck
