#pragma once

// How far apart two words are, in letters.

#include <cstddef>
#include <string_view>

namespace entente::judge {

// Optimal string alignment distance (insert, delete, replace, swap neighbours); `limit` + 1 when it
// is more than `limit`. Linear in the longer word.
[[nodiscard]] int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

// Letters that may be off in a word of this many letters.
[[nodiscard]] int typo_limit(std::size_t letters);

// Letters off between two words that differ by a slip of the keyboard or of spelling; -1 when they
// are too far apart, hold digits, or mean different things (opposites, commonly confused words).
[[nodiscard]] int typo_distance(std::string_view expected, std::string_view typed);

} // namespace entente::judge
