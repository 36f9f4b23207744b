#include "terminal/log_options.h"

#include "core/file.h"
#include "memory/parameters.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace entente::terminal {

namespace {

constexpr std::uintmax_t largest_log = 4ULL << 30U; // bytes
constexpr std::uintmax_t largest_parameters = 1U << 20U;

// Minutes of "HH:MM"; none when it is not that.
std::optional<int> clock_minutes(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 3U, 4U})
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

std::optional<int> offset_minutes(const std::string& text) {
  if (text == "Z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto minutes = clock_minutes(text.substr(1));
  if (!minutes) return std::nullopt;
  return text[0] == '-' ? -*minutes : *minutes;
}

std::string check_day_start(const std::string& text) {
  return clock_minutes(text) ? "" : "a time like 04:00 is wanted, not " + text;
}

std::string check_time_zone(const std::string& text) {
  return offset_minutes(text) ? "" : "an offset like +08:00 is wanted, not " + text;
}

} // namespace

void add_log_options(CLI::App& verb, LogOptions& options) {
  verb.add_option("log", options.log, "CSV with the columns card_id, review_time, review_rating")
      ->required();
  verb.add_option("--model", options.model, "fsrs7 (default) or fsrs6")
      ->check(CLI::IsMember({"fsrs6", "fsrs7"}));
  verb.add_option("--parameters", options.parameters,
                  "File of weights, as fit --json writes it or bare numbers");
  verb.add_option("--time-zone", options.time_zone, "Offset of local time, like +08:00")
      ->check(check_time_zone);
  verb.add_option("--day-start", options.day_start, "When a study day begins, like 04:00")
      ->check(check_day_start);
  verb.add_option("--same-day", options.same_day, "calendar, or 24h for less than 24 hours apart")
      ->check(CLI::IsMember({"calendar", "24h"}));
}

void add_target_options(CLI::App& verb, LogOptions& options) {
  verb.add_option("--filter", options.filter, "none, or outliers (rare first intervals)")
      ->check(CLI::IsMember({"none", "outliers"}));
  verb.add_option("--weights", options.weights, "none, cubic or steep: how much newer ones count")
      ->check(CLI::IsMember({"none", "cubic", "steep"}));
}

void add_order_option(CLI::App& verb, LogOptions& options) {
  verb.add_option("--order", options.order, "time, or first-later-day (those first)")
      ->check(CLI::IsMember({"time", "first-later-day"}));
}

memory::DatasetOptions dataset_options(const LogOptions& options, memory::DatasetOptions chosen) {
  chosen.offset_minutes = offset_minutes(options.time_zone).value_or(0);
  chosen.day_start_minutes =
      clock_minutes(options.day_start).value_or(core::default_day_start_minutes);
  chosen.same_day =
      options.same_day == "24h" ? memory::SameDay::hours24 : memory::SameDay::calendar;
  if (!options.filter.empty())
    chosen.filter = options.filter == "outliers" ? memory::Filter::outliers : memory::Filter::none;
  if (!options.order.empty())
    chosen.order = options.order == "time" ? memory::Order::time : memory::Order::first_later_day;
  if (options.weights == "none") chosen.recency = memory::Recency::none;
  if (options.weights == "cubic") chosen.recency = memory::Recency::cubic;
  if (options.weights == "steep") chosen.recency = memory::Recency::steep;
  return chosen;
}

core::Result<memory::Parameters> weights(const LogOptions& options) {
  std::optional<memory::Algorithm> named;
  if (!options.model.empty())
    named = options.model == "fsrs6" ? memory::Algorithm::fsrs6 : memory::Algorithm::fsrs7;
  if (options.parameters.empty()) return memory::defaults(named.value_or(memory::Algorithm::fsrs7));
  const auto text = core::read_file(options.parameters, largest_parameters);
  if (!text) return text.error();
  auto read = memory::read_parameters(*text, named);
  if (read) return read;
  core::Error error = read.error();
  error.where = options.parameters;
  return error;
}

core::Result<memory::ReviewLog> read_log(const LogOptions& options, Context& context) {
  const auto text = core::read_file(options.log, largest_log);
  if (!text) return text.error();
  auto loaded = memory::read_review_log(*text);
  if (!loaded) {
    core::Error error = loaded.error();
    error.where = error.where.empty() ? options.log : options.log + ", " + error.where;
    return error;
  }
  for (const memory::LogProblem& problem : loaded->problems)
    context.err << options.log << ", line " << problem.line << ": " << problem.message
                << " The row is skipped.\n";
  if (loaded->skipped > loaded->problems.size())
    context.err << options.log << ": " << loaded->skipped - loaded->problems.size()
                << " more rows are skipped.\n";
  return std::move(loaded->log);
}

ProgressBar::~ProgressBar() {
  if (drawn_ >= 0) context_.err << '\r' << std::string(60, ' ') << '\r' << std::flush;
}

void ProgressBar::show(double fraction) {
  constexpr int width = 40;
  const int now = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 1000);
  if (!context_.err_is_terminal || now == drawn_) return;
  drawn_ = now;
  const auto full = static_cast<std::size_t>(now * width / 1000);
  context_.err << "\r[" << std::string(full, '#') << std::string(width - full, '.') << "] "
               << now / 10 << " %" << std::flush;
}

} // namespace entente::terminal
