#include "memory/dataset.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace entente::memory {

namespace {

// Rows card by card, in time order; rows of one moment in the file's order.
std::vector<std::uint32_t> sorted_rows(const ReviewLog& log, std::vector<std::uint32_t>& first) {
  first.assign(log.cards.size() + 1, 0);
  for (const Review& review : log.reviews) ++first[review.card + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> rows(log.reviews.size());
  auto next = first;
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[next[log.reviews[i].card]++] = i;
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    return log.reviews[a].utc_ms < log.reviews[b].utc_ms;
  };
  for (std::size_t card = 0; card + 1 < first.size(); ++card)
    std::stable_sort(rows.begin() + first[card], rows.begin() + first[card + 1], earlier);
  return rows;
}

int days_apart(std::int64_t from, std::int64_t to, const DatasetOptions& options) {
  if (options.same_day == SameDay::hours24) return static_cast<int>((to - from) / core::ms_per_day);
  const auto day = [&](std::int64_t at) {
    return core::study_day({at, options.offset_minutes}, options.day_start_minutes);
  };
  return day(to) - day(from);
}

void fill(Dataset& data, const ReviewLog& log, const DatasetOptions& options) {
  const std::size_t count = data.row.size();
  data.grade.resize(count);
  data.days.assign(count, 0);
  data.time.assign(count, 0);
  for (std::size_t i = 0; i < count; ++i)
    data.grade[i] = static_cast<std::uint8_t>(log.reviews[data.row[i]].grade);
  for (std::size_t card = 0; card < data.cards(); ++card) {
    for (std::size_t i = data.first[card] + 1; i < data.first[card + 1]; ++i) {
      const std::int64_t before = log.reviews[data.row[i - 1]].utc_ms;
      const std::int64_t now = log.reviews[data.row[i]].utc_ms;
      data.days[i] = static_cast<float>(days_apart(before, now, options));
      data.time[i] = static_cast<float>(core::days_between({before, 0}, {now, 0}));
    }
  }
}

// A card's first review on a later day than its first.
struct Opening {
  std::uint32_t card = 0;
  std::uint32_t review = 0;
  int grade = 0; // of the card's first review
  int days = 0;
};

std::vector<Opening> openings(const Dataset& data) {
  std::vector<Opening> found;
  for (std::uint32_t card = 0; card < data.cards(); ++card) {
    for (std::uint32_t i = data.first[card]; i < data.first[card + 1]; ++i) {
      if (data.days[i] <= 0) continue;
      found.push_back({card, i, data.grade[data.first[card]], static_cast<int>(data.days[i])});
      break;
    }
  }
  return found;
}

// Sizes of the groups by (first grade, days).
using Groups = std::map<std::pair<int, int>, std::size_t>;

Groups group(const std::vector<Opening>& openings) {
  Groups groups;
  for (const Opening& opening : openings) ++groups[{opening.grade, opening.days}];
  return groups;
}

// Groups of one first grade to drop: the smallest up to a twentieth of all (at least 20 reviews),
// then those under six reviews, or over 100 days (a year after Easy).
std::vector<int> outlying_days(int grade, const Groups& groups) {
  std::vector<std::pair<std::size_t, int>> by_size;
  std::size_t total = 0;
  for (const auto& [key, size] : groups) {
    if (key.first != grade) continue;
    by_size.emplace_back(size, key.second);
    total += size;
  }
  std::sort(by_size.begin(), by_size.end());
  const std::size_t allowance = std::max<std::size_t>(20, total / 20);
  const int longest = grade == 4 ? 365 : 100;
  std::vector<int> dropped;
  std::size_t removed = 0;
  for (const auto& [size, days] : by_size) {
    const bool spare = removed + size < allowance;
    if (spare) removed += size;
    if (spare || size < 6 || days > longest) dropped.push_back(days);
  }
  return dropped;
}

Groups without_outliers(Groups groups) {
  for (int grade = 1; grade <= 4; ++grade)
    for (const int days : outlying_days(grade, groups)) groups.erase({grade, days});
  return groups;
}

std::vector<std::uint32_t> later_day_reviews(const Dataset& data,
                                             const std::vector<bool>& dropped) {
  std::vector<std::uint32_t> found;
  for (std::size_t card = 0; card < data.cards(); ++card) {
    if (dropped[card]) continue;
    for (std::uint32_t i = data.first[card]; i < data.first[card + 1]; ++i)
      if (data.days[i] > 0) found.push_back(i);
  }
  return found;
}

// Sorted by when they were given; those of one moment card by card.
void sort_by_time(std::vector<std::uint32_t>& reviews, const Dataset& data, const ReviewLog& log) {
  std::vector<std::pair<std::int64_t, std::uint32_t>> timed;
  timed.reserve(reviews.size());
  for (const std::uint32_t i : reviews) timed.emplace_back(log.reviews[data.row[i]].utc_ms, i);
  std::sort(timed.begin(), timed.end());
  for (std::size_t i = 0; i < timed.size(); ++i) reviews[i] = timed[i].second;
}

// Openings that are kept, by grade, size of group and days; the others after them as they were.
void put_openings_first(std::vector<std::uint32_t>& reviews, const std::vector<Opening>& opened,
                        const Groups& groups) {
  using Rank = std::tuple<int, std::size_t, int>;
  std::unordered_map<std::uint32_t, Rank> ranks;
  for (const Opening& opening : opened)
    if (const auto kept = groups.find({opening.grade, opening.days}); kept != groups.end())
      ranks[opening.review] = {opening.grade, kept->second, opening.days};
  const auto rank = [&](std::uint32_t i) {
    const auto found = ranks.find(i);
    return found == ranks.end() ? Rank{5, 0, 0} : found->second; // after every grade
  };
  std::stable_sort(reviews.begin(), reviews.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
}

void choose_targets(Dataset& data, const ReviewLog& log, const DatasetOptions& options) {
  const auto opened = openings(data);
  Groups groups = group(opened);
  if (options.filter == Filter::outliers) groups = without_outliers(std::move(groups));
  std::vector<bool> dropped(data.cards(), false);
  for (const Opening& opening : opened)
    dropped[opening.card] = !groups.contains({opening.grade, opening.days});
  auto chosen = later_day_reviews(data, dropped);
  sort_by_time(chosen, data, log);
  if (options.order == Order::first_later_day) put_openings_first(chosen, opened, groups);
  for (const std::uint32_t i : chosen) data.targets.push_back({i, 1});
}

double recency_weight(Recency recency, std::size_t i, std::size_t count) {
  const auto n = static_cast<double>(count);
  const auto at = static_cast<double>(i);
  switch (recency) {
  case Recency::none:
    return 1;
  case Recency::cubic:
    return 0.25 + 0.75 * std::pow(count > 1 ? at / (n - 1) : 0, 3);
  case Recency::steep:
    return 0.0667 + 0.9333 * std::pow(at / n, 11.25);
  }
  return 1;
}

} // namespace

DatasetOptions published_options() {
  DatasetOptions options;
  options.filter = Filter::outliers;
  options.order = Order::first_later_day;
  options.recency = Recency::cubic;
  return options;
}

void weigh(std::span<Target> targets, Recency recency) {
  for (std::size_t i = 0; i < targets.size(); ++i)
    targets[i].weight = static_cast<float>(recency_weight(recency, i, targets.size()));
}

Dataset dataset(const ReviewLog& log, const DatasetOptions& options) {
  Dataset data;
  data.row = sorted_rows(log, data.first);
  fill(data, log, options);
  choose_targets(data, log, options);
  weigh(data.targets, options.recency);
  return data;
}

} // namespace entente::memory
