// Choosing a mock exam, and the ones there were.

#include "deck/names.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int least_questions = 5, most_questions = 100, question_step = 5;
constexpr int most_minutes = 180, minute_step = 5;
constexpr std::size_t most_listed = 30;

Build line(const std::string& label, const std::string& help, Build control) {
  return wrap(column(text(label).bold(), text(help).small().mute()).gap(2).flex().min_width(200),
              std::move(control))
      .gap(18)
      .line_gap(8);
}

bool chosen(const auto& all, const auto& one) {
  return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
}

Build deck_choices(Frame& frame, const service::DeckStanding& shown) {
  std::vector<Choice> all;
  for (const auto& deck : frame.model.standing.decks)
    if (deck.file.deck != nullptr && !deck.file.other_version)
      all.push_back({"deck-" + deck.file.id, deck.file.title,
                     frame.on(ExamMessage{ChooseExamDeck{deck.file.id}}),
                     deck.file.id == shown.file.id});
  if (all.size() < 2) return text(shown.file.title).mute().lines(1);
  return choices(say("exam.deck"), all);
}

// Parts or forms: what is on is asked. None on means all, which is how the plan has it too.
Build toggles(const std::string& label, std::vector<Choice> all) {
  return choices(label, all).max_width(460);
}

Build part_choices(Frame& frame, const ExamsPage& page, const service::DeckStanding& deck) {
  std::vector<Choice> all;
  for (const auto& category : deck.categories)
    all.push_back({"part-" + category.id, category.name,
                   frame.on(ExamMessage{ToggleExamCategory{category.id}}),
                   chosen(page.plan.selection.categories, category.id)});
  return toggles(say("exam.parts"), std::move(all));
}

Build form_choices(Frame& frame, const ExamsPage& page) {
  using deck::Form;
  std::vector<Choice> all;
  for (const Form form : {Form::choice, Form::typed, Form::cloze, Form::order, Form::match})
    all.push_back({"form-" + std::string(deck::name(form)), say(form_key(form)),
                   frame.on(ExamMessage{ToggleExamForm{form}}), chosen(page.plan.forms, form)});
  return toggles(say("exam.forms"), std::move(all));
}

Build questions(Frame& frame, const ExamsPage& page) {
  return stepper({"questions",
                  say("exam.questions"),
                  number(page.plan.questions),
                  {double(page.plan.questions), least_questions, most_questions, question_step},
                  frame.actions.on_number([](double to) {
                    return Message{ExamMessage{SetExamQuestions{static_cast<int>(to)}}};
                  })});
}

Build minutes(Frame& frame, const ExamsPage& page) {
  const auto now = static_cast<int>(page.plan.limit_ms / core::ms_per_minute);
  return stepper({"minutes",
                  say("exam.limit"),
                  now == 0 ? say("exam.no-limit") : say_count("time.minutes", now),
                  {double(now), 0, most_minutes, minute_step},
                  frame.actions.on_number([](double to) {
                    return Message{ExamMessage{SetExamMinutes{static_cast<int>(to)}}};
                  })});
}

Build seed_field(Frame& frame, const ExamsPage& page) {
  FieldParts seed;
  seed.id = "seed";
  seed.label = say("exam.seed");
  seed.placeholder = say("exam.seed.drawn");
  seed.text = page.seed;
  seed.on_change = frame.actions.on_text(
      [](std::string typed) { return Message{ExamMessage{SetExamSeed{std::move(typed)}}}; });
  seed.on_submit = frame.on(ExamMessage{StartExam{}});
  return column(text_field(std::move(seed))).width(200);
}

std::string marks_words(quiz::Certainty certainty, const char* key) {
  return say(key, {{"right", number(quiz::certainty_mark(certainty, true))},
                   {"wrong", number(quiz::certainty_mark(certainty, false))}});
}

Build certainty_lines() {
  return column(text(marks_words(quiz::Certainty::low, "exam.marks.low")).small().mute(),
                text(marks_words(quiz::Certainty::middle, "exam.marks.middle")).small().mute(),
                text(marks_words(quiz::Certainty::high, "exam.marks.high")).small().mute())
      .gap(2);
}

