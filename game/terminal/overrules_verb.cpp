// `entente overrules DECK [--apply]`: what learners said against the judge, for the teacher.

#include "deck/deck_file.h"
#include "history/history.h"
#include "service/overrules.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace entente::terminal {

namespace {

using service::DeckChange;

struct Options {
  std::string deck;
  bool apply = false;
};

std::string sentence(const DeckChange& change, const deck::Card& card) {
  const std::string answer = deck::answer_line(card.answer);
  switch (change.kind) {
  case DeckChange::Kind::accept:
    return "accept \"" + change.text + "\" for \"" + answer + "\"";
  case DeckChange::Kind::stop_accept:
    return "no longer accept \"" + change.text + "\" for \"" + answer + "\"";
  case DeckChange::Kind::refuse:
    return "add \"" + change.text + "\" as a wrong option beside \"" + answer + "\"";
  case DeckChange::Kind::option_stands:
    return "a learner held the wrong option \"" + change.text + "\" right (the answer is \"" +
           answer + "\"): left to you";
  }
  return "";
}

void list(const std::vector<DeckChange>& changes, const deck::Deck& deck, Context& context) {
  for (const DeckChange& change : changes)
    if (const deck::Card* card = deck::find_card(deck, change.card))
      context.out << card->id << ": " << sentence(change, *card) << "\n    " << card->prompt
                  << '\n';
}

bool changes_deck(const DeckChange& change) {
  return change.kind != DeckChange::Kind::option_stands;
}

int write(const std::vector<DeckChange>& changes, deck::Deck deck, const Options& options,
          Context& context) {
  for (const DeckChange& change : changes) service::apply(change, deck);
  if (const auto done = deck::write_deck_file(deck, options.deck); !done)
    return report(context, done.error());
  const auto count = std::count_if(changes.begin(), changes.end(), changes_deck);
  context.out << "Wrote " << count << (count == 1 ? " change" : " changes") << " into "
              << options.deck << ". Give each new wrong option its own reason.\n";
  return exit_good;
}

core::Result<std::vector<DeckChange>> read_changes(const deck::Deck& deck, Context& context) {
  history::Options reading;
  reading.read_only = true;
  const auto history = history::History::open(context.data, reading);
  if (!history) return history.error();
  const auto rulings = history->rulings(deck.id);
  if (!rulings) return rulings.error();
  return service::deck_changes(deck, *rulings);
}

int run_overrules(const Options& options, Context& context) {
  const auto reading = deck::read_deck_file(options.deck);
  if (!reading) return report(context, reading.error());
  const auto changes = read_changes(reading->deck, context);
  if (!changes) return report(context, changes.error());
  list(*changes, reading->deck, context);
  if (std::none_of(changes->begin(), changes->end(), changes_deck)) {
    context.out << (changes->empty()
                        ? "Nobody overruled the judge on this deck beyond what it says.\n"
                        : "There is nothing to write.\n");
    return exit_good;
  }
  if (options.apply) return write(*changes, reading->deck, options, context);
  context.out << "Say --apply to write this into " << options.deck << ".\n";
  return exit_good;
}

} // namespace

void add_overrules(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand(
      "overrules", "List where learners overruled the judge, and write it into the deck");
  verb->add_option("deck", options->deck, "The deck's file")->required();
  verb->add_flag("--apply", options->apply, "Write the changes into the deck's file");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return run_overrules(*options, context); };
  });
}

} // namespace entente::terminal
