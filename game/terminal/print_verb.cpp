// `entente print DECK`: a quiz paper, cards to cut out or a reading sheet, as PDF.

#include "core/file.h"
#include "deck/deck_file.h"
#include "exchange/paper.h"
#include "service/deck_exchange.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::terminal {

namespace {

struct Options {
  std::filesystem::path deck, out;
  std::string kind = "quiz", form = "A", paper = "a4";
  exchange::PaperPlan plan;
  bool no_key = false;
};

std::filesystem::path out_file(const Options& options) {
  if (!options.out.empty()) return options.out;
  const std::string form = options.kind == "quiz" ? "-" + options.form : "";
  return options.deck.stem().string() + "-" + options.kind + form + ".pdf";
}

int print(const Options& options, Context& context) {
  const auto reading = deck::read_deck_file(options.deck);
  if (!reading) return report(context, reading.error());
  for (const deck::Problem& problem : reading->problems)
    context.err << deck::describe(problem, options.deck.string()) << '\n';
  exchange::PaperPlan plan = options.plan;
  plan.kind = exchange::find_paper_kind(options.kind).value_or(exchange::PaperKind::quiz);
  plan.size = options.paper == "letter" ? exchange::PaperSize::letter : exchange::PaperSize::a4;
  plan.form = options.form.front();
  plan.key = !options.no_key;
  const auto paper =
      exchange::print_deck(reading->deck, plan, service::pictures_in(options.deck.parent_path()));
  if (!paper) return report(context, paper.error());
  const auto file = out_file(options);
  if (const auto done = core::write_file(file, paper->pdf); !done)
    return report(context, done.error());
  context.out << "Wrote " << file.string() << ", " << paper->pages
              << (paper->pages == 1 ? " page.\n" : " pages.\n");
  for (const std::string& line : exchange::describe(paper->report))
    context.out << "  " << line << '\n';
  return exit_good;
}

// One capital letter, A and B for two that sit side by side.
std::string not_a_form(const std::string& form) {
  return form.size() == 1 && form[0] >= 'A' && form[0] <= 'Z' ? "" : "A form is a letter, A to Z.";
}

} // namespace

void add_print(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("print", "Print a quiz, cards to cut out or a reading sheet");
  verb->add_option("deck", options->deck, "The deck")->required();
  verb->add_option("-o,--output", options->out, "The PDF to write");
  verb->add_option("--kind", options->kind, "quiz, cards (two-sided) or sheet")
      ->check(CLI::IsMember({"quiz", "cards", "sheet"}));
  verb->add_option("--form", options->form, "Quiz: A or B, the same questions in another order")
      ->check(not_a_form);
  verb->add_option("--seed", options->plan.seed, "Quiz: another number draws other questions");
  verb->add_option("--questions", options->plan.questions, "Quiz: how many; 0 = all")
      ->check(CLI::Range(0, 10000));
  verb->add_option("--paper", options->paper, "a4 or letter")
      ->check(CLI::IsMember({"a4", "letter"}));
  verb->add_flag("--no-key", options->no_key, "Quiz: leave the answers out");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return print(*options, context); };
  });
}

} // namespace entente::terminal
