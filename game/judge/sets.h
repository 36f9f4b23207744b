#pragma once

// Several items in one answer, order free or in order.

#include "judge/finding.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

// Judges one typed item against one expected item.
using JudgeItem = std::function<Finding(std::string_view expected, std::string_view typed)>;

[[nodiscard]] std::vector<std::string> items_of(std::string_view joined); // at "; "

[[nodiscard]] Finding judge_set(std::string_view expected, std::string_view typed,
                                const JudgeItem& judge_item);
[[nodiscard]] Finding judge_sequence(std::string_view expected, std::string_view typed,
                                     const JudgeItem& judge_item);

} // namespace entente::judge
