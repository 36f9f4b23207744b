#pragma once

// A value or an Error. Member names are those of std::expected, which GCC 12 offers only under
// C++23 and clang-tidy cannot see there; this becomes an alias one day.

#include "core/error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace entente::core {

template <typename T> class [[nodiscard]] Result {
public:
  using value_type = T;

  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& value() & { return *get(); }
  [[nodiscard]] const T& value() const& { return *get(); }
  [[nodiscard]] T&& value() && { return std::move(*get()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return get(); }
  const T* operator->() const { return get(); }

  [[nodiscard]] const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&held_));
  }

  [[nodiscard]] T value_or(T other) const& { return has_value() ? value() : std::move(other); }

  // f: T -> Result<U>
  template <typename F> auto and_then(F&& f) && -> std::invoke_result_t<F, T&&> {
    if (has_value()) return std::forward<F>(f)(std::move(*get()));
    return std::move(*this).error();
  }

  // f: T -> U
  template <typename F> auto transform(F&& f) && -> Result<std::invoke_result_t<F, T&&>> {
    if (has_value()) return std::forward<F>(f)(std::move(*get()));
    return std::move(*this).error();
  }

private:
  T* get() {
    assert(has_value());
    return std::get_if<0>(&held_);
  }
  const T* get() const {
    assert(has_value());
    return std::get_if<0>(&held_);
  }

  std::variant<T, Error> held_;
};

// Success without a value.
struct Done {
  bool operator==(const Done&) const = default;
};
using Status = Result<Done>;

} // namespace entente::core
