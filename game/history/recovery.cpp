#include "history/recovery.h"

#include "history/copy.h"
#include "history/schema.h"
#include "history/sqlite.h"

#include <unistd.h>

namespace entente::history {

using core::Error;
using core::ErrorCode;

namespace {

std::uintmax_t size_of(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

bool is_good(const fs::path& backup) {
  try {
    const Database database(backup, Database::Access::immutable);
    check_identity(database);
    database.check_pages();
    return true;
  } catch (const Failure&) {
    return false;
  }
}

// Puts the newest good backup in the history's place; none when there is none.
std::optional<BackupFile> restore_backup(const fs::path& folder) {
  for (const BackupFile& backup : backups(folder)) {
    if (!is_good(backup.path)) continue;
    const fs::path file = database_in(folder);
    const fs::path unfinished = file.string() + ".new";
    std::error_code error;
    fs::copy_file(backup.path, unfinished, fs::copy_options::overwrite_existing, error);
    if (error)
      throw Failure{{ErrorCode::not_writable,
                     "The backup cannot be copied: " + error.message() + ".", backup.path.string(),
                     "Free some space and start again."}};
    put_in_place(unfinished, file);
    return backup;
  }
  return std::nullopt;
}

std::string opened(const std::optional<BackupFile>& backup) {
  if (!backup) return "There was no good backup: a new history was begun.";
  return "The backup of " + core::iso(core::civil(backup->day)) + " was opened.";
}

fs::path name_aside(const fs::path& folder, core::Moment now) {
  const std::string stem = "history-damaged-" + time_stamp(now);
  fs::path name = folder / (stem + ".db");
  for (int again = 2; is_there(name); ++again)
    name = folder / (stem + "-" + std::to_string(again) + ".db");
  return name;
}

// Adds the rows that the restored history lacks and the damaged one still gives, up to the first
// page that cannot be read, from each end. A stamp in the future is taken for a broken one.
int salvage(const fs::path& damaged, const fs::path& file, core::Moment now) {
  try {
    const Database to(file, Database::Access::write);
    migrate(to);
    const Database from(damaged, Database::Access::read);
    return salvage_rows(from, to, now.utc_ms + core::ms_per_day);
  } catch (const Failure&) {
    return 0; // nothing more can be read: the backup it is
  }
}

std::string salvaged(int rows, bool from_backup) {
  if (rows > 0)
    return " " + std::to_string(rows) + (from_backup ? " later" : "") +
           (rows == 1 ? " row was" : " rows were") + " read from the damaged file.";
  return from_backup ? " Answers given after it are lost." : "";
}

} // namespace

void check_health(const fs::path& folder) {
  const fs::path file = database_in(folder);
  if (size_of(file) == 0) throw Failure{explain(SQLITE_NOTADB, "it is empty", file.string())};
  const bool unclosed = size_of(file.string() + "-wal") > 0;
  if (!unclosed && !is_there(suspicion_in(folder))) return;
  const Database database(file, Database::Access::write);
  database.check_pages();
  ::unlink(suspicion_in(folder).c_str());
}

void restore_missing(const fs::path& folder, std::vector<Error>& notices) {
  // SQLite's files without their database belong to nothing.
  remove_database(database_in(folder));
  const bool had_backups = !backups(folder).empty();
  const std::optional<BackupFile> backup = restore_backup(folder);
  if (!backup) create_history(database_in(folder));
  if (had_backups)
    notices.push_back({ErrorCode::not_found, "The history file was missing.",
                       database_in(folder).string(), opened(backup)});
}

void replace_damaged(const fs::path& folder, core::Moment now, std::vector<Error>& notices) {
  const fs::path file = database_in(folder);
  const fs::path aside = name_aside(folder, now);
  move_database(file, aside);
  ::unlink(suspicion_in(folder).c_str());
  const std::optional<BackupFile> backup = restore_backup(folder);
  if (!backup) create_history(file);
  const int rows = salvage(aside, file, now);
  notices.push_back({ErrorCode::malformed,
                     "The history was damaged and is kept as " + aside.filename().string() + ".",
                     file.string(), opened(backup) + salvaged(rows, backup.has_value())});
}

} // namespace entente::history
