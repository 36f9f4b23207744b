#include "service/folders.h"

#include "core/file.h"
#include "text/unicode.h"

#include <algorithm>
#include <sstream>

namespace entente::service {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_list_bytes = 256 * 1024;
constexpr std::size_t most_recent = 8;

bool is_wanted(const fs::directory_entry& entry, const std::vector<std::string>& extensions) {
  std::error_code error;
  if (entry.path().filename().string().starts_with(".")) return false;
  if (entry.is_directory(error)) return true;
  if (!entry.is_regular_file(error)) return false;
  const std::string extension = entry.path().extension().string();
  return extensions.empty() ||
         std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

bool before(const FolderEntry& a, const FolderEntry& b) {
  if (a.folder != b.folder) return a.folder;
  return text::collate(a.name, b.name, "en") < 0;
}

} // namespace

core::Result<FolderListed> list_folder(const fs::path& folder,
                                       const std::vector<std::string>& extensions) {
  FolderListed listed;
  listed.folder = folder;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!is_wanted(*at, extensions)) continue;
    std::error_code ignored;
    listed.entries.push_back({at->path().filename().string(), at->is_directory(ignored)});
  }
  if (error)
    return core::Error{error == std::errc::no_such_file_or_directory
                           ? core::ErrorCode::not_found
                           : core::ErrorCode::not_readable,
                       "The folder cannot be read: " + error.message() + ".", folder.string(),
                       "Choose another one."};
  std::sort(listed.entries.begin(), listed.entries.end(), before);
  return listed;
}

std::vector<fs::path> recent_files(const fs::path& data) {
  std::vector<fs::path> files;
  const auto list = core::read_file(data / "recent.list", most_list_bytes);
  if (!list) return files;
  std::istringstream lines(*list);
  std::error_code ignored;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && fs::exists(line, ignored)) files.emplace_back(line);
  return files;
}

void remember_file(const fs::path& data, const fs::path& file) {
  auto files = recent_files(data);
  std::erase(files, file);
  files.insert(files.begin(), file);
  if (files.size() > most_recent) files.resize(most_recent);
  std::string text;
  for (const fs::path& each : files) text += each.string() + "\n";
  // A convenience only: a full disk must not stop the file from being opened.
  [[maybe_unused]] const auto saved = core::write_file(data / "recent.list", text);
}

} // namespace entente::service
