#include "ui/strings.h"

#include "text/format.h"

namespace entente::ui {

namespace {

Strings& in_use() {
  static Strings current;
  return current;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

void fill(std::string& text, std::string_view name, const std::string& value) {
  const std::string gap = "{" + std::string(name) + "}";
  for (auto at = text.find(gap); at != std::string::npos; at = text.find(gap, at + value.size()))
    text.replace(at, gap.size(), value);
}

core::Error bad_line(const std::string& name, int line, const std::string& message) {
  return {core::ErrorCode::malformed, message, name + ":" + std::to_string(line),
          "Write \"key = text\", each key once."};
}

} // namespace

core::Result<Strings> Strings::parse(std::string_view text, const std::string& name,
                                     std::string language) {
  Strings strings;
  strings.language_ = std::move(language);
  for (int line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    const std::string_view one = trim(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (one.empty() || one.front() == '#') continue;
    const auto equals = one.find('=');
    if (equals == std::string_view::npos) return bad_line(name, line, "This line has no \"=\".");
    const std::string key(trim(one.substr(0, equals)));
    if (!strings.texts_.emplace(key, trim(one.substr(equals + 1))).second)
      return bad_line(name, line, "The key \"" + key + "\" stands here a second time.");
  }
  return strings;
}

Strings Strings::over(const Strings& others) const {
  Strings both = *this;
  both.texts_.insert(others.texts_.begin(), others.texts_.end());
  return both;
}

std::string Strings::say(std::string_view key, Arguments arguments) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) return "[" + std::string(key) + "]";
  std::string text = found->second;
  for (const auto& [name, value] : arguments) fill(text, name, value);
  return text;
}

std::string Strings::count(std::string_view key, std::int64_t n) const {
  const std::string exact = std::string(key) + "." + text::plural_category(n, language_);
  return say(has(exact) ? exact : std::string(key) + ".other",
             {{"n", text::format_number(n, language_)}});
}

bool Strings::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

std::vector<std::string> Strings::keys() const {
  std::vector<std::string> all;
  for (const auto& [key, text] : texts_) all.push_back(key);
  return all;
}

void use_strings(Strings strings) { in_use() = std::move(strings); }
const Strings& strings() { return in_use(); }

} // namespace entente::ui
