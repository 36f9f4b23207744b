#pragma once

// Word stems, good enough to see that two sentences speak of the same thing.

#include <string>
#include <string_view>

namespace entente::generate {

// lower: a lower-case English word. Cuts plural, -ed, -ing and -ly.
[[nodiscard]] std::string stem(std::string_view lower);

} // namespace entente::generate
