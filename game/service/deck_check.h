#pragma once

// What the deck check needs from outside: source texts and pictures beside a deck.

#include "deck/check.h"
#include "service/texts.h"

#include <filesystem>

namespace entente::service {

// The texts the learner attached or that lie beside the deck, and the pictures beside it.
[[nodiscard]] deck::CheckMaterial check_material(const std::filesystem::path& deck_file,
                                                 const deck::Deck& deck, const Texts& texts);

// Empty when the file is a picture the program can show; else what is the matter, one sentence.
[[nodiscard]] std::string image_fault(const std::filesystem::path& file);

} // namespace entente::service
