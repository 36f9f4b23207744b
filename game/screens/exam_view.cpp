// Sitting a mock exam: a question without a word about the answer, the clock, all questions.

#include "screens/pages.h"
#include "screens/placing.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

int examined(Frame& frame, quiz::ExamMessage message) {
  return frame.on(ExamMessage{Examined{std::move(message)}});
}

const quiz::ExamItem& item(const ExamPage& page) {
  const auto& state = page.exam.state();
  return state.items[state.at];
}

std::string position(const ExamPage& page) {
  const auto& state = page.exam.state();
  return say("exam.position", {{"n", number(std::int64_t(state.at) + 1)},
                               {"of", number(std::int64_t(state.items.size()))}});
}

// Time left where there is a limit, time used where there is none.
Build clock(Frame& frame, const ExamPage& page) {
  const auto left = page.exam.left_ms(frame.now);
  std::string words = say("exam.clock-hidden");
  if (!page.clock_hidden) words = clock_time(left ? *left + 999 : page.exam.used_ms(frame.now));
  const bool late = left && !page.clock_hidden && *left < core::ms_per_minute;
  return row(icon(draw::Icon::clock, 14, late ? Tone::gold : Tone::ink2),
             text(words).bold().tone(late ? Tone::gold : Tone::ink).unbroken())
      .gap(8)
      .role(Role::button)
      .id("clock")
      .label(say("command.clock") + ", " + words)
      .action(frame.on(ExamMessage{ToggleClock{}}))
      .padding({8, 4})
      .radius(8);
}

Build top_bar(Frame& frame, const ExamPage& page) {
  const auto& state = page.exam.state();
  const int of = static_cast<int>(state.items.size());
  const std::string figure =
      say("exam.answered", {{"n", number(page.exam.answered())}, {"of", number(of)}});
  return wrap(row(ending(frame, say("exam.leave")), text(say("exam.title")).bold().lines(1).flex())
                  .gap(18)
                  .flex()
                  .min_width(160),
              bar(say("exam.progress"), figure, double(page.exam.answered()) / of)
                  .id("progress")
                  .flex(2)
                  .min_width(120)
                  .max_width(420),
              row(text(figure).mute(), clock(frame, page))
                  .gap(22)
                  .flex()
                  .min_width(190)
                  .justify(Place::end))
      .gap(26)
      .line_gap(6)
      .padding({28, 18});
}

// ---- the forms ----

std::string command_of(std::size_t option) { return "exam." + std::to_string(option + 1); }

Build choice(Frame& frame, const ExamPage& page) {
  const auto& options = item(page).question.options;
  const auto* chosen = item(page).given ? std::get_if<quiz::Chosen>(&*item(page).given) : nullptr;
  Build all = column().gap(11).role(Role::list).label(say("drill.options"));
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool mine = chosen != nullptr && chosen->option == i;
    Build built =
        option_row({"option-" + std::to_string(i + 1), static_cast<int>(i) + 1, options[i].text,
                    mine ? OptionLook::chosen : OptionLook::open,
                    mine ? say("drill.your-answer") : "", page.exam.material().deck.language},
                   frame.on(ExamMessage{PickExamOption{i}}));
    built.node().command = command_of(i);
    all.add(std::move(built));
  }
  return all;
}

Build typed(Frame& frame, const ExamPage& page) {
  FieldParts parts;
  parts.id = "answer-" + std::to_string(page.exam.state().at);
  parts.label = say("drill.your-answer");
  parts.placeholder = say("drill.type-here");
  parts.size = 19;
  parts.language = page.exam.material().deck.language;
  parts.text = page.typed;
  parts.on_change = frame.actions.on_text(
      [](std::string words) { return Message{ExamMessage{TypeExamAnswer{std::move(words)}}}; });
  parts.on_submit = frame.on(ExamMessage{TurnQuestion{1}});
  parts.autofocus = true;
  return text_field(std::move(parts));
}

Build form(Frame& frame, const ExamPage& page) {
  const auto& question = item(page).question;
  switch (question.form) {
  case deck::Form::choice:
    return choice(frame, page);
  case deck::Form::order:
  case deck::Form::match:
    return placing_view({question, page.placed, false, page.exam.material().deck.language, "exam",
                         [&](std::size_t i) { return frame.on(ExamMessage{PickExamOption{i}}); },
                         frame.on(ExamMessage{UnpickExamOption{}})});
  case deck::Form::typed:
  case deck::Form::cloze:
  case deck::Form::flip:
    break;
  }
  return typed(frame, page);
}

