#pragma once

// What follows from the rows: which are taken back, and each card's progress. Kept in tables beside
// them so that opening is quick; may be dropped at any time.

#include "history/history.h"
#include "history/sqlite.h"

#include <string>
#include <vector>

namespace entente::history {

// One row as far as a card's progress hangs on it.
struct Step {
  enum class Kind { answer, reset, suspend, unsuspend, bury, undo, other };
  std::int64_t number = 0;
  Kind kind = Kind::other;
  std::string deck, card;
  core::Moment at;
  memory::Grade grade = memory::Grade::again;
  bool counts = false;
  std::optional<core::Day> day; // bury; and of an answer the one chosen for the card, if any was
};

// The model and the wanted recall by which each deck's cards are followed.
class Models {
public:
  explicit Models(Scheduling scheduling);

  [[nodiscard]] const Scheduling& scheduling() const { return scheduling_; }
  [[nodiscard]] const memory::Model& model(const std::string& deck) const;
  [[nodiscard]] memory::Schedule schedule(const std::string& deck) const;

private:
  Scheduling scheduling_;
  memory::Model common_;
  std::map<std::string, memory::Model> own_; // of the decks that differ
};

// A card's progress after one more row that stands.
void advance(memory::CardProgress& progress, const Step& step, const Models& models);

// An undo and what it takes back.
struct UndoLink {
  RowId id;
  RowId target;
};
// The rows taken back: those that an undo names which is not itself taken back, sorted. An undo is
// later than its target, so one pass from the newest decides each.
[[nodiscard]] std::vector<RowId> undone(std::vector<UndoLink> links);

// Reads progress from the rows alone; ordered by deck and card, blank cards left out.
[[nodiscard]] std::vector<memory::CardProgress> fold_rows(const Database& database,
                                                          const Models& models);

// The derived tables. Every function but `fits` and the readers must run inside a transaction.
class Derived {
public:
  Derived(const Database& database, const Models& models)
      : database_(&database), models_(&models) {}

  // True when the tables were derived from just these rows under this scheduling.
  [[nodiscard]] bool fits() const;
  void rebuild() const;
  // Takes in the rows after those already taken in. REQUIRES: it fitted before they were appended.
  void catch_up() const;

  [[nodiscard]] std::vector<memory::CardProgress> read(const std::string& deck) const; // "": all
  [[nodiscard]] memory::CardProgress read(const std::string& deck, const std::string& card) const;

private:
  void save(const memory::CardProgress& progress) const;
  void refresh_undone() const;
  void apply(const Step& step) const;
  void refold(const std::string& deck, const std::string& card) const;
  [[nodiscard]] bool refold_changed(const std::vector<std::int64_t>& numbers) const;
  void mark() const;

  const Database* database_;
  const Models* models_;
};

} // namespace entente::history
