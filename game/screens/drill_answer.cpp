#include "screens/drill_parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include "memory/load.h"

namespace entente::screens {

using namespace ui;

namespace {

constexpr const char* grade_ids[] = {"", "again", "hard", "good", "easy"};
constexpr Tone grade_tones[] = {Tone::ink, Tone::wrong, Tone::gold, Tone::right, Tone::teal};

std::string when(const quiz::Preview& preview) {
  return preview.later_today ? say("grade.later-today", {{"time", interval(preview.days)}})
                             : say("grade.in", {{"time", interval(preview.days)}});
}

int settle(Frame& frame, std::optional<memory::Grade> grade) {
  return frame.on(DrillMessage{Quizzed{quiz::Settle{grade}}});
}

const quiz::Preview& proposed(const quiz::Revealed& revealed) {
  return revealed.previews[static_cast<std::size_t>(revealed.outcome.proposed) - 1];
}

// With a full stop, unless it has its own end.
std::string closed(std::string words) {
  for (const char* end : {".", "!", "?", "…", "。", "！", "？", "।", "؟"})
    if (words.ends_with(end)) return words;
  return words + ".";
}

// Without the text there is a number and nothing to follow.
Build source_line(Frame& frame, const std::string& deck, const deck::Passage& passage) {
  const std::string where = passage.paragraph > 0
                                ? say("drill.source", {{"n", std::to_string(passage.paragraph)}})
                                : say("drill.source-whole");
  const auto* standing = find_deck(frame.model, deck);
  if (standing == nullptr || !standing->texts.contains(passage.source))
    return text(where).small().mute();
  return wrap(text(where + " ·").small().mute(),
              link(say("drill.show-passage"), frame.on(DrillMessage{AskPassage{}}))
                  .id("passage")
                  .size(13))
      .gap(6)
      .line_gap(2);
}

// The answer's own line, then why the option chosen was wrong.
Build explanation(Frame& frame, const DrillPage& page, const quiz::Revealed& revealed) {
  const auto& question = revealed.asked.question;
  const auto& card = page.session.material().deck.cards[question.card];
  Build all = column().gap(8).flex().min_width(240);
  std::vector<Run> runs;
  if (question.form != deck::Form::flip) // there it stands on the card
    runs.push_back(strong(closed(revealed.outcome.right_answer)));
  if (!card.explanation.empty())
    runs.push_back(muted((runs.empty() ? "" : " ") + card.explanation));
  if (!runs.empty()) all.add(prose_of(std::move(runs)));
  if (!revealed.outcome.why_wrong.empty())
    all.add(prose(strong(say("drill.not"), Tone::wrong), muted(" " + revealed.outcome.why_wrong)));
  if (card.passage) all.add(source_line(frame, page.deck, *card.passage));
  return all;
}

Build go_on(Frame& frame, const quiz::Revealed& revealed) {
  Build on = button(say("drill.continue"), settle(frame, std::nullopt))
                 .primary()
                 .id("continue")
                 .autofocus()
                 .command(commands().at("drill.go"));
  return column(std::move(on).into_view(),
                text(say("drill.comes-again",
                         {{"grade", say(std::string("grade.") +
                                        grade_ids[static_cast<int>(revealed.outcome.proposed)])},
                          {"time", when(proposed(revealed))}}))
                    .small()
                    .mute())
      .gap(8)
      .align(Place::end);
}

Build grade_card(Frame& frame, const quiz::Revealed& revealed, const quiz::Preview& preview) {
  const int n = static_cast<int>(preview.grade);
  const bool is_proposed = preview.grade == revealed.outcome.proposed;
  const std::string name = say(std::string("grade.") + grade_ids[n]);
  Build built = card(row(text(name).bold().tone(grade_tones[n]),
                         key_cap(is_proposed ? say("key.space") : std::to_string(n)))
                         .between(),
                     text(when(preview)).small().mute())
                    .padding({18, 14})
                    .id(std::string("grade-") + grade_ids[n])
                    .role(Role::button)
                    .label(name + ", " + when(preview))
                    .action(settle(frame, preview.grade))
                    .autofocus(is_proposed)
                    .into_view();
  built.node().command = "drill." + std::to_string(n);
  return built;
}

Build grade_row(Frame& frame, const quiz::Revealed& revealed) {
  Build all = grid(4, 150).gap(12).role(Role::group).label(say("drill.grades"));
  for (const auto& preview : revealed.previews) all.add(grade_card(frame, revealed, preview));
  return all;
}

// One key both ways: it turns the verdict, and pressed again lets it stand.
Build overrule_button(Frame& frame, const quiz::Revealed& revealed) {
  const quiz::Outcome& outcome = revealed.outcome;
  if (outcome.self_judged) return Build();
  const bool right = quiz::counts_as_right(outcome);
  const char* words = outcome.overruled ? "drill.verdict-stands"
                      : right           ? "drill.i-was-wrong"
                                        : "drill.i-was-right";
  return button(say(words), frame.on(DrillMessage{Quizzed{quiz::Overrule{!right}}}))
      .compact()
      .id("overrule")
      .command(commands().at("drill.overrule"));
}

// A card forgotten again and again is named while its grade is still open.
Build leech_note(const DrillPage& page, const quiz::Revealed& revealed) {
  const int before = page.session.progress(revealed.asked.question.card).lapses;
  const int after = proposed(revealed).after.lapses;
  const auto advice = memory::leech_advice(after, page.session.material().settings.leech_lapses);
  if (after <= before || advice == memory::LeechAdvice::none) return Build();
  const char* words =
      advice == memory::LeechAdvice::edit ? "drill.leech.edit" : "drill.leech.other-form";
  return row(icon(draw::Icon::warning, 16, Tone::gold),
             text(say_count("drill.leech", after) + " " + say(words)).small().flex())
      .gap(10)
      .role(Role::status)
      .live()
      .label(say_count("drill.leech", after) + " " + say(words));
}

Build panel(Frame& frame, const DrillPage& page, const Shown& shown) {
  const auto& revealed = *shown.revealed;
  Build side = column().gap(10).align(Place::end);
  if (shown.question().form == deck::Form::choice) side.add(go_on(frame, revealed));
  if (!revealed.outcome.self_judged) side.add(overrule_button(frame, revealed));
  Build words = explanation(frame, page, revealed);
  Build note = leech_note(page, revealed);
  const bool noted = note.node().role != Role::none;
  if (words.node().children.empty() && side.node().children.empty() && !noted) return Build();
  Build sheet =
      card(wrap(std::move(words), std::move(side)).gap(22).line_gap(12).align(Place::start))
          .gap(12)
          .padding({26, 20})
          .id("explanation")
          .live();
  if (noted) sheet.add(std::move(note));
  return sheet;
}

Build grade_keys(Build all, Frame& frame, const quiz::Revealed& revealed) {
  for (const auto& preview : revealed.previews)
    std::move(all).bind("drill." + std::to_string(static_cast<int>(preview.grade)),
                        settle(frame, preview.grade));
  return all;
}

} // namespace

Build answer_view(Frame& frame, const DrillPage& page, const Shown& shown) {
  const quiz::Revealed& revealed = *shown.revealed;
  Build all = column().gap(16);
  Build sheet = panel(frame, page, shown);
  if (sheet.node().role != Role::none) all.add(std::move(sheet));
  if (shown.question().form == deck::Form::choice)
    return grade_keys(std::move(all), frame, revealed);
  all.add(grade_row(frame, revealed));
  all.add(curve_view(frame, revealed));
  return std::move(all).bind("drill.go", settle(frame, std::nullopt));
}

} // namespace entente::screens
