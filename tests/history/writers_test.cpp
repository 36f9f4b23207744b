// Several processes on one folder: the second reads, two never write at once, and nothing that was
// acknowledged is lost when a writer is killed.

#include "history/history.h"

#include "core/random.h"
#include "history/history_fixture.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <functional>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

// A forked process that runs `work` with the writing end of a pipe, and ends.
class Child {
public:
  explicit Child(const std::function<void(int)>& work) {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    process_ = ::fork();
    if (process_ == 0) {
      ::close(ends[0]);
      work(ends[1]);
      ::_exit(0);
    }
    ::close(ends[1]);
    from_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill();
    ::close(from_);
  }

  // One byte, or none at the end.
  bool wait_for_byte() const {
    char byte = 0;
    return ::read(from_, &byte, 1) == 1;
  }
  // Every whole number that arrives until the end or `last`.
  [[nodiscard]] std::vector<std::int64_t> numbers(std::int64_t last = -9) const {
    std::vector<std::int64_t> found;
    std::int64_t number = 0;
    while (number != last && ::read(from_, &number, sizeof number) == sizeof number)
      found.push_back(number);
    return found;
  }
  // At most so many; waits for them.
  [[nodiscard]] std::vector<std::int64_t> numbers_up_to(std::size_t count) const {
    std::vector<std::int64_t> found;
    std::int64_t number = 0;
    while (found.size() < count && ::read(from_, &number, sizeof number) == sizeof number)
      found.push_back(number);
    return found;
  }
  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

private:
  pid_t process_ = 0;
  int from_ = -1;
};

void say(int pipe, std::int64_t number) {
  if (::write(pipe, &number, sizeof number) != sizeof number) ::_exit(3);
}

} // namespace

TEST_CASE("a second process says so, reads what the first writes, and records nothing") {
  const Folder folder;
  const Child first([&](int pipe) {
    auto history = History::open(folder.path);
    if (!history || !history->writable() || !history->append(moment(), answer("c1"))) ::_exit(1);
    if (::write(pipe, "x", 1) != 1) ::_exit(1);
    ::pause();
  });
  REQUIRE(first.wait_for_byte());
  History second = open(folder.path);
  CHECK_FALSE(second.writable());
  REQUIRE(second.notices().size() == 1);
  CHECK(second.notices()[0].message ==
        "Another window or terminal has this history open; this one only reads it.");
  CHECK(must(second.rows()).size() == 1);
  CHECK(must(second.states()).size() == 1);
  const auto refused = second.append(moment(), answer("c2"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error() == second.notices()[0]);
  CHECK_FALSE(second.undo(1, moment()).has_value());
  CHECK_FALSE(second.rebuild().has_value());

  Options other; // its own model: the states are derived without the writer's tables
  other.scheduling.parameters = memory::defaults(memory::Algorithm::fsrs6);
  const History third = open(folder.path, other);
  const auto expected = memory::apply({"d", "c1"}, {moment(), memory::Grade::good},
                                      memory::Model(other.scheduling.parameters));
  CHECK(must(third.state("d", "c1")) == expected);
}

TEST_CASE("the lock goes with its process") {
  const Folder folder;
  {
    const Child first([&](int pipe) {
      const auto history = History::open(folder.path);
      if (::write(pipe, "x", 1) != 1 || !history) ::_exit(1);
      ::pause();
    });
    REQUIRE(first.wait_for_byte());
  }
  CHECK(open(folder.path).writable());
}

TEST_CASE("two openings in one process are two as well") {
  const Folder folder;
  const History first = open(folder.path);
  CHECK_FALSE(open(folder.path).writable());
}

TEST_CASE("of processes racing for a new folder one writes, and all see its history") {
  for (int round = 0; round < 10; ++round) {
    const Folder folder;
    const auto race = [&](int pipe) {
      auto history = History::open(folder.path / "data");
      if (!history) return say(pipe, 99);
      say(pipe, history->writable() ? 1 : 0);
      if (history->writable()) say(pipe, history->append(moment(), answer("c1")) ? 10 : -2);
      say(pipe, 99);
      ::pause();
    };
    Child one(race);
    Child two(race);
    std::vector<std::int64_t> said = one.numbers(99);
    for (const std::int64_t number : two.numbers(99)) said.push_back(number);
    one.kill();
    two.kill();
    std::ranges::sort(said);
    CHECK(said == std::vector<std::int64_t>{0, 1, 10, 99, 99});
    CHECK(must(open(folder.path / "data").rows()).size() == 1);
  }
}

TEST_CASE("killed at a random moment, 200 times, no acknowledged answer is lost") {
  const Folder folder(fs::temp_directory_path());
  core::Random random(20261123);
  std::set<std::int64_t> acknowledged;
  for (int round = 0; round < 200; ++round) {
    Child child([&](int pipe) {
      auto history = History::open(folder.path);
      if (!history || !history->writable() || !history->notices().empty()) return say(pipe, -1);
      for (int each = 0;; ++each) {
        const std::int64_t points = round * 100000 + each;
        Answer made = answer("c" + std::to_string(each % 7));
        made.points = static_cast<int>(points);
        if (!history->append(moment(round, each), made)) return say(pipe, -2);
        say(pipe, points);
        if (each % 11 == 10 && !history->append(moment(round, each), Reset{"d", ""}))
          return say(pipe, -3);
      }
    });
    // While opening, or after a few answers: at any point of an append.
    for (const std::int64_t points : child.numbers_up_to(random.below(6)))
      acknowledged.insert(points);
    std::this_thread::sleep_for(std::chrono::microseconds(random.below(8000)));
    child.kill();
    for (const std::int64_t points : child.numbers()) acknowledged.insert(points);
  }
  CHECK(acknowledged.size() > 200);
  CHECK(*acknowledged.begin() >= 0); // no round failed

  History history = open(folder.path);
  CHECK(history.notices().empty());
  for (const Row& row : must(history.rows()))
    if (const auto* made = std::get_if<Answer>(&row.event)) acknowledged.erase(made->points);
  CHECK(acknowledged.empty());
  const auto states = must(history.states());
  REQUIRE(history.rebuild());
  CHECK(must(history.states()) == states);
}
