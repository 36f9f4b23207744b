#include "ui/strings.h"

#include "text/format.h"

#include <optional>

namespace entente::ui {

namespace {

constexpr std::string_view said = "said.";

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
  for (const auto& [key, text] : others.texts_)
    if (key.starts_with(said)) both.english_.emplace(key, text);
  return both;
}

namespace {

// Whether a quotation is begun and not ended: what is quoted is never cut.
bool in_quotation(std::string_view words) {
  const auto open = words.rfind("“"), closed = words.rfind("”");
  return open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
}

// What stands in the gaps of a sentence, by their names; none when the words differ. A gap ends
// where the words after it come first, the last one where the sentence does.
std::optional<std::vector<std::pair<std::string, std::string>>> gaps_of(std::string_view sentence,
                                                                        std::string_view told) {
  std::vector<std::pair<std::string, std::string>> gaps;
  for (;;) {
    const auto open = sentence.find('{');
    const std::string_view words = sentence.substr(0, open);
    if (!told.starts_with(words)) return std::nullopt;
    told.remove_prefix(words.size());
    if (open == std::string_view::npos) break;
    const auto close = sentence.find('}', open);
    const std::string name(sentence.substr(open + 1, close - open - 1));
    sentence.remove_prefix(close + 1);
    const std::string_view next = sentence.substr(0, sentence.find('{'));
    const bool last = next.size() == sentence.size();
    if (last && !told.ends_with(next)) return std::nullopt;
    auto end = last ? told.size() - next.size() : told.find(next);
    while (!last && end != std::string_view::npos && in_quotation(told.substr(0, end)))
      end = told.find(next, end + 1);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    gaps.emplace_back(name, told.substr(0, end));
    told.remove_prefix(end);
  }
  if (!told.empty()) return std::nullopt;
  return gaps;
}

} // namespace

std::string Strings::retold(std::string_view english) const {
  const std::string* best = nullptr;
  std::vector<std::pair<std::string, std::string>> filled;
  for (const auto& [key, sentence] : english_) {
    auto gaps = gaps_of(sentence, english);
    const auto mine = texts_.find(key);
    // Of several that fit, the one that leaves least to its gaps.
    if (!gaps || mine == texts_.end() || (best != nullptr && gaps->size() >= filled.size()))
      continue;
    best = &mine->second;
    filled = std::move(*gaps);
  }
  if (best == nullptr) return std::string(english);
  std::string text = *best;
  for (const auto& [name, value] : filled) fill(text, std::string_view(name), retold(value));
  return text;
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
