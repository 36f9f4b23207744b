#include "quiz/results.h"
#include "quiz/session.h"
#include "synthetic.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace entente;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

// Answers the question asked and takes the proposed grade two seconds later.
std::vector<Output> play(Session& session, bool right, double minute) {
  const Given given = right ? right_answer(session) : wrong_answer(session);
  CHECK(session.take(Answer{given}, at_minute(minute)).empty());
  return session.take(Settle{}, at_minute(minute + 1.0 / 30));
}

Session start(const std::shared_ptr<Material>& material, Mode mode = Mode::drill) {
  return {material, {mode, {}, 5}, at_minute(0)};
}

template <typename Phase> bool is(const Session& session) {
  return std::holds_alternative<Phase>(session.phase());
}

std::size_t asked(const Session& session) { return question(session).card; }

} // namespace

TEST_CASE("an answer is recorded when its grade is settled, with all that history needs") {
  auto material = material_of(choice_deck(5));
  Session session = start(material);
  const Question shown = question(session);
  CHECK(session.take(Answer{right_answer(session)}, at_minute(0.1)).empty());
  const Revealed revealed = std::get<Revealed>(session.phase());
  CHECK(revealed.outcome.proposed == Grade::hard);
  const auto outputs = session.take(Settle{Grade::good}, at_minute(0.2));
  REQUIRE(outputs.size() == 1);
  const Answered row = std::get<Answered>(outputs[0]);
  CHECK(row.card_id == shown.card_id);
  CHECK(row.form == deck::Form::choice);
  CHECK(row.options.size() == 4);
  CHECK(row.given_line == row.right_answer);
  CHECK(row.judgement.reason == "exact");
  CHECK(row.proposed == Grade::hard);
  CHECK(row.grade == Grade::good);
  CHECK(row.taken_ms == 6000);
  CHECK(row.points.value == 10);
  CHECK(!row.recall);
  CHECK(row.first_sight);
  CHECK(row.counts_for_schedule);
  CHECK(row.at == at_minute(0.1));
  CHECK(row.after == revealed.previews[2].after);
  CHECK(row.after.answers == 1);
}

TEST_CASE("keys within 250 ms of the reveal are ignored") {
  Session session = start(material_of(choice_deck(5)));
  const core::Moment shown = at_minute(1);
  (void)session.take(Answer{right_answer(session)}, shown);
  CHECK(session.take(Settle{}, {shown.utc_ms + 249, 120}).empty());
  CHECK(is<Revealed>(session));
  CHECK(session.take(Settle{}, {shown.utc_ms + 250, 120}).size() == 1);
}

TEST_CASE("a missed card returns after three others and a minute, until answered right once") {
  Session session = start(material_of(choice_deck(12)));
  const std::size_t missed = asked(session);
  (void)play(session, false, 0);
  for (const double minute : {0.1, 0.2, 0.3, 0.4}) { // three others, but not a minute yet
    CHECK(asked(session) != missed);
    (void)play(session, true, minute);
  }
  (void)play(session, true, 1.1);
  CHECK(asked(session) == missed);
  CHECK(question(session).asked_before == 1);
  const auto row = std::get<Answered>(play(session, true, 1.2).front());
  CHECK(row.points.rule == PointsRule::repeat);
  while (!is<Finished>(session)) {
    CHECK(asked(session) != missed);
    (void)play(session, true, 3);
  }
}

TEST_CASE("a card missed a moment before the session began keeps its distance in it too") {
  auto material = material_of(choice_deck(6));
  Session first = start(material);
  const std::size_t missed = asked(first);
  const auto row = std::get<Answered>(play(first, false, 0).front());
  auto later = std::make_shared<Material>(*material);
  later->learner.progress[row.card_id] = row.after;
  Session soon(later, {Mode::drill, {}, 7}, at_minute(0.2));
  for (const double minute : {0.3, 0.4, 1.2}) {
    CHECK(asked(soon) != missed);
    (void)play(soon, true, minute);
  }
  CHECK(asked(soon) == missed);
  CHECK(asked(Session(later, {Mode::drill, {}, 7}, at_minute(5))) == missed);
}

