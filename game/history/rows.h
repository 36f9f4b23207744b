#pragma once

// Rows to and from the table `log`.

#include "history/answer.h"
#include "history/queries.h"
#include "history/sqlite.h"

#include <optional>
#include <vector>

namespace entente::history {

// The columns of a row in the order of docs/formats/history.md, without `number`.
inline constexpr const char* log_columns =
    "stamp, writer, kind, utc_ms, offset_minutes, deck, card, session, mode, form, options, "
    "answered, verdict, reason, proposed, given, hints, certainty, taken_ms, points, predicted, "
    "algorithm, ref_stamp, ref_writer, counts, detail";

// A condition that lets SQLite take the small index of all other kinds.
inline constexpr const char* not_answer = "kind <> 'answer'";

// REQUIRES: row.id is later than every row there.
void insert(const Database& database, const Row& row);
// Rows in the order in which they count; a kind this program does not know is left out.
[[nodiscard]] std::vector<Row> select(const Database& database, const Filter& filter);

// Rows of one kind that stand, in order. REQUIRES: kind is not "answer".
[[nodiscard]] std::vector<Row> select_kind(const Database& database, std::string_view kind);

// The end of a query for a filter: " WHERE ..." and its values in order.
class Where {
public:
  // Along what SQLite goes: the deck's index, or an index of time, where most rows are of one deck.
  enum class Along { deck, time };
  explicit Where(const Filter& filter, Along along = Along::deck);
  // A further condition without values.
  Where& also(const std::string& condition);
  [[nodiscard]] const std::string& sql() const { return sql_; }
  void bind(Statement& statement) const;

private:
  Filter filter_;
  std::string sql_;
};

} // namespace entente::history
