#include "memory/forecast.h"
#include "screens/drill_parts.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

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
  const int day_start = frame.model.settings.quiz.day_start_minutes;
  const int days =
      core::study_day(frame.now, day_start) - core::study_day(progress.last_answer, day_start);
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
  Build asked = column(prompt(words, language).role(Role::heading)).gap(10);
  if (cloze.node().paragraph) asked.add(std::move(cloze));
  const auto& standing = page.session.standing();
  const std::string id = "question-" + std::to_string(question.card) + "-" +
                         std::to_string(standing.done) + "-" +
                         std::to_string(question.asked_before);
  return card(heading_row(frame, page, shown), space(22).width(0), std::move(asked),
              space(26).width(0), form_view(frame, page, shown))
      .padding(frame.width < 480 ? Edges(18, 18) : Edges(40, 34, 40, 36))
      .id(id)
      .motion({.enters = true});
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
      .bind("drill.points", frame.on(ExplainPoints{}))
      .bind("drill.passage", frame.on(DrillMessage{AskPassage{}}));
}

Build middle(Frame& frame, const DrillPage& page, const Shown& shown) {
  Build parts = column(question_card(frame, page, shown)).gap(16);
  if (shown.revealed != nullptr) parts.add(answer_view(frame, page, shown));
  return parts;
}

Build on_page(Frame& frame, const DrillPage& page, Build content, const Shown* shown) {
  return bound(between_bars(frame, "drill", top_bar(frame, page), std::move(content),
                            drill_foot(frame, page, shown)),
               frame);
}

} // namespace

Build drill_view(Frame& frame, const DrillPage& page) {
  const auto& phase = page.session.phase();
  const auto* revealed = std::get_if<quiz::Revealed>(&phase);
  const auto* asked = revealed != nullptr ? &revealed->asked : std::get_if<quiz::Asked>(&phase);
  if (const auto* waiting = std::get_if<quiz::Waiting>(&phase))
    return on_page(frame, page, waiting_view(frame, *waiting), nullptr);
  if (asked == nullptr) return on_page(frame, page, Build(), nullptr);
  const Shown shown{*asked, revealed};
  Build content = middle(frame, page, shown);
  if (revealed != nullptr)
    std::move(content).bind("drill.reset", frame.on(AskReset{page.deck, shown.question().card_id}));
  return on_page(frame, page, std::move(content), &shown);
}

} // namespace entente::screens