TEST_CASE("three others are waited for even when the minute is long over") {
  Session session = start(material_of(choice_deck(6)));
  const std::size_t missed = asked(session);
  (void)play(session, false, 0);
  for (const double minute : {10, 20, 30}) {
    CHECK(asked(session) != missed);
    (void)play(session, true, minute);
  }
  CHECK(asked(session) == missed);
}

TEST_CASE("when only missed cards are left the session says until when, and may go on now") {
  Session session = start(material_of(choice_deck(1)));
  (void)play(session, false, 0);
  REQUIRE(is<Waiting>(session));
  CHECK(std::get<Waiting>(session.phase()).until == at_minute(1));
  (void)session.take(Tick{}, at_minute(0.9));
  CHECK(is<Waiting>(session));
  Session patient = session;
  (void)patient.take(Tick{}, at_minute(1));
  CHECK(is<Asked>(patient));
  (void)session.take(GoOn{}, at_minute(0.5));
  CHECK(is<Asked>(session));
  (void)play(session, true, 0.6);
  CHECK(is<Finished>(session));
  CHECK(!std::get<Finished>(session.phase()).early);
}

TEST_CASE("undo goes back step by step, across questions, taking records back") {
  Session session = start(material_of(choice_deck(4)));
  const Session first = session;
  const auto row = std::get<Answered>(play(session, true, 0).front());
  (void)play(session, false, 1);
  CHECK(session.answers().size() == 2);
  auto outputs = session.take(Undo{}, at_minute(2));
  REQUIRE(outputs.size() == 1);
  CHECK(is<Revealed>(session));
  CHECK(session.take(Undo{}, at_minute(2)).empty());
  CHECK(is<Asked>(session));
  outputs = session.take(Undo{}, at_minute(2));
  CHECK(std::get<TakenBack>(outputs.at(0)).what == Recorded(row));
  (void)session.take(Undo{}, at_minute(2));
  CHECK(!session.can_undo());
  CHECK(asked(session) == asked(first));
  CHECK(question(session) == question(first));
  CHECK(std::get<Asked>(session.phase()).shown == at_minute(2));
  CHECK(session.answers().empty());
  CHECK(session.take(Undo{}, at_minute(3)).empty());
}

TEST_CASE("the verdict may be turned both ways before going on") {
  auto material = material_of(choice_deck(3));
  for (deck::Card& card : material->deck.cards) card.forms = {deck::Form::typed};
  Session session = start(material);
  (void)session.take(Answer{Typed{"nearly"}}, at_minute(0.1));
  (void)session.take(Overrule{true}, at_minute(0.15));
  CHECK(std::get<Revealed>(session.phase()).outcome.proposed == Grade::good);
  CHECK(std::get<Revealed>(session.phase()).outcome.overruled);
  (void)session.take(Overrule{false}, at_minute(0.15));
  CHECK(std::get<Revealed>(session.phase()).outcome.proposed == Grade::again);
  CHECK(!std::get<Revealed>(session.phase()).outcome.overruled);
  (void)session.take(Overrule{true}, at_minute(0.15));
  const auto row = std::get<Answered>(session.take(Settle{}, at_minute(0.2)).at(0));
  CHECK(row.right);
  CHECK(row.overruled);
  CHECK(row.judgement.verdict == judge::Verdict::wrong);
}

TEST_CASE("hints are counted, lower the grade and halve the points") {
  auto material = material_of(choice_deck(3));
  material->learner.progress["card-0"] = learned(material->deck, 0, {Grade::hard}, 2);
  Session session = start(material);
  REQUIRE(asked(session) == 0);
  (void)session.take(TakeHint{}, at_minute(0));
  (void)session.take(TakeHint{}, at_minute(0));
  (void)session.take(TakeHint{}, at_minute(0)); // there are two
  CHECK(std::get<Asked>(session.phase()).hints == 2);
  const auto row = std::get<Answered>(play(session, true, 0.1).front());
  CHECK(row.hints == 2);
  CHECK(row.proposed == Grade::hard);
  CHECK(row.points.halved);
  CHECK(row.recall);
}

