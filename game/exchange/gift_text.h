#pragma once

// Words in GIFT: backslash escapes, and what Moodle writes in comments before a question.

#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

[[nodiscard]] std::string gift_escape(std::string_view words);
// Trimmed; a line break in the file is a space, \n is one in the words.
[[nodiscard]] std::string gift_unescape(std::string_view raw);
// Where the first of these characters stands unescaped, from `from`; npos when none does.
[[nodiscard]] std::size_t gift_find(std::string_view raw, std::string_view characters,
                                    std::size_t from = 0);

// "// [id:x] [tag:y]"
struct GiftLabels {
  std::string id;
  std::vector<std::string> tags;
};
[[nodiscard]] std::string gift_comment(const GiftLabels& labels); // with its line break
void read_gift_comment(std::string_view line, GiftLabels& labels);

// A path of categories for Moodle, in which / is written //.
[[nodiscard]] std::string category_path(std::string_view name);
[[nodiscard]] std::string category_name(std::string_view path);

} // namespace entente::exchange