Build certainty(Frame& frame, const ExamPage& page) {
  if (!page.exam.state().plan.certainty) return Build();
  const auto now = item(page).certainty.value_or(quiz::Certainty::low);
  const auto choice = [&](quiz::Certainty level, const char* id, const char* key) {
    return Choice{id, say(key), examined(frame, quiz::SetExamCertainty{level}), now == level};
  };
  return wrap(text(say("exam.how-sure")).mute(),
              choices(say("exam.how-sure"),
                      {choice(quiz::Certainty::low, "sure-low", "exam.sure.low"),
                       choice(quiz::Certainty::middle, "sure-middle", "exam.sure.middle"),
                       choice(quiz::Certainty::high, "sure-high", "exam.sure.high")}))
      .gap(14)
      .bind("exam.low", examined(frame, quiz::SetExamCertainty{quiz::Certainty::low}))
      .bind("exam.middle", examined(frame, quiz::SetExamCertainty{quiz::Certainty::middle}))
      .bind("exam.high", examined(frame, quiz::SetExamCertainty{quiz::Certainty::high}));
}

Build flag(Frame& frame, const ExamPage& page) {
  const bool on = item(page).flagged;
  return button(say(on ? "exam.unflag" : "command.flag"), examined(frame, quiz::ToggleFlag{}))
      .icon(draw::Icon::flag)
      .compact()
      .quiet()
      .id("flag")
      .command(commands().at("exam.flag"));
}

Build heading_row(Frame& frame, const ExamPage& page) {
  const auto& deck = page.exam.material().deck;
  const auto* category = deck::find_category(deck, deck.cards[item(page).question.card].category);
  Build chip = category == nullptr ? Build() : category_chip(category->name, category->colour);
  return wrap(row(std::move(chip), text(position(page)).small().mute()).gap(12), flag(frame, page))
      .between();
}

Build question_card(Frame& frame, const ExamPage& page) {
  const auto& question = item(page).question;
  const std::string& language = page.exam.material().deck.language;
  Build cloze;
  if (question.form == deck::Form::cloze)
    cloze = prompt(question.before + " ______ " + question.after, language).size(24);
  return card(heading_row(frame, page), space(18).width(0),
              prompt(question.prompt, language).role(Role::heading), std::move(cloze),
              space(24).width(0), form(frame, page), space(16).width(0), certainty(frame, page))
      .padding({40, 30, 40, 32})
      .id("question");
}

Build turning(Frame& frame, const ExamPage& page) {
  const auto& state = page.exam.state();
  const bool last = state.at + 1 == state.items.size();
  return wrap(button(say("exam.back"), frame.on(ExamMessage{TurnQuestion{-1}}))
                  .id("back-one")
                  .disabled(state.at == 0)
                  .command(commands().at("exam.back")),
              spacer(),
              button(say("command.review"), frame.on(ExamMessage{ToggleReview{}}))
                  .quiet()
                  .id("review")
                  .command(commands().at("exam.review")),
              button(say(last ? "exam.to-review" : "exam.next"),
                     frame.on(ExamMessage{TurnQuestion{1}}))
                  .primary()
                  .id("next")
                  .command(commands().at("exam.next")))
      .gap(12);
}

// ---- all questions ----

std::string standing_words(const quiz::ExamItem& each) {
  std::string words = say(each.given ? "exam.is-answered" : "exam.is-open");
  if (each.flagged) words += ", " + say("exam.is-flagged");
  return words;
}

Build numbered(Frame& frame, const ExamPage& page, std::size_t i) {
  const auto& each = page.exam.state().items[i];
  Build sign;
  if (each.flagged) sign = icon(draw::Icon::flag, 12, each.given ? Tone::accent_ink : Tone::gold);
  return row(text(number(std::int64_t(i) + 1))
                 .bold()
                 .tone(each.given ? Tone::accent_ink : Tone::ink),
             std::move(sign))
      .gap(5)
      .justify(Place::centre)
      .width(54)
      .height(40)
      .radius(10)
      .fill(each.given ? Tone::accent : Tone::surface)
      .border(each.given ? Tone::accent : Tone::ink3)
      .role(Role::button)
      .id("item-" + std::to_string(i))
      .label(say("exam.item", {{"n", number(std::int64_t(i) + 1)}}) + ", " + standing_words(each))
      .action(examined(frame, quiz::GoToItem{i}));
}

