// Every command of the window with its keys. Letters go by key position, and each has a second way
// without a letter.

#include "screens/model.h"

namespace entente::screens {

using ui::alt;
using ui::Chord;
using ui::ctrl;
using ui::Key;
using ui::shift;
using ui::typed;

namespace {

Chord on(Key key) { return {key, {}, 0}; }

std::vector<ui::Command> everywhere() {
  return {{"go.keys", "global", "command.keys", {typed(U'?'), on(Key::f1)}},
          {"back", "global", "command.back", {on(Key::escape)}},
          {"quit", "global", "command.quit", {ctrl(Key::q)}},
          {"light", "global", "command.light", {ctrl(Key::l), on(Key::f9)}},
          // With and without Shift: on most keyboards the plus is the upper sign of its key.
          {"zoom.in",
           "global",
           "command.zoom-in",
           {ctrl(Key::equals), Chord{Key::equals, {.ctrl = true, .shift = true}, 0}},
           true},
          {"zoom.out", "global", "command.zoom-out", {ctrl(Key::minus)}, true},
          {"zoom.reset", "global", "command.zoom-reset", {ctrl(Key::digit_0)}}};
}

std::vector<ui::Command> of_the_rail() {
  return {{"go.today", "rail", "command.today", {on(Key::digit_1)}},
          {"go.decks", "rail", "command.decks", {on(Key::digit_2)}},
          {"go.exam", "rail", "command.exam", {on(Key::digit_3)}},
          {"go.progress", "rail", "command.progress", {on(Key::digit_4)}},
          {"go.workshop", "rail", "command.workshop", {on(Key::digit_5)}},
          {"go.settings", "rail", "command.settings", {on(Key::comma), on(Key::f10)}}};
}

std::vector<ui::Command> of_today() {
  return {{"today.start", "rail", "command.start", {on(Key::enter)}},
          {"today.quick", "rail", "command.quick", {on(Key::q), on(Key::f2)}},
          {"today.ahead", "rail", "command.ahead", {on(Key::a), on(Key::f3)}},
          {"today.more", "rail", "command.more-new", {on(Key::m), on(Key::f4)}},
          {"today.read", "rail", "command.read", {on(Key::r), on(Key::f5)}},
          {"today.games", "rail", "command.games", {on(Key::g), on(Key::f11)}},
          {"today.narrow", "rail", "command.narrow", {on(Key::c), on(Key::f6)}},
          {"today.seminar", "rail", "command.seminar", {on(Key::d), on(Key::f7)}},
          {"today.text", "rail", "command.from-text", {on(Key::t), on(Key::f12)}},
          {"today.undo", "rail", "command.undo", {ctrl(Key::z), on(Key::f8)}}};
}

std::vector<ui::Command> of_decks() {
  return {{"decks.up", "decks", "command.up", {on(Key::up)}, true},
          {"decks.down", "decks", "command.down", {on(Key::down)}, true},
          {"decks.start", "decks", "command.start", {on(Key::enter)}},
          {"decks.add", "decks", "command.add-deck", {on(Key::o), on(Key::insert)}},
          {"decks.import", "decks", "command.import", {on(Key::i), on(Key::f3)}},
          {"decks.export", "decks", "command.export", {on(Key::e), on(Key::f4)}},
          {"decks.print", "decks", "command.print", {ctrl(Key::p), on(Key::f11)}},
          {"decks.narrow", "decks", "command.narrow", {on(Key::c), on(Key::f6)}},
          {"decks.memory", "decks", "command.memory", {on(Key::y), on(Key::f7)}},
          {"decks.reset", "decks", "command.reset", {on(Key::x), shift(Key::delete_)}},
          {"decks.remove", "decks", "command.remove-deck", {on(Key::delete_)}}};
}

std::vector<ui::Command> of_the_drill() {
  return {{"drill.1", "drill", "command.option-1", {on(Key::digit_1)}},
          {"drill.2", "drill", "command.option-2", {on(Key::digit_2)}},
          {"drill.3", "drill", "command.option-3", {on(Key::digit_3)}},
          {"drill.4", "drill", "command.option-4", {on(Key::digit_4)}},
          {"drill.5", "drill", "command.option-5", {on(Key::digit_5)}},
          {"drill.6", "drill", "command.option-6", {on(Key::digit_6)}},
          {"drill.7", "drill", "command.option-7", {on(Key::digit_7)}},
          {"drill.8", "drill", "command.option-8", {on(Key::digit_8)}},
          {"drill.go", "drill", "command.go-on", {on(Key::space), on(Key::enter)}},
          {"drill.hint", "drill", "command.hint", {on(Key::h), on(Key::f2)}},
          {"drill.unknown", "drill", "command.unknown", {on(Key::n), on(Key::f3)}},
          {"drill.skip", "drill", "command.skip", {on(Key::k), on(Key::f4)}},
          {"drill.bury", "drill", "command.bury", {on(Key::b), on(Key::f5)}},
          {"drill.suspend", "drill", "command.suspend", {on(Key::s), on(Key::f6)}},
          {"drill.overrule", "drill", "command.overrule", {on(Key::o), on(Key::f7)}},
          {"drill.undo", "drill", "command.undo-answer", {on(Key::u), ctrl(Key::z), on(Key::f8)}},
          {"drill.unpick", "drill", "command.unpick", {on(Key::backspace)}},
          {"drill.reset", "drill", "command.reset-card", {on(Key::x), shift(Key::delete_)}},
          {"drill.passage", "drill", "command.passage", {on(Key::t), on(Key::f11)}},
          {"drill.points", "drill", "command.points", {on(Key::p), on(Key::f12)}}};
}

std::vector<ui::Command> of_the_rest() {
  return {{"read.forward", "reading", "command.forward", {on(Key::space), on(Key::right)}, true},
          {"read.back", "reading", "command.backward", {on(Key::left)}, true},
          {"results.done", "results", "command.done", {on(Key::enter)}},
          {"results.misses", "results", "command.misses", {on(Key::r), on(Key::f5)}},
          {"results.points", "results", "command.points", {on(Key::p), on(Key::f12)}},
          {"dialog.yes", "dialog", "command.yes", {ctrl(Key::enter)}}};
}

std::vector<ui::Command> of_the_exam() {
  std::vector<ui::Command> all;
  constexpr Key digits[] = {Key::digit_1, Key::digit_2, Key::digit_3, Key::digit_4,
                            Key::digit_5, Key::digit_6, Key::digit_7, Key::digit_8};
  for (std::size_t i = 0; i < std::size(digits); ++i) {
    const std::string n = std::to_string(i + 1);
    all.push_back({"exam." + n, "exam", "command.exam-option-" + n, {on(digits[i])}});
  }
  const std::vector<ui::Command> others{
      {"exam.next",
       "exam",
       "command.forward",
       {on(Key::enter), on(Key::page_down), on(Key::right)}},
      {"exam.back", "exam", "command.backward", {on(Key::page_up), on(Key::left)}},
      {"exam.flag", "exam", "command.flag", {on(Key::f), on(Key::f2)}},
      {"exam.clock", "exam", "command.clock", {on(Key::t), on(Key::f3)}},
      {"exam.pause", "exam", "command.pause", {on(Key::p), on(Key::f4)}},
      {"exam.review", "exam", "command.review", {on(Key::r), on(Key::f5)}},
      {"exam.clear", "exam", "command.clear-answer", {on(Key::delete_)}},
      {"exam.unpick", "exam", "command.unpick", {on(Key::backspace)}},
      {"exam.low", "exam", "command.sure-low", {alt(Key::digit_1)}},
      {"exam.middle", "exam", "command.sure-middle", {alt(Key::digit_2)}},
      {"exam.high", "exam", "command.sure-high", {alt(Key::digit_3)}},
      {"exam.hand-in", "exam", "command.hand-in", {ctrl(Key::enter)}},
      {"exams.begin", "exams", "command.begin-exam", {on(Key::enter)}},
      {"report.drill", "report", "command.drill-misses", {on(Key::d), on(Key::f5)}},
      {"report.new", "report", "command.new-exam", {on(Key::x), on(Key::f6)}},
      {"report.wrong", "report", "command.only-wrong", {on(Key::f), on(Key::f7)}}};
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

std::vector<ui::Command> of_the_workshop() {
  return {
      {"workshop.start-up", "workshop-start", "command.up", {on(Key::up)}, true},
      {"workshop.start-down", "workshop-start", "command.down", {on(Key::down)}, true},
      {"workshop.open", "workshop-start", "command.edit-deck", {on(Key::enter)}},
      {"workshop.new-deck", "workshop-start", "command.new-deck", {on(Key::n), on(Key::insert)}},
      {"workshop.text", "workshop-start", "command.from-text", {on(Key::t), on(Key::f2)}},
      {"workshop.up", "workshop", "command.up", {on(Key::up)}, true},
      {"workshop.down", "workshop", "command.down", {on(Key::down)}, true},
      {"workshop.search", "workshop", "command.search", {ctrl(Key::f), typed(U'/')}},
      {"workshop.new", "workshop", "command.new-card", {on(Key::n), on(Key::insert)}},
      {"workshop.duplicate", "workshop", "command.duplicate", {ctrl(Key::d), on(Key::f2)}},
      {"workshop.delete", "workshop", "command.delete-card", {on(Key::delete_)}},
      {"workshop.move-up", "workshop", "command.move-up", {alt(Key::up)}, true},
      {"workshop.move-down", "workshop", "command.move-down", {alt(Key::down)}, true},
      {"workshop.mark", "workshop", "command.mark", {on(Key::space)}},
      {"workshop.mark-all", "workshop", "command.mark-all", {ctrl(Key::a), on(Key::f4)}},
      {"workshop.many", "workshop", "command.many", {ctrl(Key::h), on(Key::f3)}},
      {"workshop.undo", "workshop", "command.undo", {on(Key::f8), ctrl(Key::z)}, true},
      {"workshop.redo", "workshop", "command.redo", {shift(Key::f8), ctrl(Key::y)}, true},
      {"workshop.save", "workshop", "command.save", {ctrl(Key::s), on(Key::f12)}},
      {"workshop.problems", "workshop", "command.problems", {on(Key::f7)}},
      {"workshop.deck", "workshop", "command.deck", {on(Key::f6)}},
      {"workshop.try", "workshop", "command.try", {on(Key::f5)}},
      {"draft.up", "draft", "command.up", {on(Key::up)}, true},
      {"draft.down", "draft", "command.down", {on(Key::down)}, true},
      {"draft.keep", "draft", "command.keep", {on(Key::k), on(Key::enter)}},
      {"draft.change", "draft", "command.change", {on(Key::e), on(Key::f2)}},
      {"draft.drop", "draft", "command.drop", {on(Key::x), on(Key::delete_)}},
      {"draft.keep-rest", "draft", "command.keep-rest", {on(Key::f4)}},
      {"draft.coverage", "draft", "command.coverage", {on(Key::v), on(Key::f3)}},
      {"draft.done", "draft", "command.make-deck", {on(Key::f5)}},
      {"merge.mine", "merge", "command.keep-mine", {on(Key::digit_1)}},
      {"merge.theirs", "merge", "command.take-theirs", {on(Key::digit_2)}}};
}

std::vector<ui::Command> of_progress() {
  return {{"progress.tables", "progress", "command.tables", {on(Key::t), on(Key::f2)}},
          {"progress.range", "progress", "command.range", {on(Key::r), on(Key::f3)}},
          {"progress.drill", "progress", "command.drill-these", {on(Key::d), on(Key::f5)}},
          {"progress.png", "progress", "command.save-png", {ctrl(Key::s), on(Key::f6)}},
          {"progress.csv", "progress", "command.save-csv", {ctrl(Key::e), on(Key::f7)}},
          {"story.drill", "story", "command.drill-this", {on(Key::d), on(Key::f5)}}};
}

std::vector<ui::Command> of_the_games() {
  std::vector<ui::Command> all{
      {"games.1", "games", "game.timeline", {on(Key::digit_1)}},
      {"games.2", "games", "game.who-said-it", {on(Key::digit_2)}},
      {"games.3", "games", "game.match", {on(Key::digit_3)}},
      {"game.up", "game", "command.up", {on(Key::up)}, true},
      {"game.down", "game", "command.down", {on(Key::down)}, true},
      {"game.lift", "game", "command.lift", {alt(Key::up), ctrl(Key::up)}, true},
      {"game.lower", "game", "command.lower", {alt(Key::down), ctrl(Key::down)}, true},
      {"game.go", "game", "command.check-board", {on(Key::enter)}},
      {"game.unjoin", "game", "command.unpick", {on(Key::backspace)}}};
  constexpr Key digits[] = {Key::digit_1, Key::digit_2, Key::digit_3,
                            Key::digit_4, Key::digit_5, Key::digit_6};
  for (std::size_t i = 0; i < std::size(digits); ++i) {
    const std::string n = std::to_string(i + 1);
    all.push_back({"game." + n, "game", "command.exam-option-" + n, {on(digits[i])}});
  }
  return all;
}

ui::CommandTable all_commands() {
  ui::CommandTable table;
  for (const auto& group :
       {everywhere(), of_the_rail(), of_today(), of_decks(), of_the_drill(), of_the_rest(),
        of_the_exam(), of_progress(), of_the_games(), of_the_workshop()})
    for (const auto& command : group) table.add(command);
  return table;
}

} // namespace

const ui::CommandTable& commands() {
  static const ui::CommandTable table = all_commands();
  return table;
}

} // namespace entente::screens
