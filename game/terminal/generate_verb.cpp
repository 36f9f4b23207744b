// `entente generate ARTICLE`: what an article says, as a deck and as facts.

#include "core/file.h"
#include "deck/deck_file.h"
#include "generate/deck_maker.h"
#include "generate/foreign.h"
#include "generate/source_reader.h"
#include "platform/paths.h"
#include "terminal/facts_json.h"
#include "terminal/log_options.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <memory>
#include <optional>

namespace entente::terminal {

namespace {

constexpr std::uintmax_t max_article_bytes = 64'000'000;

struct Options {
  std::filesystem::path article, facts, fix, deck;
  std::string published, title, language = "en";
  std::size_t most_cards = 150;
  bool verbose = false;
};

core::Result<generate::Corrections> corrections_for(const Options& options) {
  std::filesystem::path file = options.fix;
  if (file.empty()) {
    file = options.article;
    file.replace_extension(".fix");
    std::error_code code;
    if (!std::filesystem::exists(file, code)) return generate::Corrections{};
  }
  const auto text = core::read_file(file, max_article_bytes);
  if (!text) return text.error();
  return generate::read_corrections(*text, file.string());
}

core::Result<generate::DeckOptions> deck_options(const Options& options) {
  generate::DeckOptions deck;
  deck.id = options.article.stem().string();
  deck.file = options.article.filename().string();
  deck.title = options.title;
  deck.most_cards = options.most_cards;
  if (!options.published.empty()) {
    deck.published = generate::read_date(options.published);
    if (!deck.published)
      return core::Error{core::ErrorCode::usage, "\"" + options.published + "\" is no date.",
                         "--published", "Write it as 2021-05-30."};
  }
  auto corrections = corrections_for(options);
  if (!corrections) return std::move(corrections).error();
  deck.corrections = std::move(*corrections);
  return deck;
}

core::Result<generate::SourceText> read_article(const std::filesystem::path& path) {
  const auto bytes = core::read_file(path, max_article_bytes);
  if (!bytes) return bytes.error();
  return generate::read_source(*bytes, path.string());
}

void say_found(const generate::Generated& made, Context& context) {
  const generate::Summary& summary = made.summary;
  context.out << "found " << summary.dates << " dates, " << summary.quotations << " quotations, "
              << summary.persons << " persons, " << summary.cooperation << " areas of cooperation, "
              << summary.numbers << " numbers, " << summary.clauses << " plain statements\n";
  for (const generate::Conflict& conflict : made.article.facts.conflicts)
    context.out << "conflict: " << conflict.what << ": " << conflict.kept << " kept, "
                << conflict.other << " in a caption\n";
  for (const std::string& line : made.article.unmatched)
    context.out << "correction fits nothing: " << line << '\n';
}

void say_cards(const generate::Generated& made, Context& context) {
  std::size_t dropped = 0;
  for (const generate::KindCount& kind : made.summary.kinds) {
    dropped += kind.dropped;
    context.out << "  " << std::left << std::setw(12) << kind.kind << std::right << std::setw(5)
                << kind.kept << " kept" << std::setw(6) << kind.dropped << " dropped\n";
  }
  context.out << made.deck.cards.size() << " cards kept, " << dropped << " dropped; "
              << made.summary.covered << " of " << made.summary.sentences
              << " sentences have a card\n";
}

void say_drops(const generate::Generated& made, Context& context) {
  for (const generate::Drop& drop : made.drops)
    context.out << "dropped " << drop.kind << " (" << drop.reason << "): " << drop.stem << '\n';
}

core::Status write_results(const Options& options, const generate::Generated& made) {
  if (!options.facts.empty())
    if (auto written = core::write_file(options.facts, facts_json(made)); !written) return written;
  if (!options.deck.empty()) return deck::write_deck_file(made.deck, options.deck);
  return core::Done{};
}

int run_generate(const Options& options, Context& context) {
  const auto language = generate::load_language(platform::assets_folder(), options.language);
  if (!language) return report(context, language.error());
  auto deck = deck_options(options);
  if (!deck) return report(context, deck.error());
  auto source = read_article(options.article);
  if (!source) return report(context, source.error());
  // Places in a text that was converted are no places in the file.
  if (!source->plain) deck->file.clear();
  std::optional<generate::Generated> made;
  {
    ProgressBar bar(context);
    deck->progress = [&](double share) { bar.show(share); };
    made = generate::make_deck(std::move(source->text), *language, *deck);
  }
  if (const auto written = write_results(options, *made); !written)
    return report(context, written.error());
  if (!source->note.empty()) context.out << source->note << '\n';
  if (const auto foreign = generate::what_is_foreign(made->article.document, *language);
      !foreign.empty())
    context.out << foreign << '\n';
  say_found(*made, context);
  if (options.verbose) say_drops(*made, context);
  if (!options.deck.empty() || options.verbose) say_cards(*made, context);
  return exit_good;
}

} // namespace

void add_generate(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("generate", "Make a deck from an article");
  verb->add_option("article", options->article, "The article: text, HTML or Markdown")->required();
  verb->add_option("-o,--output", options->deck, "Write the deck");
  verb->add_option("--facts", options->facts, "Write the facts found, as JSON");
  verb->add_option("--published", options->published, "The day it was published, 2021-05-30");
  verb->add_option("--fix", options->fix,
                   "A file of corrections; ARTICLE.fix beside the article is found by itself");
  verb->add_option("--title", options->title, "The deck's title, else the article's headline");
  verb->add_option("--cards", options->most_cards, "At most so many cards");
  verb->add_option("--language", options->language, "The article's language");
  verb->add_flag("--verbose", options->verbose, "Name every question that was dropped, and why");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return run_generate(*options, context); };
  });
}

} // namespace entente::terminal
