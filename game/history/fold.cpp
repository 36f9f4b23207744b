// The pure half of derived.h: rows in, progress out.

#include "history/derived.h"

#include "history/steps.h"

#include <algorithm>
#include <unordered_map>

namespace entente::history {

Models::Models(Scheduling scheduling)
    : scheduling_(std::move(scheduling)), common_(scheduling_.parameters) {
  for (const auto& [deck, own] : scheduling_.decks)
    own_.emplace(deck, memory::Model(own.parameters));
}

const memory::Model& Models::model(const std::string& deck) const {
  const auto own = own_.find(deck);
  return own == own_.end() ? common_ : own->second;
}

memory::Schedule Models::schedule(const std::string& deck) const {
  const auto own = scheduling_.decks.find(deck);
  return {own == scheduling_.decks.end() ? scheduling_.wanted_recall : own->second.wanted_recall,
          scheduling_.day_start_minutes};
}

void advance(memory::CardProgress& progress, const Step& step, const Models& models) {
  switch (step.kind) {
  case Step::Kind::answer:
    if (step.counts)
      progress = memory::apply(std::move(progress), {step.at, step.grade, step.day},
                               models.model(step.deck), models.schedule(step.deck));
    return;
  case Step::Kind::reset: {
    const bool suspended = progress.suspended;
    progress = {progress.deck, progress.card};
    progress.suspended = suspended;
    return;
  }
  case Step::Kind::suspend:
  case Step::Kind::unsuspend:
    progress.suspended = step.kind == Step::Kind::suspend;
    return;
  case Step::Kind::bury:
    progress.buried = step.day;
    return;
  case Step::Kind::undo:
  case Step::Kind::other:
    return;
  }
}

std::vector<RowId> undone(std::vector<UndoLink> links) {
  std::ranges::sort(links, std::greater{}, &UndoLink::id);
  std::vector<RowId> taken; // sorted
  for (const UndoLink& link : links) {
    if (std::ranges::binary_search(taken, link.id)) continue;
    const auto place = std::ranges::lower_bound(taken, link.target);
    if (place == taken.end() || *place != link.target) taken.insert(place, link.target);
  }
  return taken;
}

namespace {

// Progress of many cards while rows stream by.
class Fold {
public:
  explicit Fold(const Models& models) : models_(models) {}

  void add(const Step& step) {
    if (step.card.empty()) {
      if (step.kind == Step::Kind::reset) reset_deck(step);
      return;
    }
    key_.assign(step.deck).append(1, '\x1f').append(step.card);
    auto& progress =
        cards_.try_emplace(key_, memory::CardProgress{step.deck, step.card}).first->second;
    advance(progress, step, models_);
  }

  [[nodiscard]] std::vector<memory::CardProgress> finish() const {
    std::vector<memory::CardProgress> all;
    for (const auto& [key, progress] : cards_)
      if (progress != memory::CardProgress{progress.deck, progress.card}) all.push_back(progress);
    std::ranges::sort(all, {}, [](const auto& each) { return std::tie(each.deck, each.card); });
    return all;
  }

private:
  void reset_deck(const Step& step) {
    for (auto& [key, progress] : cards_)
      if (progress.deck == step.deck) advance(progress, step, models_);
  }

  const Models& models_;
  std::unordered_map<std::string, memory::CardProgress> cards_;
  std::string key_;
};

} // namespace

std::vector<memory::CardProgress> fold_rows(const Database& database, const Models& models) {
  Fold fold(models);
  Statement row(database, standing_steps + std::string(" ORDER BY stamp, writer"));
  Step step;
  while (row.step()) {
    read_step(row, step);
    fold.add(step);
  }
  return fold.finish();
}

} // namespace entente::history
