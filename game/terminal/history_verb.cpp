// `entente history export FILE` and `import FILE`: a learner moves to another computer.

#include "history/history.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace entente::terminal {

namespace {

struct Options {
  std::string file;
};

std::string rows(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " row" : " rows");
}

int export_to(const Options& options, Context& context) {
  history::Options reading;
  reading.read_only = true;
  const auto history = history::History::open(context.data, reading);
  if (!history) return report(context, history.error());
  history::Filter all;
  all.with_undone = true;
  const auto count = history->rows(all).transform([](const auto& found) { return found.size(); });
  if (!count) return report(context, count.error());
  if (const auto done = history->export_to(options.file); !done)
    return report(context, done.error());
  context.out << "Exported " << rows(*count) << " to " << options.file << ".\n";
  return exit_good;
}

int import_from(const Options& options, Context& context) {
  history::Options writing;
  writing.clock = context.clock;
  auto history = history::History::open(context.data, writing);
  if (!history) return report(context, history.error());
  if (history->writable()) // else the import itself says why not
    for (const core::Error& notice : history->notices()) report(context, notice);
  const auto imported = history->import_from(options.file);
  if (!imported) return report(context, imported.error());
  context.out << "Added " << rows(static_cast<std::size_t>(imported->added)) << "; "
              << imported->present << " were here already.\n";
  return exit_good;
}

using Work = int (*)(const Options&, Context&);

void add_half(CLI::App& verb, Run& chosen, const char* name, const char* what, Work work) {
  auto options = std::make_shared<Options>();
  CLI::App* half = verb.add_subcommand(name, what);
  half->add_option("file", options->file, "The file")->required();
  half->callback([options, work, &chosen] {
    chosen = [options, work](Context& context) { return work(*options, context); };
  });
}

} // namespace

void add_history(CLI::App& app, Run& chosen) {
  CLI::App* verb = app.add_subcommand("history", "Take what was learned to another computer");
  verb->require_subcommand(1);
  add_half(*verb, chosen, "export", "Write the whole history into one file", export_to);
  add_half(*verb, chosen, "import", "Add a file's answers; those already here are left alone",
           import_from);
}

} // namespace entente::terminal
