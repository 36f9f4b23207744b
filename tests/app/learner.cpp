#include "app/learner.h"

#include "core/random.h"
#include "quiz/synthetic.h"
#include "service/desk.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <unistd.h>

namespace entente::tests {

namespace fs = std::filesystem;

namespace {

constexpr const char* deck = "russia-china-2021";
constexpr int days_of_months = 84;

bool knows(const quiz::Question& question, core::Random& random) {
  const double chance = question.first_sight ? 0.55 : question.recall.value_or(0.8);
  return random.unit() < chance;
}

quiz::Message next_message(const quiz::Session& session, core::Random& random) {
  if (const auto* asked = std::get_if<quiz::Asked>(&session.phase()))
    return quiz::Answer{knows(asked->question, random) ? right_answer(session)
                                                       : wrong_answer(session)};
  if (std::holds_alternative<quiz::Revealed>(session.phase())) return quiz::Settle{};
  return quiz::GoOn{};
}

struct Clock {
  std::int64_t ms = 0;
  int offset_minutes = 0;
  [[nodiscard]] core::Moment now() const { return {ms, offset_minutes}; }
};

void study_once(service::Desk& desk, Clock& clock, core::Random& random) {
  auto begun = desk.begin(deck, {quiz::Mode::drill, {}, 1 + random.next(), {}});
  REQUIRE(begun);
  while (!std::holds_alternative<quiz::Finished>(begun->session.phase())) {
    clock.ms += 2500 + random.below(7000);
    const auto outputs = begun->session.take(next_message(begun->session, random), clock.now());
    REQUIRE(desk.keep(begun->ledger, outputs));
  }
  if (!begun->session.answers().empty()) REQUIRE(desk.finish(begun->ledger, begun->session));
}

} // namespace

fs::path fresh_folder() {
  static int made = 0;
  const fs::path memory = "/dev/shm";
  const fs::path base = ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
  const fs::path folder =
      base / ("entente-test-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

void study(const fs::path& data, Past past, core::Moment until) {
  if (past == Past::none) return;
  const int days = past == Past::one_day ? 1 : days_of_months;
  Clock clock{until.utc_ms - days * core::ms_per_day, until.offset_minutes};
  auto desk = service::Desk::open({data, root() / "decks", [&clock] { return clock.now(); }});
  REQUIRE(desk);
  core::Random random(7);
  for (int day = days; day > 0; --day) {
    clock.ms = until.utc_ms - day * core::ms_per_day + random.below(9) * core::ms_per_hour;
    // A day off now and then, but not lately: a streak is to be seen.
    if (day > 9 && random.unit() < 0.3) continue;
    study_once(*desk, clock, random);
  }
}

void give_past(const fs::path& data, Past past) {
  if (past == Past::none) return;
  struct Made {
    fs::path folder = fresh_folder();
    ~Made() { fs::remove_all(folder); }
  };
  static std::map<Past, Made> made;
  if (made.find(past) == made.end()) study(made[past].folder, past, {return_ms, 0});
  fs::copy(made[past].folder, data, fs::copy_options::recursive);
}

} // namespace entente::tests
