// A learner moves to another computer: the log as one file.

#include "history/copy.h"
#include "history/inside.h"
#include "history/schema.h"

namespace entente::history {

using core::Error;
using core::ErrorCode;

namespace {

Error taken(const fs::path& file) {
  return {ErrorCode::not_writable, "It is there already and is no exported history.", file.string(),
          "Choose another name."};
}

// Only an earlier export is replaced: a slip of the hand costs nobody an essay.
bool may_replace(const fs::path& file, const fs::path& own) {
  std::error_code ignored;
  if (!is_there(file)) return true;
  if (!fs::is_regular_file(file, ignored) || fs::equivalent(file, own, ignored)) return false;
  try {
    check_identity(Database(file, Database::Access::immutable));
    return true;
  } catch (const Failure&) {
    return false;
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
    if (!may_replace(file, database_in(inside_->folder))) throw Failure{taken(file)};
    write_copy(inside_->store.database, file);
    return {};
  });
}

core::Result<Imported> History::import_from(const fs::path& file) {
  const auto work = [&] {
    inside_->require_writer();
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored))
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
