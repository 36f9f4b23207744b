// `entente convert IN OUT`: other programs' decks in, and ours out.

#include "service/deck_exchange.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace entente::terminal {

namespace {

constexpr std::size_t cards_previewed = 10;

struct Options {
  std::filesystem::path in, out;
  std::string from, to;
  std::string term = "\\t", card = "\\n";
  bool preview = false, history = false;
};

// \t and \n as a shell user types them.
std::string unescaped(const std::string& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != '\\' || i + 1 == words.size()) {
      out += words[i];
      continue;
    }
    ++i;
    out += words[i] == 't' ? '\t' : words[i] == 'n' ? '\n' : words[i];
  }
  return out;
}

std::string one_line(std::string words) {
  std::ranges::replace(words, '\n', ' ');
  return words;
}

void print_report(const exchange::Report& report, const std::string& title, Context& context) {
  context.out << title << '\n';
  for (const std::string& line : exchange::describe(report)) context.out << "  " << line << '\n';
}

void print_preview(const exchange::Imported& imported, Context& context) {
  const auto& cards = imported.deck.cards;
  context.out << cards.size() << (cards.size() == 1 ? " card" : " cards") << " in \""
              << imported.deck.title << "\"\n";
  for (std::size_t i = 0; i < std::min(cards.size(), cards_previewed); ++i)
    context.out << "  " << one_line(cards[i].prompt)
                << "\n    = " << one_line(deck::answer_line(cards[i].answer)) << '\n';
  if (cards.size() > cards_previewed)
    context.out << "  and " << cards.size() - cards_previewed << " more\n";
}

// With --history: what came along goes into the learner's history, and what is there goes out.
core::Status exchange_history(exchange::Imported& imported, Context& context) {
  history::Options options;
  options.clock = context.clock;
  auto history = history::History::open(context.data, options);
  if (!history) return history.error();
  const std::string& deck = imported.deck.id;
  const auto kept = service::keep_learned(*history, deck, imported.learned, context.clock());
  if (!kept) return kept.error();
  context.out << "  kept " << *kept << ": answers new to the learner's history\n";
  auto learned = service::learned_of_deck(*history, deck);
  if (!learned) return learned.error();
  imported.learned = std::move(*learned);
  return core::Done{};
}

core::Result<exchange::Report> write_out(const exchange::Imported& imported, const Options& options,
                                         Context& context) {
  const service::ExchangeChoice choice{options.to,
                                       {unescaped(options.term), unescaped(options.card)}};
  if (options.to == "entente" || (options.to.empty() && options.out.extension() == ".xml")) {
    const auto done = service::save_deck(imported, options.out);
    if (!done) return done.error();
    return exchange::Report{};
  }
  exchange::Outgoing outgoing{
      imported.deck, imported.learned, {}, context.clock(), choice.separators};
  outgoing.load_media = [&](const std::string& name) -> core::Result<std::string> {
    for (const exchange::Media& media : imported.media)
      if (media.name == name) return media.bytes;
    return core::Error{core::ErrorCode::not_found, "The picture is not there.", name, ""};
  };
  return service::export_file(outgoing, options.out, choice);
}

int convert(const Options& options, Context& context) {
  const service::ExchangeChoice choice{options.from,
                                       {unescaped(options.term), unescaped(options.card)}};
  auto imported = service::import_file(options.in, choice);
  if (!imported) return report(context, imported.error());
  print_report(imported->report, "Read " + options.in.string(), context);
  if (options.preview) {
    print_preview(*imported, context);
    return exit_good;
  }
  if (options.out.empty())
    return report(context, {core::ErrorCode::usage, "No file is named to write to.", "",
                            "Write: entente convert IN OUT, or --preview."});
  if (options.history)
    if (const auto done = exchange_history(*imported, context); !done)
      return report(context, done.error());
  const auto written = write_out(*imported, options, context);
  if (!written) return report(context, written.error());
  print_report(*written, "Wrote " + options.out.string(), context);
  return exit_good;
}

} // namespace

void add_convert(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("convert", "Bring in and hand out other programs' decks");
  verb->add_option("in", options->in, "The file to read")->required();
  verb->add_option("out", options->out, "The file to write; .xml is a deck of Entente");
  verb->add_option("--from", options->from,
                   "Format of the file to read: " + service::format_names(true));
  verb->add_option("--to", options->to,
                   "Format of the file to write: " + service::format_names(false));
  verb->add_option("--term-separator", options->term,
                   "Pasted text: between question and answer (\\t)");
  verb->add_option("--card-separator", options->card, "Pasted text: between cards (\\n)");
  verb->add_flag("--preview", options->preview, "Show what would be read and write nothing");
  verb->add_flag("--history", options->history,
                 "Take answers along: an Anki package's into the learner's history, and back");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return convert(*options, context); };
  });
}

} // namespace entente::terminal
