#include "generate/phrasebook.h"

namespace entente::generate {

namespace {

core::Error malformed(const std::string& where, std::string what) {
  return {core::ErrorCode::malformed, std::move(what), where,
          "Correct the line in the language folder."};
}

// f(line, where) -> Status, for each line that says something.
template <typename F>
core::Status each_line(std::string_view text, const std::string& file, F&& f) {
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trimmed(text.substr(start, end - start));
    start = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (auto status = f(line, file + ":" + std::to_string(number)); !status) return status;
  }
  return core::Done{};
}

} // namespace

core::Status Phrasebook::add_templates(std::string_view text, const std::string& file) {
  Template* last = nullptr;
  return each_line(
      text, file, [&](std::string_view line, const std::string& where) -> core::Status {
        if (line.starts_with("ok ") || line.starts_with("no ")) {
          if (last == nullptr) return malformed(where, "An example before the first question.");
          last->examples.push_back(read_example(line, where));
          return core::Done{};
        }
        const auto colon = line.find(" : ");
        const bool known = line.starts_with("ask ") || line.starts_with("say ");
        if (!known || colon == std::string_view::npos)
          return malformed(where, "A line reads \"ask NAME : TEXT\" or \"say NAME : TEXT\".");
        last = &templates_[std::string(trimmed(line.substr(4, colon - 4)))];
        last->text = trimmed(line.substr(colon + 3));
        return core::Done{};
      });
}

core::Status Phrasebook::add_lists(std::string_view text, const std::string& file) {
  return each_line(text, file,
                   [&](std::string_view line, const std::string& where) -> core::Status {
                     const auto colon = line.find(':');
                     if (colon == std::string_view::npos)
                       return malformed(where, "No name before a colon.");
                     const std::string name(trimmed(line.substr(0, colon)));
                     if (name != "group") {
                       for (const auto item : split(line.substr(colon + 1), ';'))
                         lists_[name].emplace_back(item);
                       return core::Done{};
                     }
                     for (const auto word : split(line.substr(colon + 1), ' '))
                       group_by_word_.emplace(word, groups_.size());
                     auto& group = groups_.emplace_back();
                     for (const auto word : split(line.substr(colon + 1), ' '))
                       group.emplace_back(word);
                     return core::Done{};
                   });
}

std::string Phrasebook::fill(std::string_view name, const Slots& slots) const {
  const auto found = templates_.find(name);
  if (found == templates_.end()) return {};
  std::string result;
  const std::string_view text = found->second.text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    const std::size_t close = text.find('}', open);
    result += text.substr(at, open - at);
    if (close == std::string_view::npos) break;
    const std::string_view slot = text.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : slots)
      if (key == slot) result += value;
    at = close + 1;
  }
  return result;
}

const std::vector<std::string>& Phrasebook::list(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = lists_.find(name);
  return found == lists_.end() ? none : found->second;
}

std::vector<std::string> Phrasebook::group_of(std::string_view word) const {
  const auto found = group_by_word_.find(word);
  if (found == group_by_word_.end()) return {};
  std::vector<std::string> others;
  for (const std::string& other : groups_[found->second])
    if (other != word) others.push_back(other);
  return others;
}

} // namespace entente::generate
