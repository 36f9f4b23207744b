// `entente memory replay|fit|evaluate LOG.csv`: the memory model on review logs of any program.

#include "memory/folds.h"
#include "memory/parameters.h"
#include "terminal/log_options.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <optional>

namespace entente::terminal {

namespace {

struct Options {
  LogOptions log;
  bool json = false;
  bool time_ordered = false;
  double prior = 1;
};

std::string number(double value, int places) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.*f", places, value);
  return digits;
}

std::string figures(double value) { // eight that count
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.8g", value);
  return digits;
}

// ---- replay ----

struct Replayed {
  std::optional<double> recall; // none at a card's first review
  memory::State after;
};

std::vector<Replayed> replay(const memory::Dataset& data, const memory::Model& model) {
  const auto& elapsed = data.elapsed(model.parameters().algorithm);
  std::vector<Replayed> by_row(data.reviews());
  for (std::size_t card = 0; card < data.cards(); ++card) {
    memory::State state;
    for (std::size_t i = data.first[card]; i < data.first[card + 1]; ++i) {
      const auto grade = static_cast<memory::Grade>(data.grade[i]);
      const auto days = static_cast<double>(elapsed[i]);
      Replayed& row = by_row[data.row[i]];
      const bool first = i == data.first[card];
      if (!first) row.recall = model.retrievability(state, days);
      state = first ? model.first(grade) : model.next(state, days, grade);
      row.after = state;
    }
  }
  return by_row;
}

int replay_verb(const Options& options, Context& context) {
  const auto parameters = weights(options.log);
  if (!parameters) return report(context, parameters.error());
  const auto log = read_log(options.log, context);
  if (!log) return report(context, log.error());
  const memory::Model model(*parameters);
  const auto rows = replay(memory::dataset(*log, dataset_options(options.log, {})), model);
  context.out << "card,time,retrievability,stability,fast,difficulty,interval\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (context.interrupted()) return exit_interrupted;
    const memory::State& state = rows[i].after;
    context.out << log->cards[log->reviews[i].card] << ',' << log->reviews[i].utc_ms << ','
                << (rows[i].recall ? number(*rows[i].recall, 8) : "") << ','
                << figures(state.stability) << ',' << figures(state.fast) << ','
                << figures(state.difficulty) << ',' << figures(model.interval(state, 0.9)) << '\n';
    if (!context.out) return exit_cannot_write;
  }
  return exit_good;
}

// ---- fit and evaluate ----

struct Outcome {
  memory::Parameters parameters;
  std::size_t reviews = 0;
  memory::Metrics metrics;
  std::optional<memory::Fit> fit;
};

void print_json(const Outcome& outcome, Context& context) {
  const memory::Metrics& m = outcome.metrics;
  context.out << "{\"model\":\"" << name(outcome.parameters.algorithm)
              << "\",\"parameters\":" << memory::json(outcome.parameters.weights)
              << ",\"reviews\":" << outcome.reviews << ",\"targets\":" << m.targets
              << ",\"log_loss\":" << number(m.log_loss, 9)
              << ",\"rmse_bins\":" << number(m.rmse_bins, 9) << ",\"auc\":" << number(m.auc, 9);
  if (outcome.fit) context.out << ",\"kept\":" << (outcome.fit->kept ? "true" : "false");
  if (outcome.fit && outcome.fit->held_back)
    context.out << ",\"held_back\":{\"before\":" << number(outcome.fit->held_back->current, 9)
                << ",\"fitted\":" << number(outcome.fit->held_back->fitted, 9) << '}';
  context.out << "}\n";
}

std::string verdict(const memory::Fit& fit) {
  if (!fit.held_back) return "Too few reviews to learn from: the weights stay.";
  return "On the newest fifth, held back: log loss " + number(fit.held_back->fitted, 6) +
         ", before " + number(fit.held_back->current, 6) +
         (fit.kept ? "." : ". No better, so the app would not use it.");
}

void print_text(const Outcome& outcome, Context& context) {
  const memory::Metrics& m = outcome.metrics;
  context.out << name(outcome.parameters.algorithm) << ", " << outcome.reviews << " reviews, "
              << m.targets << " of them predicted\n"
              << "log loss   " << number(m.log_loss, 6) << "\nRMSE(bins) " << number(m.rmse_bins, 6)
              << "\nAUC        " << number(m.auc, 6) << '\n';
  if (outcome.fit) context.out << verdict(*outcome.fit) << '\n';
  if (outcome.fit) context.out << memory::json(outcome.parameters.weights) << '\n';
}

// Fit options that show progress and stop when asked.
memory::FitOptions fit_options(const Options& options, const memory::Parameters& current,
                               const memory::DatasetOptions& data, std::stop_source& stop,
                               ProgressBar& bar, Context& context) {
  memory::FitOptions fitting;
  fitting.algorithm = current.algorithm;
  fitting.current = current;
  fitting.prior = options.prior;
  fitting.recency = data.recency;
  fitting.stop = stop.get_token();
  fitting.progress = [&](double fraction) {
    bar.show(fraction);
    if (context.interrupted()) stop.request_stop();
  };
  return fitting;
}

