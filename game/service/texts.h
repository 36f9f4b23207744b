#pragma once

// Source texts a learner has attached to decks: their own copies, kept in the data folder under the
// hash of the text, with a list that says which source of which deck each belongs to.

#include "core/result.h"
#include "deck/deck.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace entente::service {

inline constexpr std::uintmax_t most_text_bytes = 16U << 20U;

class Texts {
public:
  explicit Texts(const std::filesystem::path& data_folder) : folder_(data_folder / "texts") {}

  // Errors: malformed (not UTF-8, empty), not_writable.
  [[nodiscard]] core::Status attach(const std::string& deck, const std::string& source,
                                    std::string_view text);
  // Whether find() has a text to give, without reading it.
  [[nodiscard]] bool has(const std::filesystem::path& deck_file, const std::string& deck,
                         const deck::Source& source) const;
  // The learner's copy; else the file the source names beside the deck; none when neither is there.
  [[nodiscard]] std::optional<std::string> find(const std::filesystem::path& deck_file,
                                                const std::string& deck,
                                                const deck::Source& source) const;

private:
  [[nodiscard]] std::optional<std::string> hash_of(const std::string& deck,
                                                   const std::string& source) const;
  std::filesystem::path folder_;
};

} // namespace entente::service
