#include "history/queries.h"

#include "history/inside.h"
#include "history/names.h"
#include "history/rows.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace entente::history {

using core::Result;

namespace {

constexpr int answers_for_median = 1000;

Filter answers(Filter filter) {
  filter.answers_only = true;
  return filter;
}

std::vector<DayCount> day_counts(const Database& database, const Filter& filter, int day_start) {
  const Where where(answers(filter));
  Statement row(database, "SELECT utc_ms, offset_minutes, verdict = 'right', taken_ms, counts = 0 "
                          "FROM log" +
                              where.sql());
  where.bind(row);
  std::map<core::Day, DayCount> days;
  DayCount* current = nullptr; // rows of a day mostly follow one another
  while (row.step()) {
    const core::Day day = core::study_day({row.integer(0), row.number(1)}, day_start);
    if (current == nullptr || current->day != day) {
      current = &days[day];
      current->day = day;
    }
    ++current->answers;
    current->right += row.number(2);
    current->taken_ms += row.integer(3);
    current->practice += row.number(4);
  }
  std::vector<DayCount> list;
  list.reserve(days.size());
  for (const auto& [day, count] : days) list.push_back(count);
  return list;
}

Recall recall_of(const Database& database, const Filter& filter) {
  const Where where = Where(answers(filter), filter.card ? Where::Along::deck : Where::Along::time)
                          .also("counts <> 0")
                          .also("predicted IS NOT NULL");
  Statement row(database, "SELECT count(*), ifnull(sum(given > 1), 0), ifnull(avg(predicted), 0) "
                          "FROM log" +
                              where.sql());
  where.bind(row);
  row.step();
  return {row.number(0), row.number(1), row.real(2)};
}

std::vector<Confusion> confusions_of(const Database& database, const Filter& filter) {
  const Where where = Where(answers(filter))
                          .also("form = 'choice'")
                          .also("verdict <> 'right'")
                          .also("answered <> ''");
  Statement row(database, "SELECT card, answered, count(*) AS times FROM log" + where.sql() +
                              " GROUP BY deck, card, answered ORDER BY times DESC, card, answered");
  where.bind(row);
  std::vector<Confusion> found;
  while (row.step()) found.push_back({row.text(0), row.text(1), row.number(2)});
  return found;
}

std::int64_t median_ms_of(const Database& database, const Filter& filter) {
  const Where where(answers(filter), Where::Along::time);
  Statement row(database, "SELECT taken_ms FROM log" + where.sql() +
                              " ORDER BY stamp DESC, writer DESC LIMIT " +
                              std::to_string(answers_for_median));
  where.bind(row);
  std::vector<std::int64_t> taken;
  while (row.step()) taken.push_back(row.integer(0));
  if (taken.empty()) return 0;
  const auto middle = taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2);
  std::ranges::nth_element(taken, middle);
  return *middle;
}

Counts counts_of(const Database& database, const Filter& filter) {
  const Where where(answers(filter));
  Statement row(database, "SELECT count(*), ifnull(sum(verdict = 'right'), 0), "
                          "ifnull(sum(counts = 0), 0) FROM log" +
                              where.sql());
  where.bind(row);
  row.step();
  return {row.number(0), row.number(1), row.number(2)};
}

// Numbers cards in the order in which they come.
class Cards {
public:
  explicit Cards(std::vector<Traces::Card>& list) : list_(list) {}

