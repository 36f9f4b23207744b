// Damaged, missing, foreign and newer files.

#include "history/backup.h"
#include "history/history.h"
#include "history/sqlite.h"

#include "core/file.h"
#include "history/history_fixture.h"

#include <functional>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

// Twenty answers, a backup, twenty answers more; closed.
void forty_answers(const fs::path& folder) {
  History history = open(folder);
  for (int each = 0; each < 40; ++each) {
    if (each == 20) must(back_up_daily(folder, moment()));
    must(history.append(moment(0, each), answer("c" + std::to_string(each))));
  }
}

std::string bytes_of(const fs::path& file) { return must(core::read_file(file, 1U << 30U)); }

void rewrite(const fs::path& file, const std::function<void(std::string&)>& change) {
  std::string bytes = bytes_of(file);
  change(bytes);
  must(core::write_file(file, bytes));
}

Options at(core::Moment now) {
  Options options;
  options.clock = [now] { return now; };
  return options;
}

int count(const History& history) { return must(history.counts()).answers; }

int files_like(const fs::path& folder, const std::string& start) {
  int found = 0;
  for (const auto& entry : fs::directory_iterator(folder))
    found += entry.path().filename().string().starts_with(start) ? 1 : 0;
  return found;
}

} // namespace

TEST_CASE("a file of garbage, an empty and a cut one are set aside and the backup opened") {
  const std::vector<std::function<void(std::string&)>> harms = {
      [](std::string& bytes) { bytes.clear(); },
      [](std::string& bytes) { bytes.assign(bytes.size(), '?'); },
      [](std::string& bytes) { bytes.replace(0, 16, "not a database!!"); },
      [](std::string& bytes) { bytes.resize(bytes.size() / 2); },
      [](std::string& bytes) { bytes.resize(700); },
      [](std::string& bytes) { bytes.replace(100, 400, std::string(400, '\xff')); }};
  for (std::size_t each = 0; each < harms.size(); ++each) {
    CAPTURE(each);
    const Folder folder;
    forty_answers(folder.path);
    rewrite(folder.path / "history.db", harms[each]);
    const std::string damaged = bytes_of(folder.path / "history.db");
    History history = open(folder.path, at(moment(1)));
    CHECK(history.writable());
    CHECK(count(history) >= 20);
    CHECK(bytes_of(folder.path / "history-damaged-20261103-090000.db") == damaged);
    REQUIRE(history.notices().size() == 1);
    const core::Error& notice = history.notices()[0];
    CHECK(notice.code == core::ErrorCode::malformed);
    CHECK(notice.message ==
          "The history was damaged and is kept as history-damaged-20261103-090000.db.");
    CHECK(notice.advice.starts_with("The backup of 2026-11-02 was opened."));
    if (each < 2) CHECK(notice.advice.ends_with(" Answers given after it are lost."));
    const auto states = must(history.states());
    REQUIRE(history.rebuild());
    CHECK(must(history.states()) == states);
    CHECK(history.append(moment(1), answer("c1")).has_value());
  }
}

TEST_CASE("later answers are read out of a damaged file where they still can be") {
  const Folder folder;
  forty_answers(folder.path);
  must(core::write_file(folder.path / "history.damaged", ""));
  { // a table other than the log breaks
    const Database database(folder.path / "history.db", Database::Access::write);
    const auto page =
        static_cast<std::size_t>(database.integer("SELECT rootpage FROM sqlite_schema "
                                                  "WHERE name = 'derived_progress'"));
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    rewrite(folder.path / "history.db", [page](std::string& bytes) {
      bytes.replace((page - 1) * 4096, 4096, std::string(4096, '\x7f'));
    });
  }
  const History history = open(folder.path, at(moment(1)));
  CHECK(count(history) == 40);
  REQUIRE(history.notices().size() == 1);
  CHECK(history.notices()[0].advice ==
        "The backup of 2026-11-02 was opened. 20 later rows were read from the damaged file.");
  CHECK(must(history.states()).size() == 40);
}

