// Results by session.

#include "history/inside.h"
#include "history/names.h"
#include "history/rows.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::history {

using core::Result;

namespace {

// The sessions of the last answers, newest first.
std::vector<std::string> latest(const Database& database, const Filter& answers, int limit) {
  const Where where = Where(answers, Where::Along::time).also("session <> ''");
  Statement row(database,
                "SELECT session FROM log" + where.sql() + " ORDER BY stamp DESC, writer DESC");
  where.bind(row);
  std::vector<std::string> found;
  std::set<std::string, std::less<>> seen;
  while (static_cast<int>(found.size()) < limit && row.step())
    if (!seen.contains(row.view(0))) found.push_back(*seen.insert(row.text(0)).first);
  return found;
}

SessionSummary read_summary(const Statement& row) {
  SessionSummary summary{row.text(0), row.text(1), value_of(mode_names, row.view(2))};
  summary.begun = {row.integer(3), row.number(4)};
  summary.ended = {row.integer(5), row.number(4)};
  summary.answers = row.number(6);
  summary.right = row.number(7);
  summary.points = row.number(8);
  summary.taken_ms = row.integer(9);
  return summary;
}

// A condition that holds for `named` sessions.
std::string among(const std::vector<std::string>& named) {
  std::string places;
  for (std::size_t each = 0; each < named.size(); ++each) places += each == 0 ? "?" : ",?";
  return "session IN (" + places + ")";
}

// Only sessions with an answer that stands. Deck and mode are those of its answers. Of `named`
// ones, or all where it is null; newest first.
std::vector<SessionSummary> summaries(const Database& database, const Filter& answers,
                                      const std::vector<std::string>* named) {
  Where where = Where(answers, Where::Along::time).also("session <> ''");
  if (named != nullptr) where.also(among(*named));
  // Bare columns beside min() come from the row that has the minimum (documented by SQLite).
  Statement row(database,
                "SELECT session, CASE WHEN min(deck) = max(deck) THEN deck ELSE '' END, mode, "
                "min(utc_ms), offset_minutes, max(utc_ms), count(*), sum(verdict = 'right'), "
                "sum(points), sum(taken_ms), max(stamp) AS latest FROM log" +
                    where.sql() + " GROUP BY session ORDER BY latest DESC");
  where.bind(row);
  if (named != nullptr)
    for (const std::string& each : *named) row.bind(each);
  std::vector<SessionSummary> all;
  while (row.step()) all.push_back(read_summary(row));
  return all;
}

void add_boundary(SessionSummary& session, bool is_end, core::Moment at, int points) {
  if (!is_end) {
    if (at.utc_ms < session.begun.utc_ms) session.begun = at;
    return;
  }
  session.closed = true;
  session.points += points;
  if (at.utc_ms > session.ended.utc_ms) session.ended = at;
}

// The boundaries' own rows: when it really began and ended, and points of no single answer. Of
// `named` sessions, or all where it is null.
void add_boundaries(const Database& database, std::vector<SessionSummary>& sessions,
                    const std::vector<std::string>* named) {
  std::map<std::string_view, SessionSummary*> by_id;
  for (SessionSummary& each : sessions) by_id[each.session] = &each;
  Where where = Where(Filter{}).also("kind IN ('session start', 'session end')");
  where.also(named == nullptr ? not_answer : among(*named));
  Statement row(database, "SELECT session, kind = 'session end', utc_ms, offset_minutes, points "
                          "FROM log" +
                              where.sql());
  if (named != nullptr)
    for (const std::string& each : *named) row.bind(each);
  while (row.step())
    if (const auto found = by_id.find(row.view(0)); found != by_id.end())
      add_boundary(*found->second, row.integer(1) != 0, {row.integer(2), row.number(3)},
                   row.number(4));
}

// What a session made so far, while its rows go by.
struct Tally {
  Best best;
  int answers = 0, points = 0;

  void add(const Statement& row) {
    points += row.number(4);
    if (row.integer(1) == 0) return; // its end: a bonus
    if (answers++ == 0)
      best = {row.text(2), value_of(mode_names, row.view(3)), best.session, 0};
    else if (best.deck != row.view(2))
      best.deck.clear(); // several
  }
};

using BestOf = std::map<std::pair<std::string, Mode>, Best>;

void keep_best(const Tally& tally, int least, BestOf& best) {
  if (tally.answers < std::max(least, 1)) return;
  Best& top = best[{tally.best.deck, tally.best.mode}];
  const double points_a_card = static_cast<double>(tally.points) / tally.answers;
  if (!top.session.empty() && points_a_card <= top.points_a_card) return;
  top = tally.best;
  top.points_a_card = points_a_card;
}

// One walk along an index that holds all it needs.
BestOf best_of(const Database& database, int least) {
  Statement row(database, "SELECT session, kind = 'answer', deck, mode, points "
                          "FROM log INDEXED BY log_session "
                          "WHERE session > '' AND kind IN ('answer', 'session end') AND "
                          "number NOT IN (SELECT number FROM derived_undone) ORDER BY session");
  BestOf best;
  Tally tally;
  while (row.step()) {
    if (tally.best.session != row.view(0)) {
      keep_best(tally, least, best);
      tally = {};
      tally.best.session = row.text(0);
    }
    tally.add(row);
  }
  keep_best(tally, least, best);
  return best;
}

} // namespace

double SessionSummary::points_a_card() const {
  return answers == 0 ? 0 : static_cast<double>(points) / answers;
}

Result<std::vector<SessionSummary>> History::sessions(const Filter& filter, int limit) const {
  return inside_->guarded([&] {
    const Database& database = inside_->store.database;
    Filter answers = filter;
    answers.answers_only = true;
    std::vector<SessionSummary> all;
    if (limit <= 0) {
      all = summaries(database, answers, nullptr);
      add_boundaries(database, all, nullptr);
    } else if (const auto named = latest(database, answers, limit); !named.empty()) {
      all = summaries(database, answers, &named);
      add_boundaries(database, all, &named);
    }
    return all;
  });
}

Result<std::vector<Best>> History::best(int least) const {
  return inside_->guarded([&] {
    std::vector<Best> list;
    for (const auto& [key, top] : best_of(inside_->store.database, least)) list.push_back(top);
    return list;
  });
}

} // namespace entente::history
