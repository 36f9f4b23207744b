// The text-mode drill, driven by lines as a person types them, on the shipped deck.

#include "terminal/verbs.h"

#include "service/texts.h"

#include "support/shared.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <unistd.h>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

namespace {

struct Home {
  fs::path path = fs::temp_directory_path() / ("entente-drill-" + std::to_string(::getpid()));
  Home() { fs::remove_all(path); }
  ~Home() { fs::remove_all(path); }
};

constexpr std::int64_t start_ms = 1'621'500'000'000; // 20 May 2021

struct Drilled {
  int code = 0;
  std::string out, err;
  [[nodiscard]] bool says(const std::string& words) const {
    return out.find(words) != std::string::npos;
  }
};

// The clock moves on by five seconds at each look.
Drilled drill(const fs::path& data, const std::string& input, std::int64_t from_ms = start_ms,
              std::vector<std::string> words = {"drill", "russia-china-2021"}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  std::int64_t time = from_ms;
  Drilled drilled;
  drilled.code =
      run(words, Context{in, out, err, [&] { return core::Moment{time += 5000, 0}; }, data},
          [](const WindowRequest&) { return exit_software; });
  drilled.out = out.str();
  drilled.err = err.str();
  return drilled;
}

} // namespace

TEST_CASE("at the end of input the drill stops cleanly with its summary") {
  const Home home;
  const Drilled nothing = drill(home.path, "");
  CHECK(nothing.code == exit_good);
  CHECK(nothing.says("No answer given; nothing recorded."));
  const Drilled one = drill(home.path, "1\n");
  CHECK(one.code == exit_good);
  CHECK(one.says("Right first time: "));
}

TEST_CASE("what was answered is not asked as new again, and comes back on its day") {
  const Home home;
  CHECK(drill(home.path, "").says("0 due, 20 new"));
  const Drilled first = drill(home.path, "1\n4\n1\n4\n1\n4\n:q\n"); // answer, easy
  CHECK(first.says("of 3."));
  CHECK(drill(home.path, "").says("17 new"));
  const Drilled next_year = drill(home.path, "", start_ms + 400 * core::ms_per_day);
  CHECK(next_year.says("3 due, 20 new"));
}

TEST_CASE("undo takes an answer back, on disk too") {
  const Home home;
  CHECK(drill(home.path, "1\n\n:u\n:u\n:q\n").says("Undone."));
  CHECK(drill(home.path, "").says("0 due, 20 new"));
}

TEST_CASE("a deck that is not there is an error with a name") {
  const Home home;
  const Drilled unknown = drill(home.path, "", start_ms, {"drill", "no-such-deck.xml"});
  CHECK(unknown.code == exit_no_input);
  CHECK(unknown.err.find("There is no such file.") != std::string::npos);
}

TEST_CASE("a drill is narrowed by the names it says itself, and what is not there is told") {
  const Home home;
  const auto narrowed = [&](const std::string& option, const std::string& value) {
    return drill(home.path, "", start_ms, {"drill", "russia-china-2021", option, value});
  };
  CHECK(narrowed("--category", "Dates").says("0 due, 15 new"));
  CHECK(narrowed("--category", "dates").says("0 due, 15 new"));
  const Drilled unknown = narrowed("--category", "Rivers");
  CHECK(unknown.code == exit_usage);
  CHECK(unknown.err.find("The deck has no category \"Rivers\". It has: Cooperation, Dates, "
                         "Quotes, Speakers.") != std::string::npos);
  CHECK(narrowed("--tag", "rivers").err.find("The deck has no tag \"rivers\".") !=
        std::string::npos);
  CHECK(narrowed("--search", "rivers").says("No card fits this choice."));
  CHECK(drill(home.path, "", start_ms, {"drill", "russia-china-2021", "--missed"})
            .says("No card was missed so far."));
}

TEST_CASE("what sets a card aside is said") {
  const Home home;
  const Drilled drilled = drill(home.path, ":s\n:b\n:x\n:q\n");
  CHECK(drilled.says("Skipped: it comes again at the end."));
  CHECK(drilled.says("Buried until tomorrow."));
  CHECK(drilled.says("Suspended: it is not asked any more."));
}

TEST_CASE("where the learner attached the text an answer says its passage") {
  const Home home;
  std::string words;
  for (int i = 1; i <= 30; ++i)
    words += "Passage " + std::to_string(i) + " is about a river in the plain.\n\n";
  const auto told = [&] {
    return drill(home.path, ":n\n", start_ms,
                 {"drill", "russia-china-2021", "--search", "Lavrov–Blinken own", "--mode", "cram"})
        .says("is about a river in the plain.");
  };
  CHECK(!told());
  REQUIRE(service::Texts(home.path).attach("russia-china-2021", "article", words).has_value());
  CHECK(told());
}

TEST_CASE("reading through shows every card and records nothing") {
  const Home home;
  const Drilled read = drill(home.path, "", start_ms, {"drill", "russia-china-2021", "--read"});
  CHECK(read.code == exit_good);
  CHECK(read.says("US Secretary of State"));
  CHECK(drill(home.path, "").says("0 due, 20 new"));
}
