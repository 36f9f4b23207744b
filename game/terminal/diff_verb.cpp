// `entente diff OLD NEW`: what a new version of a deck adds, changes and removes, and whose
// progress a changed answer should reset.

#include "deck/deck_file.h"
#include "deck/diff.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace entente::terminal {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::filesystem::path before, after;
  bool json = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : ", ") + word;
  return line;
}

std::string line_of(const deck::Deck& deck, const std::string& id) {
  const deck::Card* card = deck::find_card(deck, id);
  return id + ": " + (card ? card->prompt : "");
}

std::string answer_of(const deck::Deck& deck, const std::string& id) {
  const deck::Card* card = deck::find_card(deck, id);
  return card ? deck::answer_line(card->answer) : "";
}

void print(const deck::Deck& before, const deck::Deck& after, const deck::DeckDiff& diff,
           std::ostream& out) {
  std::size_t resets = 0;
  for (const auto& part : diff.deck_parts) out << "* the deck's " << part << '\n';
  for (const auto& id : diff.added) out << "+ " << line_of(after, id) << '\n';
  for (const auto& id : diff.removed) out << "- " << line_of(before, id) << '\n';
  for (const auto& change : diff.changed) {
    out << "~ " << change.id << ": " << joined(change.parts) << '\n';
    if (!change.resets) continue;
    ++resets;
    out << "  its progress should begin anew: the answer was \"" << answer_of(before, change.id)
        << "\" and is \"" << answer_of(after, change.id) << "\"\n";
  }
  if (diff.reordered) out << "* the order of the cards\n";
  out << diff.added.size() << " added, " << diff.changed.size() << " changed, "
      << diff.removed.size() << " removed; progress to reset: " << resets << '\n';
}

Json as_json(const deck::Deck& before, const deck::Deck& after, const deck::DeckDiff& diff) {
  Json changed = Json::array(), resets = Json::array();
  for (const auto& change : diff.changed) {
    changed.push_back({{"card", change.id},
                       {"parts", change.parts},
                       {"resets_progress", change.resets},
                       {"answer_before", answer_of(before, change.id)},
                       {"answer_after", answer_of(after, change.id)}});
    if (change.resets) resets.push_back(change.id);
  }
  return {{"same_deck", before.id == after.id},
          {"added", diff.added},
          {"removed", diff.removed},
          {"changed", changed},
          {"reset_progress", resets},
          {"reordered", diff.reordered},
          {"deck_parts", diff.deck_parts}};
}

int run_diff(const Options& options, Context& context) {
  const auto before = deck::read_deck_file(options.before);
  if (!before) return report(context, before.error());
  const auto after = deck::read_deck_file(options.after);
  if (!after) return report(context, after.error());
  const auto diff = deck::diff(before->deck, after->deck);
  if (before->deck.id != after->deck.id)
    context.err << "entente: The decks have different ids, \"" << before->deck.id << "\" and \""
                << after->deck.id << "\": no progress passes from one to the other.\n";
  if (options.json)
    context.out << as_json(before->deck, after->deck, diff)
                       .dump(2, ' ', false, Json::error_handler_t::replace)
                << '\n';
  else
    print(before->deck, after->deck, diff, context.out);
  return exit_good;
}

} // namespace

void add_diff(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("diff", "Say what a new version of a deck changes");
  verb->add_option("old", options->before, "The deck people study")->required();
  verb->add_option("new", options->after, "Its new version")->required();
  verb->add_flag("--json", options->json, "Print JSON");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return run_diff(*options, context); };
  });
}

} // namespace entente::terminal
