#include "service/seminar.h"

#include "service/handlers.h"
#include "support/shared.h"
#include "support/simulated.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

constexpr const char* deck_id = "russia-china-2021";

// A learner with the shipped deck, on Monday 2 March 2026, 10:00.
struct Learner {
  fs::path data = fs::temp_directory_path() / ("entente-seminar-" + std::to_string(::getpid()));
  std::int64_t time = core::day_of({2026, 3, 2}).number * core::ms_per_day + 10 * core::ms_per_hour;
  service::Desk desk = open();
  service::Handlers handlers{desk, data, data, {}};

  service::Desk open() {
    fs::remove_all(data);
    auto opened = service::Desk::open(
        {data, tests::root() / "decks", [this] { return core::Moment{time, 0}; }});
    REQUIRE(opened);
    return std::move(*opened);
  }
  ~Learner() { fs::remove_all(data); }

  core::Day today() const { return core::study_day({time, 0}); }
  void next_day() { time += core::ms_per_day; }

  // What the worker sends once it is done.
  std::vector<service::Result> came() {
    while (!handlers.idle()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return handlers.came();
  }

  service::SeminarPlan planned() {
    std::optional<service::SeminarPlan> plan;
    for (const auto& result : came())
      if (const auto* each = std::get_if<service::SeminarPlanned>(&result)) plan = each->plan;
    REQUIRE(plan);
    return *plan;
  }

  service::DeckStanding standing() {
    const auto result = handlers.run(service::Refresh{});
    REQUIRE(result);
    const auto* refreshed = std::get_if<service::Refreshed>(&*result);
    REQUIRE(refreshed != nullptr);
    return refreshed->standing.decks.front();
  }

  void set(int days, int minutes) {
    [[maybe_unused]] const auto result =
        handlers.run(service::SetSeminar{deck_id, service::Seminar{today() + days, minutes, {}}});
  }
  std::size_t planned_cards() { return (*desk.material(deck_id))->planned.value().size(); }
};

} // namespace

TEST_CASE("a seminar that is set is planned by the worker, day by day to its date") {
  Learner learner;
  learner.set(5, 20);
  const auto plan = learner.planned();
  REQUIRE(plan.days.size() == 5);
  CHECK(plan.days.front().day == learner.today());
  CHECK(plan.without.expected == 0); // nothing was ever seen
  CHECK(plan.with_plan.expected > 0.5);
  CHECK(plan.with_more.expected >= plan.with_plan.expected);
  CHECK_FALSE(plan.today.empty());
  CHECK(learner.standing().choices.forecast->with_plan == plan.with_plan);
}

TEST_CASE("the drill asks what the plan wants today, and no more when the minutes are spent") {
  Learner learner;
  learner.set(6, 5);
  const auto plan = learner.planned();
  const auto standing = learner.standing();
  CHECK(standing.outlook.fresh == static_cast<int>(plan.today.size()));
  CHECK(standing.outlook.due == 0);
  tests::SimulatedLearner(1).study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
  const auto states = learner.desk.history().states(deck_id);
  std::set<std::string> seen, wanted(plan.today.begin(), plan.today.end());
  for (const auto& each : *states) seen.insert(each.card);
  CHECK(seen == wanted);
  CHECK(learner.planned_cards() == 0);
  learner.next_day();
  CHECK(learner.planned_cards() > 0);
}

TEST_CASE("on a day off nothing is asked, and after the date cards go on as ordinary reviews") {
  Learner learner;
  service::Seminar seminar{learner.today() + 3, 30, {}};
  seminar.off[0] = true; // Monday
  [[maybe_unused]] const auto set = learner.handlers.run(service::SetSeminar{deck_id, seminar});
  const auto plan = learner.planned();
  CHECK(plan.today.empty());
  CHECK(plan.days[0].off);
  CHECK(plan.days[0].expected.cards == 0);
  CHECK(plan.days[1].expected.cards > 0);
  learner.time += 4 * core::ms_per_day;
  CHECK_FALSE((*learner.desk.material(deck_id))->planned);
  CHECK(learner.standing().outlook.fresh == 20);
}

