// Decks of other programs on a learner's desk, and the learner's decks out of it.

#include "core/file.h"
#include "service/bring_in.h"
#include "service/deck_exchange.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

using namespace entente;
using namespace entente::service;
namespace fs = std::filesystem;

namespace {

struct Home {
  fs::path path = fs::temp_directory_path() / ("entente-bring-" + std::to_string(::getpid()));
  Home() { fs::create_directories(path / "shipped"); }
  ~Home() { fs::remove_all(path); }
  [[nodiscard]] Desk desk() const {
    auto desk = Desk::open(
        {path / "data", path / "shipped", [] { return core::Moment{1700000000000, 0}; }});
    if (!desk) FAIL(core::describe(desk.error()));
    return std::move(*desk);
  }
};

exchange::Imported geography() {
  exchange::Imported imported;
  imported.deck.id = "geo";
  imported.deck.title = "Geography";
  imported.deck.categories = {{"c", "Cards", "dates"}};
  deck::Card card;
  card.id = "paris";
  card.category = "c";
  card.prompt = "Capital of France?";
  card.answer.text = "Paris";
  card.image = "a.png";
  imported.deck.cards = {card};
  imported.media = {{"a.png", "picture"}};
  imported.learned.reviews = {{"paris", {1600000000000, 0}, memory::Grade::good, 900},
                              {"paris", {1600100000000, 0}, memory::Grade::again, 800}};
  imported.learned.suspended = {"paris"};
  return imported;
}

} // namespace

TEST_CASE("a deck is brought in with its picture and its answers") {
  const Home home;
  Desk desk = home.desk();
  const auto done = bring_in(desk, geography());
  REQUIRE(done);
  CHECK(done->id == "geo");
  const DeckFile* file = desk.library().find("geo");
  REQUIRE(file != nullptr);
  CHECK(file->deck->cards[0].image == "geo-media/a.png");
  CHECK(core::read_file(file->path.parent_path() / "geo-media/a.png", 100).value_or("") ==
        "picture");
  const auto state = desk.history().state("geo", "paris");
  REQUIRE(state);
  CHECK(state->answers == 2);
  CHECK(state->suspended);
}

TEST_CASE("the same answers are kept once") {
  const Home home;
  Desk desk = home.desk();
  const auto imported = geography();
  CHECK(keep_learned(desk.history(), "geo", imported.learned, desk.now()).value_or(0) == 2);
  CHECK(keep_learned(desk.history(), "geo", imported.learned, desk.now()).value_or(9) == 0);
  const auto learned = learned_of_deck(desk.history(), "geo");
  REQUIRE(learned);
  CHECK(learned->reviews == imported.learned.reviews);
  CHECK(learned->suspended == imported.learned.suspended);
}

TEST_CASE("a deck that is there already is never written over") {
  const Home home;
  Desk desk = home.desk();
  REQUIRE(bring_in(desk, geography()));
  const auto second = bring_in(desk, geography());
  REQUIRE(second);
  CHECK(second->id == "geo-2");
  CHECK(desk.library().find("geo") != nullptr);
}

TEST_CASE("a deck is handed out to a program and on paper") {
  const Home home;
  Desk desk = home.desk();
  REQUIRE(bring_in(desk, geography()));
  CHECK(hand_out(desk, {"geo", "gift", home.path / "x.gift"}));
  CHECK(hand_out(desk, {"geo", "quiz-B", home.path / "x.pdf"}));
  CHECK(core::read_file(home.path / "x.pdf", 1U << 20U).value_or("").starts_with("%PDF"));
  const auto package = hand_out(desk, {"geo", "anki", home.path / "x.apkg"});
  REQUIRE(package);
  const auto back = import_file(home.path / "x.apkg", {});
  REQUIRE(back);
  CHECK(back->learned.reviews.size() == 2);
  CHECK(back->media.at(0).bytes == "picture");
  CHECK(hand_out(desk, {"geo", "poster", home.path / "x"}).error().code == core::ErrorCode::usage);
  CHECK(hand_out(desk, {"none", "gift", home.path / "x"}).error().code ==
        core::ErrorCode::not_found);
}
