#include "screens/drill_parts.h"
#include "screens/placing.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

bool was_given(const quiz::Revealed& revealed, std::size_t option) {
  const auto* chosen = std::get_if<quiz::Chosen>(&revealed.given);
  return chosen != nullptr && chosen->option == option;
}

OptionLook look_of(const Shown& shown, std::size_t option) {
  if (shown.revealed == nullptr)
    return quiz::is_offered(shown.question(), shown.asked.hints, option) ? OptionLook::open
                                                                         : OptionLook::dim;
  if (option == quiz::right_option(shown.question())) return OptionLook::right;
  return was_given(*shown.revealed, option) ? OptionLook::wrong : OptionLook::dim;
}

std::string option_command(std::size_t option) { return "drill." + std::to_string(option + 1); }

Build choice_options(Frame& frame, const Shown& shown, const std::string& language) {
  Build all = column().gap(11).role(Role::list).label(say("drill.options"));
  const auto& options = shown.question().options;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const OptionLook look = look_of(shown, i);
    const bool open = shown.revealed == nullptr && look == OptionLook::open;
    OptionRow option{"option-" + std::to_string(i + 1),
                     static_cast<int>(i) + 1,
                     options[i].text,
                     look,
                     "",
                     language};
    if (shown.revealed != nullptr && was_given(*shown.revealed, i) && look == OptionLook::wrong)
      option.note = say("drill.your-answer");
    Build built = option_row(std::move(option), open ? frame.on(DrillMessage{PickOption{i}}) : -1);
    if (open) built.node().command = option_command(i);
    all.add(std::move(built));
  }
  return all;
}

// The verdict in the field's right corner and its colours; the learner's own word goes first.
Hue verdict_hue(const quiz::Outcome& outcome) {
  if (outcome.overruled) return quiz::counts_as_right(outcome) ? right_hue : wrong_hue;
  switch (outcome.judgement.verdict) {
  case judge::Verdict::right:
    return right_hue;
  case judge::Verdict::almost:
    return gold_hue;
  case judge::Verdict::wrong:
    break;
  }
  return wrong_hue;
}

std::string verdict_note(const quiz::Outcome& outcome) {
  if (outcome.overruled)
    return say(quiz::counts_as_right(outcome) ? "verdict.ruled-right" : "verdict.ruled-wrong");
  const auto& judged = outcome.judgement;
  switch (judged.verdict) {
  case judge::Verdict::right:
    return say("verdict.right", {{"answer", outcome.right_answer}});
  case judge::Verdict::almost:
    return say("verdict.almost", {{"answer", outcome.right_answer}});
  case judge::Verdict::wrong:
    break;
  }
  return say("verdict.wrong");
}

Run difference_run(const judge::WordDifference& word) {
  using Mark = judge::WordDifference::Mark;
  const std::string words = judge::marked(word);
  switch (word.mark) {
  case Mark::same:
    return plain(words + "  ");
  case Mark::missing:
    return marked(words, Tone::gold_soft);
  case Mark::extra:
  case Mark::replaced:
    return marked(words, Tone::wrong_soft);
  }
  return plain("");
}

bool differs(const judge::Judgement& judged) {
  return !judged.difference.empty() && judged.verdict != judge::Verdict::right;
}

Build difference(const judge::Judgement& judged) {
  std::vector<Run> runs;
  for (const auto& word : judged.difference) {
    runs.push_back(difference_run(word));
    if (word.mark != judge::WordDifference::Mark::same) runs.push_back(plain("  "));
  }
  return prose_of(std::move(runs)).small().id("difference");
}

Build typed_field(Frame& frame, const DrillPage& page, const Shown& shown) {
  FieldParts parts;
  parts.id = "answer";
  parts.label = say("drill.your-answer");
  parts.placeholder = say("drill.type-here");
  parts.size = 19;
  parts.language = page.session.material().deck.language;
  if (shown.revealed == nullptr) {
    parts.text = page.typed;
    parts.on_change = frame.actions.on_text(
        [](std::string typed) { return Message{DrillMessage{TypedText{std::move(typed)}}}; });
    parts.on_submit = frame.on(DrillMessage{SubmitTyped{}});
    parts.autofocus = true;
    return column(text_field(std::move(parts)),
                  wrap(button(say("drill.check"), frame.on(DrillMessage{SubmitTyped{}}))
                           .primary()
                           .id("check")
                           .key(name(ui::Chord{ui::Key::enter, {}, 0})),
                       button(say("command.unknown"),
                              frame.on(DrillMessage{Quizzed{quiz::Answer{quiz::DontKnow{}}}}))
                           .id("unknown")
                           .command(commands().at("drill.unknown"))
                           .key(key_in_field(commands().at("drill.unknown"))))
                      .gap(12))
        .gap(16);
  }
  const auto& outcome = shown.revealed->outcome;
  const auto* typed = std::get_if<quiz::Typed>(&shown.revealed->given);
  parts.text = typed != nullptr ? typed->text : say("drill.no-answer");
  parts.read_only = true;
  parts.hue = verdict_hue(outcome);
  parts.note = verdict_note(outcome);
  Build all = column(text_field(std::move(parts))).gap(10);
  if (!outcome.judgement.detail.empty()) all.add(text(outcome.judgement.detail).small().mute());
  if (differs(outcome.judgement)) all.add(difference(outcome.judgement));
  return all;
}

Build flip_side(Frame& frame, const DrillPage& page, const Shown& shown) {
  if (shown.revealed == nullptr)
    return row(
        button(say("drill.turn"), frame.on(DrillMessage{Quizzed{quiz::Answer{quiz::Flipped{}}}}))
            .primary()
            .id("turn")
            .autofocus()
            .command(commands().at("drill.go")));
  return column(divider(),
                prompt(shown.revealed->outcome.right_answer, page.session.material().deck.language)
                    .tone(Tone::accent)
                    .weight(600))
      .gap(22);
}

Build placing(Frame& frame, const DrillPage& page, const Shown& shown) {
  return placing_view({shown.question(),
                       shown.revealed != nullptr ? placed_in(shown.revealed->given) : page.placed,
                       shown.revealed != nullptr, page.session.material().deck.language, "drill",
                       [&](std::size_t i) { return frame.on(DrillMessage{PickOption{i}}); },
                       frame.on(DrillMessage{UnpickLast{}})});
}

Build given_hints(const Shown& shown) {
  Build all = column().gap(4);
  for (int i = 0; i < shown.asked.hints; ++i) {
    const auto& given = shown.question().hints[static_cast<std::size_t>(i)];
    if (given.kind == quiz::Hint::Kind::removes_option) continue; // the row is dimmed
    all.add(prose(strong(say("drill.hint") + " ", Tone::gold), muted(given.text)));
  }
  return all;
}

} // namespace

Build form_view(Frame& frame, const DrillPage& page, const Shown& shown) {
  Build form;
  switch (shown.question().form) {
  case deck::Form::choice:
    form = choice_options(frame, shown, page.session.material().deck.language);
    break;
  case deck::Form::typed:
  case deck::Form::cloze:
    form = typed_field(frame, page, shown);
    break;
  case deck::Form::flip:
    form = flip_side(frame, page, shown);
    break;
  case deck::Form::order:
  case deck::Form::match:
    form = placing(frame, page, shown);
    break;
  }
  if (shown.asked.hints == 0) return form;
  return column(std::move(form), given_hints(shown).live().id("hints")).gap(14);
}

} // namespace entente::screens
