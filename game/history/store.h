#pragma once

// Getting at a sound database: who may write, what is damaged, what to open instead.

#include "history/disk.h"
#include "history/history.h"
#include "history/sqlite.h"

#include <optional>
#include <vector>

namespace entente::history {

struct Store {
  std::optional<WriterLock> lock; // none: reading only
  Database database;
  core::Error refusal; // what an append is told while reading only
};

// Throws Failure. Adds to `notices` what a person should know.
[[nodiscard]] Store open_store(const fs::path& folder, const Options& options,
                               std::vector<core::Error>& notices);

} // namespace entente::history
