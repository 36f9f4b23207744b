#pragma once

// A review log as what a model predicts: histories card by card, and the reviews whose outcome
// counts, in the order and with the weights that an evaluation or a fit asks for.

#include "memory/review_log.h"

#include <cstdint>
#include <span>
#include <vector>

namespace entente::memory {

enum class SameDay {
  calendar, // study days are the same
  hours24   // less than 24 hours apart
};
enum class Filter {
  none,
  // fsrs-rs: of each card's first review on a later day, groups by (first grade, days) too small or
  // too long to learn from, and all of their cards with them.
  outliers
};
enum class Order {
  time,
  // fsrs-rs's evaluation: the first later-day reviews (by grade, then by size of their group), then
  // all others by time.
  first_later_day
};
enum class Recency {
  none,
  cubic, // 0.25 + 0.75 x^3, FSRS-6
  steep  // 0.0667 + 0.9333 x^11.25, FSRS-7
};

struct DatasetOptions {
  int offset_minutes = 0; // of local time, east of UTC
  int day_start_minutes = core::default_day_start_minutes;
  SameDay same_day = SameDay::calendar;
  Filter filter = Filter::none;
  Order order = Order::time;
  Recency recency = Recency::none;

  bool operator==(const DatasetOptions&) const = default;
};

// The options behind fsrs-rs's published evaluations.
[[nodiscard]] DatasetOptions published_options();

struct Target {
  std::uint32_t review = 0; // index into Dataset's arrays
  float weight = 1;
};

// One value a review, cards one after the other, each card's reviews in time order.
struct Dataset {
  std::vector<std::uint32_t> row;   // index into ReviewLog::reviews
  std::vector<std::uint8_t> grade;  // 1..4
  std::vector<float> days;          // study days since the card's last review; 0: same day or first
  std::vector<float> time;          // the same in fractional days
  std::vector<std::uint32_t> first; // where each card begins, and one more: the number of reviews
  std::vector<Target> targets;      // reviews on a later day than their card's last, kept, in order

  [[nodiscard]] std::size_t reviews() const { return grade.size(); }
  [[nodiscard]] std::size_t cards() const { return first.size() - 1; }
  // What the algorithm counts as elapsed.
  [[nodiscard]] const std::vector<float>& elapsed(Algorithm algorithm) const {
    return algorithm == Algorithm::fsrs6 ? days : time;
  }
};

[[nodiscard]] Dataset dataset(const ReviewLog& log, const DatasetOptions& options);

// Sets the weights of targets by their place among them.
void weigh(std::span<Target> targets, Recency recency);

} // namespace entente::memory
