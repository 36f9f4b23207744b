#include "history/backup.h"

#include "history/copy.h"
#include "history/disk.h"
#include "history/inside.h"
#include "history/schema.h"

#include <algorithm>
#include <set>

namespace entente::history {

using core::Day;

namespace {

int week_of(Day day) { return (day.number - core::weekday(day)) / 7; }
int month_of(Day day) {
  const core::CivilDate date = core::civil(day);
  return date.year * 12 + date.month;
}

// The newest day of each of the newest `count` groups. REQUIRES: days newest first.
void keep_newest(const std::vector<Day>& days, int count, int (*group)(Day), std::set<Day>& keep) {
  std::set<int> seen;
  for (const Day day : days) {
    if (static_cast<int>(seen.size()) >= count) return;
    if (seen.insert(group(day)).second) keep.insert(day);
  }
}

void thin(const fs::path& folder, Keep keep) {
  std::vector<Day> days;
  for (const BackupFile& backup : backups(folder)) days.push_back(backup.day);
  const std::vector<Day> staying = kept(days, keep);
  for (const Day day : days) {
    std::error_code ignored; // one too many does no harm
    if (!std::ranges::binary_search(staying, day)) fs::remove(backup_path(folder, day), ignored);
  }
}

void copy_checked(const fs::path& folder, const fs::path& to) {
  const Database database(database_in(folder), Database::Access::read);
  check_identity(database);
  database.check_pages();
  std::error_code ignored; // shows when the copy is written
  fs::create_directories(backups_in(folder), ignored);
  write_copy(database, to);
}

} // namespace

std::vector<Day> kept(std::vector<Day> days, Keep keep) {
  std::ranges::sort(days, std::greater{});
  std::set<Day> staying;
  keep_newest(days, std::max(keep.days, 1), [](Day day) { return day.number; }, staying);
  keep_newest(days, keep.weeks, week_of, staying);
  keep_newest(days, keep.months, month_of, staying);
  return {staying.begin(), staying.end()};
}

core::Result<std::optional<fs::path>> back_up_daily(const fs::path& folder, core::Moment now,
                                                    Keep keep) {
  const fs::path to = backup_path(folder, core::study_day(now, 0));
  if (is_there(to) || !is_there(database_in(folder))) return std::optional<fs::path>();
  try {
    copy_checked(folder, to);
    thin(folder, keep);
  } catch (const Failure& failure) {
    if (failure.error.code == core::ErrorCode::malformed) suspect(folder);
    return failure.error;
  }
  return std::optional(to);
}

} // namespace entente::history
