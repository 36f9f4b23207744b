#pragma once

// Files of this folder's making: names, locks, moves that last.

#include "core/error.h"
#include "core/time.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace entente::history {

namespace fs = std::filesystem;

[[nodiscard]] inline fs::path database_in(const fs::path& folder) { return folder / "history.db"; }
[[nodiscard]] inline fs::path lock_in(const fs::path& folder) { return folder / "history.lock"; }
[[nodiscard]] inline fs::path backups_in(const fs::path& folder) { return folder / "backups"; }
// Its presence asks the next opening to look at every page.
[[nodiscard]] inline fs::path suspicion_in(const fs::path& folder) {
  return folder / "history.damaged";
}

[[nodiscard]] bool is_there(const fs::path& path);
// A database with SQLite's own files beside it.
void remove_database(const fs::path& file);
// Syncs and renames, so that it is there after a power cut. Throws Failure.
void put_in_place(const fs::path& from, const fs::path& to);
// Renames a database with SQLite's files beside it. Throws Failure.
void move_database(const fs::path& from, const fs::path& to);

// The backups of a folder, newest first.
struct BackupFile {
  core::Day day;
  fs::path path;
};
[[nodiscard]] std::vector<BackupFile> backups(const fs::path& folder);
[[nodiscard]] fs::path backup_path(const fs::path& folder, core::Day day);

// The advisory lock that makes a process the one writer; given back on destruction or death.
class WriterLock {
public:
  // None when another process has it; throws Failure where the lock file cannot be made.
  [[nodiscard]] static std::optional<WriterLock> take(const fs::path& folder);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

private:
  explicit WriterLock(int file) : file_(file) {}
  int file_;
};

// 20261123-234103, local time: part of the names of files set aside.
[[nodiscard]] std::string time_stamp(core::Moment now);

} // namespace entente::history
