#include "core/file.h"
#include "deck/clean_decks.h"
#include "terminal/verbs.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

TEST_CASE("diff tells what a new version changes and whose progress to reset") {
  const fs::path folder = fs::temp_directory_path() / "entente_diff_verb_test";
  fs::create_directories(folder);
  std::string changed = tests::nature_deck;
  changed.replace(changed.find("<answer>platypus"), 16, "<answer>echidna");
  changed.replace(changed.find("Rust colours"), 12, "Iron colours");
  REQUIRE(core::write_file(folder / "old.xml", tests::nature_deck));
  REQUIRE(core::write_file(folder / "new.xml", changed));
  const auto diffed = [&](std::vector<std::string> arguments) {
    std::istringstream in;
    std::ostringstream out, err;
    arguments.insert(arguments.begin(), "diff");
    const int code = run(arguments, Context{in, out, err, [] { return core::Moment{}; }, "/none"},
                         [](const WindowRequest&) { return exit_software; });
    CHECK(code == exit_good);
    return out.str();
  };
  const std::string before = (folder / "old.xml").string(), after = (folder / "new.xml").string();
  const std::string words = diffed({before, after});
  CHECK(words.find("~ egg: answer\n  its progress should begin anew") != std::string::npos);
  CHECK(words.find("~ red: explanation\n0 added, 2 changed, 0 removed; progress to reset: 1") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(diffed({before, after, "--json"}));
  CHECK(json["reset_progress"] == nlohmann::json::array({"egg"}));
  CHECK(json["same_deck"] == true);
  CHECK(diffed({before, before}).starts_with("0 added, 0 changed"));
  fs::remove_all(folder);
}
