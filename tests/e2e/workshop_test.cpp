// A teacher's whole way through the Workshop, by real keys: a deck from nothing with a card of
// every kind, checked, broken, mended, drilled.

#include "e2e/driver.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <functional>
#include <unistd.h>

using namespace entente;
using tests::Entente;
using tests::Folder;

namespace {

struct Written {
  const char* question;
  int kind; // steps to the right in the row of kinds
  std::vector<const char*> answer;
  std::vector<const char*> wrong;
  const char* explanation;
};

// In the order of the row of kinds: text, date, number ...
const std::vector<Written> cards = {
    {"What did they build?", 0, {"a quay"}, {}, "A second one."},
    {"When did they vote?", 1, {"3 March 2020"}, {}, "On a Tuesday."},
    {"How long is the quay, in metres?", 2, {"420"}, {}, "Longer than the old one."},
    {"Who opened the session?", 3, {"Ines Calder"}, {"Tomas Reyle", "Oda Brandt"}, "The mayor."},
    {"Where is the shipyard?", 4, {"Velm"}, {}, "Up the river."},
    {"Who has the contract?", 5, {"Norling Works"}, {}, "Three firms made offers."},
    {"What did Reyle call the old quay?", 6, {"tired to the bone"}, {}, "He knows it well."},
    {"Which ships will it serve?", 7, {"ferries", "trawlers"}, {}, "Two sorts."},
    {"Put the steps in order.", 8, {"plan", "vote", "works"}, {}, "One after another."},
    {"Who does what?", 9, {"Calder = mayor", "Reyle = harbour master"}, {}, "Two offices."}};

void press(const Entente& window, const std::string& key, int times = 1) {
  if (times > 0) window.keys(std::vector<std::string>(static_cast<std::size_t>(times), key));
}

void type_lines(const Entente& window, const std::vector<const char*>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) window.key("Return");
    window.type_fast(lines[i]);
  }
}

// As a teacher goes through the form: Tab from part to part, arrows among the kinds.
void write_card(const Entente& window, const Written& card) {
  window.key("Insert");
  REQUIRE(window.shows("(no question yet)"));
  window.type_fast(card.question);
  window.key("Tab");
  press(window, "Right", card.kind);
  if (card.kind > 0) window.key("space");
  window.key("Tab");
  type_lines(window, card.answer);
  press(window, "Tab", 2);
  const bool has_options = card.kind < 8;
  for (const char* wrong : card.wrong) {
    window.type_fast(wrong);
    press(window, "Tab", 3); // past its reason and its cross
  }
  if (has_options) press(window, "Tab", 2); // past the empty row; its cross has nothing to delete
  window.type_fast(card.explanation);
  REQUIRE(window.shows(std::string("=\"") + card.explanation + "\""));
  REQUIRE(window.hides("(no question yet)"));
}

// The line of the described tree that tells of the question asked now.
const Written& asked_now(const Entente& window) {
  const std::string tree = window.described();
  for (const Written& card : cards)
    if (tree.find(card.question) != std::string::npos) return card;
  FAIL("no question of the deck is shown\n", tree);
  return cards.front();
}

std::string key_of(const Entente& window, const std::string& words) {
  for (int i = 1; i <= 6; ++i)
    if (window.label("option", "#option-" + std::to_string(i) + " ") == words)
      return std::to_string(i);
  FAIL("no option ", words, "\n", window.described());
  return "";
}

void answer_listed(const Entente& window, const Written& card) {
  for (const char* part : card.answer) {
    const std::string words = part;
    const auto mark = words.find(" = ");
    window.key(key_of(window, mark == std::string::npos ? words : words.substr(mark + 3)));
    ::usleep(150'000);
  }
}

void answer_typed(const Entente& window, const Written& card) {
  std::string all;
  for (const char* part : card.answer) all += (all.empty() ? "" : ", ") + std::string(part);
  window.type_fast(all);
  REQUIRE(window.shows("=\"" + all + "\""));
  window.key("Return");
}

void answer_now(const Entente& window) {
  const Written& card = asked_now(window);
  if (card.kind >= 8)
    answer_listed(window, card);
  else if (!card.wrong.empty())
    window.key(key_of(window, card.answer.front()));
  else
    answer_typed(window, card);
  REQUIRE(window.shows("#overrule"));
  ::usleep(300'000); // keys right after the reveal are not meant
  window.key("space");
  REQUIRE(window.hides("#overrule"));
}

tests::Exit check(const std::filesystem::path& deck) {
  return tests::run({tests::binary().string(), "check", deck.string()});
}

} // namespace

TEST_CASE("a deck is made from nothing with every kind of card, checked, broken, mended, drilled") {
  if (!tests::can_drive()) return;
  const Folder data;
  Entente window({data.path, {}, {}, {}});
  REQUIRE(window.shows("Your deck is ready."));
  window.take_keyboard();
  window.key("5");
  REQUIRE(window.shows("#new-deck"));
  window.key("n");
  REQUIRE(window.shows("\"Title\" =\"New deck\""));
  window.type_fast("Harbour"); // in place of the first title
  REQUIRE(window.shows("\"Title\" =\"Harbour\""));
  for (const Written& card : cards) write_card(window, card);
  REQUIRE(window.shows("\"10 cards\""));
  REQUIRE(window.shows("\"Saved "));
  const auto file = data.path / "decks" / "my-deck-2.xml";
  CHECK(check(file).code == 0);
  window.key("F7");
  CHECK(window.shows("Nothing is amiss."));
  window.key("F7");

  // Broken: a wrong option of the mayor's card says what is right.
  window.key("slash");
  window.type_fast("opened");
  REQUIRE(window.shows("\"1 of 10\""));
  window.key("Down"); // to the first that fits
  REQUIRE(window.shows("#field-prompt@category-1-004"));
  window.click("field-option-0");
  window.key("ctrl+a");
  window.type_fast("ines calder.");
  CHECK(window.shows("is right: it says the same as"));
  CHECK(window.shows("\"1 problem\""));
  REQUIRE(window.shows("\"Saved "));
  CHECK(check(file).code == 1);

  // Mended by what the check offers.
  window.key("F7");
  REQUIRE(window.shows("#problem-mend-0"));
  window.click("problem-mend-0");
  CHECK(window.shows("Nothing is amiss."));
  REQUIRE(window.shows("\"Saved "));
  CHECK(check(file).code == 0);

  window.key("F5");
  REQUIRE(window.shows("0 / 10"));
  for (std::size_t i = 1; i <= cards.size(); ++i) answer_now(window);
  CHECK(window.shows("Right first time: 10 / 10"));
  window.key("ctrl+q");
  CHECK(window.wait().code == 0);
}
