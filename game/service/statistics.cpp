#include "service/statistics.h"

#include "quiz/schedule.h"
#include "service/standing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::service {

namespace {

constexpr int points_wanted = 13; // of recall over time
constexpr std::size_t calibration_points = 8;
constexpr int least_confusions = 2;
constexpr std::size_t most_listed = 20;

bool is_promise(const history::Trace& trace) { return trace.counts && trace.predicted; }

struct Tally {
  int asked = 0, recalled = 0;
  double promised = 0;
  void add(const history::Trace& trace) {
    ++asked;
    recalled += trace.recalled ? 1 : 0;
    promised += *trace.predicted;
  }
  [[nodiscard]] memory::ShareRange range() const {
    return memory::share_range(static_cast<std::size_t>(recalled), static_cast<std::size_t>(asked));
  }
};

class Counter {
public:
  explicit Counter(const StatisticsInput& input) : input_(input) {}

  Statistics count() const {
    Statistics all;
    all.range = input_.range;
    all.today = day(input_.now);
    all.first = first_day(all.today);
    all.wanted_recall = input_.settings.wanted_recall;
    all.answers = static_cast<int>(input_.traces.rows.size());
    all.calendar = input_.days;
    for (const auto& each : input_.days)
      if (each.day >= all.first) all.days.push_back(each);
    recall(all);
    calibration(all);
    all.seconds_a_card = seconds_a_card();
    all.coming = coming_work(input_.materials, input_.now, all.seconds_a_card, coming_days);
    spread(all);
    by_category(all);
    hard(all);
    return all;
  }

private:
  core::Day day(core::Moment at) const {
    return core::study_day(at, input_.settings.day_start_minutes);
  }

  core::Day first_day(core::Day today) const {
    if (input_.range.days > 0) return today + (1 - input_.range.days);
    return input_.days.empty() ? today : std::min(today, input_.days.front().day);
  }

  double seconds_a_card() const {
    if (std::ssize(input_.traces.rows) < least_answers_for_pace) return assumed_seconds_a_card;
    std::vector<std::int64_t> taken;
    for (const auto& trace : input_.traces.rows) taken.push_back(trace.taken_ms);
    const auto middle = taken.begin() + std::ssize(taken) / 2;
    std::nth_element(taken.begin(), middle, taken.end());
    return static_cast<double>(*middle) / 1000 + seconds_at_answer;
  }

  void recall(Statistics& all) const {
    const int length = std::max(1, (all.today - all.first + points_wanted) / points_wanted);
    std::map<int, Tally> tallies;
    Tally sum;
    for (const auto& trace : input_.traces.rows) {
      if (!is_promise(trace)) continue;
      // Counted back from today, so that the last point is whole.
      tallies[-((all.today - day(trace.at)) / length)].add(trace);
      sum.add(trace);
    }
    for (const auto& [place, tally] : tallies)
      all.recall.push_back({std::max(all.first, all.today + (place * length - length + 1)),
                            all.today + place * length, tally.asked, tally.range(),
                            tally.promised / tally.asked});
    all.recall_in_all = {sum.asked, sum.recalled, sum.asked == 0 ? 0 : sum.promised / sum.asked};
  }

  void calibration(Statistics& all) const {
    std::vector<memory::Prediction> predictions;
    for (const auto& trace : input_.traces.rows)
      if (is_promise(trace)) predictions.push_back({0, *trace.predicted, trace.recalled});
    const auto of = static_cast<double>(predictions.size());
    all.calibration = memory::calibration_curve(std::move(predictions), calibration_points);
    for (const auto& point : all.calibration)
      all.off_by +=
          std::abs(point.predicted - point.actual) * static_cast<double>(point.count) / of;
  }

  template <class Visit> void each_seen(Visit visit) const {
    for (const auto& material : input_.materials) {
      const memory::Model model(material->parameters);
      for (std::size_t i = 0; i < material->deck.cards.size(); ++i) {
        const auto* progress = quiz::find_progress(*material, i);
        if (progress == nullptr || !progress->state) continue;
        visit(*material, i, *progress, model);
      }
    }
  }

  double recall_now(const memory::CardProgress& progress, const memory::Model& model) const {
    return quiz::predicted_recall(progress, model, input_.settings, input_.now).value_or(0);
  }

  void spread(Statistics& all) const {
    constexpr double days[] = {0, 1, 3, 7, 14, 30, 60, 120, 365, 36501};
    constexpr double shares[] = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001};
    all.stability = bins(days);
    all.retrievability = bins(shares);
    each_seen([&](const auto&, std::size_t, const auto& progress, const auto& model) {
      put(all.stability, model.stability(*progress.state));
      put(all.retrievability, recall_now(progress, model));
    });
  }