TEST_CASE("a seminar that is over is asked about, and the answer stays beside the forecast") {
  Learner learner;
  learner.set(2, 30);
  const auto plan = learner.planned();
  learner.time += 3 * core::ms_per_day;
  CHECK(learner.standing().choices.seminar); // over, and still there to be asked about
  [[maybe_unused]] const auto told = learner.handlers.run(service::TellSeminar{deck_id, 0.75});
  const auto choices = learner.standing().choices;
  CHECK_FALSE(choices.seminar);
  REQUIRE(choices.past.size() == 1);
  CHECK(choices.past[0].known == 0.75);
  CHECK(choices.past[0].forecast->with_plan == plan.with_plan);
  const auto again = service::load_choices(learner.data);
  CHECK(again.problems.empty());
  CHECK(again.choices.at(deck_id).past.front().known == 0.75);
}

TEST_CASE("a date moved twice at once gives one plan, for the last") {
  Learner learner;
  learner.set(30, 20);
  learner.set(40, 20);
  learner.set(4, 20);
  int plans = 0;
  for (const auto& result : learner.came())
    if (const auto* plan = std::get_if<service::SeminarPlanned>(&result)) {
      ++plans;
      CHECK(plan->plan.days.size() == 4);
    }
  CHECK(plans == 1);
}

TEST_CASE("too little time: the plan names the cards it leaves") {
  Learner learner;
  learner.set(2, 5);
  const auto plan = learner.planned();
  CHECK(plan.left.size() > 30);
  const std::set<std::string> left(plan.left.begin(), plan.left.end());
  for (const std::string& id : plan.today) CHECK_FALSE(left.contains(id));
}

TEST_CASE("answers grow until the model is fitted to them by itself") {
  Learner learner;
  tests::SimulatedLearner student(3, -0.8);
  for (int day = 0; day < 25; ++day) {
    student.study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
    learner.next_day();
  }
  REQUIRE(learner.desk.history().counts()->answers > 200);
  CHECK(learner.desk.history().parameter_sets()->empty());
  [[maybe_unused]] const auto before = learner.standing(); // Today asks the worker
  [[maybe_unused]] const auto results = learner.came();
  const auto sets = learner.desk.history().parameter_sets();
  REQUIRE(sets->size() == 1);
  const auto& set = sets->front().second;
  CHECK(set.answers > 200);
  CHECK(set.log_loss <= set.log_loss_default);
  CHECK((*learner.desk.material(deck_id))->parameters == set.parameters);
  [[maybe_unused]] const auto after = learner.standing();
  CHECK(learner.came().empty()); // and not again before there are more
}

