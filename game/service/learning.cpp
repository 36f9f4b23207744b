#include "service/learning.h"

#include "memory/fit.h"

#include <algorithm>
#include <map>

namespace entente::service {

namespace {

constexpr std::int64_t fewest_answers = 100;
constexpr std::int64_t fewest_more = 32;
constexpr int workload_days = 90;
constexpr double ample_seconds = 24 * 3600.0; // the budget of a day that none fills

core::Error cancelled() { return {core::ErrorCode::cancelled, "The work was stopped.", "", ""}; }

// Numbers of cards, a new one after each reset.
class Numbers {
public:
  explicit Numbers(memory::ReviewLog& log) : log_(log) {}

  std::uint32_t of(const std::string& deck, const std::string& card) {
    const auto [place, fresh] =
        cards_[deck].try_emplace(card, static_cast<std::uint32_t>(log_.cards.size()));
    if (fresh) log_.cards.push_back(card);
    return place->second;
  }
  void forget(const history::Reset& reset) {
    if (reset.card.empty())
      cards_.erase(reset.deck);
    else
      cards_[reset.deck].erase(reset.card);
  }

private:
  memory::ReviewLog& log_;
  std::map<std::string, std::map<std::string, std::uint32_t>> cards_;
};

// The deck's cards as one model follows them, to be studied for so long.
memory::Study ordinary_study(const quiz::Material& material, const Pace& pace, core::Moment now) {
  Seminar far;
  far.date = core::study_day(now, material.settings.day_start_minutes) + workload_days;
  auto study = study_of(material, far, pace, now, 0).study;
  for (double& seconds : study.budget) seconds = ample_seconds;
  return study;
}

} // namespace

bool refit_is_due(std::int64_t answers, std::int64_t fitted_on) {
  return answers >= fewest_answers && answers - fitted_on >= std::max(fewest_more, fitted_on / 20);
}

memory::ReviewLog review_log_of(std::span<const history::Row> rows) {
  memory::ReviewLog log;
  Numbers numbers(log);
  for (const history::Row& row : rows) {
    if (const auto* reset = std::get_if<history::Reset>(&row.event)) numbers.forget(*reset);
    const auto* answer = std::get_if<history::Answer>(&row.event);
    if (answer == nullptr || !answer->counts) continue;
    log.reviews.push_back({numbers.of(answer->deck, answer->card), answer->given,
                           row.at.utc_ms + row.at.offset_minutes * core::ms_per_minute});
  }
  return log;
}

core::Result<std::optional<history::ParameterSet>> refit(const RefitRequest& request,
                                                         std::stop_token stop) {
  history::Options reading;
  reading.read_only = true;
  const auto history = history::History::open(request.folder, reading);
  if (!history) return history.error();
  const auto rows = history->rows();
  if (!rows) return rows.error();
  const memory::ReviewLog log = review_log_of(*rows);
  memory::DatasetOptions days;
  days.day_start_minutes = request.day_start_minutes;
  memory::FitOptions options;
  options.algorithm = request.algorithm;
  options.threads = 1; // the other core is the window's
  options.stop = std::move(stop);
  const auto fit = memory::fit(memory::dataset(log, days), options);
  if (!fit) return fit.error();
  if (!fit->held_back) return std::optional<history::ParameterSet>();
  return std::optional(history::ParameterSet{
      fit->parameters, static_cast<std::int64_t>(log.reviews.size()), fit->held_back->current,
      fit->kept ? fit->held_back->fitted : fit->held_back->current});
}

core::Result<Workload> measure_workload(const WorkloadRequest& request, std::stop_token stop) {
  static constexpr double wanted[] = {0.70, 0.75, 0.80, 0.85, 0.90, 0.93, 0.95, 0.97};
  const quiz::Material& material = *request.material;
  Workload measured{material.deck.id, workload_days, 0, {}};
  for (const memory::Parameters& parameters : request.parameters) {
    history::Options reading;
    reading.read_only = true;
    reading.scheduling = {
        parameters, material.settings.wanted_recall, material.settings.day_start_minutes, {}};
    const auto history = history::History::open(request.folder, reading);
    if (!history) return history.error();
    auto states = history->states(material.deck.id);
    if (!states) return states.error();
    quiz::Material followed{material.deck, {}, material.settings, parameters, 0, {}, {}};
    for (auto& progress : *states) followed.learner.progress[progress.card] = std::move(progress);
    const auto study = ordinary_study(followed, request.pace, request.now);
    measured.cards = static_cast<int>(study.cards.size());
    const auto fresh = static_cast<std::size_t>(material.settings.new_cards_a_day);
    measured.curves.push_back(
        {parameters.algorithm,
         memory::workloads(study, memory::Model(parameters), fresh, wanted, stop)});
    if (stop.stop_requested()) return cancelled();
  }
  return measured;
}

} // namespace entente::service
