#pragma once

// Folders, moments and answers for the tests of the history.

#include "history/history.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace entente::tests {

namespace fs = std::filesystem;

// A folder of its own, gone afterwards; in memory where the system has such a place.
class Folder {
public:
  Folder() : Folder(quick_place()) {}
  explicit Folder(const fs::path& parent);
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  fs::path path;

private:
  static fs::path quick_place();
};

// 2026-11-02 09:00 at UTC+1, plus days and ms.
[[nodiscard]] core::Moment moment(double days = 0, std::int64_t ms = 0);

[[nodiscard]] history::Answer answer(const std::string& card,
                                     memory::Grade grade = memory::Grade::good,
                                     const std::string& deck = "d");

[[nodiscard]] history::History open(const fs::path& folder, history::Options options = {});
// The value, or the test ends with the error's words.
template <typename T> T must(core::Result<T> result) {
  if (!result) FAIL(core::describe(result.error()));
  return std::move(result).value();
}

} // namespace entente::tests
