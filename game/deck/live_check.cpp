#include "deck/live_check.h"

#include <chrono>

namespace entente::deck {

namespace {

constexpr std::size_t at_once = 300; // cards; a few milliseconds

} // namespace

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
  return across_known_ && looked_across_ == workshop.cards();
}

LiveCheck::Across LiveCheck::across(const Deck& deck, std::vector<HeldCard> cards) {
  Across found;
  found.cards = std::move(cards);
  for (Finding& finding : check_across(deck))
    (finding.card.empty() ? found.of_deck : found.by_card[finding.card])
        .push_back(std::move(finding));
  return found;
}

void LiveCheck::look_across(const Workshop& workshop) {
  if (looking_.valid()) {
    if (is_looking()) return;
    return take(looking_.get(), workshop);
  }
  asked_ = renewed_;
  if (workshop.cards().size() <= at_once)
    return take(across(workshop.deck(), workshop.cards()), workshop);
  looking_ = std::async(std::launch::async, across, workshop.deck(), workshop.cards());
}

bool LiveCheck::is_looking() const {
  return looking_.valid() &&
         looking_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
}

void LiveCheck::take(Across found, const Workshop& workshop) {
  across_ = std::move(found.by_card);
  of_deck_ = std::move(found.of_deck);
  looked_across_ = std::move(found.cards);
  across_known_ = asked_ == renewed_;
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
