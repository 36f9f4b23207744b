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

namespace {

// Shortest text that reads back as the same number.
std::string exact(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
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
  if (answer.placed) made.detail = std::to_string(answer.placed->number);
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

} // namespace

void insert(const Database& database, const Row& row) {
  static const std::string sql = std::string("INSERT INTO log (") + log_columns +
                                 ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  Statement statement(database, sql);
  const Columns made = std::visit([](const auto& event) { return columns(event); }, row.event);
  bind_row(statement, row, made);
  statement.run();
}

} // namespace entente::history