TEST_CASE("work beside the window that fails is told, not passed over") {
  Learner learner;
  tests::SimulatedLearner(1).study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
  service::Handlers lost{learner.desk, learner.data / "not-there", learner.data, {}};
  tests::SimulatedLearner student(3, -0.8);
  for (int day = 0; day < 12; ++day) {
    learner.next_day();
    student.study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
  }
  [[maybe_unused]] const auto refreshed = lost.run(service::Refresh{});
  while (!lost.idle()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  const auto results = lost.came();
  REQUIRE(results.size() == 1);
  const auto* failed = std::get_if<service::Failed>(&results.front());
  REQUIRE(failed != nullptr);
  CHECK(failed->what == std::string("learn from your answers"));
}

TEST_CASE("weights are not changed in the middle of a session") {
  Learner learner;
  tests::SimulatedLearner student(3, -0.8);
  for (int day = 0; day < 12; ++day) {
    student.study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
    learner.next_day();
  }
  [[maybe_unused]] const auto before = learner.standing();
  const auto begun = learner.handlers.run(service::BeginSession{deck_id, quiz::Mode::quick, {}});
  REQUIRE(std::holds_alternative<service::SessionBegun>(*begun));
  [[maybe_unused]] const auto results = learner.came();
  CHECK(learner.desk.history().parameter_sets()->empty());
  [[maybe_unused]] const auto finished =
      learner.handlers.run(service::FinishSession{std::get<service::SessionBegun>(*begun).session});
  [[maybe_unused]] const auto later = learner.came();
  CHECK(learner.desk.history().parameter_sets()->size() == 1);
}

TEST_CASE("a deck may have a model and a wanted recall of its own") {
  Learner learner;
  tests::SimulatedLearner(1).study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
  const auto before = learner.desk.history().states(deck_id);
  [[maybe_unused]] const auto chosen =
      learner.handlers.run(service::ChooseMemory{deck_id, memory::Algorithm::fsrs6, 0.8});
  const auto material = learner.desk.material(deck_id);
  CHECK((*material)->parameters.algorithm == memory::Algorithm::fsrs6);
  CHECK((*material)->settings.wanted_recall == 0.8);
  const auto after = learner.desk.history().states(deck_id);
  REQUIRE(before->size() == after->size());
  CHECK(before->front().state->fast > 0);
  CHECK(after->front().state->fast == 0); // FSRS-6 has no fast trace
  [[maybe_unused]] const auto back =
      learner.handlers.run(service::ChooseMemory{deck_id, std::nullopt, std::nullopt});
  CHECK(*learner.desk.history().states(deck_id) == *before);
}

TEST_CASE("the workload of each wanted recall is measured for both models") {
  Learner learner;
  tests::SimulatedLearner(1).study(learner.desk, deck_id, quiz::Mode::drill, learner.time);
  CHECK_FALSE(learner.handlers.run(service::MeasureWorkload{deck_id}));
  const auto results = learner.came();
  REQUIRE(results.size() == 1);
  const auto& workload = std::get<service::WorkloadMeasured>(results.front()).workload;
  REQUIRE(workload.curves.size() == 2);
  for (const auto& curve : workload.curves) {
    CHECK(curve.points.front().minutes_per_day < curve.points.back().minutes_per_day);
    CHECK(curve.points.front().known < curve.points.back().known);
  }
}

TEST_CASE("pace begins at the published means and moves to the learner's own") {
  CHECK(service::pace_of({}, 240).costs == memory::Costs{});
  CHECK(service::pace_of({}, 240).departure.shift == 0);
  std::vector<history::Row> rows;
  for (int i = 0; i < 400; ++i) {
    history::Answer answer;
    answer.card = std::to_string(i);
    answer.given = i % 2 == 0 ? memory::Grade::good : memory::Grade::again;
    answer.taken_ms = 25000;
    answer.predicted = 0.9;
    rows.push_back({{}, {i * core::ms_per_minute, 0}, answer});
  }
  const auto pace = service::pace_of(rows, 240);
  CHECK(pace.costs.recalled == doctest::Approx((50 * 12 + 200 * 30) / 250.0));
  CHECK(pace.costs.first == memory::Costs{}.first);
  CHECK(pace.departure.shift < -1); // half were recalled of nine in ten promised
}

TEST_CASE("fits come sooner while a history is small") {
  CHECK_FALSE(service::refit_is_due(99, 0));
  CHECK(service::refit_is_due(100, 0));
  CHECK_FALSE(service::refit_is_due(131, 100));
  CHECK(service::refit_is_due(132, 100));
  CHECK_FALSE(service::refit_is_due(20900, 20000));
  CHECK(service::refit_is_due(21000, 20000));
}

TEST_CASE("a card that was reset is another card in the review log") {
  history::Answer answer;
  answer.deck = "d";
  answer.card = "c";
  const auto row = [](std::int64_t ms, history::Event event) {
    return history::Row{{}, {ms, 60}, std::move(event)};
  };
  history::Answer practice = answer;
  practice.counts = false;
  const std::vector<history::Row> rows = {row(1, answer), row(2, practice), row(3, answer),
                                          row(4, history::Reset{"d", ""}), row(5, answer)};
  const auto log = service::review_log_of(rows);
  REQUIRE(log.reviews.size() == 3);
  CHECK(log.reviews[0].card == log.reviews[1].card);
  CHECK(log.reviews[2].card != log.reviews[0].card);
  CHECK(log.reviews[0].utc_ms == 1 + 60 * core::ms_per_minute);
}
