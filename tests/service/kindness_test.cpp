// Load spreading, easy days and a backlog at the desk, where rows are written and states derived.

#include "service/desk.h"

#include "support/shared.h"
#include "support/simulated.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

constexpr const char* deck_id = "russia-china-2021";

struct Learner {
  fs::path data = fs::temp_directory_path() / ("entente-kind-" + std::to_string(::getpid()));
  std::int64_t time = core::day_of({2026, 3, 2}).number * core::ms_per_day + 10 * core::ms_per_hour;
  std::optional<service::Desk> desk;

  Learner() {
    fs::remove_all(data);
    open();
  }
  ~Learner() {
    desk.reset();
    fs::remove_all(data);
  }
  void open() {
    desk.reset();
    auto opened = service::Desk::open(
        {data, tests::root() / "decks", [this] { return core::Moment{time, 0}; }});
    REQUIRE(opened);
    desk.emplace(std::move(*opened));
  }
  void study(int days) {
    tests::SimulatedLearner student(7);
    for (int day = 0; day < days; ++day) {
      const std::int64_t begun = time;
      student.study(*desk, deck_id, quiz::Mode::drill, time);
      time = begun + core::ms_per_day;
    }
  }
  [[nodiscard]] std::vector<memory::CardProgress> states() const {
    return *desk->history().states(deck_id);
  }
};

} // namespace

TEST_CASE(
    "no card that can be moved falls on a weekday that takes none, and states rebuild alike") {
  Learner learner;
  service::Settings settings = learner.desk->settings();
  settings.quiz.easy_days[6] = quiz::no_day;
  REQUIRE(learner.desk->change_settings(settings));
  learner.study(20);
  int moved = 0;
  for (const auto& card : learner.states()) {
    if (!card.placed) continue;
    const auto range = memory::fuzz_range(core::days_between(card.last_answer, card.due), 1, 36500);
    if (range.high == range.low) continue;
    ++moved;
    CHECK(core::weekday(quiz::due_day(card, settings.quiz)) != 6);
  }
  CHECK(moved > 50);
  const auto before = learner.states();
  REQUIRE(learner.desk->history().rebuild());
  CHECK(learner.states() == before);
  learner.open();
  CHECK(learner.desk->settings().quiz.easy_days[6] == quiz::no_day);
  CHECK(learner.states() == before);
}

TEST_CASE("the days cards come on are fuller or emptier by few, of all decks together") {
  Learner learner;
  learner.study(12);
  int placed = 0;
  for (const auto& [day, cards] : learner.desk->load()) placed += cards;
  CHECK(placed == static_cast<int>(learner.states().size()));
}

TEST_CASE("after a break a bounded part comes each day, done through the desk") {
  Learner learner;
  learner.study(20);
  service::Settings settings = learner.desk->settings();
  settings.quiz.reviews_a_day = 30;
  settings.quiz.new_cards_a_day = 0;
  REQUIRE(learner.desk->change_settings(settings));
  learner.time += 90 * core::ms_per_day;
  const auto outlook = [&] { return learner.desk->standing()->decks.front().outlook; };
  REQUIRE(outlook().due == 30);
  const int waiting = outlook().waiting;
  REQUIRE(waiting > 50);
  tests::SimulatedLearner student(3);
  auto begun = learner.desk->begin(deck_id, {quiz::Mode::drill, {}, 0});
  CHECK(begun->session.standing().total == 30);
  CHECK(learner.desk->begin(deck_id, {quiz::Mode::all_due, {}, 0})->session.standing().total ==
        30 + waiting);
  const std::int64_t morning = learner.time;
  student.study(*learner.desk, deck_id, quiz::Mode::drill, learner.time);
  CHECK(outlook().due == 0);
  CHECK(outlook().waiting == waiting);
  learner.time = morning + core::ms_per_day;
  CHECK(outlook().due == 30);
}
