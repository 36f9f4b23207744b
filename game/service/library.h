#pragma once

// The decks a learner has: the shipped ones, those in the own decks folder, and files added from
// elsewhere. A deck is known by its id; the list remembers where its file was and what it was
// called, so that a moved or broken file can still be named.

#include "core/result.h"
#include "deck/deck.h"
#include "deck/problem.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::service {

struct DeckFile {
  std::filesystem::path path;
  std::string id, title;                  // as last read; the file name when never read
  std::shared_ptr<const deck::Deck> deck; // null: it could not be read
  std::vector<deck::Problem> problems;    // of a deck that was read
  std::optional<core::Error> error;       // why it could not
  bool shipped = false;
  bool other_version = false; // an earlier entry has the same id
  std::filesystem::file_time_type changed{};
  std::uintmax_t size = 0;
};

class Library {
public:
  // Reads the list and every deck on it. Never fails: what cannot be read is an entry with an
  // error.
  Library(std::filesystem::path data_folder, std::filesystem::path shipped_folder);

  [[nodiscard]] const std::vector<DeckFile>& files() const { return files_; }
  // The first entry with this id that was read; null when there is none.
  [[nodiscard]] const DeckFile* find(const std::string& id) const;
  [[nodiscard]] std::filesystem::path own_folder() const { return data_folder_ / "decks"; }

  // Puts a file on the list and gives its deck id; a file already there is read again. Errors are
  // those of reading the deck (nothing is then added) and of saving the list.
  [[nodiscard]] core::Result<std::string> add(const std::filesystem::path& path);
  // Takes an entry off the list; the file stays. A shipped deck is hidden.
  [[nodiscard]] core::Status remove(const std::filesystem::path& path);
  // Says that the file of this entry is now elsewhere. Errors: as add; usage when it holds another
  // deck.
  [[nodiscard]] core::Status relocate(const std::filesystem::path& from,
                                      const std::filesystem::path& to);
  // Reads again what changed on disk; true when anything did.
  bool reload_changed();

private:
  void scan(const std::filesystem::path& folder, bool shipped);
  void read_list();
  [[nodiscard]] core::Status save_list() const;
  [[nodiscard]] DeckFile* entry(const std::filesystem::path& path);
  void mark_versions();

  std::filesystem::path data_folder_, shipped_folder_;
  std::vector<DeckFile> files_;
  std::vector<std::filesystem::path> hidden_; // shipped or own files taken off the list
};

// Reads one deck file from disk: size first, then the deck.
[[nodiscard]] DeckFile read_deck_file(const std::filesystem::path& path);

} // namespace entente::service
