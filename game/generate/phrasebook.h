#pragma once

// A language's wording of questions, reasons and explanations, and its lists to draw wrong options
// from. Files of the language's folder:
//   *.ask   ask NAME : TEXT with {slots}     its ok/no lines show what it asks of a text
//           say NAME : TEXT with {slots}     reasons and explanations
//   *.list  NAME: item; item; item           |  group: word word word (words of one kind)

#include "generate/rules.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::generate {

struct Template {
  std::string text;
  std::vector<Example> examples;
};

class Phrasebook {
public:
  // Errors: malformed, with file and line.
  core::Status add_templates(std::string_view text, const std::string& file);
  core::Status add_lists(std::string_view text, const std::string& file);

  using Slots = std::vector<std::pair<std::string_view, std::string>>;
  // The template with its slots filled; empty when the language has no such template.
  [[nodiscard]] std::string fill(std::string_view name, const Slots& slots = {}) const;
  [[nodiscard]] bool has(std::string_view name) const { return templates_.contains(name); }
  [[nodiscard]] const std::map<std::string, Template, std::less<>>& templates() const {
    return templates_;
  }
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;
  // The other words of the group that holds this one; empty when none does.
  [[nodiscard]] std::vector<std::string> group_of(std::string_view word) const;

private:
  std::map<std::string, Template, std::less<>> templates_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  std::vector<std::vector<std::string>> groups_;
  std::map<std::string, std::size_t, std::less<>> group_by_word_;
};

} // namespace entente::generate
