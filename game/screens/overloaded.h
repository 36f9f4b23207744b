#pragma once

namespace entente::screens {

// One lambda for each alternative of a variant.
template <class... Cases> struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace entente::screens
