#include "platform/paths.h"

#include <cstdlib>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace entente::platform {

namespace fs = std::filesystem;

namespace {

fs::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  // The XDG rules say to ignore a relative path.
  return value != nullptr && value[0] == '/' ? fs::path(value) : fs::path();
}

fs::path program_folder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

// An installed program has PREFIX/bin/entente and PREFIX/share/entente/{assets,decks}.
fs::path shared_folder(std::string_view name) {
  std::error_code ignored;
  const fs::path installed = program_folder() / ".." / "share" / "entente" / name;
  if (fs::is_directory(installed, ignored)) return fs::weakly_canonical(installed, ignored);
  return fs::path(ENTENTE_SOURCE_DIR) / name;
}

} // namespace

fs::path home_folder() {
  if (fs::path home = from_environment("HOME"); !home.empty()) return home;
  const passwd* entry = ::getpwuid(::getuid());
  return entry != nullptr && entry->pw_dir != nullptr ? fs::path(entry->pw_dir) : fs::path("/");
}

fs::path user_data_folder() {
  if (fs::path data = from_environment("XDG_DATA_HOME"); !data.empty()) return data / "entente";
  return home_folder() / ".local" / "share" / "entente";
}

fs::path assets_folder() { return shared_folder("assets"); }
fs::path shipped_decks_folder() { return shared_folder("decks"); }

} // namespace entente::platform