TEST_CASE("damage met while running is looked for at the next opening") {
  const Folder folder;
  forty_answers(folder.path);
  std::size_t page = 0;
  {
    const Database database(folder.path / "history.db", Database::Access::write);
    page = static_cast<std::size_t>(database.integer("SELECT rootpage FROM sqlite_schema "
                                                     "WHERE name = 'log_wrong'"));
  }
  rewrite(folder.path / "history.db", [page](std::string& bytes) {
    bytes.replace((page - 1) * 4096, 4096, std::string(4096, '\x7f'));
  });
  {
    const History history = open(folder.path);
    const auto met = history.confusions();
    REQUIRE_FALSE(met);
    CHECK(met.error().code == core::ErrorCode::malformed);
    CHECK(met.error().advice == "Start again: the newest good backup will be opened.");
  }
  const History history = open(folder.path);
  CHECK(history.notices().size() == 1);
  CHECK(count(history) == 40);
  CHECK(must(history.confusions()).empty());
}

TEST_CASE("a damaged backup is passed over for an older one") {
  const Folder folder;
  forty_answers(folder.path);
  {
    History history = open(folder.path);
    must(back_up_daily(folder.path, moment(1)));
  }
  rewrite(folder.path / "backups" / "history-2026-11-03.db",
          [](std::string& bytes) { bytes.resize(bytes.size() - 5000); });
  rewrite(folder.path / "history.db", [](std::string& bytes) { bytes.assign(10, 'x'); });
  const History history = open(folder.path, at(moment(2)));
  CHECK(count(history) == 20);
  CHECK(history.notices()[0].advice.starts_with("The backup of 2026-11-02 was opened."));
}

TEST_CASE("without a good backup a new history begins and the damaged file stays") {
  const Folder folder;
  must(core::write_file(folder.path / "history.db", "garbage"));
  must(core::write_file(folder.path / "history.db-wal", "more garbage"));
  for (int times = 1; times <= 2; ++times) {
    const History history = open(folder.path, at(moment()));
    CHECK(must(history.rows()).empty());
    CHECK(history.notices()[0].advice == "There was no good backup: a new history was begun.");
    must(core::write_file(folder.path / "history.db", "garbage again"));
  }
  CHECK(files_like(folder.path, "history-damaged-20261102-090000.db") >= 1);
  CHECK(fs::exists(folder.path / "history-damaged-20261102-090000-2.db"));
}

TEST_CASE("a missing file is taken from the newest backup") {
  const Folder folder;
  forty_answers(folder.path);
  fs::remove(folder.path / "history.db");
  const History history = open(folder.path);
  CHECK(count(history) == 20);
  CHECK(history.notices()[0].message == "The history file was missing.");
  CHECK(history.notices()[0].advice == "The backup of 2026-11-02 was opened.");
}

TEST_CASE("a database of another program is set aside") {
  const Folder folder;
  {
    const Database other(folder.path / "history.db", Database::Access::write);
    other.run("CREATE TABLE notes (text)");
  }
  const History history = open(folder.path, at(moment()));
  CHECK(history.writable());
  CHECK(fs::exists(folder.path / "history-damaged-20261102-090000.db"));
}

TEST_CASE("a history of a newer version is refused and left as it is") {
  const Folder folder;
  forty_answers(folder.path);
  {
    const Database database(folder.path / "history.db", Database::Access::write);
    database.run("PRAGMA user_version = 9");
  }
  const std::string before = bytes_of(folder.path / "history.db");
  const auto refused = History::open(folder.path);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == core::ErrorCode::unsupported);
  CHECK(
      refused.error().message ==
      "This history was written by a newer version of Entente (format 9, this one reads up to 2).");
  CHECK(refused.error().advice == "Install the newer version; nothing was changed.");
  CHECK(bytes_of(folder.path / "history.db") == before);
}

TEST_CASE("names with signs that mean something in an address") {
  const Folder folder;
  const fs::path odd = folder.path / "100% sure?#x & 历史";
  {
    History history = open(odd);
    must(history.append(moment(), answer("c1")));
  }
  CHECK(fs::exists(odd / "history.db"));
  CHECK(count(open(odd)) == 1);
}
