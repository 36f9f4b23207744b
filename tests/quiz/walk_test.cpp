// Random walks: whatever is pressed and whenever, no answer is lost and undo is exact.

#include "core/random.h"
#include "deck/deck_file.h"
#include "quiz/results.h"
#include "quiz/session.h"
#include "support/shared.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace entente;
using memory::Grade;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

struct Press {
  int kind = 0, detail = 0;
  std::int64_t after_ms = 0;
};

std::vector<Press> presses(int most) {
  const auto press = rc::gen::apply(
      [](int kind, int detail, std::int64_t after) { return Press{kind, detail, after}; },
      rc::gen::inRange(0, 24), rc::gen::inRange(0, 6), rc::gen::inRange<std::int64_t>(-50, 30000));
  const int count = *rc::gen::inRange(0, most);
  return *rc::gen::container<std::vector<Press>>(static_cast<std::size_t>(count), press);
}

Given any_given(const Session& session, int detail) {
  if (!std::holds_alternative<Asked>(session.phase())) return DontKnow{};
  switch (detail) {
  case 0:
    return DontKnow{};
  case 1:
    return Chosen{static_cast<std::size_t>(detail)};
  case 2:
    return Typed{"something"};
  case 3:
    return wrong_answer(session);
  default:
    return right_answer(session);
  }
}

Message message_for(const Session& session, const Press& press) {
  switch (press.kind) {
  case 0:
    return Undo{};
  case 1:
    return TakeHint{};
  case 2:
    return SetCertainty{Certainty::middle};
  case 3:
    return Overrule{press.detail % 2 == 0};
  case 4:
    return Skip{};
  case 5:
    return press.detail == 0 ? Message(Bury{}) : Message(Tick{});
  case 6:
    return press.detail == 0 ? Message(Suspend{}) : Message(Tick{});
  case 7:
    return GoOn{};
  case 8:
    return Tick{};
  case 9:
    return press.detail == 0 ? Message(End{}) : Message(Tick{});
  case 10:
    return Settle{static_cast<Grade>(1 + press.detail % 4)};
  default:
    return press.kind % 2 == 0 ? Message(Settle{})
                               : Message(Answer{any_given(session, press.detail)});
  }
}

// The history that a listener to the outputs would hold.
class Log {
public:
  void hear(const std::vector<Output>& outputs) {
    for (const Output& output : outputs) {
      if (const auto* answered = std::get_if<Answered>(&output)) rows_.emplace_back(*answered);
      if (const auto* buried = std::get_if<Buried>(&output)) rows_.emplace_back(*buried);
      if (const auto* suspended = std::get_if<Suspended>(&output)) rows_.emplace_back(*suspended);
      if (const auto* back = std::get_if<TakenBack>(&output)) {
        RC_ASSERT(!rows_.empty());
        RC_ASSERT(rows_.back() == back->what);
        rows_.pop_back();
      }
    }
  }

  std::vector<Answered> answers() const {
    std::vector<Answered> answers;
    for (const Recorded& row : rows_)
      if (const auto* answered = std::get_if<Answered>(&row)) answers.push_back(*answered);
    return answers;
  }

private:
  std::vector<Recorded> rows_;
};

std::vector<Answered> answers_of(const Session& session) {
  std::vector<Answered> answers;
  for (const auto& answer : session.answers()) answers.push_back(*answer);
  return answers;
}

// The clock of a question starts anew after Undo; everything else is as it was.
Phase without_clock(Phase phase) {
  if (auto* asked = std::get_if<Asked>(&phase)) asked->shown = {};
  return phase;
}

// Help once given was given: undoing an answer does not take a hint back.
Phase without_help(Phase phase) {
  phase = without_clock(std::move(phase));
  if (auto* asked = std::get_if<Asked>(&phase)) asked->hints = 0, asked->certainty.reset();
  return phase;
}

