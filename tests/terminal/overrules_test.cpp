// The learner overrules the judge: remembered past the end of the program, both ways, and offered
// to the teacher as a change of the deck.

#include "terminal/verbs.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

namespace {

constexpr const char* deck_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<deck xmlns="urn:entente:deck" version="1" id="moon" language="en">
  <title>Moon</title>
  <category id="areas" colour="areas">Areas</category>
  <!-- the teacher's own note -->
  <card id="station" category="areas" forms="typed">
    <prompt>What is to be built?</prompt>
    <answer kind="text">a moon station</answer>
    <accept>a station on the moon</accept>
    <wrong>a telescope<why>Nobody speaks of one.</why></wrong>
  </card>
</deck>
)";

struct Class {
  fs::path folder = fs::temp_directory_path() / ("entente-overrules-" + std::to_string(::getpid()));
  fs::path deck = folder / "moon.xml";
  int day = 0;
  Class() {
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(deck) << deck_text;
  }
  ~Class() { fs::remove_all(folder); }

  // A fresh program each time, a year later than the last, five seconds at each look at the clock.
  std::string drill(const std::string& input) { return run_verb({"drill", deck.string()}, input); }
  std::string overrules(bool apply = false) {
    std::vector<std::string> words = {"overrules", deck.string()};
    if (apply) words.emplace_back("--apply");
    return run_verb(words, "");
  }
  std::string run_verb(const std::vector<std::string>& words, const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    std::int64_t time = 1'621'500'000'000 + ++day * 366LL * core::ms_per_day;
    const Context context{in, out, err, [&] { return core::Moment{time += 5000, 0}; },
                          folder / "learner"};
    CHECK(run(words, context, [](const WindowRequest&) { return exit_software; }) == exit_good);
    CHECK(err.str().empty());
    return out.str();
  }
  std::string deck_now() const {
    std::ifstream file(deck);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
};

bool says(const std::string& text, const std::string& words) {
  const bool found = text.find(words) != std::string::npos;
  if (!found) MESSAGE(text);
  return found;
}

} // namespace

TEST_CASE("an answer held right is right the next time, and can be written into the deck") {
  Class school;
  const std::string first = school.drill("a lunar base\n:o\n\n:q\n");
  CHECK(says(first, "Wrong."));
  CHECK(says(first, "Counted as right, now and next time."));
  CHECK(says(school.drill("A LUNAR  base\n\n:q\n"), "Right."));
  CHECK(says(school.overrules(), "station: accept \"a lunar base\" for \"a moon station\""));
  CHECK(school.deck_now() == deck_text);
  CHECK(says(school.overrules(true), "Wrote 1 change into"));
  CHECK(says(school.deck_now(), "<accept>a lunar base</accept>"));
  CHECK(says(school.deck_now(), "<!-- the teacher's own note -->"));
  CHECK(says(school.overrules(), "Nobody overruled the judge"));
}

TEST_CASE("an answer held wrong is wrong the next time, and becomes a wrong option") {
  Class school;
  CHECK(says(school.drill("moon station\n:o\n\n:q\n"), "Counted as wrong, now and next time."));
  CHECK(says(school.drill("moon station\n\n:q\n"), "Wrong."));
  CHECK(says(school.overrules(true), "add \"moon station\" as a wrong option"));
  CHECK(says(school.deck_now(), "<wrong>moon station<why>"));
}

TEST_CASE("an accepted variant that was refused leaves the deck") {
  Class school;
  CHECK(says(school.drill("a station on the moon\n:o\n\n:q\n"), "Counted as wrong"));
  CHECK(says(school.overrules(true), "no longer accept \"a station on the moon\""));
  CHECK(school.deck_now().find("<accept>") == std::string::npos);
}

TEST_CASE("pressed twice the verdict stands, and the last word on a text counts") {
  Class school;
  CHECK(says(school.drill("a lunar base\n:o\n:o\n\n:q\n"), "Wrong. The answer: a moon station"));
  CHECK(says(school.overrules(), "Nobody overruled the judge"));
  (void)school.drill("a lunar base\n:o\n\n:q\n");
  (void)school.drill("a lunar base\n:o\n\n:q\n");
  CHECK(says(school.overrules(), "add \"a lunar base\" as a wrong option"));
}

TEST_CASE("a wrong option that was held right is left to the teacher") {
  Class school;
  (void)school.drill("a telescope\n:o\n\n:q\n");
  CHECK(says(school.overrules(true), "held the wrong option \"a telescope\" right"));
  CHECK(school.deck_now() == deck_text);
}
