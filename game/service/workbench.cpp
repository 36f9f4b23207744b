#include "service/workbench.h"

#include "core/file.h"
#include "core/random.h"
#include "deck/deck_file.h"
#include "service/deck_check.h"

#include <cctype>

namespace entente::service {

namespace fs = std::filesystem;

namespace {

core::Result<std::uint64_t> hash_of(const fs::path& path) {
  const auto bytes = core::read_file(path, deck::max_deck_bytes);
  if (!bytes) return bytes.error();
  return core::hash(*bytes);
}

// Letters, digits and dashes of an id, for the name of a file.
std::string file_name(const std::string& id) {
  std::string name;
  for (const char c : id) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
    name += plain ? c : '-';
  }
  return name.empty() ? "deck" : name.substr(0, 60);
}

} // namespace

std::optional<Workbench::Stamp> Workbench::stamp(const fs::path& path) {
  std::error_code failed;
  Stamp stamp{fs::last_write_time(path, failed), 0};
  if (failed) return std::nullopt;
  stamp.size = fs::file_size(path, failed);
  return failed ? std::nullopt : std::optional(stamp);
}

fs::path Workbench::free_path(const std::string& id) const {
  const std::string name = file_name(id);
  for (int n = 1;; ++n) {
    fs::path path = own_ / (name + (n == 1 ? "" : "-" + std::to_string(n)) + ".xml");
    std::error_code failed;
    if (!fs::exists(path, failed)) return path;
  }
}

core::Result<DeckOpened> Workbench::open(const fs::path& path, bool shipped) {
  auto reading = deck::read_deck_file(path);
  if (!reading) return reading.error();
  DeckOpened opened{path,    std::move(reading->deck), std::move(reading->problems), {}, shipped,
                    !shipped};
  opened.material = check_material(path, opened.deck, texts_);
  if (shipped) {
    opened.deck.id += "-copy";
    opened.path = free_path(opened.deck.id);
    return opened;
  }
  const auto hash = hash_of(path);
  if (!hash) return hash.error();
  path_ = path;
  bytes_ = *hash;
  stamp_ = stamp(path);
  return opened;
}

DeckOpened Workbench::begin(deck::Deck deck) const {
  DeckOpened opened{free_path(deck.id), std::move(deck), {}, {}, false, false};
  opened.material = check_material(opened.path, opened.deck, texts_);
  return opened;
}

core::Result<std::optional<deck::Deck>> Workbench::news(const fs::path& path) {
  const std::optional<deck::Deck> nothing;
  const auto hash = hash_of(path);
  if (!hash && hash.error().code == core::ErrorCode::not_found) return nothing;
  if (!hash) return hash.error();
  if (path == path_ && *hash == bytes_) return nothing;
  auto reading = deck::read_deck_file(path);
  if (!reading) return reading.error();
  path_ = path;
  bytes_ = *hash;
  stamp_ = stamp(path);
  return std::optional(std::move(reading->deck));
}

core::Result<std::variant<DeckSaved, DeckChangedOutside>> Workbench::save(const fs::path& path,
                                                                          const deck::Deck& deck) {
  using Saved = std::variant<DeckSaved, DeckChangedOutside>;
  auto found = news(path);
  if (!found) return found.error();
  if (*found) return Saved(DeckChangedOutside{path, std::move(**found)});
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  if (const auto written = deck::write_deck_file(deck, path); !written) return written.error();
  const auto hash = hash_of(path);
  if (!hash) return hash.error();
  path_ = path;
  bytes_ = *hash;
  stamp_ = stamp(path);
  return Saved(DeckSaved{path});
}

std::optional<DeckChangedOutside> Workbench::look(const fs::path& path) {
  if (path != path_ || bytes_ == 0) return std::nullopt;
  const auto now = stamp(path);
  if (!now || now == stamp_) return std::nullopt;
  auto found = news(path);
  if (!found) return std::nullopt;
  stamp_ = now;
  if (!*found) return std::nullopt;
  return DeckChangedOutside{path, std::move(**found)};
}

} // namespace entente::service
