#include "screens/progress_charts.h"

#include "screens/words.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int date_labels = 4;
constexpr std::size_t most_day_bars = 92; // more are added up by weeks

std::string tenths(double value) {
  return value == std::round(value) ? number(std::llround(value)) : decimal(value);
}

std::string range_words(const memory::ShareRange& range) {
  return percent(range.low) + "–" + percent(range.high);
}

std::string days_words(core::Day first, core::Day last) {
  return first == last ? short_date(first) : short_date(first) + " – " + short_date(last);
}

std::vector<XLabel> date_axis(core::Day first, core::Day last) {
  std::vector<XLabel> labels;
  const int days = last - first;
  for (int i = 0; i <= date_labels; ++i) {
    const core::Day day = first + days * i / date_labels;
    if (labels.empty() || labels.back().at < day.number)
      labels.push_back({double(day.number), short_date(day)});
  }
  return labels;
}

// A tenth under the lowest figure, so that what matters fills the plot.
double low_edge(double lowest) { return std::clamp(std::floor(lowest * 10 - 0.2) / 10, 0.0, 0.8); }

// Of an axis that counts: only whole numbers are said.
std::string whole_words(double value) {
  return value == std::round(value) ? number(std::llround(value)) : "";
}

double minutes_of(std::int64_t ms) {
  return static_cast<double>(ms) / static_cast<double>(core::ms_per_minute);
}

} // namespace

Figures recall_figures(const service::Statistics& all, const Cursors& cursors) {
  Figures figures;
  Plot plot;
  plot.label = say("progress.recall");
  plot.y_words = [](double share) { return percent(share); };
  plot.x_low = all.first.number;
  plot.x_high = std::max(all.today.number, all.first.number + 1);
  plot.x_labels = date_axis(all.first, all.today);
  plot.height = 214;
  plot.cursor = cursors("recall");
  Series measured{say("progress.measured"), {}, Tone::accent, 3, false, true};
  Series promised{say("progress.promised"), {}, Tone::ink3, 2, true};
  Band band;
  double lowest = all.wanted_recall;
  figures.table.head = {say("progress.days"), say("progress.measured"), say("progress.range"),
                        say("progress.promised"), say("progress.answers")};
  for (const auto& point : all.recall) {
    const double x = (point.first.number + point.last.number) / 2.0;
    measured.points.push_back({x, point.recalled.share});
    promised.points.push_back({x, point.promised});
    band.low.push_back({x, point.recalled.low});
    band.high.push_back({x, point.recalled.high});
    lowest = std::min({lowest, point.recalled.low, point.promised});
    plot.notes.push_back(days_words(point.first, point.last) + ": " +
                         say("progress.recall-note", {{"measured", percent(point.recalled.share)},
                                                      {"range", range_words(point.recalled)},
                                                      {"promised", percent(point.promised)}}));
    figures.table.rows.push_back({days_words(point.first, point.last),
                                  percent(point.recalled.share), range_words(point.recalled),
                                  percent(point.promised), number(point.asked)});
  }
  plot.y_low = low_edge(lowest);
  plot.band = std::move(band);
  plot.series = {std::move(measured), std::move(promised)};
  plot.references.push_back(
      {all.wanted_recall, say("progress.target", {{"recall", percent(all.wanted_recall)}})});
  figures.empty = all.recall.empty();
  figures.chart = chart(std::move(plot));
  return figures;
}

Figures calibration_figures(const service::Statistics& all, const Cursors& cursors) {
  Figures figures;
  Plot plot;
  plot.label = say("progress.honest") + ", " + say("progress.honest.words");
  plot.y_words = [](double share) { return percent(share); };
  plot.height = 206;
  plot.diagonal = true;
  plot.cursor = cursors("calibration");
  double lowest = 0.9;
  std::size_t most = 1;
  for (const auto& point : all.calibration) {
    lowest = std::min({lowest, point.predicted, point.actual});
    most = std::max(most, point.count);
  }
  plot.x_low = plot.y_low = low_edge(lowest);
  plot.x_labels = {{plot.x_low, percent(plot.x_low)}, {1, percent(1)}};
  figures.table.head = {say("progress.predicted"), say("progress.actual"), say("progress.range"),
                        say("progress.answers")};
  for (const auto& point : all.calibration) {
    const double part = std::sqrt(double(point.count) / double(most));
    plot.bubbles.push_back({point.predicted, point.actual, 4 + 6 * static_cast<float>(part)});
    const std::string range = percent(point.low) + "–" + percent(point.high);
    const std::string answers = say_count("answers", std::int64_t(point.count));
    plot.notes.push_back(say("progress.honest-note", {{"predicted", percent(point.predicted)},
                                                      {"actual", percent(point.actual)},
                                                      {"range", range},
                                                      {"answers", answers}}));
    figures.table.rows.push_back({percent(point.predicted), percent(point.actual), range,
                                  number(std::int64_t(point.count))});
  }
  figures.empty = all.calibration.empty();
  figures.chart = chart(std::move(plot));
  return figures;
}

