#include "history/schema.h"

#include "history/history.h"
#include "history/history_fixture.h"

#include <array>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

// A file of version 1 as the first release wrote it, told in SQL so that it never changes with the
// program: one answer, its undo, and a second answer.
constexpr const char* first_release = R"sql(
PRAGMA application_id = 1164866632;
CREATE TABLE log (number INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, writer INTEGER NOT NULL,
  kind TEXT NOT NULL, utc_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,
  deck TEXT NOT NULL DEFAULT '', card TEXT NOT NULL DEFAULT '', session TEXT NOT NULL DEFAULT '',
  mode TEXT, form TEXT, options TEXT, answered TEXT, verdict TEXT, reason TEXT, proposed INTEGER,
  given INTEGER, hints INTEGER, certainty INTEGER, taken_ms INTEGER, points INTEGER,
  predicted REAL, algorithm TEXT, ref_stamp INTEGER, ref_writer INTEGER, counts INTEGER,
  detail TEXT) STRICT;
CREATE UNIQUE INDEX log_id ON log (stamp, writer);
CREATE TABLE derived_key (key TEXT NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE TABLE derived_undone (number INTEGER PRIMARY KEY) STRICT;
CREATE TABLE derived_progress (deck TEXT NOT NULL, card TEXT NOT NULL, stability REAL, fast REAL,
  difficulty REAL, first_seen INTEGER NOT NULL, first_seen_offset INTEGER NOT NULL,
  last_answer INTEGER NOT NULL, last_answer_offset INTEGER NOT NULL, due INTEGER NOT NULL,
  due_offset INTEGER NOT NULL, answers INTEGER NOT NULL, lapses INTEGER NOT NULL,
  missed_forms INTEGER NOT NULL, owed INTEGER NOT NULL, suspended INTEGER NOT NULL,
  buried INTEGER, PRIMARY KEY (deck, card)) STRICT, WITHOUT ROWID;
INSERT INTO log (stamp, writer, kind, utc_ms, offset_minutes, deck, card, session, mode, form,
  options, answered, verdict, reason, proposed, given, hints, taken_ms, points, algorithm, counts)
  VALUES (1700000000000, 7, 'answer', 1700000000000, 60, 'd', 'c1', 's', 'drill', 'choice',
    'A' || char(31) || 'B' || char(31), 'A', 'right', 'exact', 3, 3, 0, 4000, 10, 'fsrs7', 1);
INSERT INTO log (stamp, writer, kind, utc_ms, offset_minutes, ref_stamp, ref_writer)
  VALUES (1700000001000, 7, 'undo', 1700000001000, 60, 1700000000000, 7);
INSERT INTO log (stamp, writer, kind, utc_ms, offset_minutes, deck, card, session, mode, form,
  options, answered, verdict, reason, proposed, given, hints, taken_ms, points, algorithm, counts)
  VALUES (1700000002000, 7, 'answer', 1700000002000, 60, 'd', 'c1', 's', 'drill', 'choice',
    'A' || char(31) || 'B' || char(31), 'B', 'wrong', 'other', 1, 1, 0, 5000, 0, 'fsrs7', 1);
PRAGMA user_version = 1;
)sql";

void make(const fs::path& file, const std::string& sql) {
  const Database database(file, Database::Access::write);
  database.run(sql);
}

} // namespace

TEST_CASE("a file of the first release opens with its rows and states") {
  const Folder folder;
  make(folder.path / "history.db", first_release);
  History history = open(folder.path);
  CHECK(history.notices().empty());
  const auto rows = must(history.rows());
  REQUIRE(rows.size() == 2); // the undo and the second answer stand
  const auto& second = std::get<history::Answer>(rows[1].event);
  CHECK(second.options == std::vector<std::string>{"A", "B"});
  CHECK(second.answered == "B");
  CHECK(must(history.state("d", "c1")).owed);
  must(history.append(moment(), answer("c1")));
  CHECK(must(history.state("d", "c1")).answers == 2);
}

TEST_CASE("version 0 is an empty file, and becomes the newest") {
  const Folder folder;
  make(folder.path / "history.db", "PRAGMA application_id = 1164866632");
  History history = open(folder.path);
  CHECK(history.notices().empty());
  CHECK(history.append(moment(), answer("c1")).has_value());
}

TEST_CASE("each step is taken once, in order, and a failing one leaves the version before it") {
  const Folder folder;
  const Database database(folder.path / "a.db", Database::Access::write);
  const std::array<Migration, 3> way = {
      {{"CREATE TABLE a (x)"},
       {"ALTER TABLE a ADD COLUMN y; INSERT INTO a VALUES (1, 2)"},
       {"INSERT INTO a VALUES (3, 4); NONSENSE"}}};
  migrate(database, std::span(way).first(1));
  CHECK(database.integer("PRAGMA user_version") == 1);
  CHECK_THROWS_AS(migrate(database, way), Failure);
  CHECK(database.integer("PRAGMA user_version") == 2);
  CHECK(database.integer("SELECT count(*) FROM a") == 1);
  migrate(database, std::span(way).first(2));
  CHECK(database.integer("SELECT count(*) FROM a") == 1);
}
