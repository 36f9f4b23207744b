// `entente history export` and `import`, as a person calls them.

#include "history/history.h"
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
  fs::path path = fs::temp_directory_path() / ("entente-move-" + std::to_string(::getpid()));
  Home() { fs::create_directories(path); }
  ~Home() { fs::remove_all(path); }
};

struct Said {
  int code = 0;
  std::string out, err;
};

Said say(const fs::path& data, std::vector<std::string> words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  words.insert(words.begin(), "history");
  const int code = run(words, Context{in, out, err, core::system_clock(), data},
                       [](const WindowRequest&) { return exit_software; });
  return {code, out.str(), err.str()};
}

void answer_once(const fs::path& data) {
  auto history = history::History::open(data);
  REQUIRE(history);
  history::Answer answer;
  answer.deck = "d";
  answer.card = "c";
  REQUIRE(history->append({1700000000000, 60}, answer));
}

} // namespace

TEST_CASE("a learner moves by two commands") {
  const Home home;
  const std::string file = (home.path / "me").string();
  answer_once(home.path / "old");
  const Said out = say(home.path / "old", {"export", file});
  CHECK(out.code == exit_good);
  CHECK(out.out == "Exported 1 row to " + file + ".\n");
  const Said in = say(home.path / "new", {"import", file});
  CHECK(in.code == exit_good);
  CHECK(in.out == "Added 1 row; 0 were here already.\n");
  CHECK(say(home.path / "new", {"import", file}).out == "Added 0 rows; 1 were here already.\n");
}

TEST_CASE("what cannot be moved says why") {
  const Home home;
  const Said none = say(home.path / "none", {"export", (home.path / "me").string()});
  CHECK(none.code == exit_no_input);
  CHECK(none.err == "entente: " + (home.path / "none" / "history.db").string() +
                        ": There is no history here yet. Answer a card first, or name another data "
                        "folder.\n");
  CHECK_FALSE(fs::exists(home.path / "none"));
  answer_once(home.path / "data");
  const Said absent = say(home.path / "data", {"import", (home.path / "no").string()});
  CHECK(absent.code == exit_no_input);
  const auto holder = history::History::open(home.path / "data");
  const Said held = say(home.path / "data", {"import", (home.path / "no").string()});
  CHECK(held.code == exit_unavailable);
  CHECK(say(home.path / "data", {"export", (home.path / "me").string()}).code == exit_good);
  CHECK(say(home.path / "data", {}).code == exit_usage);
}
