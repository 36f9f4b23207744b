#include "history/derived.h"

#include "history/names.h"
#include "history/steps.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace entente::history {

namespace {

// Raised whenever the same rows give other progress than before.
constexpr int fold_version = 2;

constexpr Names<Step::Kind, 7> kind_names = {{{Step::Kind::other, ""},
                                              {Step::Kind::answer, "answer"},
                                              {Step::Kind::reset, "reset"},
                                              {Step::Kind::suspend, "suspend"},
                                              {Step::Kind::unsuspend, "unsuspend"},
                                              {Step::Kind::bury, "bury"},
                                              {Step::Kind::undo, "undo"}}};

std::string key_of(const Scheduling& scheduling) {
  std::string key = std::to_string(fold_version) + " " +
                    std::string(word(algorithm_names, scheduling.parameters.algorithm)) + " " +
                    std::to_string(scheduling.day_start_minutes);
  const auto add = [&key](double value) {
    char text[32];
    std::snprintf(text, sizeof text, " %.17g", value);
    key += text;
  };
  add(scheduling.wanted_recall);
  for (const double weight : scheduling.parameters.weights) add(weight);
  for (const auto& [deck, own] : scheduling.decks) {
    key += " " + deck + " " + std::string(word(algorithm_names, own.parameters.algorithm));
    add(own.wanted_recall);
    for (const double weight : own.parameters.weights) add(weight);
  }
  return key;
}

constexpr const char* progress_columns =
    "deck, card, stability, fast, difficulty, first_seen, first_seen_offset, last_answer, "
    "last_answer_offset, due, due_offset, answers, lapses, missed_forms, owed, suspended, buried, "
    "placed";

memory::CardProgress read_progress(const Statement& row) {
  memory::CardProgress progress{row.text(0), row.text(1)};
  if (!row.is_null(2)) progress.state = memory::State{row.real(2), row.real(3), row.real(4)};
  progress.first_seen = {row.integer(5), row.number(6)};
  progress.last_answer = {row.integer(7), row.number(8)};
  progress.due = {row.integer(9), row.number(10)};
  progress.answers = row.number(11);
  progress.lapses = row.number(12);
  progress.missed_forms = row.number(13);
  progress.owed = row.integer(14) != 0;
  progress.suspended = row.integer(15) != 0;
  if (!row.is_null(16)) progress.buried = core::Day{row.number(16)};
  if (!row.is_null(17)) progress.placed = core::Day{row.number(17)};
  return progress;
}

void write_progress(Statement& statement, const memory::CardProgress& progress) {
  // Names every member: a new one does not compile until it has a column here.
  const auto& [deck, card, state, first_seen, last_answer, due, placed, answers, lapses,
               missed_forms, owed, suspended, buried] = progress;
  statement.bind(deck).bind(card);
  if (state)
    statement.bind(state->stability).bind(state->fast).bind(state->difficulty);
  else
    statement.bind_null().bind_null().bind_null();
  for (const core::Moment moment : {first_seen, last_answer, due})
    statement.bind(moment.utc_ms).bind(moment.offset_minutes);
  statement.bind(answers).bind(lapses).bind(missed_forms);
  statement.bind(owed ? 1 : 0).bind(suspended ? 1 : 0);
  for (const auto& day : {buried, placed})
    if (day)
      statement.bind(day->number);
    else
      statement.bind_null();
  statement.run();
}

const std::string& insert_progress() {
  static const std::string sql = std::string("INSERT OR REPLACE INTO derived_progress (") +
                                 progress_columns +
                                 ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  return sql;
}

std::vector<std::int64_t> undone_numbers(const Database& database) {
  std::vector<UndoLink> links;
  Statement link(database, "SELECT stamp, writer, ref_stamp, ref_writer FROM log "
                           "WHERE kind <> 'answer' AND kind = 'undo'"); // uses log_other
  const auto id = [&link](int column) {
    return RowId{link.integer(column), static_cast<std::uint64_t>(link.integer(column + 1))};
  };
  while (link.step()) links.push_back({id(0), id(2)});
  std::vector<std::int64_t> numbers;
  Statement find(database, "SELECT number FROM log WHERE stamp = ? AND writer = ?");
  for (const RowId& target : undone(std::move(links))) {
    find.bind(target.stamp).bind(target.writer);
    if (find.step()) numbers.push_back(find.integer(0));
    find.reset();
  }
  std::ranges::sort(numbers);
  return numbers;
}

std::vector<std::int64_t> stored_undone(const Database& database) {
  std::vector<std::int64_t> numbers;
  Statement row(database, "SELECT number FROM derived_undone ORDER BY number");
  while (row.step()) numbers.push_back(row.integer(0));
  return numbers;
}

} // namespace

