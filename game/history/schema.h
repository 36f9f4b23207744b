#pragma once

// The tables and how older files become newer. PRAGMA user_version holds the version.

#include "history/sqlite.h"

#include <span>

namespace entente::history {

// steps()[n] turns version n into n + 1; a new file is version 0, which is empty.
struct Migration {
  const char* sql;
};
[[nodiscard]] std::span<const Migration> steps();
[[nodiscard]] int schema_version();

inline constexpr int application_id = 0x456e7448; // "EntH", in the header of the file

// Makes a new file whole before it appears under its name, so that nobody meets half of one.
void create_history(const std::filesystem::path& file);

// Refuses what is no history (malformed) and what is newer than this program (unsupported).
// Gives the version.
int check_identity(const Database& database);

// Brings an older file up to date, one transaction a step.
void migrate(const Database& database, std::span<const Migration> way = steps());

} // namespace entente::history