TEST_CASE("skip puts a card to the end, bury and suspend take it out") {
  Session session = start(material_of(choice_deck(4)));
  const std::size_t skipped = asked(session);
  (void)session.take(Skip{}, at_minute(0));
  const std::size_t buried = asked(session);
  auto outputs = session.take(Bury{}, at_minute(0));
  CHECK(outputs == std::vector<Output>{
                       Buried{"card-" + std::to_string(buried), core::study_day(at_minute(0))}});
  outputs = session.take(Suspend{}, at_minute(0));
  CHECK(std::holds_alternative<Suspended>(outputs.at(0)));
  CHECK(session.standing().total == 2);
  (void)play(session, true, 0);
  CHECK(asked(session) == skipped);
  CHECK(session.standing().done == 1);
  (void)play(session, true, 0);
  CHECK(is<Finished>(session));
  CHECK(session.standing().done == 2);
  outputs = session.take(Undo{}, at_minute(0));
  (void)session.take(Undo{}, at_minute(0)); // the answer
  (void)session.take(Undo{}, at_minute(0)); // the grade before
  (void)session.take(Undo{}, at_minute(0));
  outputs = session.take(Undo{}, at_minute(0));
  CHECK(std::holds_alternative<TakenBack>(outputs.at(0)));
  CHECK(session.standing().total == 3);
}

TEST_CASE("suspending after the answer keeps the answer") {
  Session session = start(material_of(choice_deck(2)));
  const std::size_t card = asked(session);
  (void)session.take(Answer{wrong_answer(session)}, at_minute(0));
  const auto outputs = session.take(Suspend{}, at_minute(0.1));
  REQUIRE(outputs.size() == 2);
  CHECK(std::get<Answered>(outputs[0]).grade == Grade::again);
  CHECK(session.progress(card).suspended);
  (void)play(session, true, 1);
  CHECK(is<Finished>(session)); // it does not return
}

TEST_CASE("ending keeps an answer that waits for its grade") {
  Session session = start(material_of(choice_deck(3)));
  (void)session.take(Answer{wrong_answer(session)}, at_minute(0));
  const auto outputs = session.take(End{}, at_minute(0.001));
  REQUIRE(outputs.size() == 1);
  CHECK(std::get<Answered>(outputs[0]).grade == Grade::again);
  CHECK(std::get<Finished>(session.phase()).early);
  CHECK(session.take(End{}, at_minute(1)).empty());
}

TEST_CASE("cram records practice and leaves the schedule") {
  auto material = material_of(choice_deck(3));
  material->learner.progress["card-1"] = learned(material->deck, 1, {Grade::good}, 1);
  Session session = start(material, Mode::cram);
  CHECK(session.standing().total == 3);
  while (!is<Finished>(session)) {
    const std::size_t card = asked(session);
    const memory::CardProgress before = session.progress(card);
    const auto row = std::get<Answered>(play(session, true, 0).front());
    CHECK(!row.counts_for_schedule);
    CHECK(row.points.value == 10);
    CHECK(session.progress(card) == before);
  }
}

TEST_CASE("a quick round asks each card once, against a clock") {
  Session session = start(material_of(choice_deck(30)), Mode::quick);
  CHECK(session.standing().total == 10);
  CHECK(std::get<Asked>(session.phase()).limit_ms == 20000);
  (void)session.take(Tick{}, at_minute(0.3));
  CHECK(is<Asked>(session));
  (void)session.take(Tick{}, at_minute(0.4));
  REQUIRE(is<Revealed>(session));
  CHECK(std::get<Revealed>(session.phase()).outcome.judgement.reason == "time up");
  (void)session.take(Settle{}, at_minute(0.5));
  const double shown = 0.5;
  const auto row = std::get<Answered>(play(session, true, shown + 1.0 / 6).front());
  CHECK(row.speed_bonus == 25);
  for (int i = 0; i < 8; ++i) (void)play(session, false, 2);
  CHECK(is<Finished>(session));
  CHECK(session.standing().bonus == 25);
}

