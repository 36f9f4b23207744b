#include "judge/decimal.h"

#include <algorithm>

namespace entente::judge {

Decimal::Decimal(std::int64_t value) : digits_(std::to_string(value)) { normalise(); }

Decimal Decimal::from_digits(std::string_view digits) {
  Decimal result;
  const std::size_t point = digits.find('.');
  result.digits_ = digits.substr(0, point);
  if (point != std::string_view::npos) {
    const std::string_view after = digits.substr(point + 1);
    result.digits_ += after;
    result.exponent_ = -static_cast<int>(after.size());
  }
  result.normalise();
  return result;
}

void Decimal::normalise() {
  digits_.erase(0, std::min(digits_.find_first_not_of('0'), digits_.size()));
  while (!digits_.empty() && digits_.back() == '0') {
    digits_.pop_back();
    ++exponent_;
  }
  if (digits_.empty()) exponent_ = 0;
}

Decimal Decimal::scaled(int powers_of_ten) const {
  Decimal result = *this;
  if (!result.is_zero()) result.exponent_ += powers_of_ten;
  return result;
}

Decimal Decimal::plus(const Decimal& other) const {
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  Decimal result;
  result.exponent_ = std::min(exponent_, other.exponent_);
  std::string a =
      digits_ + std::string(static_cast<std::size_t>(exponent_ - result.exponent_), '0');
  std::string b = other.digits_ +
                  std::string(static_cast<std::size_t>(other.exponent_ - result.exponent_), '0');
  if (a.size() < b.size()) a.swap(b);
  b.insert(0, a.size() - b.size(), '0');
  int carry = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int sum = (a[i] - '0') + (b[i] - '0') + carry;
    a[i] = static_cast<char>('0' + sum % 10);
    carry = sum / 10;
  }
  result.digits_ = (carry != 0 ? "1" : "") + a;
  result.normalise();
  return result;
}

std::int64_t Decimal::small() const {
  if (is_zero()) return 0;
  if (exponent_ < 0 || digits_.size() + static_cast<std::size_t>(exponent_) > 12) return -1;
  return std::stoll(digits_ + std::string(static_cast<std::size_t>(exponent_), '0'));
}

} // namespace entente::judge
