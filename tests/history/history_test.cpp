#include "history/history.h"

#include "history/history_fixture.h"

#include <rapidcheck.h>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

Answer full_answer() {
  Answer full = answer("c1", memory::Grade::hard);
  full.mode = Mode::quick;
  full.form = deck::Form::typed;
  full.options = {"Vladimir Putin", "", "习近平", "a\nb"};
  full.answered = "Wladimir \"P\"; DROP TABLE log";
  full.verdict = judge::Verdict::almost;
  full.reason = "spelling";
  full.proposed = memory::Grade::good;
  full.hints = 2;
  full.certainty = 70;
  full.points = 37;
  full.predicted = 0.1 + 0.2;
  full.algorithm = memory::Algorithm::fsrs6;
  full.parameters = {12345, 0xfedcba9876543210U};
  full.counts = false;
  return full;
}

memory::CardProgress progress(const History& history, const std::string& card) {
  return must(history.state("d", card));
}

} // namespace

TEST_CASE("every kind of row comes back as it was appended, after reopening") {
  const Folder folder;
  ParameterSet set;
  set.parameters = memory::defaults(memory::Algorithm::fsrs7);
  set.parameters.weights[0] = 1.0 / 3;
  set.answers = 1234;
  set.log_loss_default = 0.35;
  set.log_loss = 0.3312345678901234;
  std::vector<Event> events = {full_answer(),
                               SessionStart{"s", "d", Mode::exam},
                               SessionEnd{"s", 12},
                               Reset{"d", "c1"},
                               Reset{"d", ""},
                               Suspension{"d", "c2", true},
                               Suspension{"d", "c2", false},
                               Burial{"d", "c3", {20000}},
                               Ruling{"d", "c1", "Putin V.", true},
                               Ruling{"d", "c1", "Potin", false},
                               set};
  std::vector<RowId> ids;
  {
    History history = open(folder.path);
    ids = must(history.append(moment(), events));
    events.emplace_back(Undo{ids[0]});
    ids.push_back(must(history.append(moment(1), events.back())));
  }
  Filter all;
  all.with_undone = true;
  const std::vector<Row> rows = must(open(folder.path).rows(all));
  REQUIRE(rows.size() == events.size());
  for (std::size_t each = 0; each < rows.size(); ++each) {
    CAPTURE(each);
    CHECK(rows[each].event == events[each]);
    CHECK(rows[each].id == ids[each]);
    CHECK(rows[each].at == moment(each + 1 == rows.size() ? 1 : 0));
  }
}

TEST_CASE("rows keep the order in which they were appended when the clock goes back") {
  const Folder folder;
  History history = open(folder.path);
  const RowId first = must(history.append(moment(100), answer("c1")));
  const RowId second = must(history.append(moment(0), answer("c1")));
  CHECK(first < second);
  CHECK(must(history.rows()).back().at == moment(0));
  CHECK(progress(history, "c1").last_answer == moment(0));
  const auto before = must(history.states());
  REQUIRE(history.rebuild());
  CHECK(must(history.states()) == before);
}

TEST_CASE("an answer moves its card and no other; practice moves none") {
  const Folder folder;
  History history = open(folder.path);
  Answer practice = answer("c2");
  practice.mode = Mode::cram;
  practice.counts = false;
  must(history.append(moment(), answer("c1")));
  must(history.append(moment(), practice));
  const memory::Model model(memory::defaults(memory::Algorithm::fsrs7));
  const auto expected = memory::apply({"d", "c1"}, {moment(), memory::Grade::good}, model);
  CHECK(must(history.states()) == std::vector{expected});
  CHECK(progress(history, "c2") == memory::CardProgress{"d", "c2"});
}

TEST_CASE("undo takes back the last answers that stand, and undo of an undo brings them back") {
  const Folder folder;
  History history = open(folder.path);
  must(history.append(moment(0), answer("c1")));
  const auto one = must(history.states());
  must(history.append(moment(1), answer("c1", memory::Grade::again)));
  const auto two = must(history.states());
  must(history.append(moment(2), answer("c2")));
  CHECK(must(history.undo(2, moment(3))).size() == 2);
  CHECK(must(history.states()) == one);
  CHECK(must(history.undo(5, moment(3))).size() == 1);
  CHECK(must(history.states()).empty());
  CHECK(must(history.undo(1, moment(3))).empty());

  Filter undos;
  undos.with_undone = true;
  const auto rows = must(history.rows(undos));
  REQUIRE(rows.size() == 6); // newest first: c2, second c1, first c1
  must(history.append(moment(4), Undo{rows[5].id}));
  must(history.append(moment(4), Undo{rows[4].id}));
  CHECK(must(history.states()) == two);
}

TEST_CASE("undo of a session leaves other sessions alone") {
  const Folder folder;
  History history = open(folder.path);
  must(history.append(moment(0), answer("c1")));
  Answer other = answer("c2");
  other.session = "t";
  must(history.append(moment(1), other));
  CHECK(must(history.undo(9, moment(2), "s")).size() == 1);
  CHECK(progress(history, "c2").answers == 1);
  CHECK(progress(history, "c1").answers == 0);
}

TEST_CASE("an undo of no such row is refused and changes nothing") {
  const Folder folder;
  History history = open(folder.path);
  const RowId id = must(history.append(moment(), answer("c1")));
  const std::vector<Event> events = {answer("c2"), Undo{{1, 1}}};
  const auto refused = history.append(moment(), events);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "There is no such row to take back.");
  CHECK(must(history.rows()).size() == 1);
  must(history.append(moment(), Undo{id}));
  CHECK_FALSE(history.append(moment(), Undo{id}));
}

