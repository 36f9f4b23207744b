#pragma once

// Learners made up for tests and pictures: folders with a history of real sessions, answered as
// often rightly as the memory model expects.

#include "core/time.h"

#include <cstdint>
#include <filesystem>

namespace entente::tests {

enum class Past { none, one_day, months };

// The moment at which made-up learners come back: Thursday 20 May 2021, 08:40 UTC.
inline constexpr std::int64_t return_ms = 1'621'500'000'000;

// A fresh folder, on memory where the machine has one to write to.
[[nodiscard]] std::filesystem::path fresh_folder();

// Removes a folder at its own end.
struct RemovedFolder {
  const std::filesystem::path& path;
  ~RemovedFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

// Fills `data` with this past of the shipped deck, ending on the day before `until`.
void study(const std::filesystem::path& data, Past past, core::Moment until);

// The same, made once a run and copied.
void give_past(const std::filesystem::path& data, Past past);

} // namespace entente::tests
