#pragma once

// Exact decimal values of any length: an answer is right by its digits, not by a rounded double.

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::judge {

class Decimal {
public:
  Decimal() = default;                  // zero
  explicit Decimal(std::int64_t value); // REQUIRES: value >= 0
  // Digits with at most one point. REQUIRES: nothing else in it.
  static Decimal from_digits(std::string_view digits);

  [[nodiscard]] bool is_zero() const { return digits_.empty(); }
  [[nodiscard]] Decimal scaled(int powers_of_ten) const;
  [[nodiscard]] Decimal plus(const Decimal& other) const;
  // The digits alone, whatever the magnitude: 4.5 and 45 share them.
  [[nodiscard]] const std::string& digits() const { return digits_; }
  [[nodiscard]] std::int64_t small() const; // as an integer, -1 when it is none or above 10^12
  bool operator==(const Decimal&) const = default;

private:
  void normalise();

  std::string digits_; // no zeros at either end; empty is zero
  int exponent_ = 0;   // of the last digit
};

} // namespace entente::judge