Figures coming_figures(const service::Statistics& all, int days, const Cursors& cursors) {
  Figures figures;
  Bars bars;
  bars.label = say("progress.coming");
  bars.height = 150;
  bars.gap = days > 40 ? 2 : 5;
  bars.cursor = cursors("coming");
  bars.y_words = whole_words;
  figures.table.head = {say("progress.day"), say("progress.reviews"), say("progress.new"),
                        say("progress.minutes")};
  for (int i = 0; i < days && i < std::ssize(all.coming); ++i) {
    const auto& day = all.coming[static_cast<std::size_t>(i)];
    Bar bar;
    bar.value = day.reviews + day.fresh;
    bar.strong = i == 0;
    bar.note = say("progress.coming-note", {{"day", short_date(day.day)},
                                            {"cards", say_count("cards", std::llround(bar.value))},
                                            {"minutes", tenths(std::round(day.minutes))},
                                            {"new", tenths(day.fresh)}});
    if (i > 0 && i % (days > 40 ? 21 : 7) == 0 && i + 2 < days) bar.under = short_date(day.day);
    bars.bars.push_back(std::move(bar));
    figures.table.rows.push_back(
        {short_date(day.day), decimal(day.reviews), tenths(day.fresh), decimal(day.minutes)});
  }
  if (!bars.bars.empty()) bars.bars.front().under = say("curve.today");
  figures.chart = chart(std::move(bars));
  return figures;
}

Figures time_figures(const service::Statistics& all, const Cursors& cursors) {
  Figures figures;
  const auto span = static_cast<std::size_t>(all.today - all.first + 1);
  const std::size_t together = span > most_day_bars ? 7 * ((span / 7) / most_day_bars + 1) : 1;
  std::vector<history::DayCount> sums((span + together - 1) / together);
  // Counted back from today, so that the last bar is whole.
  for (const auto& day : all.days) {
    const auto back = static_cast<std::size_t>(std::max(0, all.today - day.day)) / together;
    if (back >= sums.size()) continue;
    auto& sum = sums[sums.size() - 1 - back];
    sum.answers += day.answers;
    sum.right += day.right;
    sum.taken_ms += day.taken_ms;
  }
  Bars bars;
  bars.label = say("progress.time");
  bars.height = 130;
  bars.gap = sums.size() > 40 ? 2 : 5;
  bars.cursor = cursors("time");
  bars.y_words = [](double minutes) { return tenths(minutes); };
  figures.table.head = {say("progress.days"), say("progress.minutes"), say("progress.answers"),
                        say("progress.right")};
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const int back = static_cast<int>((sums.size() - 1 - i) * together);
    const core::Day last = all.today + -back;
    const core::Day first = std::max(all.first, last + (1 - static_cast<int>(together)));
    Bar bar;
    bar.value = minutes_of(sums[i].taken_ms);
    bar.strong = i + 1 == sums.size();
    bar.note = say("progress.time-note", {{"days", days_words(first, last)},
                                          {"time", duration(sums[i].taken_ms)},
                                          {"answers", say_count("answers", sums[i].answers)}});
    bars.bars.push_back(std::move(bar));
    if (sums[i].answers > 0)
      figures.table.rows.push_back({days_words(first, last), decimal(minutes_of(sums[i].taken_ms)),
                                    number(sums[i].answers), number(sums[i].right)});
  }
  figures.empty = all.days.empty();
  figures.chart = chart(std::move(bars));
  return figures;
}

namespace {

using BinWords = std::function<std::string(const service::CardBin&)>;

Figures bin_figures(const std::vector<service::CardBin>& bins, const std::string& label,
                    const BinWords& under, const BinWords& whole, const Cursor& cursor) {
  Figures figures;
  Bars bars;
  bars.label = label;
  bars.height = 150;
  bars.cursor = cursor;
  figures.table.head = {"", say("progress.cards")};
  int cards = 0;
  for (const auto& bin : bins) {
    cards += bin.cards;
    bars.bars.push_back({double(bin.cards), bin.cards > 0 ? number(bin.cards) : "", under(bin),
                         false, whole(bin) + ": " + say_count("cards", bin.cards)});
    figures.table.rows.push_back({whole(bin), number(bin.cards)});
  }
  figures.empty = cards == 0;
  figures.chart = chart(std::move(bars));
  return figures;
}

} // namespace

Figures stability_figures(const service::Statistics& all, const Cursors& cursors) {
  const auto under = [&](const service::CardBin& bin) {
    if (bin.low == 0) return say("progress.bin.under", {{"n", number(std::llround(bin.high))}});
    if (bin.high > 3000) return say("progress.bin.years");
    return say("progress.bin.days", {{"n", number(std::llround(bin.low))}});
  };
  const auto whole = [](const service::CardBin& bin) {
    if (bin.high > 3000) return say("progress.bin.over", {{"time", interval(bin.low)}});
    return say("progress.bin.from-to",
               {{"from", number(std::llround(bin.low))}, {"to", interval(bin.high)}});
  };
  return bin_figures(all.stability, say("progress.stability"), under, whole, cursors("stability"));
}

