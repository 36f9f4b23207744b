#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/placing.h"
#include "screens/words.h"

#include "core/random.h"

#include <algorithm>
#include <charconv>

namespace entente::screens {

using service::Effects;

namespace {

// ---- choosing ----

template <class Value> void toggle(std::vector<Value>& all, const Value& value) {
  const auto found = std::find(all.begin(), all.end(), value);
  if (found == all.end())
    all.push_back(value);
  else
    all.erase(found);
}

// A number is taken as it is; words become one, so that a class can agree on "Tuesday".
std::uint64_t seed_of(const std::string& words) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), seed);
  const bool whole = error == std::errc() && end == words.data() + words.size();
  return whole || words.empty() ? seed : core::hash(words);
}

Effects start(const Model& model, const ExamsPage& page) {
  const auto* deck = exam_deck(model, page);
  if (deck == nullptr) return {};
  quiz::ExamPlan plan = page.plan;
  plan.seed = seed_of(page.seed);
  return {service::BeginExam{deck->file.id, plan}};
}

Effects choose(Model& model, ExamsPage& page, const ExamMessage& message) {
  return std::visit(Overloaded{[&](const ChooseExamDeck& m) {
                                 page.deck = m.deck;
                                 page.plan.selection = {};
                                 return Effects{};
                               },
                               [&](const ToggleExamCategory& m) {
                                 toggle(page.plan.selection.categories, m.category);
                                 return Effects{};
                               },
                               [&](const ToggleExamForm& m) {
                                 toggle(page.plan.forms, m.form);
                                 return Effects{};
                               },
                               [&](const SetExamQuestions& m) {
                                 page.plan.questions = m.questions;
                                 return Effects{};
                               },
                               [&](const SetExamMinutes& m) {
                                 page.plan.limit_ms = m.minutes * core::ms_per_minute;
                                 return Effects{};
                               },
                               [&](const ToggleExamCertainty&) {
                                 page.plan.certainty = !page.plan.certainty;
                                 return Effects{};
                               },
                               [&](const SetExamSeed& m) {
                                 page.seed = m.words;
                                 return Effects{};
                               },
                               [&](const StartExam&) { return start(model, page); },
                               [&](const AskRemoveExam& m) {
                                 model.dialog = ConfirmDialog{
                                     say("exam.remove.title"), say("exam.remove.words"),
                                     say("exam.remove.yes"), service::RemoveExam{m.id}};
                                 return Effects{};
                               },
                               [](const auto&) { return Effects{}; }},
                    message);
}

// ---- sitting ----

const quiz::ExamItem& item(const ExamPage& page) {
  const auto& state = page.exam.state();
  return state.items[state.at];
}

// What was half-done on the question now looked at, as its answer has it.
void look_again(ExamPage& page) {
  page.typed.clear();
  page.placed.clear();
  const auto& given = item(page).given;
  if (!given) return;
  if (const auto* typed = std::get_if<quiz::Typed>(&*given)) page.typed = typed->text;
  page.placed = placed_in(*given);
}

service::KeepExam keeping(const ExamPage& page) { return {page.id, page.deck, page.exam.state()}; }

// What is typed is on disk so soon after its first letter, not at each.
constexpr std::int64_t keep_typed_after_ms = 800;

// Puts a message to the exam; whatever it changes is on disk before the next frame.
Effects take(ExamPage& page, const quiz::ExamMessage& message, core::Moment now) {
  const std::size_t at = page.exam.state().at;
  quiz::Exam before = page.exam;
  auto answers = page.exam.take(message, now);
  if (page.exam.state().at != at) look_again(page);
  if (page.exam.state().phase == quiz::ExamPhase::handed_in) {
    page.kept = std::move(before);
    return {service::HandInExam{page.id, page.deck, page.exam, std::move(answers)}};
  }
  page.unkept_ms = 0;
  return {keeping(page)};
}

Effects turn(ExamPage& page, int by, core::Moment now) {
  const auto& state = page.exam.state();
  const auto last = static_cast<std::ptrdiff_t>(state.items.size()) - 1;
  const auto to = static_cast<std::ptrdiff_t>(state.at) + by;
  if (to > last) {
    page.reviewing = true;
    page.unkept_ms = 0;
    return {keeping(page)};
  }
  return take(page, quiz::GoToItem{static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, to))}, now);
}

Effects pick(ExamPage& page, std::size_t option, core::Moment now) {
  const auto& question = item(page).question;
  if (question.form == deck::Form::choice)
    return take(page, quiz::GiveExamAnswer{quiz::Chosen{option}}, now);
  if (!place_next(page.placed, option, question.options.size())) return {};
  const auto given = placed_answer(question, page.placed);
  return given ? take(page, quiz::GiveExamAnswer{*given}, now) : Effects{};
}

Effects unpick(ExamPage& page, core::Moment now) {
  if (page.placed.empty()) return {};
  // The last two were placed by one choice.
  if (page.placed.size() == item(page).question.options.size()) page.placed.pop_back();
  page.placed.pop_back();
  auto placed = page.placed;
  auto effects = take(page, quiz::ClearExamAnswer{}, now);
  page.placed = std::move(placed);
  return effects;
}

