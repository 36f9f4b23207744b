// How one deck is followed: which model, which wanted recall, and the work each would bring.

#include "screens/pages.h"
#include "screens/words.h"
#include "ui/charts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

memory::Algorithm algorithm_in_use(const Frame& frame, const service::DeckStanding& deck) {
  return deck.choices.algorithm.value_or(frame.model.settings.algorithm);
}

double wanted_in_use(const Frame& frame, const service::DeckStanding& deck) {
  return deck.choices.wanted_recall.value_or(frame.model.settings.quiz.wanted_recall);
}

Build model_choices(Frame& frame, const service::DeckStanding& deck) {
  const auto choice = [&](const char* id, const std::string& words,
                          std::optional<memory::Algorithm> algorithm) {
    return Choice{id, words, frame.on(MemoryMessage{SetDeckModel{algorithm}}),
                  deck.choices.algorithm == algorithm};
  };
  const std::string common = "model." + std::string(memory::name(frame.model.settings.algorithm));
  return choices(say("settings.model"),
                 {choice("own-none", say("memory.as-settings", {{"what", say(common)}}), {}),
                  choice("own-fsrs7", say("model.fsrs7"), memory::Algorithm::fsrs7),
                  choice("own-fsrs6", say("model.fsrs6"), memory::Algorithm::fsrs6)});
}

Build wanted_stepper(Frame& frame, const service::DeckStanding& deck) {
  const double wanted = wanted_in_use(frame, deck);
  const int action = frame.actions.on_number(
      [](double to) { return Message{MemoryMessage{SetDeckRecall{std::round(to * 100) / 100}}}; });
  Build all = row(stepper({"deck-recall",
                           say("memory.wanted"),
                           percent(wanted),
                           {wanted, 0.70, 0.97, 0.01},
                           action})
                      .autofocus())
                  .gap(10);
  const std::string common = percent(frame.model.settings.quiz.wanted_recall);
  if (deck.choices.wanted_recall)
    all.add(button(say("memory.as-settings", {{"what", common}}),
                   frame.on(MemoryMessage{SetDeckRecall{std::nullopt}}))
                .compact()
                .id("recall-none"));
  return all;
}

const service::WorkloadCurve* curve_of(const service::Workload& workload,
                                       memory::Algorithm algorithm) {
  for (const auto& curve : workload.curves)
    if (curve.algorithm == algorithm && !curve.points.empty()) return &curve;
  return nullptr;
}

// Between the two measured points around the wanted recall.
memory::Workload at(const service::WorkloadCurve& curve, double wanted) {
  const auto& points = curve.points;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].wanted < wanted && i + 1 < points.size()) continue;
    const double part = std::clamp(
        (wanted - points[i - 1].wanted) / (points[i].wanted - points[i - 1].wanted), 0.0, 1.0);
    const auto between = [part](double a, double b) { return a + part * (b - a); };
    return {wanted, between(points[i - 1].minutes_per_day, points[i].minutes_per_day),
            between(points[i - 1].known, points[i].known)};
  }
  return points.front();
}

Build plot_of(const service::Workload& workload, memory::Algorithm used, double wanted) {
  Plot plot;
  plot.label = say("memory.plot");
  plot.x_low = 0.70;
  plot.x_high = 0.97;
  plot.y_low = 0;
  plot.y_high = 1;
  plot.height = 170;
  plot.y_words = [](double minutes) {
    return say("memory.minutes", {{"n", plain_number(minutes)}});
  };
  for (const auto& curve : workload.curves) {
    Series line;
    line.dashed = curve.algorithm != used;
    if (!line.dashed) line.label = say("model." + std::string(memory::name(curve.algorithm)));
    line.tone = line.dashed ? Tone::ink3 : Tone::accent;
    line.width = line.dashed ? 2.F : 3.F;
    for (const auto& point : curve.points) {
      line.points.push_back({point.wanted, point.minutes_per_day});
      plot.y_high = std::max(plot.y_high, point.minutes_per_day * 1.1);
    }
    plot.series.push_back(std::move(line));
  }
  if (const auto* curve = curve_of(workload, used))
    plot.bubbles.push_back({wanted, at(*curve, wanted).minutes_per_day, 6});
  for (const double x : {0.70, 0.80, 0.90, 0.97}) plot.x_labels.push_back({x, percent(x), false});
  return chart(std::move(plot));
}

Build workload_view(const Frame& frame, const service::DeckStanding& deck) {
  const auto found = frame.model.workloads.find(deck.file.id);
  if (found == frame.model.workloads.end()) return text(say("memory.measuring")).mute();
  const auto used = algorithm_in_use(frame, deck);
  const double wanted = wanted_in_use(frame, deck);
  const auto other =
      used == memory::Algorithm::fsrs7 ? memory::Algorithm::fsrs6 : memory::Algorithm::fsrs7;
  const std::string dashed =
      say("memory.dashed", {{"model", say("model." + std::string(memory::name(other)))}});
  Build all = column(row(h3(say("memory.plot")), text(dashed).small().mute()).between(),
                     plot_of(found->second, used, wanted))
                  .gap(10);
  if (const auto* curve = curve_of(found->second, used)) {
    const auto work = at(*curve, wanted);
    all.add(text(
        say("memory.sentence",
            {{"recall", percent(wanted)},
             {"minutes", work.minutes_per_day < 10 ? decimal(work.minutes_per_day)
                                                   : number(std::lround(work.minutes_per_day))},
             {"days", number(found->second.days)},
             {"known", number(std::lround(work.known))},
             {"cards", number(found->second.cards)}})));
  }
  return all;
}

Build line(const char* key, Build control) {
  return wrap(text(say(key)).bold().flex().min_width(120), std::move(control)).gap(18);
}

} // namespace

std::string fit_words(const Model& model, memory::Algorithm algorithm) {
  const auto found = model.standing.fits.find(algorithm);
  if (found == model.standing.fits.end()) return say("fit.none");
  const auto& fit = found->second;
  const double better = 1 - fit.log_loss / fit.log_loss_default;
  if (fit.parameters == memory::defaults(algorithm) || !(better > 0))
    return say("fit.no-better", {{"answers", number(fit.answers)}});
  return say("fit.better", {{"answers", number(fit.answers)},
                            {"share", decimal(std::round(better * 1000) / 10)}});
}

Build memory_view(Frame& frame, const MemoryDialog& dialog) {
  const auto* deck = find_deck(frame.model, dialog.deck);
  if (deck == nullptr) return ui::dialog("memory", say("memory.title"), Build());
  return ui::dialog(
      "memory", say("memory.title"),
      column(text(deck->file.title).mute(), line("settings.model", model_choices(frame, *deck)),
             text(fit_words(frame.model, algorithm_in_use(frame, *deck))).small().mute(),
             line("memory.wanted", wanted_stepper(frame, *deck)), divider(),
             workload_view(frame, *deck),
             row(spacer(), button(say("dialog.close"), frame.on(CloseDialog{}))
                               .primary()
                               .id("close")
                               .command(commands().at("dialog.yes"))))
          .gap(16));
}

} // namespace entente::screens
