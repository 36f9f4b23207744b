// Other programs' own readers take our exports. Each skips by name where the program is absent.

#include "core/file.h"
#include "deck/deck_file.h"
#include "exchange/any_deck.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct Ran {
  int code = 0;
  std::string out;
};

Ran run(const std::string& command) {
  std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  Ran ran;
  std::array<char, 4096> part{};
  for (std::size_t got; (got = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    ran.out.append(part.data(), got);
  ran.code = ::pclose(pipe);
  return ran;
}

// The shipped deck in a format, in a file of its own.
struct Shipped {
  fs::path folder = fs::temp_directory_path() / ("entente-peers-" + std::to_string(::getpid()));
  std::string file;
  std::string cards; // how many
  std::string first; // id
  explicit Shipped(const char* format, const char* name) {
    fs::create_directories(folder);
    file = (folder / name).string();
    const auto deck = deck::read_deck_file(tests::root() / "decks" / "russia-china-2021.xml");
    REQUIRE(deck);
    cards = std::to_string(deck->deck.cards.size());
    first = deck->deck.cards.front().id;
    const auto out = exchange::write(*exchange::find_format(format),
                                     {deck->deck, {}, {}, {1700000000000, 0}, {}});
    REQUIRE(out);
    REQUIRE(core::write_file(file, out->bytes));
  }
  ~Shipped() { fs::remove_all(folder); }
};

} // namespace

TEST_CASE("gift-pegjs reads our GIFT") {
  if (run("node -e \"require('gift-pegjs')\"").code != 0)
    return tests::skip("gift-pegjs is not there");
  const Shipped shipped("gift", "x.gift");
  const Ran ran =
      run("node -e \"const q = require('gift-pegjs').parse(require('fs').readFileSync('" +
          shipped.file +
          "', 'utf8')).filter(x => x.type != 'Category'); "
          "console.log(q.length, q[0].id, q[0].type)\"");
  CHECK(ran.out == shipped.cards + " " + shipped.first + " MC\n");
}

TEST_CASE("Anki reads our package") {
  if (run("python3 -c 'import anki.collection'").code != 0) return tests::skip("anki is not there");
  const Shipped shipped("anki", "x.apkg");
  const std::string script = R"(
import os, sys
from anki.collection import Collection, ImportAnkiPackageRequest, ImportAnkiPackageOptions
c = Collection(os.path.join(sys.argv[2], "c.anki2"))
c.import_anki_package(ImportAnkiPackageRequest(package_path=sys.argv[1], options=ImportAnkiPackageOptions()))
print(c.note_count(), c.card_count(), sorted(d.name for d in c.decks.all_names_and_ids())[-1])
)";
  const std::string python = (shipped.folder / "t.py").string();
  REQUIRE(core::write_file(python, script));
  const Ran ran = run("python3 " + python + " " + shipped.file + " " + shipped.folder.string());
  CHECK(ran.out.find(shipped.cards + " " + shipped.cards + " ") != std::string::npos);
}

// The program's own Python, which need not be the first on the path.
TEST_CASE("Mnemosyne reads our Anki package") {
  const std::string python = "$(sed -n '1s/^#!//p' \"$(command -v mnemosyne)\")";
  if (run(python + " -c 'import mnemosyne.script'").code != 0)
    return tests::skip("mnemosyne is not there");
  const Shipped shipped("anki", "x.apkg");
  const std::string script = R"(
import os, sys
from mnemosyne.script import Mnemosyne
m = Mnemosyne(os.path.join(sys.argv[2], "mnemosyne"))
reader = [f for f in m.component_manager.all("file_format") if type(f).__name__ == "Anki2"][0]
m.main_widget().show_information = lambda text: None
m.main_widget().show_error = print
reader.do_import(sys.argv[1])
print("has", m.database().fact_count(), m.database().card_count())
m.finalise()
)";
  const std::string file = (shipped.folder / "m.py").string();
  REQUIRE(core::write_file(file, script));
  const Ran ran = run(python + " " + file + " " + shipped.file + " " + shipped.folder.string());
  INFO(ran.out);
  CHECK(ran.out.find("has " + shipped.cards + " " + shipped.cards) != std::string::npos);
}

TEST_CASE("a spreadsheet reader opens our Kahoot workbook") {
  if (run("python3 -c 'import openpyxl'").code != 0) return tests::skip("openpyxl is not there");
  const Shipped shipped("kahoot", "x.xlsx");
  const Ran ran = run("python3 -c \"import openpyxl; s = openpyxl.load_workbook('" + shipped.file +
                      "').active; print(s['B8'].value[:8], s['H9'].value in (1, 2, 3, 4))\"");
  CHECK(ran.out == "Question True\n");
}
