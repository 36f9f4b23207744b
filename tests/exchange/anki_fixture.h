#pragma once

// Anki packages of the three generations, made here: notes of the standard types, a picture, a
// dummy collection.anki2 where the real ones have it, and three answers.

#include <string>

namespace entente::tests {

enum class Generation { legacy_anki2, legacy_anki21, latest_anki21b };

[[nodiscard]] std::string anki_package(Generation generation);

[[nodiscard]] std::string zstd_packed(const std::string& bytes);

} // namespace entente::tests
