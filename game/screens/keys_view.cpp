#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

constexpr const char* scopes[] = {"global",  "rail",  "decks", "drill",  "reading",
                                  "results", "exams", "exam",  "report", "progress",
                                  "story",   "games", "game"};

Build key_line(const Command& command) {
  Build caps = row().gap(6);
  for (const auto& chord : command.chords) caps.add(key_cap(name(chord)));
  return wrap(text(say(command.label)).flex().min_width(90), std::move(caps))
      .gap(12)
      .line_gap(4)
      .role(Role::list_item);
}

Build key_lines(const char* scope) {
  Build all = column(h2(say(std::string("keys.") + scope))).gap(9).role(Role::list);
  std::move(all).label(say(std::string("keys.") + scope));
  for (const auto& command : commands().all())
    if (command.scope == scope) all.add(key_line(command));
  return all;
}

Build scope_card(const char* scope) { return card(key_lines(scope)); }

// The scopes whose keys work on a page.
const char* scope_of(const Page& page) {
  if (std::holds_alternative<DrillPage>(page)) return "drill";
  if (std::holds_alternative<ReadingPage>(page)) return "reading";
  if (std::holds_alternative<ResultsPage>(page)) return "results";
  if (std::holds_alternative<ExamPage>(page)) return "exam";
  if (std::holds_alternative<ExamsPage>(page)) return "exams";
  if (std::holds_alternative<ExamReportPage>(page)) return "report";
  return std::holds_alternative<DecksPage>(page) ? "decks" : "rail";
}

} // namespace

Build keys_view(Frame&) {
  Build all = grid(2, 300);
  for (const char* scope : scopes) all.add(scope_card(scope));
  return column(h1(say("place.keys")), text(say("keys.words")).mute(), std::move(all)).gap(18);
}

Build keys_sheet(Frame& frame) {
  Build lines = column(key_lines(scope_of(frame.model.page)), divider(), key_lines("global"));
  Build close = button(say("dialog.close"), frame.on(Back{})).primary().id("close").autofocus();
  return ui::dialog(
      "keys", say("place.keys"),
      column(text(say("keys.words")).mute(),
             scroll_area("keys-lines", std::move(lines).gap(14).padding({0, 0, 14, 0})).flex(),
             row(spacer(), std::move(close)))
          .gap(16));
}

} // namespace entente::screens
