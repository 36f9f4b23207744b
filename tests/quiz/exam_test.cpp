#include "core/random.h"
#include "quiz/exam_report.h"
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

// Right or wrong, as the form of the item looked at wants it.
Given exam_answer(const Exam& exam, bool right) {
  const Question& question = exam.state().items[exam.state().at].question;
  std::vector<std::size_t> places(question.options.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[question.options[i].home] = i;
  switch (question.form) {
  case deck::Form::choice:
    for (std::size_t i = 0; i < question.options.size(); ++i)
      if ((question.options[i].home == 0) == right) return Chosen{i};
    break;
  case deck::Form::order:
  case deck::Form::match:
    if (!right) std::ranges::rotate(places, places.begin() + 1);
    return question.form == deck::Form::order ? Given(Ordered{places}) : Given(Matched{places});
  case deck::Form::typed:
  case deck::Form::cloze:
  case deck::Form::flip:
    break;
  }
  const deck::Card& card = exam.material().deck.cards[question.card];
  return Typed{right ? deck::answer_line(card.answer) : "something else"};
}

Exam begin(const std::shared_ptr<Material>& material, ExamPlan plan = {}) {
  return {material, plan, at_minute(0)};
}

} // namespace

TEST_CASE("an exam is drawn evenly over categories and paragraphs, the same for a seed") {
  CHECK(rc::check("even draw", [] {
    const int cards = *rc::gen::inRange(1, 60), categories = *rc::gen::inRange(1, 6);
    const auto material = material_of(mixed_deck(cards, categories));
    ExamPlan plan;
    plan.questions = *rc::gen::inRange(1, 40);
    plan.seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto drawn = draw_exam(*material, plan);
    RC_ASSERT(drawn == draw_exam(*material, plan));
    RC_ASSERT(std::ssize(drawn) == std::min(plan.questions, cards));
    RC_ASSERT(std::set<std::size_t>(drawn.begin(), drawn.end()).size() == drawn.size());
    std::map<std::string, int> asked, there;
    for (const deck::Card& card : material->deck.cards) ++there[card.category];
    for (const std::size_t card : drawn) ++asked[material->deck.cards[card].category];
    for (const auto& [category, count] : there)
      for (const auto& [other, more] : asked) // one has two more only where this one ran out
        RC_ASSERT(more <= asked[category] + 1 || asked[category] == count);
  }));
}

TEST_CASE("within a category each paragraph is asked about before any is twice") {
  deck::Deck deck = choice_deck(12);
  for (std::size_t i = 0; i < 12; ++i)
    deck.cards[i].passage = deck::Passage{"text", 1 + static_cast<int>(i) / 3};
  const auto material = material_of(deck);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    std::set<int> paragraphs;
    for (const std::size_t card : draw_exam(*material, {.questions = 4, .seed = seed}))
      paragraphs.insert(deck.cards[card].passage->paragraph);
    CHECK(paragraphs.size() == 4);
  }
}

TEST_CASE("an exam asks in the forms allowed, and never turns a card over") {
  auto material = material_of(mixed_deck(20));
  material->deck.cards[0].forms = {deck::Form::flip};
  const Exam exam = begin(material, {.questions = 50});
  CHECK(exam.state().items.size() == 19);
  const Exam typed = begin(material, {.questions = 50, .forms = {deck::Form::typed}});
  for (const ExamItem& item : typed.state().items) CHECK(item.question.form == deck::Form::typed);
  CHECK(!typed.state().items.empty());
}

TEST_CASE("answers may be given, changed, cleared and flagged in any order, without a word") {
  Exam exam = begin(material_of(choice_deck(30)));
  CHECK(exam.state().items.size() == 20);
  CHECK(exam.take(GoToItem{7}, at_minute(0.1)).empty());
  CHECK(exam.take(GiveExamAnswer{exam_answer(exam, false)}, at_minute(0.2)).empty());
  CHECK(exam.take(GiveExamAnswer{exam_answer(exam, true)}, at_minute(0.3)).empty());
  (void)exam.take(ToggleFlag{}, at_minute(0.3));
  (void)exam.take(GoToItem{20}, at_minute(0.3)); // there are 20
  CHECK(exam.state().at == 7);
  CHECK(exam.state().items[7].flagged);
  CHECK(exam.answered() == 1);
  (void)exam.take(GiveExamAnswer{Typed{"no such form"}}, at_minute(0.4));
  CHECK(exam.state().items[7].given == exam_answer(exam, true));
  (void)exam.take(ClearExamAnswer{}, at_minute(0.4));
  CHECK(exam.answered() == 0);
}

TEST_CASE("the clock stops while paused, and time up hands in") {
  Exam exam = begin(material_of(choice_deck(30)), {.limit_ms = 10 * core::ms_per_minute});
  (void)exam.take(GiveExamAnswer{exam_answer(exam, true)}, at_minute(4));
  (void)exam.take(PauseExam{}, at_minute(6));
  CHECK(exam.left_ms(at_minute(100)) == 4 * core::ms_per_minute);
  (void)exam.take(GiveExamAnswer{exam_answer(exam, false)}, at_minute(100));
  CHECK(exam.state().items[0].given == exam_answer(exam, true)); // paused: nothing is taken
  (void)exam.take(ResumeExam{}, at_minute(100));
  CHECK(exam.take(Tick{}, at_minute(103.9)).empty());
  const auto rows = exam.take(Tick{}, at_minute(105));
  CHECK(rows.size() == 1);
  CHECK(exam.state().phase == ExamPhase::handed_in);
  CHECK(exam.state().time_up);
  CHECK(exam.state().used_ms == 10 * core::ms_per_minute);
  CHECK(exam.take(HandIn{}, at_minute(106)).empty());
}

