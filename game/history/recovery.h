#pragma once

// A damaged or missing history file: set aside, and the newest good backup put in its place.
// Throws Failure. REQUIRES: the writer's lock.

#include "history/disk.h"

#include <vector>

namespace entente::history {

// Throws Failure{malformed} when the file is damaged. Looks at every page only when there is reason
// to: the last writer did not close, or somebody met damage; daily backups look each day.
void check_health(const fs::path& folder);

// No file: opens the newest good backup, or begins a new history when there is no backup at all.
void restore_missing(const fs::path& folder, std::vector<core::Error>& notices);

// Renames the damaged file, puts the newest good backup (or a new history) in its place and adds
// the later rows that can still be read.
void replace_damaged(const fs::path& folder, core::Moment now, std::vector<core::Error>& notices);

} // namespace entente::history
