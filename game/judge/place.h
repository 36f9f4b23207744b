#pragma once

// Places and organisations: one may have many names.

#include "judge/finding.h"

#include <string_view>

namespace entente::judge {

enum class Entity { place, organisation };

[[nodiscard]] Finding judge_entity(Entity entity, std::string_view expected,
                                   std::string_view typed);

// Both are names of one country, city or organisation: "USA" and "the United States".
[[nodiscard]] bool same_entity(std::string_view a, std::string_view b);

} // namespace entente::judge
