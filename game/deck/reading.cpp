#include "deck/reading.h"

#include "deck/xml_text.h"

#include <algorithm>

namespace entente::deck {

std::string Element::attribute(const char* name) const {
  const char* value = node->Attribute(name);
  return value ? collapse(value) : std::string();
}

std::string Reading::raw(std::size_t index) const {
  const MarkupNode& node = outline_.nodes[index];
  return std::string(bytes_.substr(node.begin, node.end - node.begin));
}

std::optional<std::string_view> Reading::plain_words(const Element& leaf) const {
  if (leaf.has_attributes() || after(leaf.index) != leaf.index + 1) return std::nullopt;
  const MarkupNode& node = outline_.nodes[leaf.index];
  const std::string_view whole = bytes_.substr(node.begin, node.end - node.begin);
  const std::size_t open = whole.find('>') + 1;
  const std::size_t close = whole.rfind('<');
  if (close < open) return std::string_view(); // <leaf/>
  const std::string_view words = whole.substr(open, close - open);
  for (const char decoded : {'&', '<', '\r'})
    if (words.find(decoded) != std::string_view::npos) return std::nullopt;
  return words;
}

Place Reading::place(const Element& element) {
  const std::size_t offset = outline_.nodes[element.index].begin;
  if (offset < seen_) return place_of(bytes_, offset);
  const Place step = place_of(bytes_.substr(seen_), offset - seen_);
  place_.column = step.line == 1 ? place_.column + step.column - 1 : step.column;
  place_.line += step.line - 1;
  seen_ = offset;
  return place_;
}

void Reading::rewind(const Mark& mark) {
  problems.resize(mark.problems);
  seen_ = mark.seen;
  place_ = mark.place;
}

void Reading::report(const Element& element, const std::string& card, std::string message,
                     std::string advice) {
  problems.push_back({place(element), card, std::move(message), std::move(advice)});
}

bool is_ours(const Element& element) {
  if (!element.has_attributes()) return element.name().find(':') == std::string_view::npos;
  if (element.name().find(':') != std::string_view::npos) return false;
  const char* space = element.node->Attribute("xmlns");
  return !space || std::string_view(space) == deck_namespace;
}

bool preserves(const Element& element, bool around) {
  if (!element.has_attributes()) return around;
  const char* space = element.node->Attribute("xml:space");
  return space ? std::string_view(space) == "preserve" : around;
}

namespace {

void gather(Reading& reading, const Element& element, const LeafContext& context, bool top,
            std::string& words) {
  std::size_t index = element.index + 1;
  const auto keep_order = [&](const tinyxml2::XMLNode* node) {
    if (const auto* text = node->ToText()) {
      words += text->Value();
    } else if (const auto* inner = node->ToElement()) {
      if (top)
        reading.report({inner, index}, context.card,
                       "<" + std::string(element.name()) + "> holds <" + inner->Name() +
                           ">, which format 1 does not have there.",
                       "Its words are read without it; saving drops the tags.");
      gather(reading, {inner, index}, context, false, words);
      index = reading.after(index);
    } else if (node->ToComment()) {
      context.extras.push_back({reading.raw(index), context.at});
      index = reading.after(index);
    }
  };
  for (const auto* node = element.node->FirstChild(); node; node = node->NextSibling())
    keep_order(node);
}

bool holds(std::initializer_list<std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::string own_words(const Element& element, bool preserve, bool paragraphs) {
  std::string words;
  for (const auto* node = element.node->FirstChild(); node; node = node->NextSibling())
    if (const auto* text = node->ToText()) words += text->Value();
  return preserve ? words : collapse(words, paragraphs);
}

std::string read_leaf(Reading& reading, const Element& leaf, LeafContext context, bool paragraphs,
                      bool preserve) {
  if (!context.keeps_attributes) report_lost_attributes(reading, leaf, context.card, {"xml:space"});
  const bool preserved = preserves(leaf, preserve);
  if (const auto words = reading.plain_words(leaf); words && !preserved)
    return collapse(*words, paragraphs); // nearly always
  if (reading.after(leaf.index) == leaf.index + 1) return own_words(leaf, preserved, paragraphs);
  std::string words;
  gather(reading, leaf, context, true, words);
  return preserved ? words : collapse(words, paragraphs);
}

std::string other_attributes(const Element& element,
                             std::initializer_list<std::string_view> known) {
  std::string all;
  for (const auto* a = element.node->FirstAttribute(); a; a = a->Next())
    if (!holds(known, a->Name()))
      all.append(" ").append(a->Name()).append("=\"").append(escape_attribute(a->Value())) += '"';
  return all;
}

void report_lost_attributes(Reading& reading, const Element& element, const std::string& card,
                            std::initializer_list<std::string_view> known) {
  for (const auto* a = element.node->FirstAttribute(); a; a = a->Next())
    if (!holds(known, a->Name()))
      reading.report(element, card,
                     "<" + std::string(element.name()) + "> has the attribute " + a->Name() +
                         ", which format 1 does not have there.",
                     "It is not used, and saving drops it.");
}

void put_in_order(std::vector<Extra>& extras) { std::ranges::stable_sort(extras, {}, &Extra::at); }

bool is_safe_file_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find(':') != std::string_view::npos || name.find('\0') != std::string_view::npos)
    return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

} // namespace entente::deck
