#pragma once

// Deck files under the Workshop's hands. Nothing another program wrote is ever overwritten unseen:
// the bench remembers what it last read or wrote, and tells when the file is something else.

#include "core/result.h"
#include "deck/check.h"
#include "deck/deck.h"
#include "deck/problem.h"
#include "service/texts.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::service {

struct DeckOpened {
  std::filesystem::path path; // where it will be saved
  deck::Deck deck;
  std::vector<deck::Problem> problems;
  deck::CheckMaterial material;
  bool copy = false;    // of a deck that came with the program; not on disk yet
  bool written = false; // it is on disk as it is
};
struct DeckSaved {
  std::filesystem::path path;
};
struct DeckChangedOutside { // somebody else wrote the file; nothing was saved over it
  std::filesystem::path path;
  deck::Deck theirs;
};

class Workbench {
public:
  Workbench(std::filesystem::path own_decks, Texts texts)
      : own_(std::move(own_decks)), texts_(std::move(texts)) {}

  // A shipped deck is opened as a copy with an id of its own. Errors: those of reading.
  [[nodiscard]] core::Result<DeckOpened> open(const std::filesystem::path& path, bool shipped);
  // A deck that is on no disk yet, with a file name that is free.
  [[nodiscard]] DeckOpened begin(deck::Deck deck) const;
  // Errors: not_writable; those of reading, when another program left something unreadable.
  [[nodiscard]] core::Result<std::variant<DeckSaved, DeckChangedOutside>>
  save(const std::filesystem::path& path, const deck::Deck& deck);
  // The deck that another program wrote since; none when there is nothing new. What is unreadable
  // is told when saving.
  [[nodiscard]] std::optional<DeckChangedOutside> look(const std::filesystem::path& path);

private:
  struct Stamp {
    std::filesystem::file_time_type time;
    std::uintmax_t size = 0;
    bool operator==(const Stamp&) const = default;
  };
  [[nodiscard]] static std::optional<Stamp> stamp(const std::filesystem::path& path);
  // The deck on disk when it is not what was last seen; nothing when it is, or is gone.
  [[nodiscard]] core::Result<std::optional<deck::Deck>> news(const std::filesystem::path& path);
  [[nodiscard]] std::filesystem::path free_path(const std::string& id) const;

  std::filesystem::path own_;
  Texts texts_;
  std::filesystem::path path_; // the file last read or written
  std::uint64_t bytes_ = 0;    // hash of its bytes then; 0: not on disk
  std::optional<Stamp> stamp_;
};

} // namespace entente::service
