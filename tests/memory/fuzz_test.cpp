// Figures of Anki's own tests for its fuzz, and of ts-fsrs for the ranges.

#include "memory/fuzz.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace entente::memory;

TEST_CASE("I: fuzzed intervals at the start, middle and end of their range") {
  struct Row {
    double interval;
    int minimum, maximum, low, middle, high;
  };
  for (const Row& row :
       {Row{1, 1, 1000, 1, 1, 1}, Row{2.49, 1, 1000, 2, 2, 2}, Row{2.5, 1, 1000, 2, 3, 4},
        Row{7, 1, 1000, 5, 7, 9}, Row{17, 1, 1000, 14, 17, 20}, Row{37, 1, 1000, 33, 37, 41},
        Row{2, 3, 1000, 3, 4, 4}, Row{2, 3, 3, 3, 3, 3}, Row{6.9, 3, 1000, 5, 7, 9},
        Row{19.9, 3, 1000, 17, 20, 23}, Row{100, 101, 1000, 101, 105, 108},
        Row{100, 1, 99, 92, 96, 99}, Row{100, 97, 103, 97, 100, 103}}) {
    CAPTURE(row.interval);
    CHECK(fuzzed(row.interval, 0, row.minimum, row.maximum) == row.low);
    CHECK(fuzzed(row.interval, 0.5, row.minimum, row.maximum) == row.middle);
    CHECK(fuzzed(row.interval, 0.99, row.minimum, row.maximum) == row.high);
  }
}

TEST_CASE("I: intervals that are not moved") {
  CHECK(unfuzzed(1.5, 1, 100) == 2);
  CHECK(unfuzzed(0.1, 1, 100) == 1);
  CHECK(unfuzzed(101, 1, 100) == 100);
}

TEST_CASE("I: the least interval after a longer one") {
  CHECK(least_interval(2.7269483, 4) == 4);
  CHECK(least_interval(2.7269483, 5) == 0);
  CHECK(least_interval(4.591988, 4) == 5);
}

TEST_CASE("A18: fuzz ranges") {
  const double intervals[] = {2.5, 3, 7, 10, 17, 20, 37, 100};
  const DayRange ranges[] = {{2, 4},   {2, 4},   {5, 9},   {8, 12},
                             {14, 20}, {17, 23}, {33, 41}, {93, 107}};
  for (int i = 0; i < 8; ++i) CHECK(fuzz_range(intervals[i], 2, 36500) == ranges[i]);
}