void check_same(const Session& a, const Session& b) {
  RC_ASSERT(a.state().ahead == b.state().ahead);
  RC_ASSERT(a.state().missed == b.state().missed);
  RC_ASSERT(a.state().answers == b.state().answers);
  RC_ASSERT(a.state().changed == b.state().changed);
  RC_ASSERT(a.state().total == b.state().total);
}

void check_standing(const Session& session) {
  const Standing standing = session.standing();
  RC_ASSERT(standing.done >= 0);
  RC_ASSERT(standing.done <= standing.total);
  if (std::holds_alternative<Finished>(session.phase()) &&
      !std::get<Finished>(session.phase()).early)
    RC_ASSERT(standing.done == standing.total);
  RC_ASSERT(results(session, at_minute(0)).answers == std::ssize(session.answers()));
}

// Whoever leaves Revealed by anything but Undo has recorded the answer; a recognised answer never
// proposes Easy.
void check_step(const Session& before, const Message& message, const Session& after,
                const std::vector<Output>& outputs) {
  const auto* revealed = std::get_if<Revealed>(&before.phase());
  const bool undo = std::holds_alternative<Undo>(message);
  const bool recorded = std::ranges::any_of(
      outputs, [](const Output& output) { return std::holds_alternative<Answered>(output); });
  const bool left = revealed && !std::holds_alternative<Revealed>(after.phase()) && !undo;
  RC_ASSERT(recorded == left);
  const auto* now = std::get_if<Revealed>(&after.phase());
  if (now && now->asked.question.form == deck::Form::choice)
    RC_ASSERT(now->outcome.proposed < Grade::easy);
  const bool stepped = !undo && after.undo_depth() > before.undo_depth();
  if (!stepped) return;
  Session back = after;
  (void)back.take(Undo{}, at_minute(0));
  RC_ASSERT(without_clock(back.phase()) == without_clock(before.phase()));
  check_same(back, before);
}

Session walk(Session session, const std::vector<Press>& presses, Log& log) {
  core::Moment now = at_minute(0);
  for (const Press& press : presses) {
    now.utc_ms += press.after_ms;
    const Session before = session;
    const Message message = message_for(session, press);
    const auto outputs = session.take(message, now);
    log.hear(outputs);
    check_step(before, message, session, outputs);
    check_standing(session);
    RC_ASSERT(log.answers() == answers_of(session));
  }
  return session;
}

std::shared_ptr<Material> studied(deck::Deck deck) {
  auto material = material_of(std::move(deck));
  for (std::size_t i = 0; i < material->deck.cards.size(); i += 2) {
    const int past = *rc::gen::inRange(0, 4);
    const std::vector<Grade> grades(static_cast<std::size_t>(past),
                                    i % 4 == 0 ? Grade::good : Grade::hard);
    if (past > 0)
      material->learner.progress[material->deck.cards[i].id] =
          learned(material->deck, i, grades, *rc::gen::inRange(1, 40));
  }
  return material;
}

Mode any_mode() {
  return *rc::gen::element(Mode::drill, Mode::drill, Mode::ahead, Mode::more_new, Mode::quick,
                           Mode::cram);
}

deck::Deck shipped_deck() {
  auto read = deck::read_deck_file(root() / "decks" / "russia-china-2021.xml");
  REQUIRE(read.has_value());
  return read->deck;
}

// Drills to the end by a learner who misses now and then, waiting where told to.
std::vector<std::size_t> drill_to_end(Session session, std::uint64_t seed, double pace_minutes) {
  core::Random random(seed);
  std::vector<std::size_t> asked;
  double minute = 0;
  for (int guard = 0; guard < 5000; ++guard) {
    minute += pace_minutes;
    if (std::holds_alternative<Finished>(session.phase())) return asked;
    if (std::holds_alternative<Waiting>(session.phase())) {
      (void)session.take(GoOn{}, at_minute(minute));
      continue;
    }
    asked.push_back(question(session).card);
    const bool right = random.unit() < 0.7;
    const Given given = right ? right_answer(session) : wrong_answer(session);
    (void)session.take(Answer{given}, at_minute(minute));
    const Grade grade = right ? Grade::good : Grade::again;
    (void)session.take(Settle{grade}, at_minute(minute + 0.05));
  }
  FAIL("the session does not end");
  return asked;
}

} // namespace

