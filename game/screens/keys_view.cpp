#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

constexpr const char* scopes[] = {"global",  "rail",  "decks", "drill", "reading",
                                  "results", "exams", "exam",  "report"};

Build key_line(const Command& command) {
  Build caps = row().gap(6);
  for (const auto& chord : command.chords) caps.add(key_cap(name(chord)));
  return row(text(say(command.label)).flex(), std::move(caps)).gap(12).role(Role::list_item);
}

Build scope_card(const char* scope) {
  Build all = card(h2(say(std::string("keys.") + scope))).gap(9).role(Role::list);
  std::move(all).label(say(std::string("keys.") + scope));
  for (const auto& command : commands().all())
    if (command.scope == scope) all.add(key_line(command));
  return all;
}

} // namespace

Build keys_view(Frame&) {
  Build all = grid(2, 360);
  for (const char* scope : scopes) all.add(scope_card(scope));
  return column(h1(say("place.keys")), text(say("keys.words")).mute(), std::move(all)).gap(18);
}

} // namespace entente::screens
