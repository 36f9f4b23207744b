// A learner's desk over several days: each day's copy is made, and a damaged history comes back.

#include "service/desk.h"

#include "support/shared.h"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t noon = 1'621'512'000'000; // 20 May 2021, 12:00 UTC

struct Days {
  fs::path data = fs::temp_directory_path() / ("entente-days-" + std::to_string(::getpid()));
  std::int64_t time = noon;
  Days() { fs::remove_all(data); }
  ~Days() { fs::remove_all(data); }

  service::Desk open() {
    auto desk = service::Desk::open(
        {data, tests::root() / "decks", [this] { return core::Moment{time, 0}; }});
    REQUIRE(desk);
    return std::move(*desk);
  }
  void answer(service::Desk& desk, const std::string& card) const {
    history::Answer answer;
    answer.deck = "russia-china-2021";
    answer.card = card;
    answer.session = "s";
    answer.given = memory::Grade::good;
    REQUIRE(desk.history().append({time, 0}, answer));
  }
  // Opens, answers one card and closes.
  void study(const std::string& card) {
    service::Desk desk = open();
    desk.backup().wait();
    answer(desk, card);
  }
  [[nodiscard]] bool has_copy(const std::string& day) const {
    return fs::exists(data / "backups" / ("history-" + day + ".db"));
  }
};

} // namespace

TEST_CASE("opening the desk makes the day's backup, the first once something is recorded") {
  Days days;
  {
    service::Desk desk = days.open();
    desk.backup().wait();
    CHECK_FALSE(fs::exists(days.data / "backups"));
    days.answer(desk, "c1");
    desk.back_up(); // as after the first session
    desk.backup().wait();
    CHECK(days.has_copy("2021-05-20"));
  }
  days.time += core::ms_per_day;
  days.study("c2");
  CHECK(days.has_copy("2021-05-21"));
  service::Desk desk = days.open();
  desk.backup().wait();
  CHECK_FALSE(desk.backup().take_problem());
  days.time += core::ms_per_day; // left open over midnight
  desk.back_up();
  desk.backup().wait();
  CHECK(days.has_copy("2021-05-22"));
}

TEST_CASE("a damaged history is set aside, the newest good backup opened, and a person told") {
  Days days;
  days.study("c1");
  days.time += core::ms_per_day;
  days.study("c2"); // the copy of this day holds c1
  days.time += core::ms_per_day;
  days.study("c3"); // that of this day c1 and c2
  std::ofstream(days.data / "backups" / "history-2021-05-22.db") << "not a database";
  std::ofstream(days.data / "history.db") << "nor is this";
  const service::Desk desk = days.open();
  REQUIRE(desk.notices().size() == 1);
  CHECK(core::describe(desk.notices()[0]) ==
        (days.data / "history.db").string() +
            ": The history was damaged and is kept as history-damaged-20210522-120000.db. The "
            "backup of 2021-05-21 was opened. Answers given after it are lost.");
  CHECK(fs::exists(days.data / "history-damaged-20210522-120000.db"));
  const auto states = desk.history().states();
  REQUIRE(states);
  REQUIRE(states->size() == 1);
  CHECK((*states)[0].card == "c1");
}

TEST_CASE("a backup that cannot be made is told, once") {
  Days days;
  days.study("c1");
  std::ofstream(days.data / "backups") << "a file where the folder should be";
  service::Desk desk = days.open();
  desk.backup().wait();
  const auto problem = desk.backup().take_problem();
  REQUIRE(problem);
  CHECK(problem->message.starts_with("Today's backup of the history was not made. "));
  CHECK_FALSE(desk.backup().take_problem());
}

TEST_CASE("who only reads makes no backup") {
  Days days;
  days.study("c1");
  const service::Desk writer = days.open();
  days.time += core::ms_per_day;
  service::Desk reader = days.open();
  reader.backup().wait();
  CHECK_FALSE(reader.history().writable());
  CHECK_FALSE(days.has_copy("2021-05-21"));
  REQUIRE(reader.notices().size() == 1);
  CHECK(reader.notices()[0].code == core::ErrorCode::busy);
}
