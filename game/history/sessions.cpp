// Results by session.

#include "history/inside.h"
#include "history/names.h"
#include "history/rows.h"

#include <algorithm>
#include <map>

namespace entente::history {

using core::Result;

namespace {

// Only sessions with an answer that stands. Deck and mode are those of its answers.
std::vector<SessionSummary> summaries(const Database& database, const Filter& filter, int limit) {
  Filter which = filter;
  which.answers_only = true;
  const Where where = Where(which).also("session <> ''");
  // Bare columns beside min() come from the row that has the minimum (documented by SQLite).
  Statement row(database,
                "SELECT session, CASE WHEN min(deck) = max(deck) THEN deck ELSE '' END, mode, "
                "min(utc_ms), offset_minutes, max(utc_ms), count(*), sum(verdict = 'right'), "
                "sum(points), sum(taken_ms), max(stamp) AS latest FROM log" +
                    where.sql() + " GROUP BY session ORDER BY latest DESC LIMIT " +
                    std::to_string(limit > 0 ? limit : -1));
  where.bind(row);
  std::vector<SessionSummary> all;
  while (row.step()) {
    SessionSummary each{row.text(0), row.text(1), value_of(mode_names, row.view(2))};
    each.begun = {row.integer(3), row.number(4)};
    each.ended = {row.integer(5), row.number(4)};
    each.answers = row.number(6);
    each.right = row.number(7);
    each.points = row.number(8);
    each.taken_ms = row.integer(9);
    all.push_back(std::move(each));
  }
  return all;
}

// The boundaries' own rows: when it really began and ended, and points of no single answer.
void add_boundaries(const Database& database, std::vector<SessionSummary>& sessions) {
  std::map<std::string_view, SessionSummary*> by_id;
  for (SessionSummary& each : sessions) by_id[each.session] = &each;
  Statement row(database, "SELECT session, kind = 'session end', utc_ms, offset_minutes, points "
                          "FROM log WHERE kind IN ('session start', 'session end') AND "
                          "kind <> 'answer' AND "
                          "number NOT IN (SELECT number FROM derived_undone)");
  while (row.step()) {
    const auto found = by_id.find(row.view(0));
    if (found == by_id.end()) continue;
    SessionSummary& session = *found->second;
    const core::Moment at{row.integer(2), row.number(3)};
    if (row.integer(1) == 0) {
      if (at.utc_ms < session.begun.utc_ms) session.begun = at;
      continue;
    }
    session.closed = true;
    session.points += row.number(4);
    if (at.utc_ms > session.ended.utc_ms) session.ended = at;
  }
}

} // namespace

double SessionSummary::points_a_card() const {
  return answers == 0 ? 0 : static_cast<double>(points) / answers;
}

Result<std::vector<SessionSummary>> History::sessions(const Filter& filter, int limit) const {
  return inside_->guarded([&] {
    std::vector<SessionSummary> all = summaries(inside_->store.database, filter, limit);
    add_boundaries(inside_->store.database, all);
    return all;
  });
}

Result<std::vector<Best>> History::best(int least) const {
  return sessions().transform([least](const std::vector<SessionSummary>& all) {
    std::map<std::pair<std::string, Mode>, Best> best;
    for (const SessionSummary& each : all) {
      if (each.answers < least) continue;
      Best& top = best[{each.deck, each.mode}];
      if (top.session.empty() || each.points_a_card() > top.points_a_card)
        top = {each.deck, each.mode, each.session, each.points_a_card()};
    }
    std::vector<Best> list;
    list.reserve(best.size());
    for (const auto& [key, top] : best) list.push_back(top);
    return list;
  });
}

} // namespace entente::history
