// `entente generate` from a file to a file, and how much of the article's model questions its deck
// asks.

#include "deck/deck_file.h"
#include "support/shared.h"
#include "terminal/verbs.h"
#include "text/unicode.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

using namespace entente;
using namespace entente::terminal;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
  Folder() : path_(fs::temp_directory_path() / "entente-generate-test") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
  void write(const char* name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

private:
  fs::path path_;
};

struct Said {
  int code = 0;
  std::string out, err;
};

Said generate(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  std::vector<std::string> all = {"generate"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const int code = run(all, Context{in, out, err, [] { return core::Moment{}; }, "/data"},
                       [](const WindowRequest&) { return exit_software; });
  return {code, out.str(), err.str()};
}

nlohmann::json read_json(const fs::path& path) {
  std::ifstream in(path);
  return nlohmann::json::parse(in, nullptr, false);
}

// Case, quotation marks, full stops and a leading article do not tell answers apart.
std::string plain(const std::string& answer) {
  std::string folded = text::comparable(answer), result;
  for (const char c : folded)
    if (c != '"' && c != '.' && c != ',') result += c;
  for (const std::string_view start : {"the ", "a ", "an ", "in ", "since "})
    if (result.starts_with(start)) {
      result.erase(0, start.size());
      break;
    }
  return result;
}

std::set<std::string> forms_of(const deck::Card& card) {
  std::set<std::string> forms;
  std::string all;
  for (const std::string& item : card.answer.items) all += (all.empty() ? "" : " and ") + item;
  forms.insert(plain(card.answer.items.empty() ? card.answer.text : all));
  for (const std::string& form : card.accepted) forms.insert(plain(form));
  return forms;
}

bool shares(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& form) { return b.contains(form); });
}

} // namespace

TEST_CASE("an article becomes a deck file, its facts a JSON file, and both are the same twice") {
  const Folder folder;
  folder.write("harbour.txt", "The harbour\nOn 3 May 2021, Maria Silva opened the new harbour of "
                              "Lisbon.\nShe said it was “a small miracle of patience and work”.\n");
  const std::string article = (folder / "harbour.txt").string();
  const auto first = generate({article, "-o", (folder / "a.xml").string(), "--facts",
                               (folder / "a.json").string(), "--verbose"});
  CHECK(first.code == exit_good);
  CHECK(first.out.find("cards kept") != std::string::npos);
  CHECK(first.err.empty());
  generate({article, "-o", (folder / "b.xml").string()});
  const auto deck = deck::read_deck_file(folder / "a.xml");
  REQUIRE(deck);
  CHECK(deck->problems.empty());
  REQUIRE(!deck->deck.cards.empty());
  CHECK(deck->deck.cards == deck::read_deck_file(folder / "b.xml")->deck.cards);
  const auto facts = read_json(folder / "a.json");
  CHECK(facts["id"] == "harbour");
  CHECK(facts["dates"][0]["value"] == "2021-05-03");
  CHECK(facts["events"].size() >= 1);
  CHECK(facts["cards"].size() == deck->deck.cards.size());
}

TEST_CASE("corrections beside the article are found, and named when they fit nothing") {
  const Folder folder;
  folder.write("a.txt", "Head\nOn 3 May 2021, Maria Silva opened the new harbour of Lisbon.\n");
  folder.write("a.fix", "date d1 = 2021-05-04\nspeaker q9 = Nobody Here\n");
  const auto said = generate({(folder / "a.txt").string(), "-o", (folder / "a.xml").string()});
  CHECK(said.out.find("correction fits nothing: speaker q9 = Nobody Here") != std::string::npos);
  folder.write("a.fix", "nonsense\n");
  const auto bad = generate({(folder / "a.txt").string()});
  CHECK(bad.code == exit_bad_data);
  CHECK(bad.err.find("a.fix:1: \"nonsense\" is no correction.") != std::string::npos);
}

TEST_CASE("what is no text is refused by name, and a missing file is said to be missing") {
  const Folder folder;
  folder.write("a.pdf", "%PDF-1.4 bytes");
  const auto pdf = generate({(folder / "a.pdf").string()});
  CHECK(pdf.code != exit_good);
  CHECK(pdf.err.find("a PDF document") != std::string::npos);
  CHECK(generate({(folder / "none.txt").string()}).code == exit_no_input);
}

TEST_CASE("the deck asks seven tenths of the model questions, by answer and sentence") {
  ENTENTE_NEEDS_SHARED("data/article/key.json");
  const Folder folder;
  generate({(tests::shared_folder() / "data/article/seed.txt").string(), "-o",
            (folder / "a.xml").string(), "--facts", (folder / "a.json").string()});
  const auto key = read_json(tests::shared_folder() / "data/article/key.json");
  const auto facts = read_json(folder / "a.json");
  const auto deck = deck::read_deck_file(folder / "a.xml");
  REQUIRE(deck);
  std::map<int, std::pair<int, int>> sentences;
  for (const auto& sentence : key["sentences"])
    sentences[sentence["i"]] = {sentence["start"], sentence["end"]};
  std::size_t asked = 0;
  for (const auto& question : key["questions"]) {
    std::set<std::string> wanted = {plain(question["answer"])};
    for (const auto& form : question["accept"]) wanted.insert(plain(form));
    const auto [start, end] = sentences[question["sent"]];
    bool found = false;
    for (std::size_t c = 0; c < deck->deck.cards.size(); ++c) {
      const auto& place = facts["cards"][c];
      const bool here = place["start"] < end && start < place["end"];
      found = found || (here && shares(forms_of(deck->deck.cards[c]), wanted));
    }
    asked += found;
  }
  const std::size_t all = key["questions"].size();
  std::cout << "model questions asked: " << asked << " of " << all << '\n';
  CHECK(asked * 10 >= all * 7);
}
