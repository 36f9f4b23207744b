#include "core/file.h"

#include <doctest/doctest.h>

#include <unistd.h>

using namespace entente::core;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("entente-file-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

} // namespace

TEST_CASE("a file written is the file read, and no temporary stays behind") {
  const Folder folder;
  REQUIRE(write_file(folder.path / "a", "one"));
  REQUIRE(write_file(folder.path / "a", std::string("two\0three", 9)));
  CHECK(read_file(folder.path / "a", 100).value() == std::string("two\0three", 9));
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator{}) == 1);
}

TEST_CASE("errors say what and where") {
  const Folder folder;
  CHECK(read_file(folder.path / "none", 100).error().code == ErrorCode::not_found);
  REQUIRE(write_file(folder.path / "big", std::string(101, 'x')));
  CHECK(read_file(folder.path / "big", 100).error().code == ErrorCode::too_large);
  const auto nowhere = write_file(folder.path / "no" / "such", "x");
  CHECK(nowhere.error().code == ErrorCode::not_writable);
  CHECK(nowhere.error().where == (folder.path / "no" / "such").string());
}
