#pragma once

#include <string_view>

namespace entente::text {

extern const std::string_view simplified_pairs;
extern const std::string_view pinyin_groups;

} // namespace entente::text