int flagged(const ExamPage& page) {
  int n = 0;
  for (const auto& each : page.exam.state().items) n += each.flagged ? 1 : 0;
  return n;
}

std::string left_words(const ExamPage& page) {
  const int open = static_cast<int>(page.exam.state().items.size()) - page.exam.answered();
  std::string words = open == 0 ? say("exam.all-answered") : say_count("exam.open", open);
  if (flagged(page) > 0) words += " · " + say_count("exam.flagged", flagged(page));
  return words;
}

Build review(Frame& frame, const ExamPage& page) {
  Build grid = wrap().gap(10).line_gap(10);
  for (std::size_t i = 0; i < page.exam.state().items.size(); ++i)
    grid.add(numbered(frame, page, i));
  return card(h2(say("exam.review-title")), text(left_words(page)).mute(), space(6).width(0),
              std::move(grid), space(10).width(0),
              wrap(button(say("exam.go-back"), frame.on(ExamMessage{ToggleReview{}})).id("go-back"),
                   spacer(),
                   button(say("command.hand-in"), examined(frame, quiz::HandIn{}))
                       .primary()
                       .id("hand-in")
                       .command(commands().at("exam.hand-in")))
                  .gap(12))
      .gap(10)
      .padding({40, 30, 40, 32});
}

Build paused(Frame& frame, const ExamPage& page) {
  return card(h2(say("exam.paused-title")),
              text(say("exam.paused-words", {{"time", duration(page.exam.used_ms(frame.now))}}) +
                   " " + left_words(page))
                  .mute(),
              space(6).width(0),
              wrap(button(say("exam.resume"), examined(frame, quiz::ResumeExam{}))
                       .primary()
                       .id("resume")
                       .command(commands().at("exam.next")),
                   button(say("exam.leave"), frame.on(Back{})).id("leave"),
                   button(say("command.hand-in"), examined(frame, quiz::HandIn{}))
                       .id("hand-in")
                       .command(commands().at("exam.hand-in")))
                  .gap(12))
      .gap(10)
      .padding({40, 30, 40, 32});
}

std::vector<ui::Hint> foot(const ExamPage& page) {
  std::vector<ui::Hint> all;
  if (page.exam.state().phase == quiz::ExamPhase::paused) return {hint_of("go.keys")};
  if (page.reviewing) return {hint_of("exam.hand-in"), hint_of("exam.pause"), hint_of("go.keys")};
  const auto& question = item(page).question;
  if (!question.options.empty())
    all.push_back({{"1", std::to_string(question.options.size())}, say("hint.answer")});
  for (const char* id :
       {"exam.back", "exam.next", "exam.clear", "exam.clock", "exam.pause", "go.keys"})
    all.push_back(hint_of(id));
  return all;
}

// Keys that work without a button on this page.
Build bound(Build all, Frame& frame, const ExamPage& page) {
  if (page.exam.state().phase == quiz::ExamPhase::paused) return all;
  std::move(all)
      .bind("exam.clock", frame.on(ExamMessage{ToggleClock{}}))
      .bind("exam.pause", examined(frame, quiz::PauseExam{}));
  if (page.reviewing) return all;
  return std::move(all)
      .bind("exam.clear", examined(frame, quiz::ClearExamAnswer{}))
      .bind("exam.unpick", frame.on(ExamMessage{UnpickExamOption{}}));
}

Build middle(Frame& frame, const ExamPage& page) {
  if (page.exam.state().phase == quiz::ExamPhase::paused) return paused(frame, page);
  if (page.reviewing) return review(frame, page);
  return column(question_card(frame, page), turning(frame, page)).gap(16);
}

} // namespace

Build exam_view(Frame& frame, const ExamPage& page) {
  return bound(between_bars(frame, "exam", top_bar(frame, page), middle(frame, page),
                            hints(foot(page)).padding({16, 12, 16, 16})),
               frame, page);
}

} // namespace entente::screens