TEST_CASE("no messages crash a session or lose an answer, and undo is exact") {
  CHECK(rc::check("synthetic decks", [] {
    const auto material = studied(mixed_deck(*rc::gen::inRange(0, 20)));
    Log log;
    const Plan plan{any_mode(), {}, *rc::gen::arbitrary<std::uint64_t>()};
    Session session = walk({material, plan, at_minute(0)}, presses(120), log);
    for (int i = 0; session.can_undo(); ++i) { // all the way back
      RC_ASSERT(i < 1000);
      log.hear(session.take(Undo{}, at_minute(500)));
    }
    RC_ASSERT(log.answers().empty());
    const Session fresh(material, plan, at_minute(0));
    RC_ASSERT(without_help(session.phase()) == without_help(fresh.phase()));
    check_same(session, fresh);
  }));
}

TEST_CASE("the shipped deck holds against random walks") {
  const deck::Deck deck = shipped_deck();
  REQUIRE(deck.cards.size() >= 60);
  CHECK(rc::check("shipped deck", [&] {
    Log log;
    const Plan plan{any_mode(), {}, *rc::gen::arbitrary<std::uint64_t>()};
    (void)walk({studied(deck), plan, at_minute(0)}, presses(80), log);
  }));
}

TEST_CASE("the same seed, messages and moments give the same session") {
  CHECK(rc::check("replay", [] {
    const auto material = studied(mixed_deck(15));
    const Plan plan{any_mode(), {}, *rc::gen::arbitrary<std::uint64_t>()};
    const auto script = presses(60);
    Log first, second;
    const Session a = walk({material, plan, at_minute(0)}, script, first);
    const Session b = walk({material, plan, at_minute(0)}, script, second);
    RC_ASSERT(a.phase() == b.phase());
    RC_ASSERT(first.answers() == second.answers());
  }));
}

TEST_CASE("every due card is asked, and a drill comes to its end") {
  CHECK(rc::check("all due asked", [] {
    const auto material = studied(mixed_deck(*rc::gen::inRange(1, 40)));
    const Plan plan{Mode::drill, {}, *rc::gen::arbitrary<std::uint64_t>()};
    std::set<std::size_t> wanted;
    for (std::size_t i = 0; i < material->deck.cards.size(); ++i) {
      const auto known = material->learner.progress.find(material->deck.cards[i].id);
      const bool fresh = known == material->learner.progress.end();
      if (!fresh && is_due(known->second, material->settings, at_minute(0))) wanted.insert(i);
    }
    const auto asked = drill_to_end({material, plan, at_minute(0)}, plan.seed, 0.2);
    const std::set<std::size_t> seen(asked.begin(), asked.end());
    RC_ASSERT(std::ranges::includes(seen, wanted));
    RC_ASSERT(seen.size() == build_queue(*material, plan, at_minute(0)).size());
  }));
}

TEST_CASE("a missed card never returns before three others while others remain") {
  CHECK(rc::check("gap of a missed card", [] {
    const auto material = studied(mixed_deck(*rc::gen::inRange(1, 30)));
    const Plan plan{Mode::drill, {}, *rc::gen::arbitrary<std::uint64_t>()};
    const double pace = *rc::gen::element(0.1, 0.5, 3.0);
    const auto order = drill_to_end({material, plan, at_minute(0)}, plan.seed, pace);
    std::map<std::size_t, std::size_t> last;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto before = last.find(order[i]);
      const std::set<std::size_t> still(order.begin() + static_cast<long>(i), order.end());
      if (before != last.end() && i - before->second <= 3) {
        // Too soon: then every card still to come has been asked as late as this one, or later.
        for (const std::size_t other : still)
          RC_ASSERT(last.contains(other) && last[other] >= before->second);
      }
      last[order[i]] = i;
    }
  }));
}
