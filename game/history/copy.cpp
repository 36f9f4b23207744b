#include "history/copy.h"

#include "history/disk.h"
#include "history/rows.h"

#include <algorithm>

namespace entente::history {

namespace {

const std::string& selection() {
  static const std::string sql = std::string("SELECT ") + log_columns + " FROM log";
  return sql;
}

// Appends rows as they come, column by column.
class Copier {
public:
  explicit Copier(const Database& to) : to_(to), insert_(to, sql()) {}

  // True when the row was new.
  bool copy(const Statement& row) {
    for (int column = 0; column < row.columns(); ++column) insert_.bind_column(row, column);
    insert_.run();
    return to_.changes() == 1;
  }

private:
  static std::string sql() {
    const std::string columns = log_columns;
    std::string marks = "?";
    for (auto rest = std::ranges::count(columns, ','); rest > 0; --rest) marks += ",?";
    return "INSERT INTO log (" + columns + ") VALUES (" + marks +
           ") ON CONFLICT (stamp, writer) DO NOTHING";
  }

  const Database& to_;
  Statement insert_;
};

// Stops at what cannot be read; skips what cannot be written.
int salvage_from(const Database& from, Copier& copier, const std::string& sql,
                 std::int64_t latest_stamp) {
  int added = 0;
  try {
    Statement row(from, sql);
    row.bind(latest_stamp);
    while (row.step()) {
      try {
        added += copier.copy(row) ? 1 : 0;
      } catch (const Failure& failure) {
        if (failure.error.code != core::ErrorCode::malformed) throw;
      }
    }
  } catch (const Failure& failure) {
    if (failure.error.code != core::ErrorCode::malformed) throw;
  }
  return added;
}

// SQLite speaks of the history where it means the copy.
core::Error about_copy(core::Error error, const fs::path& file) {
  if (error.code == core::ErrorCode::malformed || error.code == core::ErrorCode::busy) return error;
  if (error.code == core::ErrorCode::not_readable)
    error = {core::ErrorCode::not_writable, "It cannot be written.", "",
             "Check that its folder is there and can be written."};
  error.where = file.string();
  return error;
}

} // namespace

void write_copy(const Database& database, const fs::path& file) {
  const fs::path unfinished = file.string() + ".new";
  remove_database(unfinished);
  try {
    Statement(database, "VACUUM INTO ?").bind(unfinished.string()).run();
    put_in_place(unfinished, file);
  } catch (const Failure& failure) {
    remove_database(unfinished);
    throw Failure{about_copy(failure.error, file)};
  }
}

Imported copy_rows(const Database& from, const Database& to) {
  Imported imported;
  Copier copier(to);
  Statement row(from, selection() + " ORDER BY stamp, writer");
  while (row.step()) ++(copier.copy(row) ? imported.added : imported.present);
  return imported;
}

int salvage_rows(const Database& from, const Database& to, std::int64_t latest_stamp) {
  Transaction transaction(to);
  Copier copier(to);
  const std::string sql = selection() + " WHERE stamp <= ? ORDER BY number";
  int added = salvage_from(from, copier, sql, latest_stamp);
  added += salvage_from(from, copier, sql + " DESC", latest_stamp);
  to.run("DELETE FROM derived_key");
  transaction.commit();
  return added;
}

} // namespace entente::history
