// `entente plan`: what will be known on a day.

#include "terminal/verbs.h"

#include "support/shared.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

namespace {

struct Planned {
  int code = 0;
  std::string out, err;
  [[nodiscard]] bool says(const std::string& words) const {
    return out.find(words) != std::string::npos;
  }
};

// On Thursday 20 May 2021, with no answer given yet.
Planned plan(std::vector<std::string> words, bool interrupted = false) {
  const fs::path data = fs::temp_directory_path() / ("entente-plan-" + std::to_string(::getpid()));
  fs::remove_all(data);
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  words.insert(words.begin(), "plan");
  Context context{in, out, err, [] { return core::Moment{1'621'500'000'000, 0}; }, data};
  context.interrupted = [interrupted] { return interrupted; };
  Planned planned;
  planned.code = run(words, context, [](const WindowRequest&) { return exit_software; });
  planned.out = out.str();
  planned.err = err.str();
  fs::remove_all(data);
  return planned;
}

constexpr const char* deck = "russia-china-2021";

} // namespace

TEST_CASE("a plan as JSON holds each day, today's cards and what is expected with its range") {
  const auto planned =
      plan({deck, "--date", "2021-05-28", "--minutes", "20", "--days-off", "sat,sun", "--json"});
  REQUIRE(planned.code == exit_good);
  const auto all = nlohmann::json::parse(planned.out);
  CHECK(all["deck"] == deck);
  CHECK(all["today"] == "2021-05-20");
  REQUIRE(all["days"].size() == 8);
  CHECK(all["days"][2]["off"] == true); // Saturday
  CHECK(all["days"][2]["cards"] == 0);
  CHECK(all["days"][0]["cards"] > 0);
  CHECK(all["without_study"]["expected"] == 0);
  CHECK(all["with_plan"]["expected"] > 0.5);
  CHECK(all["with_plan"]["low"] < all["with_plan"]["expected"]);
  CHECK(all["with_five_more_minutes"]["expected"] >= all["with_plan"]["expected"]);
  CHECK_FALSE(all["todays_cards"].empty());
}

TEST_CASE("a plan for people says which cards there is no time for") {
  const auto planned = plan({deck, "--date", "2021-05-22", "--minutes", "4"});
  REQUIRE(planned.code == exit_good);
  CHECK(planned.says("2 days to Sat 2021-05-22, 4 minutes a day"));
  CHECK(planned.says("with five minutes more"));
  CHECK(planned.says("Today, "));
  CHECK(planned.says("There is no time for "));
}

TEST_CASE("a deck may be named by its file, and is not put on the list") {
  const auto file = tests::root() / "decks" / "russia-china-2021.xml";
  CHECK(plan({file.string(), "--date", "2021-05-28", "--minutes", "20"}).code == exit_good);
}

TEST_CASE("what cannot be planned is said plainly") {
  CHECK(plan({deck, "--date", "2021-02-30", "--minutes", "20"}).code == exit_usage);
  CHECK(plan({deck, "--date", "soon", "--minutes", "20"}).code == exit_usage);
  CHECK(plan({deck, "--date", "2021-05-28", "--minutes", "0"}).code == exit_usage);
  CHECK(plan({deck, "--date", "2021-05-28", "--minutes", "20", "--days-off", "someday"}).code ==
        exit_usage);
  const auto past = plan({deck, "--date", "2021-05-20", "--minutes", "20"});
  CHECK(past.code == exit_usage);
  CHECK(past.err.find("not after today, 2021-05-20") != std::string::npos);
  CHECK(plan({deck}).code == exit_usage); // nothing set, nothing named
  CHECK(plan({"/nowhere/deck.xml", "--date", "2021-05-28", "--minutes", "20"}).code ==
        exit_no_input);
  const fs::path broken = fs::temp_directory_path() / "entente-plan-broken.xml";
  std::ofstream(broken) << "<deck";
  CHECK(plan({broken.string(), "--date", "2021-05-28", "--minutes", "20"}).code == exit_bad_data);
  fs::remove(broken);
}

TEST_CASE("Ctrl-C stops planning cleanly") {
  const auto stopped = plan({deck, "--date", "2021-05-28", "--minutes", "20"}, true);
  CHECK(stopped.code == exit_interrupted);
  CHECK(stopped.out.empty());
}