Effects type(ExamPage& page, const std::string& typed, core::Moment now) {
  page.typed = typed;
  const quiz::Given given = quiz::Typed{typed};
  const std::int64_t unkept = page.unkept_ms != 0 ? page.unkept_ms : now.utc_ms;
  Effects effects = quiz::fits(item(page).question, 0, given)
                        ? take(page, quiz::GiveExamAnswer{given}, now)
                        : take(page, quiz::ClearExamAnswer{}, now);
  if (page.exam.state().phase == quiz::ExamPhase::handed_in) return effects;
  page.unkept_ms = unkept;
  return {};
}

Effects examined(ExamPage& page, const quiz::ExamMessage& message, core::Moment now) {
  if (std::holds_alternative<quiz::ClearExamAnswer>(message)) {
    page.typed.clear();
    page.placed.clear();
  }
  if (std::holds_alternative<quiz::GoToItem>(message)) page.reviewing = false;
  return take(page, message, now);
}

Effects sit(ExamPage& page, const ExamMessage& message, core::Moment now) {
  return std::visit(Overloaded{[&](const Examined& m) { return examined(page, m.message, now); },
                               [&](const TurnQuestion& m) { return turn(page, m.by, now); },
                               [&](const PickExamOption& m) { return pick(page, m.option, now); },
                               [&](const TypeExamAnswer& m) { return type(page, m.text, now); },
                               [&](const UnpickExamOption&) { return unpick(page, now); },
                               [&](const ToggleClock&) {
                                 page.clock_hidden = !page.clock_hidden;
                                 return Effects{};
                               },
                               [&](const ToggleReview&) {
                                 page.reviewing = !page.reviewing;
                                 return Effects{};
                               },
                               [](const auto&) { return Effects{}; }},
                    message);
}

// ---- the report ----

Effects look_back(ExamReportPage& page, const ExamMessage& message) {
  if (std::holds_alternative<ToggleOnlyWrong>(message)) page.only_wrong = !page.only_wrong;
  if (!std::holds_alternative<DrillExamMisses>(message) || page.report.to_drill.empty()) return {};
  quiz::Selection misses;
  misses.cards = page.report.to_drill;
  return {service::BeginSession{page.deck, quiz::Mode::cram, misses}};
}

} // namespace

const service::DeckStanding* exam_deck(const Model& model, const ExamsPage& page) {
  for (const auto& deck : model.standing.decks)
    if (deck.file.deck != nullptr && deck.file.id == page.deck) return &deck;
  return shown_deck(model);
}

Effects update(Model& model, const ExamMessage& message, core::Moment now) {
  if (auto* page = std::get_if<ExamsPage>(&model.page)) return choose(model, *page, message);
  if (auto* page = std::get_if<ExamPage>(&model.page)) return sit(*page, message, now);
  if (auto* page = std::get_if<ExamReportPage>(&model.page)) return look_back(*page, message);
  return {};
}

Effects came(Model& model, const service::ExamOpened& result) {
  model.status.clear();
  model.dialog.reset();
  if (result.exam.state().items.empty()) {
    model.status = say("session.nothing");
    return {};
  }
  if (result.exam.state().phase == quiz::ExamPhase::handed_in) {
    model.page =
        ExamReportPage{result.id, result.deck, result.exam,
                       quiz::report(result.exam.material(), result.exam.state()), result.dropped};
    return {};
  }
  ExamPage page(result.id, result.deck, result.exam);
  look_again(page);
  model.page = std::move(page);
  return {};
}

Effects came(Model& model, const service::ExamHandedIn&) {
  auto* page = std::get_if<ExamPage>(&model.page);
  if (page == nullptr) return {};
  ExamReportPage report{page->id, page->deck, page->exam,
                        quiz::report(page->exam.material(), page->exam.state())};
  model.page = std::move(report);
  return {service::PlaySound{service::Sound::finished}, service::Refresh{}};
}

Effects leave_exam(Model& model, core::Moment now) {
  auto& page = std::get<ExamPage>(model.page);
  if (page.reviewing) {
    page.reviewing = false;
    return {};
  }
  if (page.exam.state().phase == quiz::ExamPhase::running)
    return take(page, quiz::PauseExam{}, now);
  model.page = ExamsPage{};
  return {service::ListExams{}, service::Refresh{}};
}

Effects exam_tick(ExamPage& page, core::Moment now) { return take(page, quiz::Tick{}, now); }

Effects close_exam(ExamPage& page, core::Moment now) {
  if (page.exam.state().phase != quiz::ExamPhase::running) return {};
  return take(page, quiz::PauseExam{}, now);
}

namespace {

std::optional<core::Moment> next_second(const ExamPage& page, core::Moment now) {
  const auto& exam = page.exam;
  const auto left = exam.left_ms(now);
  if (page.clock_hidden && !left) return std::nullopt;
  if (page.clock_hidden || left == 0) return core::Moment{now.utc_ms + *left, now.offset_minutes};
  // The clock counts whole seconds, up or down.
  const std::int64_t gone = exam.used_ms(now) % core::ms_per_second;
  return core::Moment{now.utc_ms + core::ms_per_second - gone, now.offset_minutes};
}

} // namespace

std::optional<core::Moment> next_tick(const ExamPage& page, core::Moment now) {
  if (page.exam.state().phase != quiz::ExamPhase::running) return std::nullopt;
  auto at = next_second(page, now);
  if (page.unkept_ms == 0) return at;
  const std::int64_t keep = page.unkept_ms + keep_typed_after_ms;
  if (!at || keep < at->utc_ms) at = core::Moment{keep, now.offset_minutes};
  return at;
}

} // namespace entente::screens
