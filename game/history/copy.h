#pragma once

// Copies of the whole file, and rows from one database into another, known by their ids: those
// already there are left alone.

#include "history/history.h"
#include "history/sqlite.h"

namespace entente::history {

// The whole database as one file under a name that appears when it is complete. Throws Failure
// about `file`, or about the database where that is damaged.
void write_copy(const Database& database, const std::filesystem::path& file);

// Every row; throws Failure at the first that cannot be read or breaks the format.
[[nodiscard]] Imported copy_rows(const Database& from, const Database& to);

// As many rows as can be read from a damaged database, with stamps up to `latest_stamp`; gives how
// many were new.
[[nodiscard]] int salvage_rows(const Database& from, const Database& to, std::int64_t latest_stamp);

} // namespace entente::history
