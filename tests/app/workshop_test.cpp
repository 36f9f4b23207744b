// The Workshop by its keys: a deck from nothing, and another program writing the same file.

#include "app/window_fixture.h"
#include "deck/deck_file.h"

using namespace entente;
using namespace entente::tests;
using screens::CardField;
using screens::WorkshopMessage;
using screens::WorkshopPage;

namespace {

class Bench : public Window {
public:
  void send(WorkshopMessage message) { program->send(screens::Message{std::move(message)}); }
  void edit(CardField field, const std::string& text, std::size_t index = 0) {
    send(screens::EditField{field, index, text});
  }
  void pass(std::int64_t ms) {
    time += ms;
    program->tick();
  }
  void settle() { // check done, saved
    for (int i = 0; i < 60; ++i) pass(100);
  }
  const WorkshopPage& page() { return std::get<WorkshopPage>(program->model().page); }
  bool at_workshop() { return std::holds_alternative<WorkshopPage>(program->model().page); }
  deck::Deck on_disk() {
    auto reading = deck::read_deck_file(page().path);
    REQUIRE(reading);
    CHECK(reading->problems.empty());
    return std::move(reading->deck);
  }
  // A deck with one finished card, saved.
  void begin() {
    press(ui::Key::digit_5);
    press(ui::Key::n);
    REQUIRE(at_workshop());
    send(screens::EditDetail{screens::DeckField::title, 0, "Harbour"});
    send(screens::AddCard{});
    edit(CardField::prompt, "When did they vote?");
    send(screens::SetKind{deck::AnswerKind::date});
    edit(CardField::answer, "3 March 2020");
    edit(CardField::explanation, "On that day.");
    settle();
  }
};

} // namespace

TEST_CASE("a deck is made from nothing, saves itself, and can be drilled") {
  Bench bench;
  bench.begin();
  CHECK(bench.on_disk().title == "Harbour");
  REQUIRE(bench.on_disk().cards.size() == 1);
  CHECK(bench.on_disk().cards[0].answer.text == "3 March 2020");
  CHECK(bench.shows("Saved"));
  bench.press(ui::Key::f5);
  CHECK(std::holds_alternative<screens::DrillPage>(bench.program->model().page));
  CHECK(bench.shows("When did they vote?"));
}

TEST_CASE("typing goes into the field of the new card, and undo takes it back") {
  Bench bench;
  bench.begin();
  bench.press(ui::Key::insert);
  bench.type("Who paid?");
  const std::string id = bench.page().work.selected();
  CHECK(bench.page().work.find(id)->prompt == "Who paid?");
  bench.press(ui::Key::f8);
  bench.press(ui::Key::f8);
  CHECK(bench.page().work.find(id) == nullptr);
  bench.press(ui::Key::f8, {.shift = true});
  bench.press(ui::Key::f8, {.shift = true});
  CHECK(bench.page().work.find(id)->prompt == "Who paid?");
}

TEST_CASE("a card without an answer is not saved, and leaving asks") {
  Bench bench;
  bench.begin();
  bench.send(screens::AddCard{});
  bench.edit(CardField::prompt, "Unfinished?");
  bench.settle();
  CHECK(bench.on_disk().cards.size() == 1);
  CHECK(bench.shows("a card has no question or no answer yet"));
  bench.press(ui::Key::escape);
  CHECK(bench.shows("Leave without these cards?"));
  bench.press(ui::Key::escape);
  REQUIRE(bench.at_workshop());
  bench.edit(CardField::answer, "No longer");
  bench.settle();
  CHECK(bench.on_disk().cards.size() == 2);
  bench.press(ui::Key::escape);
  CHECK(std::holds_alternative<screens::WorkshopStart>(bench.program->model().page));
}

