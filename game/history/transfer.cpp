// A learner moves to another computer: the log as one file.

#include "history/copy.h"
#include "history/inside.h"
#include "history/schema.h"

namespace entente::history {

using core::Error;
using core::ErrorCode;

namespace {

Error taken(const fs::path& file) {
  return {ErrorCode::not_writable, "It is not a file that can be replaced.", file.string(),
          "Choose another name."};
}

void write_copy(const Database& database, const fs::path& file) {
  const fs::path unfinished = file.string() + ".new";
  remove_database(unfinished);
  try {
    Statement(database, "VACUUM INTO ?").bind(unfinished.string()).run();
    {
      const Database copy(unfinished, Database::Access::write);
      copy.run("DELETE FROM derived_key; DELETE FROM derived_progress; VACUUM");
    }
    put_in_place(unfinished, file);
  } catch (const Failure&) {
    remove_database(unfinished);
    throw;
  }
}

// An older file is brought up to date in a copy: what was handed over stays as it is.
Imported import_older(const fs::path& file, const Database& to, const fs::path& folder) {
  const fs::path copy = folder / "import.db.new";
  remove_database(copy);
  std::error_code error;
  fs::copy_file(file, copy, fs::copy_options::overwrite_existing, error);
  if (error)
    throw Failure{{ErrorCode::not_writable, "It cannot be copied: " + error.message() + ".",
                   file.string(), "Free some space and try again."}};
  struct Cleanup {
    const fs::path& path;
    ~Cleanup() { remove_database(path); }
  } const cleanup{copy};
  const Database from(copy, Database::Access::write);
  migrate(from);
  return copy_rows(from, to);
}

} // namespace

core::Status History::export_to(const fs::path& file) const {
  return inside_->guarded([&]() -> core::Done {
    std::error_code ignored;
    if (fs::is_directory(file, ignored) ||
        fs::equivalent(file, database_in(inside_->folder), ignored))
      throw Failure{taken(file)};
    write_copy(inside_->store.database, file);
    return {};
  });
}

core::Result<Imported> History::import_from(const fs::path& file) {
  const auto work = [&] {
    inside_->require_writer();
    if (!fs::is_regular_file(file))
      throw Failure{
          {ErrorCode::not_found, "There is no such file.", file.string(), "Check the name."}};
    const Database from(file, Database::Access::immutable);
    from.run("PRAGMA trusted_schema = OFF");
    const int version = check_identity(from);
    from.check_pages();
    const Database& to = inside_->store.database;
    Transaction transaction(to);
    const Imported imported =
        version < schema_version() ? import_older(file, to, inside_->folder) : copy_rows(from, to);
    inside_->derived().rebuild();
    transaction.commit();
    return imported;
  };
  try {
    return work();
  } catch (const Failure& failure) {
    return failure.error;
  }
}

} // namespace entente::history
