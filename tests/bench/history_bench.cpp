// Figures of the history: one committed answer, opening and deriving with 100,000 answers, what the
// screens ask.

#include "bench/figures.h"
#include "history/backup.h"
#include "history/history.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace entente;
using namespace entente::history;
using namespace entente::bench;
namespace fs = std::filesystem;

namespace {

constexpr int answers = 100000;
constexpr int cards = 5000;

template <typename T> T must(core::Result<T> result) {
  if (result) return std::move(result).value();
  std::printf("%s\n", core::describe(result.error()).c_str());
  std::exit(1);
}

Answer answer(core::Random& random, int number) {
  Answer made;
  made.deck = "russia-china-2021";
  made.card = "card-" + std::to_string(random.below(cards));
  made.session = "session-" + std::to_string(number / 20);
  made.options = {"Vladimir Putin", "Xi Jinping", "Sergei Lavrov", "Wang Yi"};
  made.answered = made.options[random.below(4)];
  made.verdict = random.below(10) < 9 ? judge::Verdict::right : judge::Verdict::wrong;
  made.reason = "exact";
  made.proposed =
      made.verdict == judge::Verdict::right ? memory::Grade::good : memory::Grade::again;
  made.given = made.proposed;
  made.taken_ms = 1500 + random.below(9000);
  made.points = static_cast<int>(random.below(200));
  made.predicted = 0.7 + 0.3 * random.unit();
  return made;
}

// Three years of answers, ninety a day.
core::Moment moment(int number) { return {1700000000000 + number * (core::ms_per_day / 90), 60}; }

void fill(const fs::path& folder) {
  History history = must(History::open(folder));
  core::Random random(1);
  for (int number = 0; number < answers;) {
    std::vector<Event> events;
    const core::Moment at = moment(number);
    const std::string session = "session-" + std::to_string(number / 20);
    events.emplace_back(SessionStart{session, "russia-china-2021", Mode::drill});
    for (int end = number + 20; number < end; ++number) events.emplace_back(answer(random, number));
    events.emplace_back(SessionEnd{session, 0});
    must(history.append(at, events));
  }
}

void single_commits(const fs::path& folder) {
  History history = must(History::open(folder));
  core::Random random(2);
  std::vector<double> taken;
  for (int each = 0; each < 1000; ++each)
    taken.push_back(
        ms_of([&] { must(history.append(moment(answers + each), answer(random, each))); }));
  std::ranges::sort(taken);
  print("one committed answer, median", taken[500]);
  print("one committed answer, p99", taken[990]);
}

void questions(const fs::path& folder) {
  const History history = must(History::open(folder));
  Filter month;
  month.from_ms = moment(answers).utc_ms - 30 * core::ms_per_day;
  print("states of all cards", median_ms_of(5, [&] { must(history.states()); }));
  print("study days, all", median_ms_of(5, [&] { must(history.days()); }));
  Filter deck;
  deck.deck = "russia-china-2021";
  month.deck = deck.deck;
  print("recall, 30 days", median_ms_of(5, [&] { must(history.recall(month)); }));
  print("last ten sessions", median_ms_of(5, [&] { must(history.sessions(deck, 10)); }));
  print("best per deck and mode", median_ms_of(5, [&] { must(history.best()); }));
  print("wrong options chosen, all", median_ms_of(5, [&] { must(history.confusions()); }));
  print("counts, all", median_ms_of(5, [&] { must(history.counts()); }));
  print("what Today asks, together", median_ms_of(5, [&] {
          must(history.days());
          must(history.median_ms());
          must(history.states(*deck.deck));
          must(history.confusions(deck));
          must(history.rulings(*deck.deck));
          must(history.recall(month));
        }));
  print("what Results asks, together", median_ms_of(5, [&] {
          must(history.sessions(deck, 10));
          must(history.best());
        }));
  print("all rows as values", median_ms_of(3, [&] { must(history.rows()); }));
}

} // namespace

int main(int count, char** words) {
  std::string name = (fs::path(count > 1 ? words[1] : fs::temp_directory_path().c_str()) /
                      "entente-history-XXXXXX")
                         .string();
  if (::mkdtemp(name.data()) == nullptr) return 1;
  const fs::path folder = name;
  std::printf("history with %d answers of %d cards\n", answers, cards);
  print("open a new history", ms_of([&] { must(History::open(folder / "new")); }));
  print("append in batches of 20", ms_of([&] { fill(folder); }));
  print("open", median_ms_of(9, [&] { must(History::open(folder)); }));
  print("open and read all states",
        median_ms_of(9, [&] { must(must(History::open(folder)).states()); }));
  print("derive everything anew", median_ms_of(3, [&] {
          if (!must(History::open(folder)).rebuild()) std::exit(1);
        }));
  questions(folder);
  print("daily backup, checked", ms_of([&] { must(back_up_daily(folder, moment(answers))); }));
  std::printf("%-52s %9.1f MB\n", "file",
              static_cast<double>(fs::file_size(folder / "history.db")) / 1e6);
  single_commits(folder);
  fs::remove_all(folder);
}