Figures retrievability_figures(const service::Statistics& all, const Cursors& cursors) {
  const auto under = [](const service::CardBin& bin) { return percent(bin.low); };
  const auto whole = [](const service::CardBin& bin) {
    return percent(bin.low) + "–" + percent(std::min(1.0, bin.high));
  };
  return bin_figures(all.retrievability, say("progress.retrievability"), under, whole,
                     cursors("retrievability"));
}

Figures calendar_figures(const std::vector<history::DayCount>& days, core::Day today, int weeks,
                         const Cursor& cursor) {
  const core::Day first = today + (1 - 7 * weeks + (6 - core::weekday(today)));
  std::vector<int> answers(static_cast<std::size_t>(today - first + 1));
  Figures figures;
  figures.table.head = {say("progress.day"), say("progress.answers"), say("progress.right"),
                        say("progress.minutes")};
  for (const auto& day : days) {
    if (day.day < first || day.day > today) continue;
    answers[static_cast<std::size_t>(day.day - first)] = day.answers;
    figures.table.rows.push_back({short_date(day.day), number(day.answers), number(day.right),
                                  decimal(minutes_of(day.taken_ms))});
  }
  std::reverse(figures.table.rows.begin(), figures.table.rows.end());
  const int most = std::max(1, *std::max_element(answers.begin(), answers.end()));
  Calendar calendar;
  calendar.label = say_count("days.weeks", weeks);
  for (const int n : answers) calendar.days.push_back(double(n) / most);
  calendar.today = today - first;
  calendar.days.resize(static_cast<std::size_t>(7 * weeks)); // to the end of this week
  answers.resize(calendar.days.size());
  calendar.note = [answers, first](int day) {
    return short_date(first + day) + ": " +
           say_count("answers", answers[static_cast<std::size_t>(day)]);
  };
  calendar.cursor = cursor;
  figures.chart = chart(std::move(calendar));
  return figures;
}

namespace {

constexpr std::size_t most_curve_points = 400;

// The way a card was remembered, as points of x (days from now) and recall.
class StoryCurve {
public:
  StoryCurve(const service::CardStory& story, core::Moment now)
      : model_(story.parameters), now_(now) {
    std::vector<const service::StoryAnswer*> counted;
    for (const auto& answer : story.answers)
      if (answer.counts) counted.push_back(&answer);
    if (counted.empty()) return;
    const std::size_t each = std::clamp<std::size_t>(most_curve_points / counted.size(), 2, 24);
    for (std::size_t i = 0; i + 1 < counted.size(); ++i)
      piece(*counted[i], core::days_between(counted[i]->at, counted[i + 1]->at), each);
    const double since = core::days_between(counted.back()->at, now);
    const double ahead = model_.interval(counted.back()->after, story.wanted_recall);
    piece(*counted.back(), std::max({since + 1, ahead, 1.0}) * 1.15, 48);
  }

  std::vector<DataPoint> points;
  std::vector<std::string> notes;

private:
  void piece(const service::StoryAnswer& answer, double days, std::size_t count) {
    const double from = core::days_between(now_, answer.at);
    for (std::size_t i = 0; i <= count; ++i) {
      const double t = days * double(i) / double(count);
      points.push_back({from + t, model_.retrievability(answer.after, t)});
      core::Moment at = answer.at;
      at.utc_ms += std::llround(t * double(core::ms_per_day));
      notes.push_back(short_date(core::study_day(at)) + ": " + percent(points.back().y));
    }
  }

  memory::Model model_;
  core::Moment now_;
};

} // namespace

Build story_chart(const service::CardStory& story, core::Moment now, const Cursor& cursor) {
  StoryCurve curve(story, now);
  if (curve.points.empty()) return text(say("story.none")).mute();
  Plot plot;
  plot.label = say("curve.label");
  plot.height = 210;
  plot.y_words = [](double share) { return percent(share); };
  plot.x_low = curve.points.front().x;
  plot.x_high = std::max(curve.points.back().x, plot.x_low + 0.01);
  double lowest = story.wanted_recall;
  for (const auto& point : curve.points) lowest = std::min(lowest, point.y);
  plot.y_low = low_edge(lowest);
  const core::Day today = core::study_day(now);
  plot.x_labels = {{plot.x_low, short_date(today + int(std::floor(plot.x_low)))},
                   {0, say("curve.today"), true},
                   {plot.x_high, short_date(today + int(std::ceil(plot.x_high)))}};
  // Too near to be read beside each other.
  const double near = 0.12 * (plot.x_high - plot.x_low);
  if (plot.x_high < near) plot.x_labels.pop_back();
  if (-plot.x_low < near) plot.x_labels.erase(plot.x_labels.begin());
  plot.references.push_back(
      {story.wanted_recall, say("progress.target", {{"recall", percent(story.wanted_recall)}})});
  plot.series.push_back({say("curve.label"), std::move(curve.points), Tone::accent, 2.5F});
  plot.notes = std::move(curve.notes);
  plot.cursor = cursor;
  return chart(std::move(plot));
}

} // namespace entente::screens