TEST_CASE("a leech is named at the threshold and every half threshold after") {
  auto material = material_of(choice_deck(1));
  material->settings.missed_gap_seconds = 0;
  std::vector<int> named;
  memory::CardProgress known = learned(material->deck, 0, {Grade::good, Grade::good}, 400);
  for (int lapse = 0; lapse < 17; ++lapse) {
    known.lapses = lapse;
    known.owed = false;
    material->learner.progress["card-0"] = known;
    Session session = start(material);
    (void)session.take(Answer{DontKnow{}}, at_minute(0));
    for (const Output& output : session.take(Settle{}, at_minute(1)))
      if (const auto* leech = std::get_if<Leech>(&output)) named.push_back(leech->lapses);
  }
  CHECK(named == std::vector<int>{8, 12, 16});
}

TEST_CASE("a wrong option chosen in this session is shown again") {
  auto material = material_of(choice_deck(1));
  material->settings.options_shown = 2;
  Session session = start(material);
  const auto row = std::get<Answered>(play(session, false, 0).front());
  CHECK(session.confusions(0) == Confusions{{row.given_line, 1}});
  (void)session.take(GoOn{}, at_minute(0.5));
  const auto& options = question(session).options;
  CHECK(std::ranges::count(options, row.given_line, &Option::text) == 1);
}

TEST_CASE("messages out of place change nothing") {
  Session session = start(material_of(choice_deck(3)));
  const Phase before = session.phase();
  const std::vector<Message> misplaced = {Settle{},          GoOn{},           Tick{},
                                          Overrule{},        Undo{},           Answer{Typed{"x"}},
                                          Answer{Chosen{9}}, Answer{Flipped{}}};
  for (const Message& message : misplaced) {
    CHECK(session.take(message, at_minute(0)).empty());
    CHECK(session.phase() == before);
  }
}

TEST_CASE("a deck without cards is finished at once") {
  Session session = start(material_of({}));
  CHECK(is<Finished>(session));
  CHECK(session.standing().total == 0);
  CHECK(results(session, at_minute(0)).cards == 0);
}

TEST_CASE("results sum the session up") {
  auto material = material_of(mixed_deck(6, 2));
  for (deck::Card& card : material->deck.cards) card.forms = {deck::Form::choice};
  for (const std::size_t i : {0U, 1U})
    material->learner.progress["card-" + std::to_string(i)] =
        learned(material->deck, i, {Grade::hard}, 3);
  Session session = start(material);
  (void)play(session, true, 0.1); // due
  (void)play(session, false, 0.3);
  double minute = 2;
  while (!is<Finished>(session)) (void)play(session, true, minute += 0.5);
  const Results sum = results(session, at_minute(minute + 1));
  CHECK(sum.cards == 6);
  CHECK(sum.answers == 7);
  CHECK(sum.right_first == 5);
  CHECK(sum.predicted_cards == 2);
  CHECK(sum.real_recall == 0.5);
  CHECK(sum.expected_recall > 0.5);
  CHECK(sum.expected_recall < 1);
  REQUIRE(sum.categories.size() == 2);
  CHECK(sum.categories[0].category == "a");
  CHECK(sum.categories[0].cards == 3);
  CHECK(sum.categories[0].right + sum.categories[1].right == 5);
  REQUIRE(sum.misses.size() == 1);
  CHECK(sum.misses[0].given != sum.misses[0].right_answer);
  CHECK(sum.longest_streak == 5);
  CHECK(sum.points == session.standing().points);
  CHECK(sum.median_ms.has_value());
}
