#include "terminal/verbs.h"

#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

namespace entente::terminal {

namespace {

int exit_code(core::ErrorCode code) {
  switch (code) {
  case core::ErrorCode::not_found:
  case core::ErrorCode::not_readable:
    return exit_no_input;
  case core::ErrorCode::not_writable:
    return exit_cannot_write;
  case core::ErrorCode::malformed:
  case core::ErrorCode::too_large:
  case core::ErrorCode::unsupported:
    return exit_bad_data;
  case core::ErrorCode::busy:
    return exit_unavailable;
  case core::ErrorCode::cancelled:
    return exit_interrupted;
  case core::ErrorCode::usage:
    return exit_usage;
  }
  return exit_software;
}

int usage_exit(const CLI::App& app, const CLI::ParseError& error, Context& context) {
  const int code = app.exit(error, context.out, context.err);
  return code == 0 ? exit_good : exit_usage; // help and version are errors to CLI11
}

} // namespace

int report(Context& context, const core::Error& error) {
  context.err << "entente: " << core::describe(error) << '\n';
  return exit_code(error.code);
}

int run(const std::vector<std::string>& arguments, Context context, const OpenWindow& open_window) {
  CLI::App app("Entente: turn a text into a deck, drill it, know it on the day.", "entente");
  WindowRequest request;
  Run chosen;
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.add_option("--data", context.data, "Folder for history, settings and own decks");
  app.add_option("decks", request.decks, "Decks to add to the list");
  app.fallthrough();
  for (const Declare declare : verbs) declare(app, chosen);
  try {
    // CLI11 takes the words in reverse order.
    std::vector<std::string> words(arguments.rbegin(), arguments.rend());
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return usage_exit(app, error, context);
  }
  if (chosen) return chosen(context);
  request.data = context.data;
  const int code = open_window(request);
  if (code != no_display) return code;
  context.err << "There is no display; this is the drill in the terminal.\n";
  std::vector<std::string> drill{"drill", "--data", context.data.string()};
  if (!request.decks.empty()) drill.push_back(request.decks.front().string());
  return run(drill, std::move(context), open_window);
}

} // namespace entente::terminal
