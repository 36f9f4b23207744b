#pragma once

// Decks on disk.

#include "core/result.h"
#include "deck/deck.h"
#include "deck/xml_reader.h"

#include <filesystem>

namespace entente::deck {

// Errors: not_found, not_readable, too_large (seen before a byte is read), and those of read_deck.
[[nodiscard]] core::Result<DeckReading> read_deck_file(const std::filesystem::path& path);

// By a temporary name and a rename. Errors: not_writable; the old file is then untouched.
[[nodiscard]] core::Status write_deck_file(const Deck& deck, const std::filesystem::path& path);

} // namespace entente::deck
