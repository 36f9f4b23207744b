#include "history/disk.h"

#include "history/sqlite.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace entente::history {

namespace {

constexpr const char* companions[] = {"-wal", "-shm", "-journal"};

[[noreturn]] void fail(const fs::path& path, int code) {
  const bool full = code == ENOSPC || code == EDQUOT;
  throw Failure{{core::ErrorCode::not_writable,
                 std::string("It cannot be written: ") + std::strerror(code) + ".", path.string(),
                 full ? "Free some space and try again." : "Check the permissions of its folder."}};
}

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, errno);
  const int result = ::fsync(file);
  const int code = errno;
  ::close(file);
  if (result != 0) fail(path, code);
}

void rename_or_fail(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail(to, errno);
}

fs::path folder_of(const fs::path& file) {
  return file.parent_path().empty() ? fs::path(".") : file.parent_path();
}

// history-2026-11-23.db
std::optional<core::Day> day_in(const std::string& name) {
  core::CivilDate date;
  char rest = 0;
  const int found = std::sscanf(name.c_str(), "history-%4d-%2d-%2d.d%c", &date.year, &date.month,
                                &date.day, &rest);
  if (found != 4 || rest != 'b' || !core::exists(date)) return std::nullopt;
  return core::day_of(date);
}

} // namespace

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

void remove_database(const fs::path& file) {
  ::unlink(file.c_str());
  for (const char* companion : companions) ::unlink((file.string() + companion).c_str());
}

void put_in_place(const fs::path& from, const fs::path& to) {
  sync(from);
  rename_or_fail(from, to);
  sync(folder_of(to));
}

void move_database(const fs::path& from, const fs::path& to) {
  // SQLite's files first: left beside another database they would be taken for its own.
  for (const char* companion : companions) {
    const fs::path part = from.string() + companion;
    if (is_there(part)) rename_or_fail(part, to.string() + companion);
  }
  rename_or_fail(from, to);
  sync(folder_of(to));
}

std::vector<BackupFile> backups(const fs::path& folder) {
  std::vector<BackupFile> found;
  std::error_code error;
  for (fs::directory_iterator entry(backups_in(folder), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const std::optional<core::Day> day = day_in(name);
    if (day && backup_path(folder, *day).filename() == name) found.push_back({*day, entry->path()});
  }
  std::ranges::sort(found, std::greater{}, &BackupFile::day);
  return found;
}

fs::path backup_path(const fs::path& folder, core::Day day) {
  return backups_in(folder) / ("history-" + core::iso(core::civil(day)) + ".db");
}

std::optional<WriterLock> WriterLock::take(const fs::path& folder) {
  const fs::path path = lock_in(folder);
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) fail(path, errno);
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return WriterLock(file);
  const int code = errno;
  ::close(file);
  if (code != EWOULDBLOCK) fail(path, code);
  return std::nullopt;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

std::string time_stamp(core::Moment now) {
  const core::Day day = core::study_day(now, 0);
  const core::CivilDate date = core::civil(day);
  const std::int64_t seconds =
      (now.utc_ms - core::start_of(day, now.offset_minutes, 0).utc_ms) / core::ms_per_second;
  char text[32];
  std::snprintf(text, sizeof text, "%04d%02d%02d-%02d%02d%02d", date.year, date.month, date.day,
                static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                static_cast<int>(seconds % 60));
  return text;
}

} // namespace entente::history
