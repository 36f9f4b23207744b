// What the coming days bring: each card is followed with the chance the model gives it, a miss
// being asked again on its day.

#include "quiz/queue.h"
#include "quiz/schedule.h"
#include "service/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::service {

namespace {

constexpr double least_days = 1; // a card is asked on one day once, misses aside

class Load {
public:
  Load(std::vector<ComingDay>& days, const quiz::Material& material)
      : days_(days), model_(material.parameters), wanted_(material.settings.wanted_recall) {}

  // Asked on a day after `elapsed` days; then again and again while the days last.
  void review(memory::State state, double elapsed, double day) {
    while (day < static_cast<double>(days_.size())) {
      const double recall = model_.retrievability(state, elapsed);
      at(day).reviews += 1 + (1 - recall); // what is missed is asked once more
      // The way of most answers; the lapses' own way costs little over such a time.
      state = model_.next(state, elapsed, memory::Grade::good);
      elapsed = std::max(least_days, model_.interval(state, wanted_));
      day += elapsed;
    }
  }

  void learn(double day) {
    at(day).fresh += 1;
    const memory::State state = model_.first(memory::Grade::good);
    const double elapsed = std::max(least_days, model_.interval(state, wanted_));
    review(state, elapsed, day + elapsed);
  }

private:
  ComingDay& at(double day) { return days_[static_cast<std::size_t>(day)]; }

  std::vector<ComingDay>& days_;
  memory::Model model_;
  double wanted_;
};

int new_left_today(const quiz::Material& material, core::Moment now) {
  const auto today = core::study_day(now, material.settings.day_start_minutes);
  int begun = 0;
  for (const auto& [id, progress] : material.learner.progress)
    if (progress.state &&
        core::study_day(progress.first_seen, material.settings.day_start_minutes) == today)
      ++begun;
  return std::max(0, material.settings.new_cards_a_day - begun);
}

// The days on which cards that are due now are asked, where they are too many for today.
std::map<std::size_t, int> dealt_days(const quiz::Material& material, core::Moment now) {
  std::vector<std::size_t> due;
  for (std::size_t i = 0; i < material.deck.cards.size(); ++i)
    if (const auto* progress = quiz::find_progress(material, i))
      if (!progress->suspended && quiz::is_due(*progress, material.settings, now)) due.push_back(i);
  std::map<std::size_t, int> days;
  const auto dealt = quiz::deal_due(material, due, now);
  for (std::size_t day = 0; day < dealt.size(); ++day)
    for (const std::size_t card : dealt[day]) days[card] = static_cast<int>(day);
  return days;
}

void add_deck(std::vector<ComingDay>& days, const quiz::Material& material, core::Moment now) {
  Load load(days, material);
  const auto today = core::study_day(now, material.settings.day_start_minutes);
  const std::map<std::size_t, int> dealt = dealt_days(material, now);
  int left = new_left_today(material, now);
  std::size_t day = 0;
  for (std::size_t i = 0; i < material.deck.cards.size(); ++i) {
    const auto* progress = quiz::find_progress(material, i);
    if (progress != nullptr && progress->suspended) continue;
    if (progress != nullptr && progress->state) {
      const auto due = quiz::due_moment(*progress, material.settings);
      const auto later = dealt.find(i);
      const int wait =
          later != dealt.end()
              ? later->second
              : std::max(0, core::study_day(due, material.settings.day_start_minutes) - today);
      load.review(*progress->state,
                  std::max(0.0, core::days_between(progress->last_answer, now)) + wait, wait);
      continue;
    }
    while (left == 0 && day + 1 < days.size() && material.settings.new_cards_a_day > 0) {
      ++day;
      left = material.settings.new_cards_a_day;
    }
    if (left == 0) continue;
    --left;
    load.learn(static_cast<double>(day));
  }
}

} // namespace

std::vector<ComingDay>
coming_work(const std::vector<std::shared_ptr<const quiz::Material>>& materials, core::Moment now,
            double seconds_a_card, int days) {
  std::vector<ComingDay> coming(static_cast<std::size_t>(days));
  int day_start = core::default_day_start_minutes;
  if (!materials.empty()) day_start = materials.front()->settings.day_start_minutes;
  const auto today = core::study_day(now, day_start);
  for (int i = 0; i < days; ++i) coming[static_cast<std::size_t>(i)].day = today + i;
  for (const auto& material : materials) add_deck(coming, *material, now);
  for (ComingDay& day : coming) day.minutes = (day.reviews + day.fresh) * seconds_a_card / 60;
  return coming;
}

} // namespace entente::service
