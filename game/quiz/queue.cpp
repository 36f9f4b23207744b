#include "quiz/queue.h"

#include "core/random.h"
#include "memory/load.h"
#include "quiz/question.h"
#include "quiz/schedule.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace entente::quiz {

namespace {

using memory::CardProgress;

template <typename T> bool holds(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}

std::string searched_text(const deck::Card& card) {
  std::string all = card.prompt + ' ' + deck::answer_line(card.answer) + ' ' + card.explanation;
  for (const std::string& tag : card.tags) all += ' ' + tag;
  return text::comparable(all);
}

bool contains_words(const std::string& text, const std::string& search) {
  std::size_t at = 0;
  while (at < search.size()) { // clean text has single spaces only
    const std::size_t end = std::min(search.find(' ', at), search.size());
    if (text.find(search.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

bool is_missed(const CardProgress* progress) {
  return progress && progress->state && (progress->owed || progress->lapses > 0);
}

bool is_seen(const CardProgress* progress) { return progress && progress->state; }

// The cards of a selection by what may be done with them now.
struct Pools {
  std::vector<std::size_t> owed, due, fresh, later; // fresh in deck order
  std::vector<std::size_t> waiting;                 // due, and left to the coming days
  std::vector<std::size_t> all;
  int suspended = 0, missed = 0, new_today = 0;
};

bool is_today(core::Moment at, const Material& material, core::Moment now) {
  const int start = material.settings.day_start_minutes;
  return core::study_day(at, start) == core::study_day(now, start);
}

int reviewed_today(const Material& material, core::Moment now) {
  return static_cast<int>(std::ranges::count_if(material.learner.progress, [&](const auto& each) {
    const CardProgress& card = each.second;
    return card.state && is_today(card.last_answer, material, now) &&
           !is_today(card.first_seen, material, now);
  }));
}

// Due cards as a study sees them; what is due again since this morning counts as rested.
memory::Study study_of_due(const Material& material, const std::vector<std::size_t>& due,
                           const memory::Model& model, core::Moment now) {
  memory::Study study;
  for (const std::size_t card : due) {
    const CardProgress& progress = *find_progress(material, card);
    const double days =
        model.elapsed(progress.last_answer, now, material.settings.day_start_minutes);
    study.cards.push_back({progress.state, std::max(days, 0.5), 1});
  }
  return study;
}

class Sorter {
public:
  Sorter(const Material& material, core::Moment now) : material_(material), now_(now) {
    if (material.planned) planned_.insert(material.planned->begin(), material.planned->end());
  }

  // New cards to be begun today: what the plan says, else what is left of the daily limit.
  std::vector<std::size_t> todays_new(const Pools& pools, std::vector<std::size_t> fresh) const {
    if (material_.planned) {
      std::erase_if(fresh, [this](std::size_t card) { return !is_planned(card); });
      return fresh;
    }
    const int left = std::max(0, material_.settings.new_cards_a_day - pools.new_today);
    fresh.resize(std::min(fresh.size(), static_cast<std::size_t>(left)));
    return fresh;
  }

  // Of cards that can be asked in one of `forms` (empty = any).
  Pools pools(const Selection& selection, const std::vector<deck::Form>& forms = {}) const {
    const memory::Model model(material_.parameters);
    Pools pools;
    for (std::size_t i = 0; i < material_.deck.cards.size(); ++i) {
      const deck::Card& card = material_.deck.cards[i];
      const CardProgress* progress = find_progress(material_, i);
      pools.new_today += first_seen_today(progress) ? 1 : 0;
      if (matches(selection, card, progress) &&
          (forms.empty() || choose_form(card, progress, model, material_.settings, forms)))
        put(pools, i, progress);
    }
    if (!material_.planned) put_off(pools);
    return pools;
  }

private:
  bool first_seen_today(const CardProgress* progress) const {
    return is_seen(progress) && is_today(progress->first_seen, material_, now_);
  }

  void put_off(Pools& pools) const {
    auto days = deal_due(material_, pools.due, now_);
    pools.due = std::move(days.front());
    for (std::size_t day = 1; day < days.size(); ++day)
      pools.waiting.insert(pools.waiting.end(), days[day].begin(), days[day].end());
  }

  void put(Pools& pools, std::size_t card, const CardProgress* progress) const {
    pools.suspended += progress && progress->suspended ? 1 : 0;
    if (progress && is_hidden(*progress, material_.settings, now_)) return;
    pools.missed += is_missed(progress) ? 1 : 0;
    pools.all.push_back(card);
    if (!is_seen(progress))
      pools.fresh.push_back(card);
    else if (progress->owed)
      pools.owed.push_back(card);
    else if (material_.planned ? is_planned(card) : is_due(*progress, material_.settings, now_))
      pools.due.push_back(card);
    else
      pools.later.push_back(card);
  }

  bool is_planned(std::size_t card) const {
    return planned_.contains(material_.deck.cards[card].id);
  }

  const Material& material_;
  core::Moment now_;
  std::set<std::string> planned_;
};

class Builder {
public:
  Builder(const Material& material, const Plan& plan, core::Moment now)
      : material_(material),
        plan_(plan),
        now_(now),
        sorter_(material, now),
        pools_(sorter_.pools(plan.selection, plan.forms)) {}

  std::vector<std::size_t> build() {
    switch (plan_.mode) {
    case Mode::drill:
      add_due(), add(todays_new());
      break;
    case Mode::ahead:
      add(first(soonest(), material_.settings.ahead_cards));
      break;
    case Mode::more_new:
      add(more_new());
      break;
    case Mode::all_due:
      pools_.due.insert(pools_.due.end(), pools_.waiting.begin(), pools_.waiting.end());
      add_due(), add(todays_new());
      break;
    case Mode::quick:
      return quick();
    case Mode::cram:
    case Mode::exam:
    case Mode::games:
      add(pools_.all);
      break;
    }
    return order_;
  }

private:
  using Cards = std::vector<std::size_t>;

  Cards todays_new() const {
    return sorter_.todays_new(pools_, fresh(std::numeric_limits<int>::max()));
  }

  // Today's, and some over the limit.
  Cards more_new() const {
    Cards cards = todays_new();
    const auto wanted = cards.size() + static_cast<std::size_t>(material_.settings.extra_new_cards);
    for (const std::size_t card : fresh(std::numeric_limits<int>::max()))
      if (cards.size() < wanted && !holds(cards, card)) cards.push_back(card);
    return cards;
  }

  static Cards first(Cards cards, int count) {
    cards.resize(std::min(cards.size(), static_cast<std::size_t>(std::max(0, count))));
    return cards;
  }

  // Asked for after those already in the order.
  void add(const Cards& cards) {
    const auto before = order_.empty() ? std::optional<std::size_t>() : order_.back();
    const Cards next = spread(material_.deck, cards, plan_.seed + order_.size(), before);
    order_.insert(order_.end(), next.begin(), next.end());
  }

  void add_due() {
    Cards due = pools_.due;
    core::Random random(plan_.seed);
    random.shuffle(due);
    add(pools_.owed);
    add(due);
  }

  // The first new cards of the deck, of each category its share: the deck may be sorted by them.
  Cards fresh(int count) const {
    return first(spread(material_.deck, pools_.fresh, core::hash(material_.deck.id)), count);
  }

  Cards soonest() const {
    Cards cards = pools_.later;
    std::ranges::stable_sort(cards, {}, [this](std::size_t card) {
      return due_moment(*find_progress(material_, card), material_.settings).utc_ms;
    });
    return cards;
  }

  // The ones most likely forgotten by now first.
  Cards least_known() const {
    const memory::Model model(material_.parameters);
    const auto recall = [&](std::size_t card) {
      return predicted_recall(*find_progress(material_, card), model, material_.settings, now_);
    };
    std::map<std::size_t, double> recalls;
    for (const std::size_t card : pools_.later) recalls[card] = recall(card).value_or(0);
    Cards cards = pools_.later;
    std::ranges::stable_sort(cards, {}, [&](std::size_t card) { return recalls[card]; });
    return cards;
  }

  Cards quick() {
    add_due();
    Cards picked = order_;
    const auto wanted = static_cast<std::size_t>(material_.settings.quick_questions);
    const auto take = [&](const Cards& more) {
      for (const std::size_t card : more)
        if (picked.size() < wanted && !holds(picked, card)) picked.push_back(card);
    };
    take(todays_new());
    take(least_known());
    take(fresh(std::numeric_limits<int>::max()));
    return spread(material_.deck, first(picked, material_.settings.quick_questions), plan_.seed);
  }

  const Material& material_;
  const Plan& plan_;
  core::Moment now_;
  Sorter sorter_;
  Pools pools_;
  Cards order_;
};

std::vector<CardProgress> visible_progress(const Material& material, const Pools& pools) {
  std::vector<CardProgress> cards;
  for (const std::size_t card : pools.all)
    if (const CardProgress* progress = find_progress(material, card)) cards.push_back(*progress);
  return cards;
}

// What waits comes from tomorrow on.
void wait_for_tomorrow(NextDue& next, int waiting, const Settings& settings, core::Moment now) {
  const core::Day tomorrow = core::study_day(now, settings.day_start_minutes) + 1;
  if (next.next_day != tomorrow) next.on_next_day = 0;
  next.next_day = tomorrow;
  next.on_next_day = std::min(settings.reviews_a_day, next.on_next_day + waiting);
}

} // namespace

std::string_view name(Mode mode) {
  constexpr std::array<std::string_view, 8> names = {"drill", "ahead", "more-new", "all-due",
                                                     "quick", "cram",  "exam",     "games"};
  return names[static_cast<std::size_t>(mode)];
}

bool matches(const Selection& selection, const deck::Card& card, const CardProgress* progress) {
  if (!selection.categories.empty() && !holds(selection.categories, card.category)) return false;
  if (!selection.cards.empty() && !holds(selection.cards, card.id)) return false;
  if (selection.missed && !is_missed(progress)) return false;
  if (!selection.tags.empty() && std::ranges::none_of(card.tags, [&](const std::string& tag) {
        return holds(selection.tags, tag);
      }))
    return false;
  return selection.search.empty() ||
         contains_words(searched_text(card), text::comparable(selection.search));
}

std::vector<std::vector<std::size_t>>
deal_due(const Material& material, const std::vector<std::size_t>& due, core::Moment now) {
  const int a_day = material.settings.reviews_a_day;
  const auto whole = static_cast<std::size_t>(a_day);
  const auto left = static_cast<std::size_t>(std::max(0, a_day - reviewed_today(material, now)));
  if (due.size() <= left) return {due};
  const memory::Model model(material.parameters);
  const std::size_t rooms[] = {left, whole};
  std::vector<std::vector<std::size_t>> days;
  for (const auto& day :
       memory::deal_backlog(study_of_due(material, due, model, now), model, rooms)) {
    days.emplace_back();
    for (const std::uint32_t card : day) days.back().push_back(due[card]);
  }
  return days;
}

std::vector<std::size_t> build_queue(const Material& material, const Plan& plan, core::Moment now) {
  return Builder(material, plan, now).build();
}

std::vector<std::size_t> reading_order(const Material& material, const Selection& selection) {
  std::vector<std::size_t> cards;
  for (std::size_t i = 0; i < material.deck.cards.size(); ++i) {
    const deck::Card& card = material.deck.cards[i];
    const CardProgress* progress = find_progress(material, i);
    if (matches(selection, card, progress) && !(progress && progress->suspended))
      cards.push_back(i);
  }
  return cards;
}

NextDue next_due(const std::vector<CardProgress>& cards, const Settings& settings,
                 core::Moment now) {
  const core::Day today = core::study_day(now, settings.day_start_minutes);
  NextDue next;
  for (const CardProgress& progress : cards) {
    if (!progress.state || progress.suspended || is_due(progress, settings, now)) continue;
    core::Moment due = due_moment(progress, settings);
    due.offset_minutes = now.offset_minutes;
    const core::Day day = core::study_day(due, settings.day_start_minutes);
    if (day == today) {
      ++next.later_today;
      if (!next.first || due.utc_ms < next.first->utc_ms) next.first = due;
    } else if (!next.next_day || day < *next.next_day) {
      next.next_day = day;
      next.on_next_day = 1;
    } else if (day == *next.next_day) {
      ++next.on_next_day;
    }
  }
  return next;
}

Outlook outlook(const Material& material, const Selection& selection, core::Moment now) {
  const Sorter sorter(material, now);
  const Pools pools = sorter.pools(selection);
  const int fresh = static_cast<int>(pools.fresh.size());
  Outlook result;
  result.due = static_cast<int>(pools.owed.size() + pools.due.size());
  result.waiting = static_cast<int>(pools.waiting.size());
  result.fresh = static_cast<int>(sorter.todays_new(pools, pools.fresh).size());
  result.more_new = fresh - result.fresh;
  result.ahead = static_cast<int>(pools.later.size());
  result.missed = pools.missed;
  result.suspended = pools.suspended;
  result.next = next_due(visible_progress(material, pools), material.settings, now);
  if (result.waiting > 0) wait_for_tomorrow(result.next, result.waiting, material.settings, now);
  return result;
}

} // namespace entente::quiz
