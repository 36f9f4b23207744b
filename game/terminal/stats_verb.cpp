// `entente stats [--deck ID] [--days N] [--json|--csv]`: the figures of Progress.

#include "platform/paths.h"
#include "service/desk.h"
#include "terminal/verb_list.h"
#include "terminal/words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace entente::terminal {

namespace {

using Json = nlohmann::ordered_json;
using service::Statistics;

struct Options {
  service::StatisticsRange range;
  bool json = false, csv = false;
};

std::string date(core::Day day) { return core::iso(core::civil(day)); }

Json range_json(const memory::ShareRange& range) {
  return {{"share", range.share}, {"low", range.low}, {"high", range.high}};
}

Json recall_json(const Statistics& all) {
  Json points = Json::array();
  for (const auto& point : all.recall)
    points.push_back({{"from", date(point.first)},
                      {"to", date(point.last)},
                      {"asked", point.asked},
                      {"measured", range_json(point.recalled)},
                      {"promised", point.promised}});
  return points;
}

Json calibration_json(const Statistics& all) {
  Json points = Json::array();
  for (const auto& point : all.calibration)
    points.push_back({{"predicted", point.predicted},
                      {"actual", point.actual},
                      {"low", point.low},
                      {"high", point.high},
                      {"answers", point.count}});
  return {{"off_by", all.off_by}, {"points", points}};
}

Json coming_json(const Statistics& all) {
  Json days = Json::array();
  for (const auto& day : all.coming)
    days.push_back({{"day", date(day.day)},
                    {"reviews", day.reviews},
                    {"new", day.fresh},
                    {"minutes", day.minutes}});
  return days;
}

Json days_json(const Statistics& all) {
  Json days = Json::array();
  for (const auto& day : all.days)
    days.push_back({{"day", date(day.day)},
                    {"answers", day.answers},
                    {"right", day.right},
                    {"minutes", static_cast<double>(day.taken_ms) /
                                    static_cast<double>(core::ms_per_minute)}});
  return days;
}

Json bins_json(const std::vector<service::CardBin>& bins) {
  Json all = Json::array();
  for (const auto& bin : bins)
    all.push_back({{"from", bin.low}, {"to", bin.high}, {"cards", bin.cards}});
  return all;
}

Json categories_json(const Statistics& all) {
  Json categories = Json::array();
  for (const auto& each : all.categories)
    categories.push_back({{"deck", each.deck},
                          {"id", each.id},
                          {"name", each.name},
                          {"cards", each.cards},
                          {"seen", each.seen},
                          {"recall_now", each.recall_now},
                          {"asked", each.asked},
                          {"measured", range_json(each.recalled)}});
  return categories;
}

Json hard_json(const Statistics& all) {
  Json hard = Json::array(), mixed = Json::array();
  for (const auto& card : all.hard)
    hard.push_back({{"deck", card.deck},
                    {"card", card.card},
                    {"prompt", card.prompt},
                    {"lapses", card.lapses}});
  for (const auto& pair : all.mixed_up)
    mixed.push_back({{"deck", pair.deck},
                     {"card", pair.card},
                     {"prompt", pair.prompt},
                     {"answer", pair.answer},
                     {"chosen", pair.option},
                     {"times", pair.times}});
  return {{"lapses", hard}, {"mixed_up", mixed}};
}

Json to_json(const Statistics& all) {
  return {{"from", date(all.first)},
          {"to", date(all.today)},
          {"answers", all.answers},
          {"wanted_recall", all.wanted_recall},
          {"recall", recall_json(all)},
          {"calibration", calibration_json(all)},
          {"coming", coming_json(all)},
          {"days", days_json(all)},
          {"stability_days", bins_json(all.stability)},
          {"retrievability", bins_json(all.retrievability)},
          {"categories", categories_json(all)},
          {"hard", hard_json(all)}};
}

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

std::string of_seen(const service::CategoryFigures& each) {
  std::string line = "  " + each.name + ": " + std::to_string(each.seen) + " of " +
                     std::to_string(each.cards) + " seen";
  if (each.seen > 0) line += ", recall now " + percent(each.recall_now);
  if (each.asked > 0)
    line += ", measured " + percent(each.recalled.share) + " (" + percent(each.recalled.low) + "–" +
            percent(each.recalled.high) + ")";
  return line;
}

void print(const Statistics& all, std::ostream& out) {
  out << date(all.first) << " to " << date(all.today) << ": "
      << count(all.answers, "answer", "answers") << ".\n";
  const auto& recall = all.recall_in_all;
  if (recall.asked > 0) {
    const auto range = memory::share_range(static_cast<std::size_t>(recall.recalled),
                                           static_cast<std::size_t>(recall.asked));
    out << "Recall " << percent(range.share) << " (" << percent(range.low) << "–"
        << percent(range.high) << "), promised " << percent(recall.predicted)
        << "; the forecast is off by " << std::round(all.off_by * 1000) / 10 << " points.\n";
  } else {
    out << "Recall is not known yet: no card has been asked a second time.\n";
  }
  double cards = 0, minutes = 0;
  for (std::size_t i = 0; i < 7 && i < all.coming.size(); ++i) {
    cards += all.coming[i].reviews + all.coming[i].fresh;
    minutes += all.coming[i].minutes;
  }
  out << "The next 7 days: about " << count(static_cast<int>(std::lround(cards)), "card", "cards")
      << ", " << std::lround(minutes) << " min.\n";
  for (const auto& each : all.categories) out << of_seen(each) << '\n';
  for (const auto& card : all.hard)
    out << "  " << count(card.lapses, "lapse", "lapses") << ": " << card.prompt << '\n';
  for (const auto& pair : all.mixed_up)
    out << "  mixed up " << pair.times << " times: " << pair.answer << " with " << pair.option
        << " (" << pair.prompt << ")\n";
}

int stats(const Options& options, Context& context) {
  auto desk = service::Desk::open({context.data, platform::shipped_decks_folder(), context.clock});
  if (!desk) return report(context, desk.error());
  for (const core::Error& notice : desk->notices()) context.err << core::describe(notice) << '\n';
  const auto statistics = desk->statistics(options.range);
  if (!statistics) return report(context, statistics.error());
  if (options.json)
    context.out << to_json(*statistics).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  else if (options.csv)
    context.out << service::to_csv(*statistics);
  else
    print(*statistics, context.out);
  return exit_good;
}

} // namespace

void add_stats(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("stats", "How well the memory holds, and what is coming");
  verb->add_option("--deck", options->range.deck, "Only this deck, by its id");
  verb->add_option("--days", options->range.days, "Days back from today; 0 = all")
      ->check(CLI::Range(0, 36500));
  CLI::Option* json = verb->add_flag("--json", options->json, "All figures as JSON");
  verb->add_flag("--csv", options->csv, "All figures as CSV")->excludes(json);
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return stats(*options, context); };
  });
}

} // namespace entente::terminal