using Measure = core::Result<Outcome> (*)(const Options&, const memory::Dataset&,
                                          const memory::DatasetOptions&, const memory::Parameters&,
                                          Context&);

core::Result<Outcome> fitted(const Options& options, const memory::Dataset& data,
                             const memory::DatasetOptions& how, const memory::Parameters& current,
                             Context& context) {
  std::stop_source stop;
  ProgressBar bar(context);
  const auto fit = memory::fit(data, fit_options(options, current, how, stop, bar, context));
  if (!fit) return fit.error();
  // What was asked for is the fit; whether the app would take it is said beside it.
  return Outcome{fit->fitted, data.reviews(), memory::evaluate(data, memory::Model{fit->fitted}),
                 *fit};
}

core::Result<Outcome> evaluated(const Options& options, const memory::Dataset& data,
                                const memory::DatasetOptions& how,
                                const memory::Parameters& current, Context& context) {
  if (!options.time_ordered)
    return Outcome{current, data.reviews(), memory::evaluate(data, memory::Model{current}), {}};
  std::stop_source stop;
  ProgressBar bar(context);
  const auto split =
      memory::time_ordered(data, fit_options(options, current, how, stop, bar, context));
  if (!split) return split.error();
  const bool fixed = !options.log.parameters.empty();
  return Outcome{current, data.reviews(), fixed ? split->current : split->used, {}};
}

core::Error nothing_predicted(const Options& options, const memory::ReviewLog& log,
                              memory::DatasetOptions chosen) {
  chosen.filter = memory::Filter::none;
  if (memory::dataset(log, chosen).targets.empty())
    return {core::ErrorCode::malformed,
            "No card in it was reviewed on two days, so nothing is predicted.", options.log.log,
            ""};
  return {core::ErrorCode::malformed,
          "No review is left to be predicted: cards whose first wait is rare are left out.",
          options.log.log, "Take --filter none to keep them."};
}

int measure(const Options& options, const memory::DatasetOptions& otherwise, Measure how,
            Context& context) {
  const auto current = weights(options.log);
  if (!current) return report(context, current.error());
  const auto log = read_log(options.log, context);
  if (!log) return report(context, log.error());
  const auto chosen = dataset_options(options.log, otherwise);
  const memory::Dataset data = memory::dataset(*log, chosen);
  if (data.targets.empty()) return report(context, nothing_predicted(options, *log, chosen));
  const auto outcome = how(options, data, chosen, *current, context);
  if (!outcome) return report(context, outcome.error());
  (options.json ? print_json : print_text)(*outcome, context);
  return exit_good;
}

int fit_verb(const Options& options, Context& context) {
  return measure(options, {}, fitted, context);
}

int evaluate_verb(const Options& options, Context& context) {
  const auto otherwise =
      options.time_ordered ? memory::DatasetOptions{} : memory::published_options();
  return measure(options, otherwise, evaluated, context);
}

CLI::App* add_work(CLI::App& verb, Run& chosen, const char* name, const char* what,
                   const std::shared_ptr<Options>& options, int (*work)(const Options&, Context&)) {
  CLI::App* sub = verb.add_subcommand(name, what);
  add_log_options(*sub, options->log);
  sub->callback([options, work, &chosen] {
    chosen = [options, work](Context& context) { return work(*options, context); };
  });
  return sub;
}

} // namespace

void add_memory(CLI::App& app, Run& chosen) {
  CLI::App* verb = app.add_subcommand("memory", "Follow, fit and judge the memory model on a log");
  verb->require_subcommand(1);
  const auto fresh = [] { return std::make_shared<Options>(); };
  add_work(*verb, chosen, "replay", "Print state and next interval after each review", fresh(),
           replay_verb);
  const auto fitting = fresh();
  CLI::App* fit =
      add_work(*verb, chosen, "fit", "Fit the model's weights to a log", fitting, fit_verb);
  const auto judging = fresh();
  CLI::App* evaluate = add_work(*verb, chosen, "evaluate", "Compare predictions with what happened",
                                judging, evaluate_verb);
  for (const auto& [sub, options] : {std::pair(fit, fitting), std::pair(evaluate, judging)}) {
    add_target_options(*sub, options->log);
    sub->add_flag("--json", options->json, "Print JSON");
    sub->add_option("--prior", options->prior, "Weight of what other learners' weights are")
        ->check(CLI::NonNegativeNumber);
  }
  add_order_option(*evaluate, judging->log);
  evaluate->add_flag("--time-ordered", judging->time_ordered,
                     "Fit to each of five prefixes (or take --parameters), judge what follows");
}

} // namespace entente::terminal
