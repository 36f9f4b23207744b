// `entente drill [DECK]`: the drill in the terminal.

#include "platform/paths.h"
#include "quiz/read_through.h"
#include "terminal/text_drill.h"
#include "terminal/verb_list.h"
#include "terminal/words.h"
#include "text/unicode.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace entente::terminal {

namespace {

struct Options {
  std::string deck; // id or file; empty = the first that has something to ask
  std::string mode = "drill";
  quiz::Selection selection;
  bool read = false;
};

const std::map<std::string, quiz::Mode> modes = {{"drill", quiz::Mode::drill},
                                                 {"ahead", quiz::Mode::ahead},
                                                 {"more-new", quiz::Mode::more_new},
                                                 {"quick", quiz::Mode::quick},
                                                 {"cram", quiz::Mode::cram}};

// A deck named by a file is put on the list first.
core::Result<std::string> deck_id(service::Desk& desk, const std::string& named) {
  if (!named.empty() && desk.library().find(named) != nullptr) return named;
  if (!named.empty()) return desk.library().add(named);
  const auto standing = desk.standing();
  if (!standing) return standing.error();
  std::string first;
  for (const auto& deck : standing->decks) {
    if (deck.file.deck == nullptr) continue;
    if (deck.outlook.due + deck.outlook.fresh > 0) return deck.file.id;
    if (first.empty()) first = deck.file.id;
  }
  if (!first.empty()) return first;
  return core::Error{core::ErrorCode::not_found, "There is no deck to drill.", "",
                     "Name a deck file."};
}

int read_through(const quiz::Material& material, const quiz::Selection& selection,
                 Context& context) {
  for (quiz::ReadThrough reading(material, selection); !reading.is_empty(); reading.forward()) {
    const deck::Card& card = material.deck.cards[reading.card()];
    context.out << card.prompt << '\n' << deck::answer_line(card.answer) << '\n';
    if (!card.explanation.empty()) context.out << card.explanation << '\n';
    context.out << '\n';
    if (reading.position() + 1 == reading.size()) break;
  }
  return exit_good;
}

core::Error no_such(const std::string& what, const std::string& named, std::set<std::string> all) {
  std::string known;
  for (const std::string& each : all) known += (known.empty() ? "" : ", ") + each;
  return {core::ErrorCode::usage, "The deck has no " + what + " \"" + named + "\".", "",
          known.empty() ? std::string("It has none.") : "It has: " + known + "."};
}

// Categories are named as the drill says them, or by id.
core::Result<quiz::Selection> selection_in(const deck::Deck& deck, quiz::Selection selection) {
  std::set<std::string> names, tags;
  for (const auto& category : deck.categories) names.insert(category.name);
  for (const auto& card : deck.cards) tags.insert(card.tags.begin(), card.tags.end());
  for (std::string& wanted : selection.categories) {
    const auto found = std::ranges::find_if(deck.categories, [&](const auto& category) {
      return category.id == wanted || text::comparable(category.name) == text::comparable(wanted);
    });
    if (found == deck.categories.end()) return no_such("category", wanted, names);
    wanted = found->id;
  }
  for (const std::string& wanted : selection.tags)
    if (!tags.contains(wanted)) return no_such("tag", wanted, tags);
  return selection;
}

void say_nothing_due(const quiz::Material& material, const quiz::Selection& selection,
                     Context& context) {
  const auto outlook = quiz::outlook(material, selection, context.clock());
  const std::string next =
      coming(outlook.next, context.clock(),
             core::study_day(context.clock(), material.settings.day_start_minutes));
  context.out << "Nothing is due now." << (next.empty() ? "" : " Next: " + next + ".") << '\n';
  if (outlook.ahead > 0)
    context.out << "--mode ahead studies ahead (" << count(outlook.ahead, "card", "cards")
                << ").\n";
  if (outlook.more_new > 0)
    context.out << "--mode more-new adds new cards (" << outlook.more_new << " left).\n";
  context.out << "--mode quick asks ten questions.\n";
}

int drill_at(service::Desk& desk, const Options& options, Context& context) {
  const auto id = deck_id(desk, options.deck);
  if (!id) return report(context, id.error());
  const auto material = desk.material(*id);
  if (!material) return report(context, material.error());
  const auto selection = selection_in((*material)->deck, options.selection);
  if (!selection) return report(context, selection.error());
  if (quiz::reading_order(**material, *selection).empty()) {
    context.out << (options.selection.missed ? "No card was missed so far.\n"
                                             : "No card fits this choice.\n");
    return exit_good;
  }
  if (options.read) return read_through(**material, *selection, context);
  auto begun = desk.begin(*id, {modes.at(options.mode), *selection, 0});
  if (!begun) return report(context, begun.error());
  const auto outlook = quiz::outlook(**material, *selection, context.clock());
  context.out << (*material)->deck.title << ": " << outlook.due << " due, " << outlook.fresh
              << " new.\n";
  if (std::holds_alternative<quiz::Finished>(begun->session.phase())) {
    say_nothing_due(**material, *selection, context);
    return exit_good;
  }
  return text_drill(desk, std::move(*begun), context);
}

int drill(const Options& options, Context& context) {
  auto desk = service::Desk::open({context.data, platform::shipped_decks_folder(), context.clock});
  if (!desk) return report(context, desk.error());
  for (const core::Error& notice : desk->notices()) context.err << core::describe(notice) << '\n';
  const int exit_code = drill_at(*desk, options, context);
  desk->backup().wait();
  if (const auto problem = desk->backup().take_problem())
    context.err << core::describe(*problem) << '\n';
  return exit_code;
}

} // namespace

void add_drill(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("drill", "Drill a deck in the terminal");
  verb->add_option("deck", options->deck, "Deck file or id (default: the first with cards due)");
  std::vector<std::string> names;
  names.reserve(modes.size());
  for (const auto& [name, mode] : modes) names.push_back(name);
  verb->add_option("--mode", options->mode, "drill, ahead, more-new, quick or cram")
      ->check(CLI::IsMember(names));
  verb->add_option("--category", options->selection.categories, "Only these categories");
  verb->add_option("--tag", options->selection.tags, "Only cards with these tags");
  verb->add_option("--search", options->selection.search, "Only cards with these words");
  verb->add_flag("--missed", options->selection.missed, "Only cards missed before");
  verb->add_flag("--read", options->read, "Show all cards with their answers, record nothing");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return drill(*options, context); };
  });
}

} // namespace entente::terminal
