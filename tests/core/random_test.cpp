#include "core/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using entente::core::Random;

TEST_CASE("the same seed gives the same numbers, here and everywhere") {
  Random a(42);
  Random b(42);
  for (int i = 0; i < 100; ++i) CHECK(a.next() == b.next());
  CHECK(Random(1).next() != Random(2).next());
}

TEST_CASE("below stays below and a shuffle keeps every item") {
  Random random(7);
  std::vector<int> counts(6);
  for (int i = 0; i < 6000; ++i) ++counts[random.below(6)];
  CHECK(*std::min_element(counts.begin(), counts.end()) > 800);
  std::vector<int> items(50);
  std::iota(items.begin(), items.end(), 0);
  auto shuffled = items;
  random.shuffle(shuffled);
  CHECK(shuffled != items);
  std::sort(shuffled.begin(), shuffled.end());
  CHECK(shuffled == items);
}