TEST_CASE("an answer that comes after the time is up is not taken") {
  Exam exam = begin(material_of(choice_deck(3)), {.limit_ms = core::ms_per_minute});
  CHECK(exam.take(GiveExamAnswer{exam_answer(exam, true)}, at_minute(2)).empty());
  CHECK(exam.state().phase == ExamPhase::handed_in);
  CHECK(exam.answered() == 0);
}

TEST_CASE("handing in gives a row for each answer, none for what was left open") {
  auto material = material_of(choice_deck(4));
  material->learner.progress["card-2"] = learned(material->deck, 2, {Grade::good}, 3);
  Exam exam = begin(material, {.questions = 4, .certainty = true});
  double minute = 0;
  for (std::size_t item = 0; item < 3; ++item) {
    (void)exam.take(GoToItem{item}, at_minute(minute));
    (void)exam.take(SetExamCertainty{Certainty::high}, at_minute(minute));
    (void)exam.take(GiveExamAnswer{exam_answer(exam, item != 1)}, at_minute(minute += 0.5));
  }
  const auto rows = exam.take(HandIn{}, at_minute(3));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].mode == Mode::exam);
  CHECK(rows[0].right);
  CHECK(rows[0].taken_ms == 30000);
  CHECK(rows[0].certainty == Certainty::high);
  CHECK(rows[0].points.rule == PointsRule::unpaid);
  CHECK(rows[0].counts_for_schedule);
  CHECK(rows[0].after.answers == rows[0].before.answers + 1);
  CHECK(rows[1].grade == Grade::again);
  CHECK(rows[1].after.owed);
}

TEST_CASE("the report names every answer, what was expected and what to drill") {
  auto material = material_of(mixed_deck(8, 2));
  for (deck::Card& card : material->deck.cards) card.forms = {deck::Form::choice};
  std::erase_if(material->deck.cards, [](const deck::Card& card) { return card.wrong.empty(); });
  Exam exam = begin(material, {.questions = 4, .certainty = true});
  for (std::size_t item = 0; item < 3; ++item) {
    (void)exam.take(GoToItem{item}, at_minute(1));
    if (item < 2) (void)exam.take(SetExamCertainty{Certainty::high}, at_minute(1));
    (void)exam.take(GiveExamAnswer{exam_answer(exam, item != 1)}, at_minute(1));
  }
  (void)exam.take(ToggleFlag{}, at_minute(1));
  (void)exam.take(HandIn{}, at_minute(2));
  const ExamReport sum = report(*material, exam.state());
  CHECK(sum.questions == 4);
  CHECK(sum.answered == 3);
  CHECK(sum.right == 2);
  CHECK(sum.flagged == 1);
  CHECK(sum.marks == 3 - 6 + 1);
  CHECK(sum.most_marks == 12);
  CHECK(sum.rows[1].judgement.reason == "other option");
  CHECK(sum.rows[3].judgement.reason == "not answered");
  CHECK(sum.rows[0].paragraph > 0);
  CHECK(sum.to_drill == std::vector<std::string>{exam.state().items[1].question.card_id,
                                                 exam.state().items[3].question.card_id});
  CHECK(sum.categories.size() == 2);
  CHECK(sum.expected.right == doctest::Approx(1)); // four guesses at one in four
  CHECK(sum.used_ms == 2 * core::ms_per_minute);
}

TEST_CASE("what is expected holds the truth at least eight times in ten") {
  CHECK(expected_right({}) == Expected{0, 0, 0});
  CHECK(expected_right({1, 1, 0}) == Expected{2, 2, 2});
  CHECK(rc::check("expected range", [] {
    std::vector<double> chances;
    for (const int percent : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 101)))
      chances.push_back(percent / 100.0);
    const Expected expected = expected_right(chances);
    core::Random random(*rc::gen::arbitrary<std::uint64_t>());
    int inside = 0;
    for (int run = 0; run < 400; ++run) {
      int right = 0;
      for (const double chance : chances) right += random.unit() < chance ? 1 : 0;
      inside += right >= expected.low && right <= expected.high ? 1 : 0;
    }
    RC_ASSERT(inside >= 280); // 320 expected at least, five standard deviations are 40
    RC_ASSERT(expected.low <= expected.right + 1);
    RC_ASSERT(expected.high >= expected.right - 1);
  }));
}

TEST_CASE("being sure is worth it from the certainty it is named for") {
  const auto worth = [](Certainty certainty, double sure) {
    return sure * certainty_mark(certainty, true) + (1 - sure) * certainty_mark(certainty, false);
  };
  const double two_thirds = 2.0 / 3, four_fifths = 0.8;
  CHECK(worth(Certainty::low, 0.6) > worth(Certainty::middle, 0.6));
  CHECK(worth(Certainty::low, two_thirds) == doctest::Approx(worth(Certainty::middle, two_thirds)));
  CHECK(worth(Certainty::middle, four_fifths) ==
        doctest::Approx(worth(Certainty::high, four_fifths)));
  CHECK(worth(Certainty::high, 0.9) > worth(Certainty::middle, 0.9));
}

TEST_CASE("an exam on nothing is handed in empty") {
  Exam exam = begin(material_of({}));
  (void)exam.take(GiveExamAnswer{DontKnow{}}, at_minute(1));
  (void)exam.take(ToggleFlag{}, at_minute(1));
  CHECK(exam.take(HandIn{}, at_minute(1)).empty());
  CHECK(report(exam.material(), exam.state()).questions == 0);
}
