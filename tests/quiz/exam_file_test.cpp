#include "quiz/exam_file.h"
#include "quiz/exam_report.h"
#include "synthetic.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace entente;
using namespace entente::quiz;
using namespace entente::tests;

namespace {

// An exam in which things have happened.
Exam some_exam(const std::shared_ptr<Material>& material) {
  ExamPlan plan{.questions = 12, .certainty = true, .seed = 77};
  plan.selection = {.categories = {"a", "b", "c"}, .search = "question"};
  Exam exam(material, plan, at_minute(0));
  for (std::size_t item = 0; item < exam.state().items.size(); ++item) {
    const core::Moment now = at_minute(0.1 * static_cast<double>(item));
    const Question& question = exam.state().items[item].question;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < question.options.size(); ++i) all.push_back(i);
    (void)exam.take(GoToItem{item}, now);
    if (item % 3 == 0) (void)exam.take(ToggleFlag{}, now);
    if (item % 4 == 0) (void)exam.take(SetExamCertainty{Certainty::high}, now);
    std::vector<Given> tries = {Chosen{1}, Typed{"a\tb\\n\nc"}, Ordered{all}, Matched{all}};
    if (item % 5 == 4) tries = {DontKnow{}};
    for (const Given& given : tries) (void)exam.take(GiveExamAnswer{given}, now);
  }
  return exam;
}

std::string refusal(const deck::Deck& deck, std::string_view text) {
  const auto restored = restore_exam(deck, text);
  return restored ? "accepted" : core::describe(restored.error());
}

} // namespace

TEST_CASE("an exam saved and restored is the same exam, paused") {
  const auto material = material_of(mixed_deck(20));
  material->learner.progress["card-1"] =
      learned(material->deck, 1, {memory::Grade::good, memory::Grade::good}, 9);
  Exam exam = some_exam(material);
  (void)exam.take(PauseExam{}, at_minute(3));
  const auto restored = restore_exam(material->deck, save_exam(exam.state()));
  REQUIRE(restored.has_value());
  ExamState expected = exam.state();
  expected.running_since = {};
  for (ExamItem& item : expected.items) item.question.hints.clear();
  CHECK(restored->state == expected);
  CHECK(restored->dropped == 0);
  Exam again(material, restored->state);
  (void)again.take(ResumeExam{}, at_minute(50));
  CHECK(again.take(HandIn{}, at_minute(51)).size() == static_cast<std::size_t>(exam.answered()));
  (void)exam.take(HandIn{}, at_minute(3));
  CHECK(report(*material, again.state()).right == report(*material, exam.state()).right);
}

TEST_CASE("an exam that was running when the window closed is paused, its time kept") {
  const auto material = material_of(mixed_deck(20));
  const Exam exam = some_exam(material);
  CHECK(exam.state().phase == ExamPhase::running);
  const auto restored = restore_exam(material->deck, save_exam(exam.state()));
  REQUIRE(restored.has_value());
  CHECK(restored->state.phase == ExamPhase::paused);
  CHECK(restored->state.used_ms == exam.state().used_ms);
}

TEST_CASE("questions whose card is gone are dropped and counted") {
  const auto material = material_of(mixed_deck(20));
  const Exam exam = some_exam(material);
  deck::Deck smaller = material->deck;
  std::erase_if(smaller.cards, [&](const deck::Card& card) {
    return card.id == exam.state().items[2].question.card_id;
  });
  const auto restored = restore_exam(smaller, save_exam(exam.state()));
  REQUIRE(restored.has_value());
  CHECK(restored->dropped == 1);
  CHECK(restored->state.items.size() == exam.state().items.size() - 1);
}

TEST_CASE("what is no exam is refused, word for word") {
  const deck::Deck deck = mixed_deck(3);
  CHECK(refusal(deck, "") == "The saved exam cannot be read at line 0. Begin a new one.");
  CHECK(refusal(deck, "hello") == "The saved exam cannot be read at line 1. Begin a new one.");
  CHECK(refusal(deck, "entente-exam\t2\n") ==
        "The exam was saved by a newer version of this program. Open it there, or begin a new "
        "one.");
  CHECK(refusal(deck, "entente-exam\t1\nplan\tmany\n") ==
        "The saved exam cannot be read at line 2. Begin a new one.");
}

TEST_CASE("no damage to a saved exam gets past the reader unsound") {
  const auto material = material_of(mixed_deck(20));
  const std::string whole = save_exam(some_exam(material).state());
  CHECK(rc::check("damaged exam", [&] {
    std::string text = whole;
    const int faults = *rc::gen::inRange(1, 6);
    for (int i = 0; i < faults && !text.empty(); ++i) {
      const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, int(text.size())));
      switch (*rc::gen::inRange(0, 3)) {
      case 0:
        text[at] = *rc::gen::element('\t', '\n', '9', '-', '\\', 'x', '\0');
        break;
      case 1:
        text.erase(at, static_cast<std::size_t>(*rc::gen::inRange(1, 40)));
        break;
      default:
        text.insert(at, text.substr(0, at));
      }
    }
    auto restored = restore_exam(material->deck, text);
    if (!restored) return;
    Exam exam(material, std::move(restored->state));
    (void)exam.take(ResumeExam{}, at_minute(5));
    (void)exam.take(GoToItem{1}, at_minute(6));
    (void)exam.take(HandIn{}, at_minute(7));
    (void)report(*material, exam.state());
  }));
}
