#include "history/backup.h"

#include "core/file.h"
#include "history/history_fixture.h"

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

} // namespace

TEST_CASE("one copy a day, which opens as a history of its own") {
  const Folder folder;
  History history = open(folder.path);
  CHECK_FALSE(must(back_up_daily(folder.path / "none", moment())).has_value());
  must(history.append(moment(), answer("c1")));
  const auto made = must(back_up_daily(folder.path, moment()));
  REQUIRE(made.has_value());
  CHECK(*made == folder.path / "backups" / "history-2026-11-02.db");
  must(history.append(moment(), answer("c2")));
  CHECK_FALSE(must(back_up_daily(folder.path, moment(0.5))).has_value());
  CHECK(must(back_up_daily(folder.path, moment(1))).has_value());
  CHECK(names_in(folder.path / "backups") ==
        std::vector<std::string>{"history-2026-11-02.db", "history-2026-11-03.db"});
  const Folder other;
  fs::copy_file(*made, other.path / "history.db");
  CHECK(must(open(other.path).rows()).size() == 1);
}

TEST_CASE("a copy that fails leaves the others and no half of one") {
  const Folder folder;
  History history = open(folder.path);
  must(core::write_file(folder.path / "backups", "a file where the folder should be"));
  const auto failed = back_up_daily(folder.path, moment());
  REQUIRE_FALSE(failed);
  CHECK(history.append(moment(), answer("c1")).has_value());
  CHECK(names_in(folder.path).size() <= 5);
}

TEST_CASE("damage is found by the daily backup, which makes no copy of it") {
  const Folder folder;
  {
    History history = open(folder.path);
    must(history.append(moment(), answer("c1")));
  }
  std::string bytes = must(core::read_file(folder.path / "history.db", 1U << 30U));
  bytes.replace(bytes.size() - 4096, 4096, std::string(4096, '\x7f'));
  must(core::write_file(folder.path / "history.db", bytes));
  const auto found = back_up_daily(folder.path, moment());
  REQUIRE_FALSE(found);
  CHECK(found.error().code == core::ErrorCode::malformed);
  CHECK_FALSE(fs::exists(folder.path / "backups" / "history-2026-11-02.db"));
  CHECK(open(folder.path).notices().size() == 1);
}

TEST_CASE("of three years of days, 7 days, 4 weeks and 12 months stay") {
  std::vector<core::Day> days;
  const core::Day today = core::day_of({2026, 11, 22}); // a Sunday
  for (int back = 0; back < 1000; ++back) days.push_back({today.number - back});
  const std::vector<core::Day> staying = kept(days);
  std::vector<std::string> names;
  for (const core::Day day : staying) names.push_back(core::iso(core::civil(day)));
  CHECK(names == std::vector<std::string>{"2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31",
                                          "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31",
                                          "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-01",
                                          "2026-11-08", "2026-11-15", "2026-11-16", "2026-11-17",
                                          "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21",
                                          "2026-11-22"});
}

TEST_CASE("thinning keeps the newest, never adds, and day by day never holds more than the sum") {
  CHECK(rc::check([](const std::set<std::uint16_t>& numbers) {
    std::vector<core::Day> days;
    for (const std::uint16_t number : numbers) {
      days.push_back({number});
      const std::vector<core::Day> before = days;
      days = kept(days);
      RC_ASSERT(days.back() == core::Day{number});
      RC_ASSERT(days.size() <= 7U + 4U + 12U);
      RC_ASSERT(std::ranges::includes(before, days));
      RC_ASSERT(kept(days) == days);
    }
  }));
}
