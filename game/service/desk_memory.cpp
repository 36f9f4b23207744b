// The desk's part in memory: the weights each deck goes by, what a seminar's plan is made from and
// what follows from one.

#include "service/desk.h"

namespace entente::service {

namespace {

constexpr memory::Algorithm algorithms[] = {memory::Algorithm::fsrs6, memory::Algorithm::fsrs7};
constexpr int answers_of_pace = 2000; // the newest say how a learner is now

} // namespace

// The newest set fitted for each algorithm.
void Desk::read_weights() {
  for (const auto algorithm : algorithms) weights_[algorithm] = {{}, memory::defaults(algorithm)};
  const auto sets = history_.parameter_sets();
  if (!sets) return;
  for (const auto& [id, set] : *sets) {
    weights_[set.parameters.algorithm] = {id, set.parameters};
    fits_[set.parameters.algorithm] = set;
  }
}

memory::Algorithm Desk::algorithm_of(const std::string& deck) const {
  return choices(deck).algorithm.value_or(settings_.algorithm);
}

const Desk::Weights& Desk::weights_of(const std::string& deck) const {
  return weights_.at(algorithm_of(deck));
}

history::Scheduling Desk::scheduling() const {
  history::Scheduling all{weights_.at(settings_.algorithm).parameters,
                          settings_.quiz.wanted_recall,
                          settings_.quiz.day_start_minutes,
                          {}};
  for (const auto& [deck, chosen] : choices_)
    if (chosen.algorithm || chosen.wanted_recall)
      all.decks[deck] = {weights_of(deck).parameters,
                         chosen.wanted_recall.value_or(settings_.quiz.wanted_recall)};
  return all;
}

core::Status Desk::follow() {
  ++revision_;
  return history_.use(scheduling());
}

core::Status Desk::adopt(const history::ParameterSet& fitted) {
  const auto row = history_.append(now(), fitted);
  if (!row) return row.error();
  weights_[fitted.parameters.algorithm] = {*row, fitted.parameters};
  fits_[fitted.parameters.algorithm] = fitted;
  return follow();
}

core::Day Desk::today() const { return core::study_day(now(), settings_.quiz.day_start_minutes); }

const DeckChoices& Desk::choices(const std::string& deck) const {
  static const DeckChoices none;
  const auto found = choices_.find(deck);
  return found == choices_.end() ? none : found->second;
}

core::Status Desk::choose(const std::string& deck, const DeckChoices& choices) {
  auto changed = choices_;
  changed[deck] = choices;
  auto saved = save_choices(data_, changed);
  if (!saved) return saved;
  choices_ = std::move(changed);
  return follow();
}

const Pace& Desk::pace() const {
  if (pace_ && pace_->first == revision_) return pace_->second;
  history::Filter filter;
  filter.answers_only = true;
  filter.latest = answers_of_pace;
  const auto rows = history_.rows(filter);
  pace_.emplace(revision_, rows ? pace_of(*rows, settings_.quiz.day_start_minutes) : Pace{});
  return pace_->second;
}

const std::map<core::Day, int>& Desk::load() const {
  if (load_ && load_->first == revision_) return load_->second;
  quiz::DueTally tally({}, settings_.quiz);
  if (const auto states = history_.states())
    for (const memory::CardProgress& card : *states) tally.add(card);
  load_.emplace(revision_, tally.days());
  return load_->second;
}

// The deck up to a seminar, less what was studied today.
DeckStudy Desk::study(const quiz::Material& material, const Seminar& seminar) const {
  history::Filter filter;
  filter.deck = material.deck.id;
  filter.from_ms =
      core::start_of(today(), now().offset_minutes, settings_.quiz.day_start_minutes).utc_ms;
  double spent = 0;
  if (const auto days = history_.days(filter))
    for (const auto& day : *days)
      spent += static_cast<double>(day.taken_ms) / core::ms_per_second +
               day.answers * seconds_beside_answer;
  return study_of(material, seminar, pace(), now(), spent);
}

std::optional<memory::Strategy> Desk::strategy_of(const std::string& deck,
                                                  const Seminar& seminar) const {
  const auto found = strategies_.find(deck);
  if (found == strategies_.end() || found->second.day != today() ||
      found->second.seminar != seminar)
    return std::nullopt;
  return found->second.strategy;
}

std::optional<std::vector<std::string>> Desk::planned(const quiz::Material& material) const {
  const auto& seminar = choices(material.deck.id).seminar;
  if (!seminar || seminar->date <= today()) return std::nullopt;
  const DeckStudy made = study(material, *seminar);
  // Until the worker has chosen: what gains most.
  const auto strategy = strategy_of(material.deck.id, *seminar).value_or(memory::greedy);
  std::vector<std::string> ids;
  for (const std::uint32_t card :
       memory::todays_cards(made.study, memory::Model(material.parameters), strategy))
    ids.push_back(material.deck.cards[made.cards[card]].id);
  return ids;
}

core::Result<PlanRequest> Desk::plan_request(const deck::Deck& deck, const Seminar& seminar) const {
  const auto material = material_of(deck);
  if (!material) return material.error();
  DeckStudy made = study(*material, seminar);
  PlanRequest request{{seminar, today(), revision_},
                      deck.id,
                      {},
                      std::move(made.study),
                      material->parameters,
                      pace().departure,
                      strategy_of(deck.id, seminar)};
  for (const std::size_t card : made.cards) request.ids.push_back(deck.cards[card].id);
  return request;
}

std::optional<PlanRequest> Desk::plan_request(const std::string& deck) const {
  const auto& seminar = choices(deck).seminar;
  const DeckFile* file = library_.find(deck);
  if (!seminar || seminar->date <= today() || file == nullptr) return std::nullopt;
  auto request = plan_request(*file->deck, *seminar);
  return request ? std::optional(std::move(*request)) : std::nullopt;
}

std::optional<WorkloadRequest> Desk::workload_request(const std::string& deck) const {
  const auto found = material(deck);
  if (!found) return std::nullopt;
  WorkloadRequest request{data_, *found, {}, pace(), now()};
  for (const auto& [algorithm, weights] : weights_)
    request.parameters.push_back(weights.parameters);
  return request;
}

core::Status Desk::keep_plan(const SeminarPlan& plan) {
  strategies_[plan.deck] = {plan.seminar, plan.made, plan.strategy};
  const SeminarForecast forecast{plan.made, plan.without, plan.with_plan};
  if (choices(plan.deck).seminar != plan.seminar || choices(plan.deck).forecast == forecast)
    return core::Done{};
  auto changed = choices_;
  changed[plan.deck].forecast = forecast;
  auto saved = save_choices(data_, changed);
  if (saved) choices_ = std::move(changed);
  return saved;
}

} // namespace entente::service
