#include "core/result.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace entente::core;

namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return Error{ErrorCode::usage, "It is odd.", "n", "Give an even one."};
  return n / 2;
}

} // namespace

TEST_CASE("a result holds a value or an error") {
  CHECK(half(4).value() == 2);
  CHECK_FALSE(half(3).has_value());
  CHECK(describe(half(3).error()) == "n: It is odd. Give an even one.");
  CHECK(half(3).value_or(7) == 7);
}

TEST_CASE("and_then chains and stops at the first error") {
  CHECK(half(8).and_then(half).value() == 2);
  CHECK_FALSE(half(6).and_then(half).has_value());
  CHECK(half(6).transform([](int n) { return std::to_string(n); }).value() == "3");
}

TEST_CASE("a result moves what cannot be copied") {
  Result<std::unique_ptr<int>> held = std::make_unique<int>(5);
  const auto taken = std::move(held).value();
  CHECK(*taken == 5);
}
