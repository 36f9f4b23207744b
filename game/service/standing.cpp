#include "service/standing.h"

#include "memory/forecast.h"

#include <algorithm>
#include <map>

namespace entente::service {

namespace {

// Recall expected now as it is shown, 0 for a card never seen.
double recall_now(const memory::CardProgress* progress, const memory::Model& model,
                  const quiz::Material& material, core::Moment now) {
  if (progress == nullptr) return 0;
  const auto recall = quiz::predicted_recall(*progress, model, material.settings, now);
  return recall ? memory::shifted(*recall, material.shift) : 0;
}

const memory::CardProgress* progress_of(const quiz::Material& material, const std::string& card) {
  const auto found = material.learner.progress.find(card);
  return found == material.learner.progress.end() ? nullptr : &found->second;
}

double share(double sum, int of) { return of == 0 ? 0 : sum / of; }

} // namespace

DeckStanding stand(const DeckFile& file, const quiz::Material& material, core::Moment now,
                   double seconds_a_card) {
  DeckStanding standing;
  standing.file = file;
  standing.outlook = quiz::outlook(material, {}, now);
  standing.cards = static_cast<int>(material.deck.cards.size());
  const memory::Model model(material.parameters);
  std::map<std::string, CategoryStanding> by_id;
  for (const deck::Card& card : material.deck.cards) {
    const auto* progress = progress_of(material, card.id);
    const double recall = recall_now(progress, model, material, now);
    CategoryStanding& category = by_id[card.category];
    ++category.cards;
    category.recall += recall;
    standing.recall += recall;
    if (progress != nullptr && progress->suspended) standing.suspended.push_back(card.id);
    if (progress == nullptr || !progress->state) continue;
    ++category.seen;
    ++standing.seen;
    if (model.stability(*progress->state) >= known_well_days) ++standing.known_well;
  }
  for (const deck::Category& category : material.deck.categories) {
    CategoryStanding each = by_id[category.id];
    each.id = category.id;
    each.name = category.name;
    each.colour = category.colour;
    each.recall = share(each.recall, each.cards);
    standing.categories.push_back(std::move(each));
  }
  standing.recall = share(standing.recall, standing.cards);
  standing.minutes = (standing.outlook.due + standing.outlook.fresh) * seconds_a_card / 60.0;
  return standing;
}

int best_streak(const std::vector<history::DayCount>& days) {
  int best = 0;
  int run = 0;
  const history::DayCount* before = nullptr;
  for (const history::DayCount& day : days) {
    run = before != nullptr && day.day - before->day == 1 ? run + 1 : 1;
    best = std::max(best, run);
    before = &day;
  }
  return best;
}

} // namespace entente::service
