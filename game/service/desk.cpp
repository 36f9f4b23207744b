#include "service/desk.h"

#include "core/random.h"

#include <algorithm>
#include <set>

namespace entente::service {

namespace {

constexpr int days_of_recall = 30;
constexpr int sessions_compared = 10;
constexpr int least_answers_for_best = 10;

history::Mode mode_of(quiz::Mode mode) {
  switch (mode) {
  case quiz::Mode::quick:
    return history::Mode::quick;
  case quiz::Mode::cram:
    return history::Mode::cram;
  case quiz::Mode::exam:
    return history::Mode::exam;
  case quiz::Mode::games:
    return history::Mode::game;
  case quiz::Mode::drill:
  case quiz::Mode::ahead:
  case quiz::Mode::more_new:
  case quiz::Mode::all_due:
    break;
  }
  return history::Mode::drill;
}

// Certainty as the marks' break-even points have it: unsure, over two thirds, over four fifths.
int percent(quiz::Certainty certainty) {
  switch (certainty) {
  case quiz::Certainty::low:
    return 50;
  case quiz::Certainty::middle:
    return 67;
  case quiz::Certainty::high:
    return 80;
  }
  return 50;
}

std::string session_id(core::Moment now, const std::string& deck) {
  return deck + "-" + std::to_string(now.utc_ms);
}

} // namespace

core::Result<quiz::Learner> learner_of(const history::History& history,
                                       const std::string& deck_id) {
  quiz::Learner learner;
  auto states = history.states(deck_id);
  if (!states) return states.error();
  for (auto& progress : *states) learner.progress[progress.card] = std::move(progress);
  history::Filter filter;
  filter.deck = deck_id;
  const auto confusions = history.confusions(filter);
  if (!confusions) return confusions.error();
  for (const auto& each : *confusions) learner.confusions[each.card][each.option] = each.times;
  const auto rulings = history.rulings(deck_id);
  if (!rulings) return rulings.error();
  for (const auto& ruling : *rulings)
    quiz::rule(learner.variants[ruling.card], ruling.text, ruling.accepted);
  return learner;
}

core::Result<Desk> Desk::open(DeskOptions options) {
  SettingsReading settings = load_settings(options.data);
  history::Options with;
  with.clock = options.clock;
  with.derive = false; // the weights are in the history
  auto history = history::History::open(options.data, with);
  if (!history) return history.error();
  Desk desk(std::move(options), std::move(settings), std::move(*history));
  auto used = desk.follow();
  if (!used) return used.error();
  desk.back_up();
  return desk;
}

void Desk::back_up() {
  history::Filter last;
  last.latest = 1;
  const auto rows = history_.rows(last);
  if (history_.writable() && rows && !rows->empty()) backup_.begin(now());
}

Desk::Desk(DeskOptions options, SettingsReading settings, history::History history)
    : clock_(std::move(options.clock)),
      data_(options.data),
      settings_(std::move(settings.settings)),
      library_(options.data, std::move(options.shipped_decks)),
      history_(std::move(history)),
      notices_(std::move(settings.problems)),
      backup_(data_) {
  read_weights();
  auto choices = load_choices(data_);
  choices_ = std::move(choices.choices);
  notices_.insert(notices_.end(), choices.problems.begin(), choices.problems.end());
  notices_.insert(notices_.end(), history_.notices().begin(), history_.notices().end());
}

core::Status Desk::change_settings(const Settings& settings) {
  auto saved = save_settings(data_, settings);
  if (!saved) return saved;
  settings_ = settings;
  return follow();
}

core::Result<std::shared_ptr<const quiz::Material>>
Desk::material(const std::string& deck_id) const {
  const DeckFile* file = library_.find(deck_id);
  if (file == nullptr)
    return core::Error{core::ErrorCode::not_found, "There is no deck \"" + deck_id + "\".", "",
                       "Add its file first."};
  auto material = material_of(*file->deck);
  if (!material) return material.error();
  material->planned = planned(*material);
  return std::shared_ptr<const quiz::Material>(
      std::make_shared<quiz::Material>(std::move(*material)));
}

core::Result<quiz::Material> Desk::material_of(const deck::Deck& deck) const {
  auto learner = learner_of(history_, deck.id);
  if (!learner) return learner.error();
  quiz::Material material{deck,
                          std::move(*learner),
                          settings_.quiz,
                          weights_of(deck.id).parameters,
                          pace().departure.shift,
                          {},
                          load()};
  if (const auto wanted = choices(deck.id).wanted_recall) material.settings.wanted_recall = *wanted;
  return material;
}

DeckStanding Desk::stand_of(const DeckFile& file, double seconds_a_card) const {
  DeckStanding bare;
  bare.file = file;
  bare.choices = choices(file.id);
  if (file.deck == nullptr || file.other_version) return bare;
  const auto found = material(file.id);
  if (!found) return bare;
  DeckStanding standing = stand(file, **found, now(), seconds_a_card);
  history::Filter filter;
  filter.deck = file.id;
  filter.from_ms = now().utc_ms - days_of_recall * core::ms_per_day;
  standing.last_30_days = history_.recall(filter).value_or({});
  standing.choices = bare.choices;
  return standing;
}

core::Result<Standing> Desk::standing() const {
  Standing standing;
  auto days = history_.days();
  if (!days) return days.error();
  standing.days = std::move(*days);
  standing.today = today();
  standing.fits = fits_;
  standing.streak = history::streak(standing.days, standing.today);
  standing.best_streak = best_streak(standing.days);
  standing.writable = history_.writable();
  for (const history::DayCount& day : standing.days) {
    standing.answers += day.answers;
    standing.counted += day.answers - day.practice;
  }
  const auto median_ms = history_.median_ms();
  if (!median_ms) return median_ms.error();
  const double seconds = standing.answers < least_answers_for_pace
                             ? assumed_seconds_a_card
                             : static_cast<double>(*median_ms) / 1000 + seconds_at_answer;
  for (const DeckFile& file : library_.files()) standing.decks.push_back(stand_of(file, seconds));
  return standing;
}

core::Result<Statistics> Desk::statistics(const StatisticsRange& range) const {
  StatisticsInput input;
  input.range = range;
  input.now = now();
  input.settings = settings_.quiz;
  for (const DeckFile& file : library_.files()) {
    if (file.deck == nullptr || file.other_version) continue;
    if (!range.deck.empty() && file.id != range.deck) continue;
    auto found = material(file.id);
    if (!found) return found.error();
    input.materials.push_back(std::move(*found));
  }
  if (!range.deck.empty() && input.materials.empty()) return material(range.deck).error();
  history::Filter filter;
  if (!range.deck.empty()) filter.deck = range.deck;
  auto days = history_.days(filter);
  if (!days) return days.error();
  input.days = std::move(*days);
  if (range.days > 0) {
    const core::Day today = core::study_day(input.now, settings_.quiz.day_start_minutes);
    filter.from_ms = core::start_of(today + (1 - range.days), input.now.offset_minutes,
                                    settings_.quiz.day_start_minutes)
                         .utc_ms;
  }
  auto traces = history_.traces(filter);
  if (!traces) return traces.error();
  input.traces = std::move(*traces);
  return service::statistics(input);
}

core::Result<CardStory> Desk::story(const std::string& deck, const std::string& card) const {
  const auto found = material(deck);
  if (!found) return found.error();
  history::Filter filter;
  filter.deck = deck;
  filter.card = card;
  const auto rows = history_.rows(filter);
  if (!rows) return rows.error();
  return story_of(**found, card, *rows);
}

core::Result<Begun> Desk::begin(const std::string& deck_id, quiz::Plan plan) {
  auto found = material(deck_id);
  if (!found) return found.error();
  const core::Moment start = now();
  if (plan.seed == 0) plan.seed = static_cast<std::uint64_t>(start.utc_ms);
  Ledger ledger{session_id(start, deck_id), deck_id, mode_of(plan.mode), false, {}};
  return Begun{std::move(ledger), quiz::Session(*found, std::move(plan), start)};
}

history::Event Desk::event_of(const Ledger& ledger, const quiz::Answered& answered) const {
  history::Answer row;
  row.deck = ledger.deck;
  row.card = answered.card_id;
  row.session = ledger.session;
  row.mode = ledger.mode;
  row.form = answered.form;
  row.options = answered.options;
  row.answered = answered.given_line;
  row.verdict = answered.judgement.verdict;
  row.reason = answered.judgement.reason;
  row.proposed = answered.proposed;
  row.given = answered.grade;
  row.hints = answered.hints;
  if (answered.certainty) row.certainty = percent(*answered.certainty);
  row.taken_ms = answered.taken_ms;
  row.points = answered.points.value;
  row.predicted = answered.recall;
  row.algorithm = algorithm_of(ledger.deck);
  row.parameters = weights_of(ledger.deck).row;
  row.counts = answered.counts_for_schedule;
  if (row.counts) row.placed = answered.after.placed;
  return row;
}

std::vector<history::Event> Desk::events_of(const Ledger& ledger,
                                            const quiz::Recorded& recorded) const {
  std::vector<history::Event> events;
  if (const auto* buried = std::get_if<quiz::Buried>(&recorded))
    events.emplace_back(history::Burial{ledger.deck, buried->card_id, buried->day});
  if (const auto* suspended = std::get_if<quiz::Suspended>(&recorded))
    events.emplace_back(history::Suspension{ledger.deck, suspended->card_id, true});
  if (const auto* answered = std::get_if<quiz::Answered>(&recorded)) {
    if (!ledger.opened)
      events.emplace_back(history::SessionStart{ledger.session, ledger.deck, ledger.mode});
    const auto* typed = std::get_if<quiz::Typed>(&answered->given);
    if (answered->overruled && typed != nullptr)
      events.emplace_back(history::Ruling{ledger.deck, answered->card_id, typed->text,
                                          answered->judgement.verdict == judge::Verdict::wrong});
    events.push_back(event_of(ledger, *answered));
  }
  return events;
}

core::Status Desk::keep_record(Ledger& ledger, const quiz::Recorded& recorded) {
  ++revision_;
  const auto events = events_of(ledger, recorded);
  const auto* answered = std::get_if<quiz::Answered>(&recorded);
  auto rows = history_.append(answered != nullptr ? answered->at : now(), events);
  if (!rows) return rows.error();
  // The session's start stays when its first answer is taken back.
  if (std::holds_alternative<history::SessionStart>(events.front())) {
    ledger.opened = true;
    rows->erase(rows->begin());
  }
  ledger.written.push_back(std::move(*rows));
  return core::Done{};
}

core::Status Desk::take_back_last(Ledger& ledger) {
  ++revision_;
  if (ledger.written.empty()) return core::Done{};
  std::vector<history::Event> undos;
  for (const history::RowId row : ledger.written.back()) undos.emplace_back(history::Undo{row});
  auto done = history_.append(now(), undos);
  if (!done) return done.error();
  ledger.written.pop_back();
  return core::Done{};
}

core::Status Desk::keep(Ledger& ledger, std::span<const quiz::Output> outputs) {
  for (const quiz::Output& output : outputs) {
    core::Status kept = core::Done{};
    if (const auto* answered = std::get_if<quiz::Answered>(&output))
      kept = keep_record(ledger, *answered);
    else if (const auto* buried = std::get_if<quiz::Buried>(&output))
      kept = keep_record(ledger, *buried);
    else if (const auto* suspended = std::get_if<quiz::Suspended>(&output))
      kept = keep_record(ledger, *suspended);
    else if (std::holds_alternative<quiz::TakenBack>(output))
      kept = take_back_last(ledger);
    if (!kept) return kept;
  }
  return core::Done{};
}

core::Status Desk::keep_exam(const std::string& session, const std::string& deck,
                             std::span<const quiz::Answered> answers) {
  history::Filter filter;
  filter.session = session;
  const auto rows = history_.rows(filter);
  if (!rows) return rows.error();
  std::set<std::string> there;
  bool closed = false;
  for (const history::Row& row : *rows) {
    if (const auto* answer = std::get_if<history::Answer>(&row.event)) there.insert(answer->card);
    closed = closed || std::holds_alternative<history::SessionEnd>(row.event);
  }
  Ledger ledger{session, deck, history::Mode::exam, !rows->empty(), {}};
  for (const quiz::Answered& answer : answers) {
    if (there.contains(answer.card_id)) continue;
    const auto kept = keep_record(ledger, answer);
    if (!kept) return kept;
  }
  if (closed || answers.empty()) return core::Done{};
  auto end = history_.append(now(), history::SessionEnd{session, 0});
  return end ? core::Status(core::Done{}) : core::Status(end.error());
}

Ledger Desk::open_ledger(const std::string& deck, quiz::Mode mode) const {
  return {session_id(now(), deck), deck, mode_of(mode), false, {}};
}

core::Status Desk::close(const Ledger& ledger) {
  if (!ledger.opened) return core::Done{};
  auto closed = history_.append(now(), history::SessionEnd{ledger.session, 0});
  if (!closed) return closed.error();
  return core::Done{};
}

core::Result<Comparison> Desk::finish(const Ledger& ledger, const quiz::Session& session) {
  Comparison comparison;
  if (session.answers().empty()) return comparison;
  auto closed =
      history_.append(now(), history::SessionEnd{ledger.session, session.standing().bonus});
  if (!closed) return closed.error();
  history::Filter filter;
  filter.deck = ledger.deck;
  filter.mode = ledger.mode;
  const auto sessions = history_.sessions(filter, sessions_compared);
  if (!sessions) return sessions.error();
  for (const auto& each : *sessions) comparison.last_points.push_back(each.points);
  std::reverse(comparison.last_points.begin(), comparison.last_points.end());
  if (sessions->size() > 1) {
    history::Filter before;
    before.session = (*sessions)[1].session;
    if (const auto median_ms = history_.median_ms(before)) comparison.median_ms_before = *median_ms;
  }
  const auto best = history_.best(least_answers_for_best);
  if (!best) return best.error();
  for (const auto& each : *best)
    if (each.session == ledger.session && each.mode == ledger.mode) comparison.best = true;
  return comparison;
}

core::Result<history::RowId> Desk::reset(const std::string& deck, const std::string& card) {
  ++revision_;
  return history_.append(now(), history::Reset{deck, card});
}

core::Status Desk::take_back(history::RowId row) {
  ++revision_;
  auto done = history_.append(now(), history::Undo{row});
  if (!done) return done.error();
  return core::Done{};
}

core::Status Desk::suspend(const std::string& deck, const std::string& card, bool on) {
  ++revision_;
  auto done = history_.append(now(), history::Suspension{deck, card, on});
  if (!done) return done.error();
  return core::Done{};
}

} // namespace entente::service
