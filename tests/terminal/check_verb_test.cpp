#include "core/file.h"
#include "deck/clean_decks.h"
#include "support/shared.h"
#include "terminal/verbs.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

namespace {

struct Said {
  int code;
  std::string out, err;
};

Said run_check(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  std::istringstream in;
  std::ostringstream out, err;
  const int code = run(arguments, Context{in, out, err, [] { return core::Moment{}; }, "/none"},
                       [](const WindowRequest&) { return exit_software; });
  return {code, out.str(), err.str()};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

class Folder {
public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  std::string file(const std::string& name, const std::string& bytes) {
    REQUIRE(core::write_file(path_ / name, bytes));
    return (path_ / name).string();
  }

private:
  fs::path path_ = fs::temp_directory_path() / "entente_check_verb_test";
};

} // namespace

TEST_CASE("the shipped deck and clean decks pass") {
  Folder folder;
  const auto said = run_check({(tests::root() / "decks/russia-china-2021.xml").string(),
                               folder.file("harbour.xml", tests::harbour_deck), "--source",
                               folder.file("harbour.txt", tests::harbour_text)});
  // Only the second deck was made from that text: quotations of the first are not in it.
  CHECK(said.err.empty());
  CHECK(run_check({(tests::root() / "decks/russia-china-2021.xml").string()}).code == exit_good);
  CHECK(run_check({folder.file("nature.xml", tests::nature_deck)}).out.ends_with("0 problems\n"));
}

TEST_CASE("a problem is told with its place, its reason and the sure mend") {
  Folder folder;
  const std::string deck = replaced(tests::nature_deck, "<wrong>2<why>", "<wrong>Three<why>");
  const std::string file = folder.file("nature.xml", deck);
  const auto said = run_check({file, "--json"});
  CHECK(said.code == exit_problems);
  const auto json = nlohmann::json::parse(said.out);
  REQUIRE(json["problems"].size() == 1);
  const auto& problem = json["problems"][0];
  CHECK(problem["file"] == file);
  CHECK(problem["line"] == 9);
  CHECK(problem["card"] == "heart");
  CHECK(problem["kind"] == "two-right");
  CHECK(problem["mend"] == "Delete the wrong option");
  CHECK(run_check({file}).out.starts_with(file + ":9:"));
}

TEST_CASE("what the reader sets aside is a problem too") {
  Folder folder;
  const auto said = run_check(
      {folder.file("a.xml", replaced(tests::nature_deck, "<wrong>2<why>", "<wrong>3<why>"))});
  CHECK(said.code == exit_problems);
  CHECK(said.out.find(":9:") != std::string::npos);
  CHECK(said.out.find("two-right") != std::string::npos);
}

TEST_CASE("pictures beside the deck are looked at") {
  Folder folder;
  const auto with_image = [&](const std::string& name) {
    return folder.file("a.xml", replaced(tests::nature_deck, "<explanation>Count them.",
                                         "<image file=\"" + name + "\"/><explanation>Count them."));
  };
  folder.file("broken.png", "\x89PNG and no more");
  folder.file("note.txt", "words");
  for (const char* name : {"missing.png", "broken.png", "note.txt"})
    CHECK(run_check({with_image(name)}).out.find(": image: ") != std::string::npos);
}

TEST_CASE("a deck that cannot be read is told with its line, and the others are still checked") {
  Folder folder;
  const auto said = run_check({folder.file("bad.xml", "<deck>\n<card>"),
                               folder.file("nature.xml", tests::nature_deck), "--json"});
  CHECK(said.code == exit_bad_data);
  const auto json = nlohmann::json::parse(said.out);
  CHECK(json["decks"].size() == 2);
  CHECK(json["problems"][0]["kind"] == "unreadable");
  CHECK(json["problems"][0]["line"].get<int>() >= 1);
  CHECK(run_check({"/none/such.xml"}).code == exit_no_input);
}
