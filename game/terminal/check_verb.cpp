// `entente check DECK...`: what is amiss in decks, with file, line and column.

#include "core/file.h"
#include "deck/places.h"
#include "deck/xml_reader.h"
#include "service/deck_check.h"
#include "terminal/verb_list.h"
#include "text/unicode.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace entente::terminal {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::vector<std::filesystem::path> decks;
  std::filesystem::path source;
  bool json = false;
};

struct Found {
  deck::Place place;
  std::string card, kind, weight, message, why, advice, mend;
};

struct Checked {
  std::size_t cards = 0;
  std::vector<Found> found;
};

Found found_by_reader(const deck::Problem& problem) {
  const bool two_right = problem.message.find("two right options") != std::string::npos;
  const bool duplicate = problem.message.starts_with("Two cards have the id");
  const bool image = problem.message.starts_with("The image");
  const std::string kind = two_right   ? std::string(name(deck::Fault::two_right))
                           : duplicate ? std::string(name(deck::Fault::duplicate))
                           : image     ? std::string(name(deck::Fault::image))
                                       : "unreadable";
  const std::string why = two_right ? std::string(why_it_matters(deck::Fault::two_right))
                                    : "What cannot be read is not asked.";
  return {problem.place, problem.card, kind, "wrong", problem.message, why, problem.advice, ""};
}

Found found_by_check(const deck::Places& places, const deck::Deck& deck,
                     const deck::Finding& finding) {
  const deck::Fault fault = finding.fault;
  return {places.of_finding(deck, finding),
          finding.card,
          std::string(name(fault)),
          weight(fault) == deck::Weight::wrong ? "wrong" : "doubtful",
          finding.message,
          std::string(why_it_matters(fault)),
          finding.advice,
          finding.mend ? finding.mend->label : ""};
}

deck::CheckMaterial material_for(const std::filesystem::path& file, const deck::Deck& deck,
                                 const std::string& source, const Context& context) {
  auto material = service::check_material(file, deck, service::Texts(context.data));
  if (source.empty()) return material;
  // Cards that name no source of the deck are held against the text all the same.
  material.texts.clear();
  material.texts.emplace("", source);
  for (const deck::Source& each : deck.sources) material.texts.emplace(each.id, source);
  return material;
}

core::Result<Checked> check(const std::filesystem::path& file, const std::string& source,
                            const Context& context) {
  const auto bytes = core::read_file(file, deck::max_deck_bytes);
  if (!bytes) return bytes.error();
  const auto reading = deck::read_deck(*bytes, file.string());
  if (!reading) return reading.error();
  const deck::Places places(*bytes);
  Checked checked{reading->deck.cards.size(), {}};
  for (const deck::Problem& problem : reading->problems)
    checked.found.push_back(found_by_reader(problem));
  const auto material = material_for(file, reading->deck, source, context);
  for (const deck::Finding& finding : deck::check_deck(reading->deck, material))
    checked.found.push_back(found_by_check(places, reading->deck, finding));
  std::stable_sort(checked.found.begin(), checked.found.end(), [](const Found& a, const Found& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return checked;
}

void print(const std::filesystem::path& file, const Checked& checked, Context& context) {
  for (const Found& found : checked.found) {
    context.out << deck::at_place(file.string(), found.place) << ": " << found.kind << ": "
                << found.message << ' ' << found.why << ' ' << found.advice;
    if (!found.mend.empty()) context.out << " (Sure mend: " << found.mend << ".)";
    context.out << '\n';
  }
  context.out << file.string() << ": " << checked.cards << " cards, " << checked.found.size()
              << (checked.found.size() == 1 ? " problem\n" : " problems\n");
}

Json as_json(const std::filesystem::path& file, const Found& found) {
  Json json{{"file", file.string()},    {"line", found.place.line}, {"column", found.place.column},
            {"card", found.card},       {"kind", found.kind},       {"weight", found.weight},
            {"message", found.message}, {"why", found.why},         {"advice", found.advice}};
  if (!found.mend.empty()) json["mend"] = found.mend;
  return json;
}

// A deck refused whole says where as NAME:LINE:COLUMN.
Found found_in_error(const core::Error& error) {
  Found found{{1, 1},       "", "unreadable", "wrong", error.message, "Nothing of it can be asked.",
              error.advice, ""};
  const std::size_t column = error.where.rfind(':');
  const std::size_t line = column == std::string::npos || column == 0
                               ? std::string::npos
                               : error.where.rfind(':', column - 1);
  if (line != std::string::npos && std::isdigit(static_cast<unsigned char>(error.where.back())))
    found.place = {std::atoi(error.where.c_str() + line + 1),
                   std::atoi(error.where.c_str() + column + 1)};
  return found;
}

core::Result<std::string> read_source(const std::filesystem::path& path) {
  if (path.empty()) return std::string();
  auto text = core::read_file(path, service::most_text_bytes);
  if (text && !text::is_valid_utf8(*text))
    return core::Error{core::ErrorCode::malformed, "The source is not UTF-8 text.", path.string(),
                       "Save it as UTF-8 and try again."};
  return text;
}

// A deck that cannot be read at all is a problem of the worst kind, and the others are still read.
int run_check(const Options& options, Context& context) {
  const auto source = read_source(options.source);
  if (!source) return report(context, source.error());
  Json decks = Json::array(), problems = Json::array();
  int code = exit_good;
  for (const auto& file : options.decks) {
    const auto checked = check(file, *source, context);
    if (!checked) {
      code = report(context, checked.error());
      decks.push_back({{"file", file.string()}, {"error", core::describe(checked.error())}});
      problems.push_back(as_json(file, found_in_error(checked.error())));
      continue;
    }
    if (!checked->found.empty() && code == exit_good) code = exit_problems;
    if (!options.json) print(file, *checked, context);
    decks.push_back(
        {{"file", file.string()}, {"cards", checked->cards}, {"problems", checked->found.size()}});
    for (const Found& found : checked->found) problems.push_back(as_json(file, found));
  }
  if (options.json)
    context.out << Json{{"decks", decks}, {"problems", problems}}.dump(
                       2, ' ', false, Json::error_handler_t::replace)
                << '\n';
  return code;
}

} // namespace

void add_check(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("check", "Say what is amiss in decks");
  verb->add_option("decks", options->decks, "Deck files")->required();
  verb->add_option("--source", options->source,
                   "The text the deck was made from: quotations and speakers are held against it");
  verb->add_flag("--json", options->json, "Print JSON");
  verb->footer("Exit code 0: nothing is amiss; 1: problems were found.");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return run_check(*options, context); };
  });
}

} // namespace entente::terminal
