#include "deck/names.h"

#include <array>

namespace entente::deck {

namespace {

constexpr std::array<std::string_view, 10> kinds = {"date",         "number", "person", "place",
                                                    "organisation", "quote",  "text",   "set",
                                                    "sequence",     "pairs"};
constexpr std::array<std::string_view, 6> forms = {"choice", "typed", "flip",
                                                   "cloze",  "order", "match"};

template <typename Value, typename Names>
std::optional<Value> find(const Names& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Value>(i);
  return std::nullopt;
}

template <typename Names> std::string joined(const Names& names) {
  std::string all;
  for (const std::string_view name : names) all.append(all.empty() ? "" : ", ").append(name);
  return all;
}

} // namespace

std::string_view name(AnswerKind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Form form) { return forms[static_cast<std::size_t>(form)]; }

std::optional<AnswerKind> find_answer_kind(std::string_view name) {
  return find<AnswerKind>(kinds, name);
}
std::optional<Form> find_form(std::string_view name) { return find<Form>(forms, name); }

const std::string& answer_kind_names() {
  static const std::string all = joined(kinds);
  return all;
}
const std::string& form_names() {
  static const std::string all = joined(forms);
  return all;
}

} // namespace entente::deck