void read_step(const Statement& row, Step& step) {
  step.number = row.integer(0);
  step.kind = value_of(kind_names, row.view(1));
  step.deck.assign(row.view(2));
  step.card.assign(row.view(3));
  step.at = {row.integer(4), row.number(5)};
  step.grade = static_cast<memory::Grade>(std::clamp(row.number(6), 1, 4));
  step.counts = row.integer(7) != 0;
  step.day.reset();
  if (!row.is_null(8)) step.day = core::Day{row.number(8)};
}

bool Derived::fits() const {
  Statement row(*database_,
                "SELECT key, last = (SELECT ifnull(max(number), 0) FROM log) FROM derived_key");
  return row.step() && row.view(0) == key_of(models_->scheduling()) && row.integer(1) != 0;
}

void Derived::mark() const {
  database_->run("DELETE FROM derived_key");
  Statement(*database_, "INSERT INTO derived_key SELECT ?, ifnull(max(number), 0) FROM log")
      .bind(key_of(models_->scheduling()))
      .run();
}

void Derived::rebuild() const {
  database_->run("DELETE FROM derived_progress");
  refresh_undone();
  Statement statement(*database_, insert_progress());
  for (const memory::CardProgress& progress : fold_rows(*database_, *models_))
    write_progress(statement, progress);
  mark();
}

void Derived::refresh_undone() const {
  database_->run("DELETE FROM derived_undone");
  Statement insert(*database_, "INSERT INTO derived_undone VALUES (?)");
  for (const std::int64_t number : undone_numbers(*database_)) insert.bind(number).run();
}

void Derived::catch_up() const {
  Statement row(*database_, all_steps + std::string(" WHERE number > (SELECT last FROM derived_key)"
                                                    " ORDER BY number"));
  Step step;
  bool undo = false;
  while (row.step()) {
    read_step(row, step);
    if (step.kind == Step::Kind::undo)
      undo = true;
    else
      apply(step);
  }
  if (undo) {
    const std::vector<std::int64_t> before = stored_undone(*database_);
    refresh_undone();
    std::vector<std::int64_t> changed;
    std::ranges::set_symmetric_difference(before, stored_undone(*database_),
                                          std::back_inserter(changed));
    if (!refold_changed(changed)) return rebuild();
  }
  mark();
}

void Derived::apply(const Step& step) const {
  if (!step.card.empty()) {
    memory::CardProgress progress = read(step.deck, step.card);
    advance(progress, step, *models_);
    return save(progress);
  }
  if (step.kind != Step::Kind::reset) return;
  for (memory::CardProgress& progress : read(step.deck)) {
    advance(progress, step, *models_);
    save(progress);
  }
}

// False when a whole deck changed, so that everything is to be derived anew.
bool Derived::refold_changed(const std::vector<std::int64_t>& numbers) const {
  std::set<std::pair<std::string, std::string>> cards;
  Statement row(*database_, all_steps + std::string(" WHERE number = ?"));
  Step step;
  for (const std::int64_t number : numbers) {
    row.bind(number);
    if (row.step()) read_step(row, step);
    row.reset();
    if (step.kind == Step::Kind::reset && step.card.empty()) return false;
    if (!step.card.empty()) cards.emplace(step.deck, step.card);
  }
  for (const auto& [deck, card] : cards) refold(deck, card);
  return true;
}

void Derived::refold(const std::string& deck, const std::string& card) const {
  Statement row(*database_, standing_steps + std::string(" AND deck = ? AND card IN ('', ?) "
                                                         "ORDER BY stamp, writer"));
  row.bind(deck).bind(card);
  memory::CardProgress progress{deck, card};
  Step step;
  while (row.step()) {
    read_step(row, step);
    advance(progress, step, *models_);
  }
  save(progress);
}

void Derived::save(const memory::CardProgress& progress) const {
  if (progress == memory::CardProgress{progress.deck, progress.card}) {
    Statement(*database_, "DELETE FROM derived_progress WHERE deck = ? AND card = ?")
        .bind(progress.deck)
        .bind(progress.card)
        .run();
    return;
  }
  Statement statement(*database_, insert_progress());
  write_progress(statement, progress);
}

std::vector<memory::CardProgress> Derived::read(const std::string& deck) const {
  std::string sql = std::string("SELECT ") + progress_columns + " FROM derived_progress";
  if (!deck.empty()) sql += " WHERE deck = ?";
  Statement row(*database_, sql + " ORDER BY deck, card");
  if (!deck.empty()) row.bind(deck);
  std::vector<memory::CardProgress> all;
  while (row.step()) all.push_back(read_progress(row));
  return all;
}

memory::CardProgress Derived::read(const std::string& deck, const std::string& card) const {
  Statement row(*database_, std::string("SELECT ") + progress_columns +
                                " FROM derived_progress WHERE deck = ? AND card = ?");
  row.bind(deck).bind(card);
  return row.step() ? read_progress(row) : memory::CardProgress{deck, card};
}

} // namespace entente::history
