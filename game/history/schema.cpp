#include "history/schema.h"

#include "history/disk.h"

#include <array>
#include <string>

namespace entente::history {

namespace {

// docs/formats/history.md describes each column.
constexpr const char* version_1 = R"sql(
CREATE TABLE log (
  number INTEGER PRIMARY KEY,
  stamp INTEGER NOT NULL CHECK (stamp BETWEEN 1 AND 500000000000000),
  writer INTEGER NOT NULL,
  kind TEXT NOT NULL,
  utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
  offset_minutes INTEGER NOT NULL CHECK (abs(offset_minutes) <= 1440),
  deck TEXT NOT NULL DEFAULT '',
  card TEXT NOT NULL DEFAULT '',
  session TEXT NOT NULL DEFAULT '',
  mode TEXT,
  form TEXT,
  options TEXT,
  answered TEXT,
  verdict TEXT,
  reason TEXT,
  proposed INTEGER CHECK (proposed BETWEEN 1 AND 4),
  given INTEGER CHECK (given BETWEEN 1 AND 4),
  hints INTEGER,
  certainty INTEGER,
  taken_ms INTEGER,
  points INTEGER,
  predicted REAL,
  algorithm TEXT,
  ref_stamp INTEGER,
  ref_writer INTEGER,
  counts INTEGER,
  detail TEXT,
  CHECK (kind <> 'answer' OR (mode IS NOT NULL AND form IS NOT NULL AND verdict IS NOT NULL AND
    given IS NOT NULL AND counts IS NOT NULL AND taken_ms IS NOT NULL AND points IS NOT NULL)),
  CHECK (kind <> 'undo' OR (ref_stamp IS NOT NULL AND ref_writer IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX log_id ON log (stamp, writer);
CREATE INDEX log_card ON log (deck, card, stamp, writer, kind);
CREATE INDEX log_session ON log (session, kind, deck, mode, utc_ms, offset_minutes, verdict, points,
  taken_ms, stamp);
CREATE INDEX log_time ON log (utc_ms, offset_minutes, verdict, taken_ms, counts, given, predicted,
  deck, kind) WHERE kind = 'answer';
CREATE INDEX log_wrong ON log (deck, card, answered)
  WHERE kind = 'answer' AND form = 'choice' AND verdict <> 'right';
CREATE INDEX log_other ON log (kind) WHERE kind <> 'answer';

CREATE TABLE derived_key (key TEXT NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE TABLE derived_undone (number INTEGER PRIMARY KEY) STRICT;
CREATE TABLE derived_progress (
  deck TEXT NOT NULL,
  card TEXT NOT NULL,
  stability REAL,
  fast REAL,
  difficulty REAL,
  first_seen INTEGER NOT NULL,
  first_seen_offset INTEGER NOT NULL,
  last_answer INTEGER NOT NULL,
  last_answer_offset INTEGER NOT NULL,
  due INTEGER NOT NULL,
  due_offset INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  missed_forms INTEGER NOT NULL,
  owed INTEGER NOT NULL,
  suspended INTEGER NOT NULL,
  buried INTEGER,
  PRIMARY KEY (deck, card)
) STRICT, WITHOUT ROWID;
)sql";

// An answer's row may name the day chosen for the card to come again (`detail`).
constexpr const char* version_2 = "ALTER TABLE derived_progress ADD COLUMN placed INTEGER";

constexpr std::array<Migration, 2> all = {{{version_1}, {version_2}}};

core::Error newer(std::int64_t version, const std::string& where) {
  return {core::ErrorCode::unsupported,
          "This history was written by a newer version of Entente (format " +
              std::to_string(version) + ", this one reads up to " +
              std::to_string(schema_version()) + ").",
          where, "Install the newer version; nothing was changed."};
}

core::Error foreign(const std::string& where) {
  return {core::ErrorCode::malformed, "This is not an Entente history.", where,
          "Choose a file made by \"entente history export\"."};
}

} // namespace

std::span<const Migration> steps() { return all; }
int schema_version() { return static_cast<int>(steps().size()); }

void create_history(const std::filesystem::path& file) {
  const std::filesystem::path unfinished = file.string() + ".new";
  remove_database(unfinished);
  {
    const Database database(unfinished, Database::Access::write);
    database.run("PRAGMA application_id = " + std::to_string(application_id));
    migrate(database);
    // Kept in the file's header; set last, so that there is no log beside it to rename.
    database.run("PRAGMA journal_mode = WAL");
  }
  put_in_place(unfinished, file);
}

int check_identity(const Database& database) {
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (database.integer("PRAGMA application_id") != application_id)
    throw Failure{foreign(database.where())};
  if (version > schema_version()) throw Failure{newer(version, database.where())};
  return static_cast<int>(version);
}

void migrate(const Database& database, std::span<const Migration> way) {
  auto version = static_cast<std::size_t>(database.integer("PRAGMA user_version"));
  for (; version < way.size(); ++version) {
    Transaction transaction(database);
    database.run(way[version].sql);
    database.run("PRAGMA user_version = " + std::to_string(version + 1));
    transaction.commit();
  }
}

} // namespace entente::history
