#include "screens/drill_parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

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

// The answer's own line, then why the option chosen was wrong.
Build explanation(Frame& frame, const DrillPage& page, const quiz::Revealed& revealed) {
  const auto& card = page.session.material().deck.cards[revealed.asked.question.card];
  Build all = column().gap(8).flex();
  std::vector<Run> runs{strong(revealed.outcome.right_answer + ".")};
  if (!card.explanation.empty()) runs.push_back(muted(" " + card.explanation));
  all.add(prose_of(std::move(runs)));
  if (!revealed.outcome.why_wrong.empty())
    all.add(prose(strong(say("drill.not"), Tone::wrong), muted(" " + revealed.outcome.why_wrong)));
  if (card.passage) {
    const std::string where =
        card.passage->paragraph > 0
            ? say("drill.source", {{"n", std::to_string(card.passage->paragraph)}})
            : say("drill.source-whole");
    all.add(wrap(text(where).small().mute(),
                 link(say("drill.show-passage"), frame.on(DrillMessage{AskPassage{}}))
                     .id("passage")
                     .size(13))
                .gap(6)
                .line_gap(2));
  }
  return all;
}

Build go_on(Frame& frame, const quiz::Revealed& revealed) {
  return column(button(say("drill.continue"), settle(frame, std::nullopt))
                    .primary()
                    .id("continue")
                    .autofocus()
                    .command(commands().at("drill.go")),
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
                    .flex()
                    .id(std::string("grade-") + grade_ids[n])
                    .role(Role::button)
                    .label(name + ", " + when(preview))
                    .action(settle(frame, preview.grade))
                    .autofocus(is_proposed);
  built.node().command = "drill." + std::to_string(n);
  return built;
}

Build grade_row(Frame& frame, const quiz::Revealed& revealed) {
  Build all = row().gap(12).align(Place::stretch).role(Role::group).label(say("drill.grades"));
  for (const auto& preview : revealed.previews) all.add(grade_card(frame, revealed, preview));
  return all;
}

Build overrule_button(Frame& frame, const quiz::Revealed& revealed) {
  if (revealed.outcome.self_judged) return Build();
  const bool wrong = revealed.outcome.judgement.verdict == judge::Verdict::wrong;
  return button(say(wrong ? "drill.i-was-right" : "drill.i-was-wrong"),
                frame.on(DrillMessage{Quizzed{quiz::Overrule{wrong}}}))
      .quiet()
      .compact()
      .id("overrule")
      .command(commands().at("drill.overrule"));
}

Build points_lines(const DrillPage& page) {
  Build all = card(h2(say("points.title"))).gap(4).id("points");
  if (page.session.answers().empty())
    return std::move(all).add(text(say("points.none")).small().mute());
  for (const auto& line : quiz::explain(page.session.answers().back()->points))
    all.add(text(line).small().mute());
  return all;
}

Build leech_note(const quiz::Leech& leech) {
  const bool other_form = leech.advice == memory::LeechAdvice::other_form;
  return row(icon(draw::Icon::warning, 16, Tone::gold),
             text(say(other_form ? "drill.leech.other-form" : "drill.leech.edit",
                      {{"n", std::to_string(leech.lapses)}}))
                 .small())
      .gap(10);
}

} // namespace

Build answer_view(Frame& frame, const DrillPage& page, const Shown& shown) {
  const quiz::Revealed& revealed = *shown.revealed;
  const bool chosen = shown.question().form == deck::Form::choice;
  Build panel =
      card(row(explanation(frame, page, revealed), chosen ? go_on(frame, revealed) : Build())
               .gap(22)
               .align(Place::start),
           row(overrule_button(frame, revealed)))
          .gap(6)
          .padding({26, 20})
          .id("explanation")
          .live();
  Build all = column(std::move(panel)).gap(16);
  if (!chosen) {
    all.add(grade_row(frame, revealed));
    all.add(curve_view(frame, revealed));
  } else {
    for (const auto& preview : revealed.previews) {
      const int n = static_cast<int>(preview.grade);
      std::move(all).bind("drill." + std::to_string(n), settle(frame, preview.grade));
    }
  }
  if (!chosen) std::move(all).bind("drill.go", settle(frame, std::nullopt));
  if (page.points_explained) all.add(points_lines(page));
  if (page.leech) all.add(leech_note(*page.leech));
  return all;
}

} // namespace entente::screens
