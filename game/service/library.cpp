#include "service/library.h"

#include "core/file.h"
#include "deck/xml_reader.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace entente::service {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_list_bytes = 4U << 20U;

fs::path full_path(const fs::path& path) {
  std::error_code ignored;
  fs::path full = fs::weakly_canonical(path, ignored);
  return full.empty() ? path : full;
}

void stamp(DeckFile& file) {
  std::error_code ignored;
  file.changed = fs::last_write_time(file.path, ignored);
  file.size = fs::file_size(file.path, ignored);
}

bool is_stale(const DeckFile& file) {
  DeckFile now;
  now.path = file.path;
  stamp(now);
  return now.changed != file.changed || now.size != file.size;
}

void take(DeckFile& file, deck::DeckReading reading) {
  file.id = reading.deck.id;
  file.title = reading.deck.title;
  file.problems = std::move(reading.problems);
  file.deck = std::make_shared<const deck::Deck>(std::move(reading.deck));
}

// Reads again in place; what the list remembered stays when the file cannot be read.
void refresh(DeckFile& file) {
  DeckFile fresh = read_deck_file(file.path);
  fresh.shipped = file.shipped;
  if (!fresh.deck && !file.id.empty()) {
    fresh.id = file.id;
    fresh.title = file.title;
  }
  file = std::move(fresh);
}

std::vector<fs::path> xml_files(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(folder, error))
    if (item.path().extension() == ".xml") found.push_back(item.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return text;
}

} // namespace

DeckFile read_deck_file(const fs::path& path) {
  DeckFile file;
  file.path = path;
  file.title = path.filename().string();
  stamp(file);
  auto reading = core::read_file(path, deck::max_deck_bytes).and_then([&](std::string&& bytes) {
    return deck::read_deck(bytes, path.string());
  });
  if (reading)
    take(file, std::move(*reading));
  else
    file.error = reading.error();
  return file;
}

Library::Library(fs::path data_folder, fs::path shipped_folder)
    : data_folder_(std::move(data_folder)), shipped_folder_(std::move(shipped_folder)) {
  read_list();
  scan(own_folder(), false);
  scan(shipped_folder_, true);
  mark_versions();
}

// The list: "add<TAB>PATH<TAB>ID<TAB>TITLE" and "hide<TAB>PATH", a line each.
void Library::read_list() {
  const auto bytes = core::read_file(data_folder_ / "decks.list", most_list_bytes);
  if (!bytes) return;
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream parts(line);
    std::string word, path, id, title;
    std::getline(parts, word, '\t');
    std::getline(parts, path, '\t');
    std::getline(parts, id, '\t');
    std::getline(parts, title, '\t');
    if (word == "hide") hidden_.emplace_back(path);
    if (word != "add" || path.empty()) continue;
    DeckFile file;
    file.path = path;
    file.id = id;
    file.title = title.empty() ? file.path.filename().string() : title;
    refresh(file);
    files_.push_back(std::move(file));
  }
}

core::Status Library::save_list() const {
  std::string text;
  for (const DeckFile& file : files_) {
    const bool found_by_scan =
        file.path.parent_path() == own_folder() || file.path.parent_path() == shipped_folder_;
    if (!found_by_scan)
      text += "add\t" + file.path.string() + "\t" + one_line(file.id) + "\t" +
              one_line(file.title) + "\n";
  }
  for (const fs::path& path : hidden_) text += "hide\t" + path.string() + "\n";
  std::error_code ignored;
  fs::create_directories(data_folder_, ignored);
  return core::write_file(data_folder_ / "decks.list", text);
}

void Library::scan(const fs::path& folder, bool shipped) {
  for (const fs::path& path : xml_files(folder)) {
    if (std::find(hidden_.begin(), hidden_.end(), path) != hidden_.end()) continue;
    if (entry(path) != nullptr) continue;
    DeckFile file = read_deck_file(path);
    file.shipped = shipped;
    files_.push_back(std::move(file));
  }
}

DeckFile* Library::entry(const fs::path& path) {
  for (DeckFile& file : files_)
    if (file.path == path) return &file;
  return nullptr;
}

void Library::mark_versions() {
  std::set<std::string> seen;
  for (DeckFile& file : files_)
    file.other_version = file.deck != nullptr && !seen.insert(file.id).second;
}

const DeckFile* Library::find(const std::string& id) const {
  for (const DeckFile& file : files_)
    if (file.deck != nullptr && file.id == id) return &file;
  return nullptr;
}

core::Result<std::string> Library::add(const fs::path& path) {
  DeckFile file = read_deck_file(full_path(path));
  if (file.error) return *file.error;
  std::string id = file.id;
  if (DeckFile* known = entry(file.path); known != nullptr) {
    file.shipped = known->shipped;
    *known = std::move(file);
  } else {
    std::erase(hidden_, file.path);
    file.shipped = file.path.parent_path() == shipped_folder_;
    files_.insert(files_.begin(), std::move(file));
  }
  mark_versions();
  auto saved = save_list();
  if (!saved) return saved.error();
  return id;
}

core::Status Library::remove(const fs::path& path) {
  const DeckFile* known = entry(path);
  if (known == nullptr) return core::Done{};
  if (known->shipped || path.parent_path() == own_folder()) hidden_.push_back(path);
  std::erase_if(files_, [&](const DeckFile& file) { return file.path == path; });
  mark_versions();
  return save_list();
}

core::Status Library::relocate(const fs::path& from, const fs::path& to) {
  DeckFile* known = entry(from);
  DeckFile file = read_deck_file(full_path(to));
  if (file.error) return *file.error;
  if (known == nullptr || (!known->id.empty() && known->id != file.id))
    return core::Error{core::ErrorCode::usage,
                       "It holds the deck \"" + file.title + "\", not the one that is missing.",
                       file.path.string(), "Choose another file, or add it as a deck of its own."};
  *known = std::move(file);
  mark_versions();
  return save_list();
}

bool Library::reload_changed() {
  bool any = false;
  for (DeckFile& file : files_) {
    if (!is_stale(file)) continue;
    refresh(file);
    any = true;
  }
  if (any) mark_versions();
  return any;
}

} // namespace entente::service
