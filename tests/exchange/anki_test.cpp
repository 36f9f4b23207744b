// Anki packages: three generations in, answers and pictures in and out, and hostile files.

#include "exchange/anki_fixture.h"
#include "exchange/any_deck.h"
#include "exchange/archive.h"
#include "history/sqlite.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace entente;
using namespace entente::tests;
using exchange::Fate;

TEST_CASE("all three generations of package give the same deck, never the dummy") {
  for (const auto generation :
       {Generation::legacy_anki2, Generation::legacy_anki21, Generation::latest_anki21b}) {
    CAPTURE(static_cast<int>(generation));
    const auto in = accepted("anki", anki_package(generation));
    const auto& cards = in.deck.cards;
    REQUIRE(cards.size() == 5);
    CHECK(in.deck.title == "World");
    CHECK(cards[0].id == "g1");
    CHECK(cards[0].prompt == "Capital of France?");
    CHECK(cards[0].answer.text == "Paris");
    CHECK(cards[0].image == "flag.png");
    CHECK(cards[0].tags == std::vector<std::string>{"tag1", "tag2"});
    CHECK(cards[1].prompt == "dog");
    CHECK(cards[2].id == "g2-2");
    CHECK(cards[2].prompt == "собака");
    CHECK(deck::find_category(in.deck, cards[2].category)->name == "Words");
    CHECK(cards[3].cloze->after == " met Blinken");
    CHECK(cards[4].answer.text == "Blinken");
    CHECK(cards[4].hint == "a minister");
    CHECK(cards[4].explanation == "in 2021");
    REQUIRE(in.media.size() == 1);
    CHECK(in.media[0].bytes == small_png());
    CHECK(in.learned.suspended == std::vector<std::string>{"g2-2"});
    REQUIRE(in.learned.reviews.size() == 3); // the manual change is no answer
    CHECK(in.learned.reviews[1] ==
          exchange::Review{"g1", {1600086400000, 0}, memory::Grade::good, 4000});
    CHECK(says(in.report, Fate::dropped, "media file"));
  }
}

TEST_CASE("answers, suspensions and pictures go out and come back") {
  deck::Deck deck = any_deck(3);
  deck.cards[0].image = "pictures/a b.png";
  exchange::Learned learned;
  learned.reviews = {{deck.cards[0].id, {1600000000000, 0}, memory::Grade::again, 1200},
                     {deck.cards[1].id, {1600000000000, 0}, memory::Grade::easy, 900},
                     {deck.cards[0].id, {1600090000000, 0}, memory::Grade::good, 800}};
  learned.suspended = {deck.cards[2].id};
  memory::CardProgress progress;
  progress.state = memory::State{};
  progress.last_answer = {1600090000000, 0};
  progress.due = {1600900000000, 0};
  learned.progress[deck.cards[0].id] = progress;
  exchange::Outgoing outgoing{deck, learned, {}, {1700000000000, 0}, {}};
  outgoing.load_media = [](const std::string&) { return core::Result<std::string>(small_png()); };
  const auto out = exchange::write(*exchange::find_format("anki"), outgoing);
  REQUIRE(out);
  const auto back = accepted("anki", out->bytes);
  REQUIRE(back.learned.reviews.size() == 3);
  CHECK(back.learned.reviews[0] == learned.reviews[0]);
  CHECK(back.learned.reviews[2] == learned.reviews[2]);
  CHECK(back.learned.reviews[1].grade == memory::Grade::easy); // a moment later: ids are times
  CHECK(back.learned.suspended == learned.suspended);
  CHECK(back.deck.cards[0].image == "pictures_a b.png");
  REQUIRE(back.media.size() == 1);
  CHECK(back.media[0].bytes == small_png());
}

TEST_CASE("the same deck makes the same package") {
  const deck::Deck deck = any_deck(4);
  const exchange::Outgoing outgoing{deck, {}, {}, {1700000000000, 0}, {}};
  const auto& format = *exchange::find_format("anki");
  CHECK(exchange::write(format, outgoing)->bytes == exchange::write(format, outgoing)->bytes);
}

TEST_CASE("damaged packages are refused with the member's name") {
  const auto with = [](std::vector<exchange::Member> members) {
    return *exchange::write_archive(members);
  };
  CHECK(refusal("anki", "PK\x03\x04 nothing").where == "file");
  CHECK(refusal("anki", with({{"a", "b"}})).message == "It holds no collection of Anki's.");
  CHECK(refusal("anki", with({{"collection.anki2", "not a database"}})).where ==
        "file/collection.anki2");
  CHECK(refusal("anki", with({{"collection.anki21b", "not zstd"}})).where ==
        "file/collection.anki21b");
  const std::string whole = anki_package(Generation::legacy_anki21);
  for (std::size_t size = 0; size < whole.size(); size += 997)
    (void)refusal("anki", std::string_view(whole).substr(0, size));
}

TEST_CASE("a member that unpacks without end stops at the cap") {
  const std::string zeros(64U << 20U, '\0'); // 64 MB of nothing
  const auto zip = *exchange::write_archive({{"a", zeros}});
  CHECK(zip.size() < 200'000);
  auto archive = exchange::Archive::open(zip, "file");
  REQUIRE(archive);
  const auto refused = archive->read("a", 1U << 20U);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == core::ErrorCode::too_large);
  CHECK(refused.error().where == "file/a");
  const auto packed = exchange::unpack_zstd(zstd_packed(zeros), "z", 1U << 20U);
  REQUIRE_FALSE(packed);
  CHECK(packed.error().code == core::ErrorCode::too_large);
}

TEST_CASE("names that lead out of the folder are no names") {
  for (const char* bad : {"", "..", "../x", "a/b", "a\\b", "C:x", ".hidden", "a\nb"}) {
    CAPTURE(bad);
    CHECK_FALSE(exchange::safe_name(bad));
  }
  CHECK(exchange::safe_name("картинка 1.png"));
}

TEST_CASE("a view in the collection that never ends is stopped or refused") {
  history::Database database = history::Database::in_memory({}, "evil");
  database.run("CREATE VIEW notes AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
               "n) SELECT i AS id FROM n; CREATE TABLE cards (id)");
  const auto zip = *exchange::write_archive({{"collection.anki2", database.bytes()}});
  CHECK(refusal("anki", zip).code == core::ErrorCode::unsupported);
}
