#pragma once

// Names that go together though no rule of spelling or sound brings them there.

#include <string_view>

namespace entente::judge {

// Two ways to write one first name: Antony and Tony, Mohammed and Muhammad.
[[nodiscard]] bool same_first_name(std::string_view a, std::string_view b);

// One well-known name in two spellings or scripts: Qaddafi and Gaddafi, Putin and 普京.
[[nodiscard]] bool same_known_name(std::string_view a, std::string_view b);
[[nodiscard]] bool is_known_name(std::string_view word);

} // namespace entente::judge
