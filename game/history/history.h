#pragma once

// The learner's history in one folder: an append-only log in SQLite, the card states derived from
// it, and what protects it. One writer at a time; who comes second reads.
//
// Files: history.db (and SQLite's -wal, -shm), history.lock, backups/. See docs/formats/history.md.
// Not for several threads at once; back_up_daily is.

#include "core/random.h"
#include "core/result.h"
#include "history/answer.h"
#include "history/queries.h"
#include "memory/progress.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>

namespace entente::history {

// What one deck's cards hang on where it is not as the others'.
struct DeckScheduling {
  memory::Parameters parameters = memory::defaults(memory::Algorithm::fsrs7);
  double wanted_recall = 0.9;
  bool operator==(const DeckScheduling&) const = default;
};

// What card states hang on besides the rows: another one makes the states be derived anew.
struct Scheduling {
  memory::Parameters parameters = memory::defaults(memory::Algorithm::fsrs7);
  double wanted_recall = 0.9;
  int day_start_minutes = core::default_day_start_minutes;
  std::map<std::string, DeckScheduling> decks; // by id; all others go by the above
  bool operator==(const Scheduling&) const = default;
};

struct Options {
  core::Clock clock = core::system_clock(); // names files that are set aside
  std::optional<std::uint64_t> seed;        // of the writer id; none = the machine's entropy
  Scheduling scheduling;
  bool read_only = false;
  // False: states are derived when `use` says under which scheduling, which must come before an
  // append. For who finds the scheduling in the history itself.
  bool derive = true;
};

struct Imported {
  int added = 0;   // rows that were new
  int present = 0; // rows already here
  bool operator==(const Imported&) const = default;
};

class History {
public:
  // Makes the folder and an empty history where there is none. A damaged file is set aside and the
  // newest good backup opened, with a notice; held by another process or in a folder that cannot
  // be written, it opens for reading, with a notice.
  // Errors: not_writable, not_readable, unsupported (made by a newer version), busy.
  [[nodiscard]] static core::Result<History> open(const std::filesystem::path& folder,
                                                  Options options = {});
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;
  ~History();

  [[nodiscard]] bool writable() const;
  // What a person should know about this opening, in order.
  [[nodiscard]] const std::vector<core::Error>& notices() const;

  // Committed to the disk when it returns; all events or none.
  // Errors: busy or not_writable (read-only, full disk), usage (an undo of no such row).
  [[nodiscard]] core::Result<RowId> append(core::Moment at, const Event& event);
  [[nodiscard]] core::Result<std::vector<RowId>> append(core::Moment at,
                                                        std::span<const Event> events);
  // Answers given elsewhere, oldest first: all or none.
  [[nodiscard]] core::Status append_past(std::span<const std::pair<core::Moment, Event>> events);
  // Takes back the last `count` answers that stand (of one session, if named), or as many as there
  // are; gives their ids, newest first.
  [[nodiscard]] core::Result<std::vector<RowId>> undo(int count, core::Moment at,
                                                      const std::string& session = {});

  [[nodiscard]] core::Result<std::vector<Row>> rows(const Filter& filter = {}) const;

  // Every card that has progress (of one deck, if named), ordered by deck and card.
  [[nodiscard]] core::Result<std::vector<memory::CardProgress>>
  states(const std::string& deck = {}) const;
  [[nodiscard]] core::Result<memory::CardProgress> state(const std::string& deck,
                                                         const std::string& card) const;
  // Changes the model, the wanted recall or the start of the day; derives all states anew if so.
  [[nodiscard]] core::Status use(const Scheduling& scheduling);
  // Drops what is derived and derives it from the rows.
  [[nodiscard]] core::Status rebuild();

  // Study days with answers, ascending.
  [[nodiscard]] core::Result<std::vector<DayCount>> days(const Filter& filter = {}) const;
  [[nodiscard]] core::Result<Recall> recall(const Filter& filter = {}) const;
  // Answers for statistics, in the order in which they count.
  [[nodiscard]] core::Result<Traces> traces(const Filter& filter = {}) const;
  // Newest first; at most `limit`, 0 = all.
  [[nodiscard]] core::Result<std::vector<SessionSummary>> sessions(const Filter& filter = {},
                                                                   int limit = 0) const;
  // Of sessions with at least `least` answers, per deck and mode.
  [[nodiscard]] core::Result<std::vector<Best>> best(int least = 10) const;
  // Wrong options chosen, most often first.
  [[nodiscard]] core::Result<std::vector<Confusion>> confusions(const Filter& filter = {}) const;
  [[nodiscard]] core::Result<Counts> counts(const Filter& filter = {}) const;
  // Time taken, of the latest thousand answers; 0 when there is none.
  [[nodiscard]] core::Result<std::int64_t> median_ms(const Filter& filter = {}) const;
  // Latest word on each text of each card.
  [[nodiscard]] core::Result<std::vector<Ruling>> rulings(const std::string& deck) const;
  // Newest last, with their ids.
  [[nodiscard]] core::Result<std::vector<std::pair<RowId, ParameterSet>>> parameter_sets() const;

  // A learner moves: all rows into one file, and a file's rows into this history. Rows already here
  // are left alone, so importing twice changes nothing.
  // Errors: not_writable; not_found, malformed, unsupported, busy. A failed import changes nothing.
  [[nodiscard]] core::Status export_to(const std::filesystem::path& file) const;
  [[nodiscard]] core::Result<Imported> import_from(const std::filesystem::path& file);

private:
  struct Inside;
  explicit History(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

} // namespace entente::history
