// The reading half of rows.h.

#include "history/rows.h"

#include "history/names.h"

#include <algorithm>
#include <charconv>

namespace entente::history {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> items;
  for (std::size_t end = text.find('\x1f'); end != text.npos; end = text.find('\x1f')) {
    items.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return items;
}

namespace {

double number_in(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Column numbers of log_columns.
enum Column {
  c_stamp,
  c_writer,
  c_kind,
  c_utc_ms,
  c_offset,
  c_deck,
  c_card,
  c_session,
  c_mode,
  c_form,
  c_options,
  c_answered,
  c_verdict,
  c_reason,
  c_proposed,
  c_given,
  c_hints,
  c_certainty,
  c_taken,
  c_points,
  c_predicted,
  c_algorithm,
  c_ref_stamp,
  c_ref_writer,
  c_counts,
  c_detail
};

RowId ref_of(const Statement& row) {
  return {row.integer(c_ref_stamp), static_cast<std::uint64_t>(row.integer(c_ref_writer))};
}

memory::Grade grade_of(const Statement& row, int column) {
  return static_cast<memory::Grade>(std::clamp(row.number(column), 1, 4));
}

Answer read_answer(const Statement& row) {
  Answer answer;
  answer.deck = row.text(c_deck);
  answer.card = row.text(c_card);
  answer.session = row.text(c_session);
  answer.mode = value_of(mode_names, row.view(c_mode));
  answer.form = value_of(form_names, row.view(c_form));
  answer.options = split(row.view(c_options));
  answer.answered = row.text(c_answered);
  answer.verdict = value_of(verdict_names, row.view(c_verdict));
  answer.reason = row.text(c_reason);
  answer.proposed = grade_of(row, c_proposed);
  answer.given = grade_of(row, c_given);
  answer.hints = row.number(c_hints);
  if (!row.is_null(c_certainty)) answer.certainty = row.number(c_certainty);
  answer.taken_ms = row.integer(c_taken);
  answer.points = row.number(c_points);
  if (!row.is_null(c_predicted)) answer.predicted = row.real(c_predicted);
  answer.algorithm = value_of(algorithm_names, row.view(c_algorithm));
  answer.parameters = ref_of(row);
  answer.counts = row.integer(c_counts) != 0;
  if (!row.is_null(c_detail)) answer.placed = core::Day{row.number(c_detail)};
  return answer;
}

ParameterSet read_parameters(const Statement& row) {
  const std::vector<std::string> list = split(row.view(c_detail));
  ParameterSet set;
  set.parameters.algorithm = value_of(algorithm_names, row.view(c_algorithm));
  if (list.size() < 3) return set;
  set.answers = static_cast<std::int64_t>(number_in(list[0]));
  set.log_loss_default = number_in(list[1]);
  set.log_loss = number_in(list[2]);
  for (std::size_t each = 3; each < list.size(); ++each)
    set.parameters.weights.push_back(number_in(list[each]));
  return set;
}

std::optional<Event> read_event(const Statement& row) {
  const std::string_view kind = row.view(c_kind);
  if (kind == "answer") return read_answer(row);
  if (kind == "undo") return Undo{ref_of(row)};
  if (kind == "parameters") return read_parameters(row);
  std::string deck = row.text(c_deck);
  std::string card = row.text(c_card);
  if (kind == "reset") return Reset{std::move(deck), std::move(card)};
  if (kind == "suspend" || kind == "unsuspend")
    return Suspension{std::move(deck), std::move(card), kind == "suspend"};
  if (kind == "bury") return Burial{std::move(deck), std::move(card), {row.number(c_detail)}};
  if (kind == "accept" || kind == "refuse")
    return Ruling{std::move(deck), std::move(card), row.text(c_answered), kind == "accept"};
  if (kind == "session start")
    return SessionStart{row.text(c_session), std::move(deck),
                        value_of(mode_names, row.view(c_mode))};
  if (kind == "session end") return SessionEnd{row.text(c_session), row.number(c_points)};
  return std::nullopt;
}

std::vector<Row> read_rows(Statement& row) {
  std::vector<Row> found;
  while (row.step()) {
    std::optional<Event> event = read_event(row);
    if (!event) continue;
    found.push_back({{row.integer(c_stamp), static_cast<std::uint64_t>(row.integer(c_writer))},
                     {row.integer(c_utc_ms), row.number(c_offset)},
                     std::move(*event)});
  }
  return found;
}

} // namespace

std::vector<Row> select(const Database& database, const Filter& filter) {
  const Where where(filter);
  std::string sql = std::string("SELECT ") + log_columns + " FROM log" + where.sql() +
                    " ORDER BY stamp DESC, writer DESC";
  if (filter.latest > 0) sql += " LIMIT " + std::to_string(filter.latest);
  Statement row(database, sql);
  where.bind(row);
  std::vector<Row> found = read_rows(row);
  std::ranges::reverse(found);
  return found;
}

std::vector<Row> select_kind(const Database& database, std::string_view kind) {
  Statement row(database, std::string("SELECT ") + log_columns + " FROM log" +
                              Where(Filter{}).also("kind = ?").also(not_answer).sql() +
                              " ORDER BY stamp, writer");
  row.bind(kind);
  return read_rows(row);
}

Where::Where(const Filter& filter, Along along) : filter_(filter), sql_(" WHERE 1") {
  // A unary + keeps SQLite from looking up a column's index.
  if (filter.deck) also(along == Along::deck ? "deck = ?" : "+deck = ?");
  if (filter.card) also("card = ?");
  if (filter.session) also("session = ?");
  if (filter.mode) also("mode = ?");
  if (filter.from_ms) also("utc_ms >= ?");
  if (filter.to_ms) also("utc_ms < ?");
  if (filter.answers_only) also("kind = 'answer'");
  if (!filter.with_undone) also("number NOT IN (SELECT number FROM derived_undone)");
}

Where& Where::also(const std::string& condition) {
  sql_ += " AND " + condition;
  return *this;
}

void Where::bind(Statement& statement) const {
  if (filter_.deck) statement.bind(*filter_.deck);
  if (filter_.card) statement.bind(*filter_.card);
  if (filter_.session) statement.bind(*filter_.session);
  if (filter_.mode) statement.bind(word(mode_names, *filter_.mode));
  if (filter_.from_ms) statement.bind(*filter_.from_ms);
  if (filter_.to_ms) statement.bind(*filter_.to_ms);
}

} // namespace entente::history