  std::uint32_t number(std::string deck, std::string card) {
    const auto [found, fresh] =
        numbers_.try_emplace(deck + '\n' + card, static_cast<std::uint32_t>(list_.size()));
    if (fresh) list_.push_back({std::move(deck), std::move(card)});
    return found->second;
  }

private:
  std::vector<Traces::Card>& list_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

Traces traces_of(const Database& database, const Filter& filter) {
  const Where where(answers(filter));
  Statement row(database, "SELECT utc_ms, offset_minutes, deck, card, verdict = 'right', given, "
                          "counts, taken_ms, predicted, predicted IS NULL FROM log" +
                              where.sql() + " ORDER BY stamp, writer");
  where.bind(row);
  Traces traces;
  Cards cards(traces.cards);
  while (row.step()) {
    Trace trace;
    trace.at = {row.integer(0), row.number(1)};
    trace.card = cards.number(row.text(2), row.text(3));
    trace.right = row.number(4) != 0;
    trace.recalled = row.number(5) > static_cast<int>(memory::Grade::again);
    trace.counts = row.number(6) != 0;
    trace.taken_ms = row.integer(7);
    if (row.number(9) == 0) trace.predicted = row.real(8);
    traces.rows.push_back(trace);
  }
  return traces;
}

std::vector<Ruling> rulings_of(const Database& database, const std::string& deck) {
  Filter filter;
  filter.deck = deck;
  // Along time: the deck's index would lead through every answer to it.
  const Where where =
      Where(filter, Where::Along::time).also("kind IN ('accept', 'refuse')").also(not_answer);
  Statement row(database, "SELECT card, answered, kind = 'accept' FROM log" + where.sql() +
                              " ORDER BY stamp, writer");
  where.bind(row);
  std::map<std::pair<std::string, std::string>, bool> latest;
  while (row.step()) latest[{row.text(0), row.text(1)}] = row.integer(2) != 0;
  std::vector<Ruling> rulings;
  rulings.reserve(latest.size());
  for (const auto& [key, accepted] : latest)
    rulings.push_back({deck, key.first, key.second, accepted});
  return rulings;
}

} // namespace

int streak(const std::vector<DayCount>& days, core::Day today) {
  int length = 0;
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    if (day->day > today) continue;
    const int away = today - day->day;
    if (away == length)
      ++length;
    else if (length == 0 && away == 1) { // not yet today
      length = 1;
      today = day->day;
    } else
      break;
  }
  return length;
}

Result<std::vector<DayCount>> History::days(const Filter& filter) const {
  return inside_->guarded([&] {
    const Database& database = inside_->store.database;
    const int day_start = inside_->options.scheduling.day_start_minutes;
    const std::int64_t last = database.integer("SELECT ifnull(max(number), 0) FROM log");
    auto& kept = inside_->days;
    if (!kept || kept->last_row != last || kept->day_start != day_start || kept->filter != filter)
      kept = {filter, day_start, last, day_counts(database, filter, day_start)};
    return kept->counts;
  });
}

Result<Recall> History::recall(const Filter& filter) const {
  return inside_->guarded([&] { return recall_of(inside_->store.database, filter); });
}

Result<std::vector<Confusion>> History::confusions(const Filter& filter) const {
  return inside_->guarded([&] { return confusions_of(inside_->store.database, filter); });
}

Result<Traces> History::traces(const Filter& filter) const {
  return inside_->guarded([&] { return traces_of(inside_->store.database, filter); });
}

Result<Counts> History::counts(const Filter& filter) const {
  return inside_->guarded([&] { return counts_of(inside_->store.database, filter); });
}

Result<std::int64_t> History::median_ms(const Filter& filter) const {
  return inside_->guarded([&] { return median_ms_of(inside_->store.database, filter); });
}

Result<std::vector<Ruling>> History::rulings(const std::string& deck) const {
  return inside_->guarded([&] { return rulings_of(inside_->store.database, deck); });
}

Result<std::vector<std::pair<RowId, ParameterSet>>> History::parameter_sets() const {
  return inside_->guarded([&] {
    std::vector<std::pair<RowId, ParameterSet>> sets;
    for (Row& row : select_kind(inside_->store.database, "parameters"))
      if (auto* set = std::get_if<ParameterSet>(&row.event)) sets.emplace_back(row.id, *set);
    return sets;
  });
}

} // namespace entente::history
