#include "deck/live_check.h"

namespace entente::deck {

LiveCheck::LiveCheck(const Deck& deck, CheckMaterial material)
    : check_(deck, std::move(material)) {}

bool LiveCheck::advance(const Workshop& workshop, std::size_t most) {
  std::size_t looked = 0;
  for (const HeldCard& card : workshop.cards()) {
    if (known_.contains(card)) continue;
    if (looked++ == most) return false;
    known_.emplace(card, check_(card->card));
  }
  if (across_known_ && looked_across_ == workshop.cards()) return true;
  if (looked > 0) return false; // the whole deck is a turn of its own
  look_across(workshop);
  return true;
}

void LiveCheck::look_across(const Workshop& workshop) {
  across_.clear();
  of_deck_.clear();
  for (Finding& finding : check_across(workshop.deck()))
    (finding.card.empty() ? of_deck_ : across_[finding.card]).push_back(std::move(finding));
  looked_across_ = workshop.cards();
  across_known_ = true;
  // Cards of the past may come back by undo, but not all of them are worth their memory.
  if (known_.size() <= 4 * workshop.cards().size() + 1000) return;
  std::unordered_map<HeldCard, std::vector<Finding>> kept;
  for (const HeldCard& card : workshop.cards()) kept.insert(known_.extract(card));
  known_ = std::move(kept);
}

std::vector<Finding> LiveCheck::of(const Held& card) const {
  std::vector<Finding> all;
  const HeldCard key(HeldCard{}, &card); // only for the look-up: owns nothing
  if (const auto found = known_.find(key); found != known_.end()) all = found->second;
  if (const auto found = across_.find(card.card.id); found != across_.end())
    all.insert(all.end(), found->second.begin(), found->second.end());
  return all;
}

bool LiveCheck::has_any(const Held& card) const {
  const auto found = known_.find(HeldCard(HeldCard{}, &card));
  return (found != known_.end() && !found->second.empty()) || across_.contains(card.card.id);
}

std::set<std::string> LiveCheck::cards_with_findings(const Workshop& workshop) const {
  std::set<std::string> ids;
  for (const HeldCard& card : workshop.cards())
    if (has_any(*card)) ids.insert(card->card.id);
  return ids;
}

std::size_t LiveCheck::count(const Workshop& workshop) const {
  std::size_t all = of_deck_.size();
  for (const HeldCard& card : workshop.cards()) all += of(*card).size();
  return all;
}

} // namespace entente::deck