  template <std::size_t N> static std::vector<CardBin> bins(const double (&edges)[N]) {
    std::vector<CardBin> all;
    for (std::size_t i = 0; i + 1 < N; ++i) all.push_back({edges[i], edges[i + 1], 0});
    return all;
  }

  static void put(std::vector<CardBin>& bins, double figure) {
    for (CardBin& bin : bins)
      if (figure < bin.high) return void(++bin.cards);
  }

  void by_category(Statistics& all) const {
    std::map<std::pair<std::string, std::string>, Tally> measured = measured_by_category();
    for (const auto& material : input_.materials) {
      std::map<std::string, CategoryFigures> figures;
      const memory::Model model(material->parameters);
      for (std::size_t i = 0; i < material->deck.cards.size(); ++i) {
        auto& each = figures[material->deck.cards[i].category];
        ++each.cards;
        const auto* progress = quiz::find_progress(*material, i);
        if (progress == nullptr || !progress->state) continue;
        ++each.seen;
        each.recall_now += recall_now(*progress, model);
      }
      for (const auto& category : material->deck.categories) {
        CategoryFigures each = figures[category.id];
        each.deck = material->deck.id;
        each.id = category.id;
        each.name = category.name;
        each.colour = category.colour;
        if (each.seen > 0) each.recall_now /= each.seen;
        const Tally& tally = measured[{each.deck, each.id}];
        each.asked = tally.asked;
        each.recalled = tally.range();
        all.categories.push_back(std::move(each));
      }
    }
  }

  std::map<std::pair<std::string, std::string>, Tally> measured_by_category() const {
    std::map<history::Traces::Card, const std::string*> categories;
    for (const auto& material : input_.materials)
      for (const auto& card : material->deck.cards)
        categories[{material->deck.id, card.id}] = &card.category;
    std::vector<Tally*> of_card(input_.traces.cards.size());
    std::map<std::pair<std::string, std::string>, Tally> tallies;
    for (std::size_t i = 0; i < of_card.size(); ++i) {
      const auto& card = input_.traces.cards[i];
      const auto found = categories.find(card);
      if (found != categories.end()) of_card[i] = &tallies[{card.deck, *found->second}];
    }
    for (const auto& trace : input_.traces.rows)
      if (is_promise(trace) && of_card[trace.card] != nullptr) of_card[trace.card]->add(trace);
    return tallies;
  }

  void hard(Statistics& all) const {
    each_seen([&](const auto& material, std::size_t i, const auto& progress, const auto&) {
      const deck::Card& card = material.deck.cards[i];
      if (progress.lapses >= least_lapses)
        all.hard.push_back({material.deck.id, card.id, card.prompt, progress.lapses});
      for (const auto& [option, times] : quiz::known_confusions(material, i))
        if (times >= least_confusions)
          all.mixed_up.push_back({material.deck.id, card.id, card.prompt,
                                  deck::answer_line(card.answer), option, times});
    });
    std::ranges::stable_sort(all.hard, std::greater{}, &HardCard::lapses);
    std::ranges::stable_sort(all.mixed_up, std::greater{}, &MixedUp::times);
    if (all.hard.size() > most_listed) all.hard.resize(most_listed);
    if (all.mixed_up.size() > most_listed) all.mixed_up.resize(most_listed);
  }

  const StatisticsInput& input_;
};

} // namespace

Statistics statistics(const StatisticsInput& input) { return Counter(input).count(); }

CardStory story_of(const quiz::Material& material, const std::string& card,
                   const std::vector<history::Row>& rows) {
  CardStory story;
  story.deck = material.deck.id;
  story.card = card;
  story.parameters = material.parameters;
  story.wanted_recall = material.settings.wanted_recall;
  if (const auto* found = deck::find_card(material.deck, card)) {
    story.prompt = found->prompt;
    story.answer = deck::answer_line(found->answer);
    if (const auto* category = deck::find_category(material.deck, found->category)) {
      story.category = category->name;
      story.colour = category->colour;
    }
  }
  const memory::Model model(material.parameters);
  memory::CardProgress progress;
  for (const history::Row& row : rows) {
    if (std::holds_alternative<history::Reset>(row.event)) progress = {};
    const auto* answer = std::get_if<history::Answer>(&row.event);
    if (answer == nullptr) continue;
    if (answer->counts)
      progress = memory::apply(progress, {row.at, answer->given, answer->placed}, model,
                               {story.wanted_recall, material.settings.day_start_minutes});
    story.answers.push_back({row.at, answer->given, answer->form, answer->answered,
                             answer->predicted, answer->taken_ms, answer->counts,
                             progress.state.value_or(memory::State{})});
  }
  story.progress = progress;
  return story;
}

} // namespace entente::service
