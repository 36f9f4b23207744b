// `entente where`: which folders are used, for people who back up, move or look for something.

#include "platform/paths.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

namespace entente::terminal {

namespace {

int where(Context& context) {
  context.out << "data " << context.data.string() << '\n'
              << "decks " << platform::shipped_decks_folder().string() << '\n'
              << "assets " << platform::assets_folder().string() << '\n';
  return exit_good;
}

} // namespace

void add_where(CLI::App& app, Run& chosen) {
  CLI::App* verb = app.add_subcommand("where", "Say which folders are used");
  verb->callback([&chosen] { chosen = where; });
}

} // namespace entente::terminal
