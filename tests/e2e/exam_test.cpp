// Mock exam, seminar, Progress and languages through the real window, by real keys.

#include "e2e/driver.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace entente;
using tests::Entente;
using tests::Folder;
namespace fs = std::filesystem;

namespace {

const std::string deck = (tests::root() / "tests/e2e/deck.xml").string();

Entente::Start at(const Folder& data) {
  return {data.path, {deck}, {{"HOME", data.path.string()}}, {}};
}

std::string key_of(const Entente& window, const std::string& option) {
  for (int i = 1; i <= 4; ++i)
    if (window.label("option", "#option-" + std::to_string(i)) == option) return std::to_string(i);
  FAIL("no option ", option);
  return "";
}

// The Vienna question right, the Paris one right and flagged, the Moscow one left open.
void answer(const Entente& window) {
  const std::string tree = window.described();
  if (tree.find("Vienna") != std::string::npos) {
    window.key(key_of(window, "The Danube"));
    REQUIRE(window.shows("your answer"));
  } else if (tree.find("Paris") != std::string::npos) {
    window.type("Seine");
    REQUIRE(window.shows("=\"Seine\""));
    window.key("F2");
    REQUIRE(window.shows("Take the flag off"));
  }
}

// The id of the first node of this kind, as "open-exam-1".
std::string id_of(const Entente& window, const std::string& start) {
  const std::string tree = window.described();
  const auto at = tree.find("#" + start);
  REQUIRE(at != std::string::npos);
  return tree.substr(at + 1, tree.find(' ', at) - at - 1);
}

bool saved(const fs::path& folder, const std::string& extension) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension && fs::file_size(entry) > 200) return true;
  return false;
}

} // namespace

TEST_CASE(
    "a whole exam: flag, skip, back, pause, close, reopen, hand in, print, drill the misses") {
  if (!tests::can_drive()) return;
  const Folder data;
  {
    Entente window(at(data));
    REQUIRE(window.shows("Three cards"));
    window.take_keyboard();
    window.key("3");
    REQUIRE(window.shows("#begin"));
    window.key("Return");
    REQUIRE(window.shows("Question 1 of 3"));
    answer(window);
    window.key("Next");
    REQUIRE(window.shows("Question 2 of 3"));
    window.key("Prior");
    REQUIRE(window.shows("Question 1 of 3"));
    window.key("Next");
    REQUIRE(window.shows("Question 2 of 3"));
    answer(window);
    window.key("F4");
    REQUIRE(window.shows("The exam is paused"));
    window.key("Return");
    REQUIRE(window.shows("Question 2 of 3"));
    window.key("alt+F4");
    CHECK(window.wait().code == 0);
  }
  Entente window(at(data));
  REQUIRE(window.shows("Three cards"));
  window.take_keyboard();
  window.key("3");
  REQUIRE(window.shows("not handed in yet"));
  window.click(id_of(window, "open-exam"));
  REQUIRE(window.shows("The exam is paused"));
  window.key("Return");
  REQUIRE(window.shows("Question 2 of 3"));
  window.key("Next");
  REQUIRE(window.shows("Question 3 of 3"));
  answer(window);
  window.key("F5");
  REQUIRE(window.shows("1 question without an answer · 1 flagged"));
  CHECK(window.hides("Moscow", 0.1));
  window.key("ctrl+Return");
  REQUIRE(window.shows("Mock exam: 2 of 3"));
  CHECK(window.shows("1 wrong · 1 flagged"));
  window.key("ctrl+p");
  REQUIRE(window.shows("Where shall the file go?"));
  window.type((data.path / "exam.pdf").string());
  window.key("Return");
  REQUIRE(window.shows("exam.pdf is written"));
  CHECK(saved(data.path, ".pdf"));
  window.key("Escape");
  window.key("d");
  REQUIRE(window.shows("0 / 1"));
  CHECK(window.shows("Москву"));
}

TEST_CASE(
    "the seminar is set by keys; the day and the minutes show at once, and the Exam has them") {
  if (!tests::can_drive()) return;
  const Folder data;
  Entente window(at(data));
  REQUIRE(window.shows("Three cards"));
  window.take_keyboard();
  window.key("d");
  REQUIRE(window.shows("#seminar-minutes"));
  REQUIRE(window.shows("with the plan"));
  const std::string day = window.label("slider", "#seminar-date");
  const std::string before = window.described();
  window.key("Right");
  CHECK(window.shows("with the plan"));
  CHECK(window.described() != before);
  window.key("ctrl+Return");
  CHECK(window.hides("#seminar-minutes"));
  CHECK(window.shows("Change…"));
  window.key("3");
  CHECK(window.shows("Until the seminar"));
}

TEST_CASE("Progress by keys: ranges, tables, a picture and a table in the home folder") {
  if (!tests::can_drive()) return;
  const Folder data;
  Entente window(at(data));
  REQUIRE(window.shows("Three cards"));
  window.take_keyboard();
  window.key("Return");
  REQUIRE(window.shows("0 / 3"));
  window.key("F3"); // I don't know: one answer
  REQUIRE(window.shows("#overrule"));
  window.key("Escape");
  REQUIRE(window.shows("#done"));
  window.key("Return");
  REQUIRE(window.shows("#start"));
  window.key("4");
  REQUIRE(window.shows("What is coming"));
  window.key("t");
  CHECK(window.shows("As charts"));
  CHECK(window.shows("table "));
  window.key("ctrl+s");
  CHECK(window.shows("Saved as"));
  CHECK(saved(data.path, ".png"));
  window.key("ctrl+e");
  CHECK(window.shows(".csv"));
  CHECK(saved(data.path, ".csv"));
  const auto stats = tests::run({tests::binary().string(), "--data", data.path.string(), "stats"});
  CHECK(stats.code == 0);
  CHECK(stats.out.find("1") != std::string::npos);
}

TEST_CASE("the language changes at once, to Russian, to Chinese and back") {
  if (!tests::can_drive()) return;
  const Folder data;
  Entente window(at(data));
  REQUIRE(window.shows("Three cards"));
  window.take_keyboard();
  window.key("comma");
  REQUIRE(window.shows("#language-ru"));
  window.click("language-ru");
  CHECK(window.shows("Настройки"));
  CHECK(window.hides("\"Settings\""));
  window.click("language-zh");
  CHECK(window.shows("设置"));
  window.click("language-en");
  CHECK(window.shows("\"Settings\""));
}
