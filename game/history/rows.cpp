#include "history/rows.h"

#include "history/names.h"

#include <algorithm>
#include <charconv>

namespace entente::history {

std::string_view name(Mode mode) { return word(mode_names, mode); }

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    const std::size_t start = text.size();
    text += item;
    std::replace(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), '\x1f', ' ');
    text += '\x1f';
  }
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> items;
  for (std::size_t end = text.find('\x1f'); end != text.npos; end = text.find('\x1f')) {
    items.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return items;
}

namespace {

// Shortest text that reads back as the same number.
std::string exact(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

double number_in(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The columns of one row as they are bound; each kind fills its own.
struct Columns {
  std::string_view kind;
  std::string deck, card, session;
  std::optional<std::string_view> mode;
  const Answer* answer = nullptr;
  std::optional<std::string> answered;
  std::optional<std::string_view> algorithm;
  std::optional<int> points;
  std::optional<RowId> ref;
  std::optional<std::string> detail;
};

Columns columns(const Answer& answer) {
  Columns made{"answer", answer.deck, answer.card, answer.session, word(mode_names, answer.mode)};
  made.answer = &answer;
  made.answered = answer.answered;
  made.algorithm = word(algorithm_names, answer.algorithm);
  made.points = answer.points;
  if (answer.parameters) made.ref = answer.parameters;
  return made;
}
Columns columns(const Undo& undo) {
  Columns made{"undo"};
  made.ref = undo.target;
  return made;
}
Columns columns(const Reset& reset) { return {"reset", reset.deck, reset.card}; }
Columns columns(const Suspension& each) {
  return {each.suspended ? "suspend" : "unsuspend", each.deck, each.card};
}
Columns columns(const Burial& burial) {
  Columns made{"bury", burial.deck, burial.card};
  made.detail = std::to_string(burial.day.number);
  return made;
}
Columns columns(const Ruling& ruling) {
  Columns made{ruling.accepted ? "accept" : "refuse", ruling.deck, ruling.card};
  made.answered = ruling.text;
  return made;
}
Columns columns(const SessionStart& start) {
  return {"session start", start.deck, "", start.session, word(mode_names, start.mode)};
}
Columns columns(const SessionEnd& end) {
  Columns made{"session end", "", "", end.session};
  made.points = end.bonus;
  return made;
}
Columns columns(const ParameterSet& set) {
  Columns made{"parameters"};
  made.algorithm = word(algorithm_names, set.parameters.algorithm);
  std::vector<std::string> list = {std::to_string(set.answers), exact(set.log_loss_default),
                                   exact(set.log_loss)};
  for (const double weight : set.parameters.weights) list.push_back(exact(weight));
  made.detail = joined(list);
  return made;
}

void bind_answer(Statement& statement, const Answer& answer) {
  statement.bind(word(verdict_names, answer.verdict)).bind(answer.reason);
  statement.bind(static_cast<int>(answer.proposed)).bind(static_cast<int>(answer.given));
  statement.bind(answer.hints).bind(answer.certainty).bind(answer.taken_ms);
}

void bind_row(Statement& statement, const Row& row, const Columns& made) {
  statement.bind(row.id.stamp).bind(row.id.writer).bind(made.kind);
  statement.bind(row.at.utc_ms).bind(row.at.offset_minutes);
  statement.bind(made.deck).bind(made.card).bind(made.session).bind(made.mode);
  if (made.answer != nullptr)
    statement.bind(word(form_names, made.answer->form)).bind(joined(made.answer->options));
  else
    statement.bind_null().bind_null();
  statement.bind(made.answered);
  if (made.answer != nullptr)
    bind_answer(statement, *made.answer);
  else
    for (int column = 0; column < 7; ++column) statement.bind_null();
  statement.bind(made.points);
  statement.bind(made.answer != nullptr ? made.answer->predicted : std::nullopt);
  statement.bind(made.algorithm);
  if (made.ref)
    statement.bind(made.ref->stamp).bind(made.ref->writer);
  else
    statement.bind_null().bind_null();
  if (made.answer != nullptr)
    statement.bind(made.answer->counts ? 1 : 0);
  else
    statement.bind_null();
  statement.bind(made.detail);
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

} // namespace

void insert(const Database& database, const Row& row) {
  static const std::string sql = std::string("INSERT INTO log (") + log_columns +
                                 ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  Statement statement(database, sql);
  const Columns made = std::visit([](const auto& event) { return columns(event); }, row.event);
  bind_row(statement, row, made);
  statement.run();
}

namespace {

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

Where::Where(const Filter& filter) : filter_(filter), sql_(" WHERE 1") {
  if (filter.deck) also("deck = ?");
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