TEST_CASE("what another program writes is taken in beside what is changed here") {
  Bench bench;
  bench.begin();
  deck::Deck theirs = bench.on_disk();
  theirs.cards[0].hint = "In spring.";
  deck::Card added = theirs.cards[0];
  added.id = "theirs";
  added.prompt = "Another?";
  theirs.cards.push_back(added);
  REQUIRE(deck::write_deck_file(theirs, bench.page().path));
  bench.edit(CardField::explanation, "The council voted then.");
  bench.settle();
  const deck::Deck now = bench.on_disk();
  REQUIRE(now.cards.size() == 2);
  CHECK(now.cards[0].hint == "In spring.");
  CHECK(now.cards[0].explanation == "The council voted then.");
  CHECK(bench.page().work.cards().size() == 2);
  CHECK(!bench.page().work.changed());
}

TEST_CASE("what another program writes is noticed without a change here") {
  Bench bench;
  bench.begin();
  deck::Deck theirs = bench.on_disk();
  theirs.title = "Harbour town";
  REQUIRE(deck::write_deck_file(theirs, bench.page().path));
  bench.settle();
  CHECK(bench.page().work.details().title == "Harbour town");
  CHECK(bench.on_disk().title == "Harbour town");
}

TEST_CASE("where both changed the same, the teacher chooses and neither is overwritten unseen") {
  for (const bool mine : {true, false}) {
    Bench bench;
    bench.begin();
    deck::Deck theirs = bench.on_disk();
    theirs.cards[0].answer.text = "4 March 2020";
    REQUIRE(deck::write_deck_file(theirs, bench.page().path));
    bench.edit(CardField::answer, "5 March 2020");
    bench.pass(2000);
    bench.settle();
    CHECK(bench.shows("Both changed"));
    CHECK(bench.on_disk().cards[0].answer.text == "4 March 2020");
    bench.press(mine ? ui::Key::digit_1 : ui::Key::digit_2);
    bench.settle();
    CHECK(!bench.program->model().dialog);
    CHECK(bench.on_disk().cards[0].answer.text == (mine ? "5 March 2020" : "4 March 2020"));
  }
}

TEST_CASE("a shipped deck is edited as a copy") {
  Bench bench;
  bench.press(ui::Key::digit_5);
  bench.press(ui::Key::enter);
  REQUIRE(bench.at_workshop());
  CHECK(bench.page().copy);
  CHECK(bench.page().work.details().id == "russia-china-2021-copy");
  CHECK(bench.page().path.parent_path() == bench.desk->library().own_folder());
}

TEST_CASE("the check follows what is typed, and its mend puts it right") {
  Bench bench;
  bench.begin();
  bench.edit(CardField::option, "March 3rd, 2020", 0);
  for (int i = 0; i < 10; ++i) bench.pass(10);
  CHECK(bench.shows("is right: it says the same"));
  bench.click("Delete the wrong option");
  for (int i = 0; i < 10; ++i) bench.pass(10);
  CHECK(bench.page().check->count(bench.page().work) == 0);
}

TEST_CASE("a text becomes a deck of the cards that are kept") {
  Bench bench;
  bench.program->send(screens::Message{screens::DraftMessage{screens::AskForText{}}});
  bench.program->send(screens::Message{screens::DraftMessage{screens::PasteTyped{
      "Quay\nThe council of Port Ansel met on 3 March 2020.\n“We will not borrow a single coin,” "
      "said Mayor Ines Calder on 4 March 2020.\n"}}});
  bench.program->send(screens::Message{screens::DraftMessage{screens::UsePasted{}}});
  REQUIRE(std::holds_alternative<screens::DraftPage>(bench.program->model().page));
  const auto count = std::get<screens::DraftPage>(bench.program->model().page).cards.size();
  REQUIRE(count >= 2);
  bench.press(ui::Key::delete_);
  bench.press(ui::Key::f4);
  bench.press(ui::Key::f5);
  REQUIRE(bench.at_workshop());
  CHECK(bench.page().work.cards().size() == count - 1);
  CHECK(bench.page().texts.size() == 1);
}

TEST_CASE("a new deck begins at its title, and Enter goes on to its first card") {
  Bench bench;
  bench.press(ui::Key::digit_5);
  bench.press(ui::Key::n);
  bench.type("Harbour"); // in place of the first title
  CHECK(bench.page().work.details().title == "Harbour");
  bench.press(ui::Key::enter);
  bench.type("When?");
  REQUIRE(bench.page().work.cards().size() == 1);
  CHECK(bench.page().work.cards()[0]->card.prompt == "When?");
}

