#include "history/history.h"

#include "history/derived.h"
#include "history/inside.h"
#include "history/rows.h"

#include <algorithm>
#include <fstream>
#include <random>

namespace entente::history {

using core::Result;
using core::Status;

namespace {

std::uint64_t writer_from(const std::optional<std::uint64_t>& seed) {
  if (!seed) {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
  }
  core::Random random(*seed);
  const std::uint64_t high = random.next();
  return (high << 32U) | random.next();
}

bool stands(const Database& database, const RowId& id) {
  Statement row(database, "SELECT 1 FROM log WHERE stamp = ? AND writer = ? AND "
                          "number NOT IN (SELECT number FROM derived_undone)");
  row.bind(id.stamp).bind(id.writer);
  return row.step();
}

std::vector<RowId> last_answers(const Database& database, int count, const std::string& session) {
  std::string sql = "SELECT stamp, writer FROM log WHERE kind = 'answer' AND "
                    "number NOT IN (SELECT number FROM derived_undone)";
  if (!session.empty()) sql += " AND session = ?";
  Statement row(database, sql + " ORDER BY stamp DESC, writer DESC LIMIT ?");
  if (!session.empty()) row.bind(session);
  row.bind(std::max(count, 0));
  std::vector<RowId> found;
  while (row.step()) found.push_back({row.integer(0), static_cast<std::uint64_t>(row.integer(1))});
  return found;
}

} // namespace

// --- opening

void suspect(const fs::path& folder) { std::ofstream(suspicion_in(folder)).put('\n'); }

History::Inside::Inside(std::filesystem::path in, Options given)
    : folder(std::move(in)),
      options(std::move(given)),
      models(options.scheduling),
      store(open_store(folder, options, notices)),
      writer(writer_from(options.seed)) {
  if (store.lock && options.derive && !derived().fits()) rebuild();
}

Derived History::Inside::derived() const { return {store.database, models}; }

void History::Inside::rebuild() {
  Transaction transaction(store.database);
  derived().rebuild();
  transaction.commit();
}

Result<History> History::open(const std::filesystem::path& folder, Options options) {
  try {
    return History(std::make_unique<Inside>(folder, std::move(options)));
  } catch (const Failure& failure) {
    if (failure.error.code == core::ErrorCode::malformed) suspect(folder);
    return failure.error;
  }
}

History::History(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;
History::~History() = default;

bool History::writable() const { return inside_->store.lock.has_value(); }
const std::vector<core::Error>& History::notices() const { return inside_->notices; }

// --- writing

std::vector<RowId> History::Inside::append(core::Moment at, std::span<const Event> events) {
  require_writer();
  const Database& database = store.database;
  Transaction transaction(database);
  std::int64_t last = database.integer("SELECT max(stamp) FROM log");
  std::vector<RowId> ids;
  for (const Event& event : events) {
    if (const auto* undo = std::get_if<Undo>(&event); undo && !stands(database, undo->target))
      throw Failure{
          {core::ErrorCode::usage, "There is no such row to take back.", database.where(), ""}};
    last = std::max(at.utc_ms, last + 1);
    ids.push_back({last, writer});
    insert(database, {ids.back(), at, event});
  }
  derived().catch_up();
  transaction.commit();
  return ids;
}

Result<std::vector<RowId>> History::append(core::Moment at, std::span<const Event> events) {
  return inside_->guarded([&] { return inside_->append(at, events); });
}

Result<RowId> History::append(core::Moment at, const Event& event) {
  return append(at, std::span(&event, 1)).transform([](const auto& ids) { return ids.front(); });
}

core::Status History::append_past(std::span<const std::pair<core::Moment, Event>> events) {
  return inside_->guarded([&] {
    inside_->require_writer();
    const Database& database = inside_->store.database;
    Transaction transaction(database);
    std::int64_t last = database.integer("SELECT max(stamp) FROM log");
    for (const auto& [at, event] : events) {
      last = std::max(at.utc_ms, last + 1);
      insert(database, {{last, inside_->writer}, at, event});
    }
    inside_->derived().catch_up();
    transaction.commit();
    return core::Done{};
  });
}

Result<std::vector<RowId>> History::undo(int count, core::Moment at, const std::string& session) {
  return inside_->guarded([&] {
    const std::vector<RowId> targets = last_answers(inside_->store.database, count, session);
    std::vector<Event> events;
    events.reserve(targets.size());
    for (const RowId& target : targets) events.emplace_back(Undo{target});
    if (!events.empty()) inside_->append(at, events);
    return targets;
  });
}

// --- reading

Result<std::vector<Row>> History::rows(const Filter& filter) const {
  return inside_->guarded([&] { return select(inside_->store.database, filter); });
}

Result<std::vector<memory::CardProgress>> History::states(const std::string& deck) const {
  return inside_->guarded([&] {
    if (inside_->derived().fits()) return inside_->derived().read(deck);
    // A reader under another scheduling than the writer's.
    auto all = fold_rows(inside_->store.database, inside_->models);
    if (!deck.empty()) std::erase_if(all, [&](const auto& each) { return each.deck != deck; });
    return all;
  });
}

Result<memory::CardProgress> History::state(const std::string& deck,
                                            const std::string& card) const {
  if (writable()) return inside_->guarded([&] { return inside_->derived().read(deck, card); });
  return states(deck).transform([&](const auto& all) {
    const auto found = std::ranges::find(all, card, &memory::CardProgress::card);
    return found == all.end() ? memory::CardProgress{deck, card} : *found;
  });
}

Status History::use(const Scheduling& scheduling) {
  if (inside_->options.derive && scheduling == inside_->options.scheduling) return core::Done{};
  return inside_->guarded([&] {
    inside_->options.derive = true;
    inside_->options.scheduling = scheduling;
    inside_->models = Models(scheduling);
    if (writable() && !inside_->derived().fits()) inside_->rebuild();
    return core::Done{};
  });
}

Status History::rebuild() {
  return inside_->guarded([&] {
    inside_->require_writer();
    inside_->rebuild();
    return core::Done{};
  });
}

} // namespace entente::history
