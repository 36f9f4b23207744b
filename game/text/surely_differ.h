#pragma once

// A quick no to "are these the same text".

#include <string_view>

namespace entente::text {

// Told at a glance: comparable(a) is not comparable(b). False where that takes a closer look.
[[nodiscard]] bool surely_differ(std::string_view a, std::string_view b);

} // namespace entente::text