Build setup(Frame& frame, const ExamsPage& page, const service::DeckStanding& deck) {
  Build all = card(line(say("exam.deck"), say("exam.deck.help"), deck_choices(frame, deck)),
                   line(say("exam.parts"), say("exam.parts.help"), part_choices(frame, page, deck)),
                   line(say("exam.questions"), say("exam.questions.help"), questions(frame, page)),
                   line(say("exam.limit"), say("exam.limit.help"), minutes(frame, page)),
                   line(say("exam.forms"), say("exam.forms.help"), form_choices(frame, page)),
                   line(say("exam.seed"), say("exam.seed.help"), seed_field(frame, page)),
                   line(say("exam.certainty"), say("exam.certainty.help"),
                        switch_("certainty", say("exam.certainty"), page.plan.certainty,
                                frame.on(ExamMessage{ToggleExamCertainty{}}))))
                  .gap(16);
  if (page.plan.certainty) all.add(certainty_lines());
  all.add(row(button(say("command.begin-exam"), frame.on(ExamMessage{StartExam{}}))
                  .primary()
                  .id("begin")
                  .command(commands().at("exams.begin"))));
  return all;
}

std::string title_of(const Model& model, const std::string& deck) {
  for (const auto& each : model.standing.decks)
    if (each.file.id == deck) return each.file.title;
  return deck;
}

Build past_row(Frame& frame, const service::ExamSummary& exam) {
  const bool done = exam.phase == quiz::ExamPhase::handed_in;
  const std::string when = short_date(core::study_day(exam.started));
  const std::string score =
      done ? say("exam.score", {{"right", number(exam.right)}, {"of", number(exam.questions)}})
           : say("exam.paused");
  Build open =
      button(say(done ? "exam.open" : "exam.go-on"), frame.on(Carry{service::OpenExam{exam.id}}))
          .compact()
          .id("open-" + exam.id)
          .label(say(done ? "exam.open" : "exam.go-on") + ", " + when + ", " + score);
  Build remove = button(say("exam.remove"), frame.on(ExamMessage{AskRemoveExam{exam.id}}))
                     .compact()
                     .quiet()
                     .id("remove-" + exam.id)
                     .label(say("exam.remove") + ", " + when);
  return row(column(text(score).bold().tone(done ? Tone::ink : Tone::gold),
                    text(when + " · " + title_of(frame.model, exam.deck)).small().mute().lines(1))
                 .gap(2)
                 .flex(),
             std::move(remove), std::move(open))
      .gap(6)
      .role(Role::list_item)
      .label(when + ", " + score);
}

Build past(Frame& frame, const ExamsPage& page) {
  Build all = card(h2(say("exam.past"))).gap(12).role(Role::list).label(say("exam.past"));
  if (page.exams.empty()) return std::move(all).add(text(say("exam.none")).mute());
  for (std::size_t i = 0; i < std::min(page.exams.size(), most_listed); ++i) {
    if (i > 0) all.add(divider());
    all.add(past_row(frame, page.exams[i]));
  }
  return all;
}

} // namespace

Build exams_view(Frame& frame, const ExamsPage& page) {
  Build all =
      column(column(h1(say("exam.title")), text(say("exam.subtitle")).mute()).gap(6)).gap(22);
  if (const auto* deck = exam_deck(frame.model, page)) {
    Build beside = column().gap(22);
    if (auto days = seminar_days(frame, deck->file.id)) beside.add(std::move(*days));
    beside.add(past(frame, page));
    all.add(wrap(setup(frame, page, *deck).flex(1.55F).min_width(420),
                 std::move(beside).flex().min_width(300))
                .gap(22)
                .align(Place::start));
  } else if (frame.model.loaded) {
    all.add(text(say("today.no-deck.words")).mute());
  }
  if (!frame.model.status.empty()) all.add(status(frame.model.status));
  return all;
}

} // namespace entente::screens
