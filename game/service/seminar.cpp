#include "service/seminar.h"

#include "core/random.h"
#include "quiz/queue.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace entente::service {

namespace {

constexpr double published_weight = 50; // answers the published means count as
constexpr double just_not_today = 0.5;  // days apart at which a simulation takes two days as two

// A mean that begins at the published one.
class Mean {
public:
  explicit Mean(double published) : sum_(published * published_weight) {}
  void add(double value) { sum_ += value, ++count_; }
  [[nodiscard]] double value() const { return sum_ / (published_weight + count_); }

private:
  double sum_;
  double count_ = 0;
};

template <std::size_t n> class Shares {
public:
  explicit Shares(const std::array<double, n>& published) : counts_(published) {
    for (double& each : counts_) each *= published_weight;
  }
  void add(std::size_t i) { counts_[i] += 1; }
  [[nodiscard]] std::array<double, n> value() const {
    double sum = 0;
    for (const double each : counts_) sum += each;
    auto shares = counts_;
    for (double& each : shares) each /= sum;
    return shares;
  }

private:
  std::array<double, n> counts_;
};

// One card on one day: how it was first answered, and all the time it took.
struct CardDay {
  bool first = false; // never seen before
  memory::Grade grade = memory::Grade::good;
  double seconds = 0;
};

std::vector<CardDay> card_days(std::span<const history::Row> rows, int day_start) {
  std::map<std::tuple<core::Day, std::string, std::string>, CardDay> days;
  for (const history::Row& row : rows) {
    const auto* answer = std::get_if<history::Answer>(&row.event);
    if (answer == nullptr || !answer->counts) continue;
    const auto key = std::tuple(core::study_day(row.at, day_start), answer->deck, answer->card);
    const auto [place, fresh] = days.try_emplace(key);
    if (fresh) place->second = {!answer->predicted, answer->given, 0};
    place->second.seconds +=
        static_cast<double>(answer->taken_ms) / core::ms_per_second + seconds_beside_answer;
  }
  std::vector<CardDay> all;
  for (const auto& [key, day] : days) all.push_back(day);
  return all;
}

memory::Departure departure_of(std::span<const history::Row> rows) {
  memory::Calibration calibration;
  std::vector<memory::Prediction> predictions;
  for (const history::Row& row : rows) {
    const auto* answer = std::get_if<history::Answer>(&row.event);
    if (answer == nullptr || !answer->counts || !answer->predicted) continue;
    const bool recalled = answer->given != memory::Grade::again;
    const double shown = calibration.shown(*answer->predicted);
    calibration.observe(*answer->predicted, recalled);
    predictions.push_back(
        {static_cast<double>(row.at.utc_ms) / static_cast<double>(core::ms_per_day), shown,
         recalled});
  }
  return {calibration.shift(), memory::shift_deviation(predictions)};
}

double seconds_of(const Seminar& seminar, core::Day day) {
  return seminar.off[static_cast<std::size_t>(core::weekday(day))] ? 0
                                                                   : seminar.minutes_a_day * 60.0;
}

// Days since the card's last answer, as a study counts them: what was answered on this study day
// rests, what was answered on an earlier one does not, whatever the hours between.
double rested_days(const memory::CardProgress& progress, const memory::Model& model,
                   core::Moment now, int day_start) {
  const double days = model.elapsed(progress.last_answer, now, day_start);
  const bool today =
      core::study_day(progress.last_answer, day_start) >= core::study_day(now, day_start);
  return today ? std::min(days, just_not_today - 0.01) : std::max(days, just_not_today);
}

// Cards worth the same are taken in this order, so that new ones come from each category.
std::vector<std::size_t> interleaved(const deck::Deck& deck) {
  std::vector<std::size_t> cards(deck.cards.size());
  std::iota(cards.begin(), cards.end(), std::size_t{0});
  return quiz::spread(deck, cards, core::hash(deck.id));
}

std::vector<std::string> ids_of(const std::vector<std::uint32_t>& cards,
                                const std::vector<std::string>& ids) {
  std::vector<std::string> named;
  for (const std::uint32_t card : cards) named.push_back(ids[card]);
  return named;
}

} // namespace

Pace pace_of(std::span<const history::Row> rows, int day_start_minutes) {
  Pace pace;
  Mean first(pace.costs.first), recalled(pace.costs.recalled), missed(pace.costs.missed);
  Shares<4> firsts(pace.habits.first);
  Shares<3> rights(pace.habits.recalled);
  for (const CardDay& day : card_days(rows, day_start_minutes)) {
    const auto grade = static_cast<std::size_t>(day.grade);
    const bool again = day.grade == memory::Grade::again;
    (day.first ? first : again ? missed : recalled).add(day.seconds);
    if (day.first) firsts.add(grade - 1);
    if (!day.first && !again) rights.add(grade - 2);
  }
  pace.costs = {first.value(), recalled.value(), missed.value()};
  pace.habits = {firsts.value(), rights.value()};
  pace.departure = departure_of(rows);
  return pace;
}

DeckStudy study_of(const quiz::Material& material, const Seminar& seminar, const Pace& pace,
                   core::Moment now, double spent) {
  const int day_start = material.settings.day_start_minutes;
  const core::Day today = core::study_day(now, day_start);
  const memory::Model model(material.parameters);
  DeckStudy made;
  made.study.costs = pace.costs;
  made.study.habits = pace.habits;
  for (core::Day day = today; day < seminar.date; day = day + 1)
    made.study.budget.push_back(seconds_of(seminar, day));
  if (!made.study.budget.empty())
    made.study.budget.front() = std::max(0.0, made.study.budget.front() - spent);
  for (const std::size_t i : interleaved(material.deck)) {
    const auto* progress = quiz::find_progress(material, i);
    if (progress != nullptr && progress->suspended) continue;
    memory::StudyCard card;
    if (progress != nullptr && progress->state) {
      card.state = progress->state;
      card.elapsed = rested_days(*progress, model, now, day_start);
    }
    made.study.cards.push_back(card);
    made.cards.push_back(i);
  }
  return made;
}

core::Result<SeminarPlan> plan_seminar(const PlanRequest& request, std::stop_token stop,
                                       std::function<void(double fraction)> progress) {
  memory::PlanOptions options;
  options.departure = request.departure;
  options.strategy = request.strategy;
  options.stop = std::move(stop);
  options.progress = std::move(progress);
  const memory::Model model(request.parameters);
  auto plan = memory::make_plan(request.study, model, options);
  if (!plan) return plan.error();
  SeminarPlan made;
  made.deck = request.deck;
  made.seminar = request.key.seminar;
  made.made = request.key.today;
  made.strategy = plan->strategy;
  made.without = plan->without;
  made.with_plan = plan->with_plan;
  made.with_more = plan->with_more;
  for (const memory::PlanDay& day : plan->days) {
    const core::Day date = made.made + static_cast<int>(made.days.size());
    made.days.push_back({date, seconds_of(made.seminar, date) <= 0, day});
  }
  made.today = ids_of(plan->today, request.ids);
  made.left = ids_of(plan->left, request.ids);
  return made;
}

} // namespace entente::service