TEST_CASE("reset of a card or a deck, and taking it back") {
  const Folder folder;
  History history = open(folder.path);
  for (const char* card : {"c1", "c2"}) must(history.append(moment(0), answer(card)));
  must(history.append(moment(0), answer("c1", memory::Grade::good, "other")));
  must(history.append(moment(0), Suspension{"d", "c2", true}));
  const auto before = must(history.states());
  const RowId card = must(history.append(moment(1), Reset{"d", "c1"}));
  CHECK(progress(history, "c1") == memory::CardProgress{"d", "c1"});
  CHECK(progress(history, "c2").answers == 1);
  must(history.append(moment(1), Undo{card}));
  CHECK(must(history.states()) == before);
  const RowId deck = must(history.append(moment(1), Reset{"d", ""}));
  CHECK_FALSE(progress(history, "c2").state.has_value());
  CHECK(progress(history, "c2").suspended);
  CHECK(must(history.states()).size() == 2);
  must(history.append(moment(1), Undo{deck}));
  CHECK(must(history.states()) == before);
}

TEST_CASE("another model, wanted recall or start of day derives the states anew") {
  const Folder folder;
  Options six;
  six.scheduling.parameters = memory::defaults(memory::Algorithm::fsrs6);
  six.scheduling.wanted_recall = 0.8;
  {
    History history = open(folder.path);
    must(history.append(moment(), answer("c1")));
    const auto seven = must(history.states());
    REQUIRE(history.use(six.scheduling));
    CHECK(must(history.states()) != seven);
    REQUIRE(history.use(Scheduling{}));
    CHECK(must(history.states()) == seven);
  }
  const auto expected = memory::apply({"d", "c1"}, {moment(), memory::Grade::good},
                                      memory::Model(six.scheduling.parameters),
                                      {0.8, six.scheduling.day_start_minutes});
  {
    History history = open(folder.path, six);
    CHECK(progress(history, "c1") == expected);
  }
  Options later;
  later.derive = false;
  History history = open(folder.path, later);
  REQUIRE(history.use(six.scheduling));
  CHECK(progress(history, "c1") == expected);
  REQUIRE(history.use(Scheduling{}));
  CHECK(progress(history, "c1") != expected);
}

TEST_CASE("a correction is an undo and a new answer in one commit") {
  const Folder folder;
  History history = open(folder.path);
  const RowId wrong = must(history.append(moment(), answer("c1", memory::Grade::again)));
  const std::vector<Event> events = {Undo{wrong}, answer("c1"), Ruling{"d", "c1", "x", true}};
  must(history.append(moment(0, 500), events));
  CHECK(must(history.state("d", "c1")).answers == 1);
  CHECK_FALSE(must(history.state("d", "c1")).owed);
  CHECK(must(history.rulings("d")) == std::vector{Ruling{"d", "c1", "x", true}});
}

namespace {

Event any_event(const std::vector<Row>& rows) {
  const std::string card = "c" + std::to_string(*rc::gen::inRange(0, 4));
  const std::string deck = *rc::gen::element<std::string>("d", "e");
  switch (*rc::gen::weightedElement<int>({{10, 0}, {2, 1}, {1, 2}, {1, 3}, {1, 4}, {4, 5}})) {
  case 1:
    return Suspension{deck, card, *rc::gen::arbitrary<bool>()};
  case 2:
    return Burial{deck, card, {*rc::gen::inRange(20000, 20100)}};
  case 3:
    return Reset{deck, card};
  case 4:
    return Reset{deck, ""};
  case 5:
    if (!rows.empty()) return Undo{rows[*rc::gen::inRange<std::size_t>(0, rows.size())].id};
    [[fallthrough]];
  default: {
    Answer made = answer(card, static_cast<memory::Grade>(*rc::gen::inRange(1, 5)), deck);
    made.counts = *rc::gen::inRange(0, 5) > 0;
    return made;
  }
  }
}

} // namespace

TEST_CASE("rebuilding gives what appending gave, and an undo gives what was before") {
  CHECK(rc::check([] {
    const Folder folder;
    History history = open(folder.path);
    double day = 0;
    for (int left = *rc::gen::inRange(1, 25); left > 0; --left) {
      day += *rc::gen::inRange(-1, 40) / 10.0; // the clock may go back
      const auto before = must(history.states());
      const RowId id = must(history.append(moment(day), any_event(must(history.rows()))));
      const auto after = must(history.states());
      RC_ASSERT(history.rebuild());
      RC_ASSERT(must(history.states()) == after);
      if (*rc::gen::inRange(0, 4) > 0) continue;
      must(history.append(moment(day), Undo{id}));
      RC_ASSERT(must(history.states()) == before);
    }
  }));
}

TEST_CASE("the day chosen for a card stays through undo, a rebuild and another opening") {
  const Folder folder;
  auto chosen = answer("c1");
  chosen.placed = core::study_day(moment(0)) + 4;
  std::vector<memory::CardProgress> before;
  {
    History history = open(folder.path);
    must(history.append(moment(0), chosen));
    CHECK(progress(history, "c1").placed == chosen.placed);
    before = must(history.states());
    auto later = chosen;
    later.placed = core::study_day(moment(4)) + 9;
    const RowId second = must(history.append(moment(4), later));
    CHECK(progress(history, "c1").placed == later.placed);
    must(history.append(moment(4), Undo{second}));
    CHECK(must(history.states()) == before);
    REQUIRE(history.rebuild());
    CHECK(must(history.states()) == before);
    CHECK(std::get<history::Answer>(must(history.rows()).front().event) == chosen);
  }
  CHECK(must(open(folder.path).states()) == before);
}
