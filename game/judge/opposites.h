#pragma once

// Words between which no slip is forgiven, since the meaning turns.

#include <string_view>

namespace entente::judge {

// "not", "never", "без", 不, لا ...: what turns the meaning of what stands with it.
[[nodiscard]] bool is_negation(std::string_view word);

// North and south, unilateral and bilateral, lawful and unlawful; also pairs that are confused
// though they mean different things (fission, fusion). Words are folded.
[[nodiscard]] bool opposite(std::string_view a, std::string_view b);

} // namespace entente::judge
