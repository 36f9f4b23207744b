// `entente plan DECK --date D --minutes M`: what will be known on the day, and what to study until
// then.

#include "core/file.h"
#include "platform/paths.h"
#include "service/desk.h"
#include "terminal/log_options.h"
#include "terminal/verb_list.h"
#include "terminal/words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

namespace entente::terminal {

namespace {

constexpr int longest_plan = 3 * 365; // days
constexpr std::array<const char*, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

struct Options {
  std::string deck, date;
  int minutes = 0;                   // 0: as set for the deck
  std::vector<std::string> days_off; // "sat"
  bool json = false;
};

std::optional<std::size_t> weekday_of(const std::string& word) {
  for (std::size_t i = 0; i < weekdays.size(); ++i)
    if (CLI::detail::to_lower(word) == CLI::detail::to_lower(weekdays[i])) return i;
  return std::nullopt;
}

std::string check_date(const std::string& text) {
  return service::read_date(text) ? "" : "a date like 2026-05-28 is wanted, not " + text;
}
std::string check_weekday(const std::string& text) {
  return weekday_of(text) ? "" : "a weekday like sat is wanted, not " + text;
}

std::string date_words(core::Day day) {
  return std::string(weekdays[static_cast<std::size_t>(core::weekday(day))]) + " " +
         core::iso(core::civil(day));
}

core::Error usage(const std::string& message, const std::string& advice) {
  return {core::ErrorCode::usage, message, "", advice};
}

// A deck by its id, or by its file, which need not be on the list.
core::Result<std::shared_ptr<const deck::Deck>> deck_of(const service::Desk& desk,
                                                        const std::string& named) {
  if (const auto* file = desk.library().find(named)) return file->deck;
  auto file = service::read_deck_file(named);
  if (file.error) return *file.error;
  return file.deck;
}

// What was asked for, over what the learner has set for the deck.
core::Result<service::Seminar> seminar_of(const Options& options, const service::Desk& desk,
                                          const std::string& deck) {
  const auto& set = desk.choices(deck).seminar;
  service::Seminar seminar = set.value_or(service::Seminar{});
  if (!options.date.empty())
    seminar.date = *service::read_date(options.date);
  else if (!set)
    return usage("This deck has no date yet.", "Name one with --date 2026-05-28.");
  if (options.minutes > 0)
    seminar.minutes_a_day = options.minutes;
  else if (!set)
    return usage("How much time is there?", "Name the minutes a day with --minutes 15.");
  for (const std::string& day : options.days_off) seminar.off[*weekday_of(day)] = true;
  const int days = seminar.date - desk.today();
  if (days <= 0)
    return usage("The date is not after today, " + core::iso(core::civil(desk.today())) + ".",
                 "Name a later one.");
  if (days > longest_plan)
    return usage("The date is more than three years away.", "Name a nearer one.");
  return seminar;
}

// ---- as JSON ----

// Six places say more than a simulation knows.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

nlohmann::ordered_json range(const memory::Forecast& forecast) {
  return {{"expected", rounded(forecast.expected)},
          {"low", rounded(forecast.low)},
          {"high", rounded(forecast.high)}};
}

void print_json(const service::SeminarPlan& plan, std::size_t cards, Context& context) {
  nlohmann::ordered_json days = nlohmann::ordered_json::array();
  for (const auto& day : plan.days)
    days.push_back({{"date", core::iso(core::civil(day.day))},
                    {"off", day.off},
                    {"cards", rounded(day.expected.cards)},
                    {"new", rounded(day.expected.fresh)},
                    {"minutes", rounded(day.expected.seconds / 60)},
                    {"without_study", rounded(day.expected.without)},
                    {"before", rounded(day.expected.before)},
                    {"after", rounded(day.expected.after)}});
  const nlohmann::ordered_json all = {{"deck", plan.deck},
                                      {"date", core::iso(core::civil(plan.seminar.date))},
                                      {"today", core::iso(core::civil(plan.made))},
                                      {"minutes_a_day", plan.seminar.minutes_a_day},
                                      {"cards", cards},
                                      {"without_study", range(plan.without)},
                                      {"with_plan", range(plan.with_plan)},
                                      {"with_five_more_minutes", range(plan.with_more)},
                                      {"strategy",
                                       {{"wanted", plan.strategy.wanted},
                                        {"reach", plan.strategy.reach},
                                        {"last_days", plan.strategy.last_days}}},
                                      {"todays_cards", plan.today},
                                      {"left", plan.left},
                                      {"days", std::move(days)}};
  context.out << all.dump(2) << '\n';
}

// ---- as text ----

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

std::string words(const memory::Forecast& forecast) {
  char text[64];
  std::snprintf(text, sizeof text, "%5s   (%s to %s)", percent(forecast.expected).c_str(),
                percent(forecast.low).c_str(), percent(forecast.high).c_str());
  return text;
}

void print_days(const service::SeminarPlan& plan, Context& context) {
  context.out << "\nDay             cards   new  minutes   known before   after   without study\n";
  for (const auto& day : plan.days) {
    char line[160];
    const auto& expected = day.expected;
    std::snprintf(line, sizeof line, "%-14s  %5ld %5ld  %7ld   %12s   %5s   %13s\n",
                  date_words(day.day).c_str(), std::lround(expected.cards),
                  std::lround(expected.fresh), std::lround(expected.seconds / 60),
                  percent(expected.before).c_str(), percent(expected.after).c_str(),
                  percent(expected.without).c_str());
    context.out << line;
  }
}

void print_cards(const std::string& heading, const std::vector<std::string>& ids,
                 const deck::Deck& deck, Context& context) {
  context.out << '\n' << heading << '\n';
  for (const std::string& id : ids)
    if (const auto* card = deck::find_card(deck, id))
      context.out << "  " << id << "  " << card->prompt << '\n';
}

void print_text(const service::SeminarPlan& plan, const deck::Deck& deck, std::size_t cards,
                Context& context) {
  context.out << deck.title << ": " << cards << " cards, "
              << count(static_cast<int>(plan.days.size()), "day", "days") << " to "
              << date_words(plan.seminar.date) << ", " << plan.seminar.minutes_a_day
              << " minutes a day.\n\nExpected on the day, and nine times in ten between:\n"
              << "  without study           " << words(plan.without) << '\n'
              << "  with this plan          " << words(plan.with_plan) << '\n'
              << "  with five minutes more  " << words(plan.with_more) << '\n';
  print_days(plan, context);
  if (!plan.today.empty())
    print_cards("Today, " + count(static_cast<int>(plan.today.size()), "card:", "cards:"),
                plan.today, deck, context);
  else
    context.out << "\nNothing is to be studied today.\n";
  if (!plan.left.empty())
    print_cards("There is no time for " +
                    count(static_cast<int>(plan.left.size()), "card:", "cards:"),
                plan.left, deck, context);
}

int plan_verb(const Options& options, Context& context) {
  auto desk = service::Desk::open({context.data, platform::shipped_decks_folder(), context.clock});
  if (!desk) return report(context, desk.error());
  const auto deck = deck_of(*desk, options.deck);
  if (!deck) return report(context, deck.error());
  const auto seminar = seminar_of(options, *desk, (*deck)->id);
  if (!seminar) return report(context, seminar.error());
  const auto request = desk->plan_request(**deck, *seminar);
  if (!request) return report(context, request.error());
  std::stop_source stop;
  const auto plan = [&] {
    ProgressBar bar(context);
    return service::plan_seminar(*request, stop.get_token(), [&](double fraction) {
      bar.show(fraction);
      if (context.interrupted()) stop.request_stop();
    });
  }();
  if (!plan) return report(context, plan.error());
  if (options.json)
    print_json(*plan, request->ids.size(), context);
  else
    print_text(*plan, **deck, request->ids.size(), context);
  return context.out ? exit_good : exit_cannot_write;
}

} // namespace

void add_plan(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("plan", "Say what will be known of a deck on a day");
  verb->add_option("deck", options->deck, "Deck file or id")->required();
  verb->add_option("--date", options->date, "The day it is to be known, like 2026-05-28")
      ->check(check_date);
  verb->add_option("--minutes", options->minutes, "Minutes of study a day")
      ->check(CLI::Range(1, 24 * 60));
  verb->add_option("--days-off", options->days_off, "Weekdays without study, like sat,sun")
      ->delimiter(',')
      ->check(check_weekday);
  verb->add_flag("--json", options->json, "Print JSON");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return plan_verb(*options, context); };
  });
}

} // namespace entente::terminal
