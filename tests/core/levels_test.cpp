// The house rules, held by reading every include: a folder sees only folders on lower levels, and
// each third-party library has one owner.

#include "support/shared.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, int> levels = {
    {"core", 1},    {"memory", 2},   {"text", 2},     {"judge", 3},
    {"draw", 3},    {"deck", 4},     {"ui", 4},       {"quiz", 5},
    {"history", 5}, {"generate", 5}, {"platform", 5}, {"exchange", 6},
    {"service", 7}, {"screens", 8},  {"terminal", 9}, {"app", 9}};

// Include prefix -> folders that may name it.
const std::vector<std::pair<std::string, std::set<std::string>>> owners = {
    {"SFML/", {"platform"}},
    {"X11/", {"platform"}},
    {"GL/", {"platform"}},
    {"tinyxml2", {"deck"}},
    {"sqlite3", {"history", "exchange"}},
    {"unicode/", {"text"}},
    {"ft2build", {"text"}},
    {"freetype", {"text"}},
    {"fontconfig/", {"text"}},
    {"hb", {"text"}},
    {"png", {"draw"}},
    {"CLI/", {"terminal"}},
    {"zip", {"exchange"}},
    {"zstd", {"exchange"}},
    {"xlsxwriter", {"exchange"}},
    {"cairo", {"exchange"}},
    {"glib", {"exchange"}}, // comes with Pango
    {"pango/", {"exchange"}},
    {"nlohmann/", {"exchange", "terminal"}},
    {"gumbo", {"generate", "exchange"}}, // articles; and the HTML in others' fields
    {"md4c", {"generate"}}};

struct Include {
  std::string folder; // of the including file; empty for main.cpp
  std::string name;
  std::string where;
};

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp";
}

void read_includes(const fs::path& root, const fs::path& file, std::vector<Include>& found) {
  static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  const fs::path relative = fs::relative(file, root);
  const std::string folder = relative.has_parent_path() ? relative.begin()->string() : "";
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::smatch match;
    if (std::regex_search(line, match, pattern))
      found.push_back({folder, match[1], relative.string() + ":" + std::to_string(number)});
  }
}

std::vector<Include> all_includes() {
  const fs::path root = entente::tests::root() / "game";
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (is_source(entry.path())) read_includes(root, entry.path(), found);
  return found;
}

std::string first_part(const std::string& name) { return name.substr(0, name.find('/')); }

bool may_include(const Include& include, const std::string& target) {
  if (include.folder.empty() || include.folder == target) return true;
  return levels.at(target) < levels.at(include.folder);
}

} // namespace

TEST_CASE("every folder of game/ has a level and a README") {
  for (const auto& entry : fs::directory_iterator(entente::tests::root() / "game")) {
    if (!entry.is_directory()) continue;
    CAPTURE(entry.path());
    CHECK(levels.contains(entry.path().filename().string()));
    CHECK(fs::exists(entry.path() / "README.md"));
  }
}

TEST_CASE("a folder includes only folders on lower levels") {
  const auto includes = all_includes();
  CHECK(includes.size() > 20);
  for (const Include& include : includes) {
    const std::string target = first_part(include.name);
    if (include.name.find('/') == std::string::npos || !levels.contains(target)) continue;
    CAPTURE(include.where);
    CAPTURE(include.name);
    CHECK(may_include(include, target));
  }
}

TEST_CASE("of service/ the screens see the effect values only") {
  for (const Include& include : all_includes()) {
    if (include.folder != "screens" || first_part(include.name) != "service") continue;
    CAPTURE(include.where);
    CHECK(include.name == "service/effects.h");
  }
}

TEST_CASE("each third-party library has one owner") {
  for (const Include& include : all_includes()) {
    if (levels.contains(first_part(include.name)) && include.name.find('/') != std::string::npos)
      continue;
    for (const auto& [prefix, folders] : owners) {
      if (!include.name.starts_with(prefix)) continue;
      CAPTURE(include.where);
      CAPTURE(include.name);
      CHECK(folders.contains(include.folder));
    }
  }
}
