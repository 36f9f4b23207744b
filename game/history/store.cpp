#include "history/store.h"

#include "history/recovery.h"
#include "history/schema.h"

#include <chrono>
#include <thread>
#include <unistd.h>

namespace entente::history {

using core::Error;
using core::ErrorCode;

namespace {

Error held(const fs::path& folder) {
  return {ErrorCode::busy,
          "Another window or terminal has this history open; this one only reads it.",
          database_in(folder).string(), "Close the other one and open this again to record."};
}

Error nothing(const fs::path& folder) {
  return {ErrorCode::not_found, "There is no history here yet.", database_in(folder).string(),
          "Answer a card first, or name another data folder."};
}

Error asked_to_read(const fs::path& folder) {
  return {ErrorCode::not_writable, "This history was opened for reading.",
          database_in(folder).string(), ""};
}

Error no_writing(const Error& cause) {
  return {ErrorCode::not_writable, "Nothing can be recorded here; the history is only read.",
          cause.where, cause.message + " " + cause.advice};
}

// Everything that must hold before rows are appended.
Database prepared(const fs::path& file) {
  Database database(file, Database::Access::write);
  check_identity(database);
  database.run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; "
               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  migrate(database);
  return database;
}

Database sound_database(const fs::path& folder, const Options& options,
                        std::vector<Error>& notices) {
  const fs::path file = database_in(folder);
  if (!is_there(file)) restore_missing(folder, notices);
  try {
    check_health(folder);
    return prepared(file);
  } catch (const Failure& failure) {
    if (failure.error.code != ErrorCode::malformed) throw;
  }
  replace_damaged(folder, options.clock(), notices);
  return prepared(file);
}

// A reader beside a writer needs SQLite's shared files; in a folder that cannot be written they
// cannot be made, and the file alone is read.
Database reading(const fs::path& file, bool others_write) {
  const auto open = [&file](Database::Access access) {
    Database database(file, access);
    if (check_identity(database) < schema_version())
      throw Failure{{ErrorCode::unsupported, "This history has an older format.", file.string(),
                     "Open it once where it can be written."}};
    return database;
  };
  try {
    return open(Database::Access::read);
  } catch (const Failure& failure) {
    const ErrorCode code = failure.error.code;
    if (others_write || (code != ErrorCode::not_readable && code != ErrorCode::not_writable)) throw;
  }
  return open(Database::Access::immutable);
}

// The writer may be about to make the file.
void wait_for(const fs::path& file) {
  using namespace std::chrono_literals;
  for (int tries = 0; tries < 80 && !is_there(file); ++tries) std::this_thread::sleep_for(25ms);
}

Store reader(const fs::path& folder, Error refusal) {
  const fs::path file = database_in(folder);
  if (!is_there(file))
    throw Failure{{refusal.code, "There is no history here and none can be begun.", file.string(),
                   refusal.advice}};
  return {std::nullopt, reading(file, refusal.code == ErrorCode::busy), std::move(refusal)};
}

} // namespace

Store open_store(const fs::path& folder, const Options& options, std::vector<Error>& notices) {
  if (options.read_only) {
    if (!is_there(database_in(folder))) throw Failure{nothing(folder)};
    return reader(folder, asked_to_read(folder));
  }
  std::error_code no_folder; // what is wrong shows when the lock is taken
  fs::create_directories(folder, no_folder);
  std::optional<WriterLock> lock;
  try {
    lock = WriterLock::take(folder);
  } catch (const Failure& failure) {
    Error cause = failure.error;
    if (no_folder) cause.message = "Its folder cannot be made: " + no_folder.message() + ".";
    notices.push_back(no_writing(cause));
    return reader(folder, notices.back());
  }
  if (!lock) {
    notices.push_back(held(folder));
    wait_for(database_in(folder));
    return reader(folder, notices.back());
  }
  Database database = sound_database(folder, options, notices);
  return {std::move(lock), std::move(database), {}};
}

} // namespace entente::history