TEST_CASE("of the kinds Tab stops at the chosen one, and arrows go round them") {
  Bench bench;
  bench.begin();
  bench.press(ui::Key::insert);
  bench.press(ui::Key::tab);
  CHECK(bench.program->runtime().focused() == "kind-text");
  bench.press(ui::Key::left);
  CHECK(bench.program->runtime().focused() == "kind-pairs");
  bench.press(ui::Key::space);
  bench.press(ui::Key::tab);
  CHECK(bench.program->runtime().focused().starts_with("field-pairs"));
}

TEST_CASE("cards from a text, changed on the way, join the deck that is open") {
  Bench bench;
  bench.begin();
  const auto draft = [&](screens::DraftMessage message) {
    bench.program->send(screens::Message{std::move(message)});
  };
  bench.press(ui::Key::t, {.ctrl = true});
  draft(screens::PasteTyped{
      "Quay\nThe council of Port Ansel met on 3 March 2020.\n“We will not borrow a single coin,” "
      "said Mayor Ines Calder on 4 March 2020.\n“We will,” said Tomas Reyle.\n"});
  draft(screens::UsePasted{});
  REQUIRE(std::holds_alternative<screens::DraftPage>(bench.program->model().page));
  draft(screens::DraftEdit{CardField::option, 0, "Changed by hand"});
  draft(screens::DraftDone{});
  REQUIRE(bench.at_workshop());
  REQUIRE(bench.page().work.cards().size() == 2);
  const deck::Card& taken = bench.page().work.cards()[1]->card;
  CHECK(bench.page().work.selected() == taken.id);
  REQUIRE(!taken.wrong.empty());
  CHECK(taken.wrong[0].text == "Changed by hand");
  REQUIRE(taken.passage);
  CHECK(bench.page().texts.contains(taken.passage->source));
  CHECK(deck::find_category(bench.page().work.details(), taken.category) != nullptr);
  bench.settle();
  CHECK(bench.on_disk().cards.size() == 2);
  bench.press(ui::Key::f8); // all of it was one step
  CHECK(bench.page().work.cards().size() == 1);
}

TEST_CASE("the open deck is saved, then handed out") {
  Bench bench;
  bench.begin();
  bench.edit(CardField::hint, "In spring.");
  bench.press(ui::Key::e, {.ctrl = true});
  CHECK(bench.shows("Hand out for another program"));
  CHECK(bench.on_disk().cards[0].hint == "In spring.");
  CHECK(bench.shows("Harbour"));
}

TEST_CASE("pasted cards are shown before they are brought in, by separators of the teacher's own") {
  Bench bench;
  const auto paste = [&](screens::PasteCardsMessage message) {
    bench.program->send(screens::Message{std::move(message)});
  };
  bench.press(ui::Key::digit_2);
  bench.press(ui::Key::i);
  bench.click("Paste cards");
  bench.type("Paris # France ## Rome # Italy ## nothing");
  const auto& dialog = std::get<screens::PasteCardsDialog>(*bench.program->model().dialog);
  CHECK(!dialog.seen.problem.empty()); // there is no tab in it
  paste(screens::PasteCardsTyped{screens::PastePart::term, " # "});
  paste(screens::PasteCardsTyped{screens::PastePart::card, " ## "});
  CHECK(bench.shows("2 cards · 1 left out"));
  CHECK(bench.shows("Rome"));
  paste(screens::PasteCardsTyped{screens::PastePart::title, "Capitals"});
  bench.press(ui::Key::enter, {.ctrl = true});
  for (int i = 0; i < 200 && !bench.shows("Capitals is in your list"); ++i) {
    ::usleep(10'000);
    bench.program->take_work();
  }
  CHECK(bench.shows("Capitals is in your list"));
  CHECK(bench.shows("dropped 1"));
  CHECK(screens::separator_of("\\t|\\n\\\\") == "\t|\n\\\\");
}
