#pragma once

// Word tables for names.

#include <string_view>
#include <vector>

namespace entente::judge {

[[nodiscard]] bool is_title(std::string_view word); // president, mr, министр ...
[[nodiscard]] bool
is_title_filler(std::string_view word); // of, state, us, russian ...: inside titles
[[nodiscard]] bool is_name_particle(std::string_view word);        // von, de, bin ...
[[nodiscard]] bool is_name_suffix(std::string_view word);          // jr, sr, phd ...
[[nodiscard]] bool is_family_first_surname(std::string_view word); // xi, kim, nguyen ...
[[nodiscard]] std::vector<std::string_view> family_first_surnames();
[[nodiscard]] bool is_two_character_surname(std::string_view two_characters); // 欧阳
[[nodiscard]] std::string_view
han_title_ending(std::string_view name); // 主席 of 习主席; else empty

} // namespace entente::judge
