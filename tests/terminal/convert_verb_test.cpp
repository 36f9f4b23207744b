// `entente convert` and `entente print`, as a person calls them.

#include "core/file.h"
#include "deck/deck_file.h"
#include "support/shared.h"
#include "terminal/verbs.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <unistd.h>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

namespace {

struct Home {
  fs::path path = fs::temp_directory_path() / ("entente-convert-" + std::to_string(::getpid()));
  Home() { fs::create_directories(path); }
  ~Home() { fs::remove_all(path); }
  [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
};

struct Said {
  int code = 0;
  std::string out, err;
};

Said say(const fs::path& data, const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int code = run(words, Context{in, out, err, core::system_clock(), data},
                       [](const WindowRequest&) { return exit_software; });
  return {code, out.str(), err.str()};
}

const std::string shipped_file = (tests::root() / "decks" / "russia-china-2021.xml").string();

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a deck goes out by the file's name and comes back") {
  const Home home;
  const auto shipped = deck::read_deck_file(shipped_file);
  REQUIRE(shipped);
  const std::string kept = "kept " + std::to_string(shipped->deck.cards.size()) + ": cards";
  for (const char* name : {"x.csv", "x.gift", "x.apkg", "x.kvtml", "x.zip"}) {
    const Said out = say(home.path, {"convert", shipped_file, home.file(name)});
    CHECK(out.code == exit_good);
    CHECK(has(out.out, kept));
    const Said in = say(home.path, {"convert", home.file(name), home.file("back.xml")});
    CHECK(in.code == exit_good);
    CHECK(has(in.out, kept));
  }
}

TEST_CASE("a bad file is named with its line, and nothing is written") {
  const Home home;
  REQUIRE(core::write_file(home.file("x.aiken"), "Q?\nA. x\nB. y\nANSWER: C\n"));
  const Said said = say(home.path, {"convert", home.file("x.aiken"), home.file("x.xml")});
  CHECK(said.code == exit_bad_data);
  CHECK(has(said.err, "x.aiken:4:1: \"C\" is no option of this question."));
  CHECK_FALSE(fs::exists(home.file("x.xml")));
}

TEST_CASE("pasted text is previewed with one's own separators") {
  const Home home;
  REQUIRE(core::write_file(home.file("x.txt"), "dog = hond;cat = kat"));
  const Said said = say(home.path, {"convert", home.file("x.txt"), "--preview", "--term-separator",
                                    " = ", "--card-separator", ";"});
  CHECK(said.code == exit_good);
  CHECK(has(said.out, "2 cards in \"x\"\n  dog\n    = hond\n"));
}

TEST_CASE("a file of no known format is asked about") {
  const Home home;
  REQUIRE(core::write_file(home.file("x.odd"), "abc"));
  CHECK(say(home.path, {"convert", home.file("x.odd"), home.file("x.xml")}).code == exit_usage);
  CHECK(say(home.path, {"convert", home.file("gone.csv"), home.file("x.xml")}).code ==
        exit_no_input);
}

TEST_CASE("answers travel in a package, and twice is as once") {
  const Home home;
  const Said first = say(home.path, {"convert", shipped_file, home.file("x.apkg"), "--history"});
  CHECK(first.code == exit_good);
  const Said again =
      say(home.path, {"convert", home.file("x.apkg"), home.file("x.xml"), "--history"});
  CHECK(has(again.out, "kept 0: answers new"));
}

TEST_CASE("a deck is printed") {
  const Home home;
  const Said said =
      say(home.path, {"print", shipped_file, "-o", home.file("x.pdf"), "--questions", "3"});
  CHECK(said.code == exit_good);
  CHECK(has(said.out, "2 pages"));
  CHECK(say(home.path, {"print", shipped_file, "--form", "ab"}).code == exit_usage);
  CHECK(say(home.path, {"print", shipped_file, "--kind", "poster"}).code == exit_usage);
}
