#include "memory/forecast.h"
#include "screens/drill_parts.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

constexpr float column_width = 820;

Build score(Frame& frame, const DrillPage& page, const quiz::Standing& standing) {
  if (!frame.model.settings.quiz.game_layer) return Build();
  Build streak;
  if (standing.multiplier > 1)
    streak = text(say("drill.streak", {{"times", times(standing.multiplier)}}))
                 .bold()
                 .tone(Tone::gold)
                 .unbroken();
  else if (page.streak_ended)
    streak = text(say("drill.streak-ended")).bold().tone(Tone::gold).unbroken();
  return row(prose(strong(number(standing.points)), muted(" " + say("drill.points"))).unbroken(),
             std::move(streak))
      .gap(26);
}

Build top_bar(Frame& frame, const DrillPage& page) {
  const auto standing = page.session.standing();
  const double done = standing.total == 0 ? 0 : double(standing.done) / standing.total;
  const std::string figure = number(standing.done) + " / " + number(standing.total);
  return row(row(key_cap("Esc"), text(page.session.material().deck.title).bold().lines(1))
                 .gap(18)
                 .flex(),
             bar(say("drill.progress"), figure, done).flex(2).max_width(520),
             row(text(figure).mute().unbroken(), score(frame, page, standing))
                 .gap(26)
                 .flex()
                 .justify(Place::end))
      .gap(26)
      .padding({28, 18});
}

// At the right of the chip: what the program knows of this card.
std::string card_note(Frame& frame, const DrillPage& page, const Shown& shown) {
  const auto& question = shown.question();
  if (question.asked_before > 0) return say("drill.again-now");
  if (question.first_sight) return say("drill.first-sight");
  if (question.form != deck::Form::choice && question.recall)
    return say(
        "drill.recall-now",
        {{"form", say(form_key(question.form))},
         {"recall", percent(memory::shifted(*question.recall, page.session.material().shift))}});
  const auto progress = page.session.progress(question.card);
  const int days = core::study_day(frame.now) - core::study_day(progress.last_answer);
  return say_count("drill.seen", progress.answers) + " · " +
         (days == 0 ? say("drill.last-today") : say_count("drill.last-days", days));
}

Build heading_row(Frame& frame, const DrillPage& page, const Shown& shown) {
  const auto& deck = page.session.material().deck;
  const auto* category = deck::find_category(deck, deck.cards[shown.question().card].category);
  Build chip = category == nullptr ? Build() : category_chip(category->name, category->colour);
  Build note = text(card_note(frame, page, shown)).small().mute();
  if (shown.asked.limit_ms > 0 && shown.revealed == nullptr) {
    const auto left = shown.asked.shown.utc_ms + shown.asked.limit_ms - frame.now.utc_ms;
    note = text(say("drill.time-left", {{"time", duration(std::max<std::int64_t>(0, left))}}))
               .small()
               .tone(Tone::gold);
  }
  return row(std::move(chip), std::move(note)).between();
}

Build question_card(Frame& frame, const DrillPage& page, const Shown& shown) {
  const auto& question = shown.question();
  const std::string& language = page.session.material().deck.language;
  std::string words = question.prompt;
  Build cloze;
  if (question.form == deck::Form::cloze)
    cloze = prompt(question.before + " ______ " + question.after, language).size(24);
  return card(heading_row(frame, page, shown), space(22).width(0),
              prompt(words, language).role(Role::heading), std::move(cloze), space(26).width(0),
              form_view(frame, page, shown))
      .padding({40, 34, 40, 36})
      .id("question");
}

std::vector<ui::Hint> open_hints(const Shown& shown) {
  std::vector<ui::Hint> all;
  if (shown.question().form == deck::Form::choice)
    all.push_back({{"1", std::to_string(shown.question().options.size())}, say("hint.answer")});
  for (const char* id :
       {"drill.hint", "drill.unknown", "drill.skip", "drill.undo", "drill.suspend", "go.keys"})
    all.push_back(hint_of(id));
  return all;
}

std::vector<ui::Hint> revealed_hints() {
  std::vector<ui::Hint> all{{{"1", "4"}, say("hint.grade")}};
  for (const char* id : {"drill.overrule", "drill.undo", "drill.bury", "drill.suspend", "go.keys"})
    all.push_back(hint_of(id));
  return all;
}

Build waiting_view(Frame& frame, const quiz::Waiting& waiting) {
  const double days = core::days_between(frame.now, waiting.until);
  return card(h2(say("waiting.title")),
              text(say("waiting.words", {{"time", interval(std::max(0.0, days))}})).mute(),
              row(button(say("waiting.go-on"), frame.on(DrillMessage{Quizzed{quiz::GoOn{}}}))
                      .primary()
                      .id("go-on")
                      .autofocus()
                      .command(commands().at("drill.go")),
                  button(say("waiting.end"), frame.on(Back{})).id("end")))
      .gap(18)
      .padding({40, 34});
}

// Keys that work without a button on this page.
Build bound(Build page, Frame& frame) {
  const auto quizzed = [&](const char* command, quiz::Message message) {
    std::move(page).bind(command, frame.on(DrillMessage{Quizzed{std::move(message)}}));
  };
  quizzed("drill.hint", quiz::TakeHint{});
  quizzed("drill.unknown", quiz::Answer{quiz::DontKnow{}});
  quizzed("drill.skip", quiz::Skip{});
  quizzed("drill.bury", quiz::Bury{});
  quizzed("drill.suspend", quiz::Suspend{});
  quizzed("drill.undo", quiz::Undo{});
  return std::move(page)
      .bind("drill.unpick", frame.on(DrillMessage{UnpickLast{}}))
      .bind("drill.points", frame.on(DrillMessage{ExplainPoints{}}))
      .bind("drill.passage", frame.on(DrillMessage{AskPassage{}}));
}

Build middle(Frame& frame, const DrillPage& page, const Shown& shown) {
  Build parts = column(question_card(frame, page, shown)).gap(16);
  if (shown.revealed != nullptr) parts.add(answer_view(frame, page, shown));
  return parts;
}

} // namespace

Build drill_view(Frame& frame, const DrillPage& page) {
  const auto& phase = page.session.phase();
  const auto* revealed = std::get_if<quiz::Revealed>(&phase);
  const auto* asked = revealed != nullptr ? &revealed->asked : std::get_if<quiz::Asked>(&phase);
  Build content;
  std::vector<ui::Hint> foot;
  if (asked != nullptr) {
    const Shown shown{*asked, revealed};
    content = middle(frame, page, shown);
    foot = revealed != nullptr ? revealed_hints() : open_hints(shown);
  } else if (const auto* waiting = std::get_if<quiz::Waiting>(&phase)) {
    content = waiting_view(frame, *waiting);
    foot = {hint_of("drill.undo"), hint_of("go.keys")};
  }
  Build page_column =
      column(top_bar(frame, page),
             scroll_area("drill", row(std::move(content).max_width(column_width).flex())
                                      .justify(Place::centre)
                                      .padding({24, 18, 24, 24}))
                 .flex(),
             hints(foot).padding(16));
  return bound(std::move(page_column), frame);
}

} // namespace entente::screens
