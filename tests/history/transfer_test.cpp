#include "history/history.h"

#include "core/file.h"
#include "history/history_fixture.h"
#include "history/sqlite.h"

#include <rapidcheck.h>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

std::vector<Row> all_rows(const History& history) {
  Filter all;
  all.with_undone = true;
  return must(history.rows(all));
}

void study(History& history, double day, const std::string& card, memory::Grade grade) {
  must(history.append(moment(day), answer(card, grade)));
}

} // namespace

TEST_CASE("a learner moves: every row arrives, and importing twice changes nothing") {
  const Folder home, laptop;
  const fs::path file = home.path / "me.entente-history";
  History from = open(home.path / "data");
  study(from, 0, "c1", memory::Grade::good);
  study(from, 1, "c1", memory::Grade::again);
  must(from.undo(1, moment(1)));
  must(from.export_to(file));
  History to = open(laptop.path);
  CHECK(must(to.import_from(file)) == Imported{3, 0});
  CHECK(all_rows(to) == all_rows(from));
  CHECK(must(to.states()) == must(from.states()));
  CHECK(must(to.import_from(file)) == Imported{0, 3});
  CHECK(all_rows(to) == all_rows(from));
  CHECK_FALSE(fs::exists(file.string() + "-wal"));
  CHECK_FALSE(fs::exists(file.string() + ".new"));
}

TEST_CASE("two computers that studied apart end up with the same history, whoever imports first") {
  CHECK(rc::check([](const std::vector<std::pair<bool, std::uint8_t>>& answers) {
    const Folder folder;
    History a = open(folder.path / "a");
    History b = open(folder.path / "b");
    double day = 0;
    for (const auto& [on_a, what] : answers) {
      History& here = on_a ? a : b;
      day += 0.3;
      if (what % 7 == 0) {
        must(here.undo(1 + what % 3, moment(day)));
        continue;
      }
      study(here, day, "c" + std::to_string(what % 3), static_cast<memory::Grade>(1 + what % 4));
    }
    must(a.export_to(folder.path / "of-a"));
    must(b.export_to(folder.path / "of-b"));
    must(a.import_from(folder.path / "of-b"));
    must(b.import_from(folder.path / "of-a"));
    RC_ASSERT(all_rows(a) == all_rows(b));
    RC_ASSERT(must(a.states()) == must(b.states()));
  }));
}

TEST_CASE("an import that is no history, damaged, newer or absent changes nothing") {
  const Folder folder;
  History history = open(folder.path / "data");
  study(history, 0, "c1", memory::Grade::good);
  const auto before = all_rows(history);
  const fs::path file = folder.path / "file";
  const auto refused = [&] { return history.import_from(file).error(); };

  CHECK(refused().message == "There is no such file.");
  must(core::write_file(file, "cards,answers\n"));
  CHECK(refused().code == core::ErrorCode::malformed);
  fs::remove(file);
  Database(file, Database::Access::write).run("CREATE TABLE log (stamp)");
  CHECK(refused().message == "This is not an Entente history.");

  fs::remove(file);
  REQUIRE(history.export_to(file));
  Database(file, Database::Access::write).run("PRAGMA user_version = 9");
  CHECK(refused().code == core::ErrorCode::unsupported);
  fs::remove(file);
  REQUIRE(history.export_to(file));
  Database(file, Database::Access::write)
      .run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
           "replace(sql, 'CHECK (given BETWEEN 1 AND 4)', '') WHERE name = 'log'");
  Database(file, Database::Access::write).run("UPDATE log SET given = 77, stamp = stamp + 1");
  CHECK(refused().code == core::ErrorCode::malformed);
  fs::remove(file);
  REQUIRE(history.export_to(file));
  Database(file, Database::Access::write)
      .run("PRAGMA ignore_check_constraints = ON; "
           "UPDATE log SET utc_ms = 9223372036854775807, stamp = stamp + 1");
  CHECK(refused().code == core::ErrorCode::malformed);
  CHECK(all_rows(history) == before);
  CHECK(history.append(moment(1), answer("c1")).has_value());
}

TEST_CASE("an older export is imported from a copy and stays as it was") {
  const Folder folder;
  History history = open(folder.path / "data");
  const fs::path file = folder.path / "old";
  Database(file, Database::Access::write).run("PRAGMA application_id = 1164866632");
  const std::string before = must(core::read_file(file, 1U << 20U));
  CHECK(must(history.import_from(file)) == Imported{0, 0});
  CHECK(must(core::read_file(file, 1U << 20U)) == before);
  CHECK_FALSE(fs::exists(folder.path / "data" / "import.db.new"));
}

TEST_CASE("an export replaces an earlier export, whole, and nothing else") {
  const Folder folder;
  History history = open(folder.path);
  study(history, 0, "c1", memory::Grade::good);
  const core::Error taken{core::ErrorCode::not_writable,
                          "It is there already and is no exported history.", "",
                          "Choose another name."};
  must(core::write_file(folder.path / "essay", "my essay"));
  for (const fs::path& name : {fs::path("."), fs::path("history.db"), fs::path("essay")}) {
    core::Error expected = taken;
    expected.where = (folder.path / name).string();
    CHECK(history.export_to(folder.path / name).error() == expected);
  }
  CHECK(must(core::read_file(folder.path / "essay", 100)) == "my essay");
  must(history.export_to(folder.path / "out"));
  study(history, 1, "c1", memory::Grade::good);
  must(history.export_to(folder.path / "out"));
  CHECK(must(open(folder.path / "other").import_from(folder.path / "out")) == Imported{2, 0});
  const core::Error nowhere = history.export_to(folder.path / "no" / "such").error();
  CHECK(nowhere == core::Error{core::ErrorCode::not_writable, "It cannot be written.",
                               (folder.path / "no" / "such").string(),
                               "Check that its folder is there and can be written."});
}
