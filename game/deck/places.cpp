#include "deck/places.h"

#include "deck/xml_text.h"

#include <algorithm>

namespace entente::deck {

namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string_view element_of(Part::Of of) {
  switch (of) {
  case Part::Of::prompt:
    return "prompt";
  case Part::Of::cloze:
    return "cloze";
  case Part::Of::answer:
  case Part::Of::item:
    return "answer";
  case Part::Of::accept:
    return "accept";
  case Part::Of::wrong:
    return "wrong";
  case Part::Of::explanation:
    return "explanation";
  case Part::Of::hint:
    return "hint";
  case Part::Of::passage:
    return "passage";
  case Part::Of::image:
    return "image";
  case Part::Of::card:
    break;
  }
  return {};
}

} // namespace

Places::Places(std::string_view bytes) : bytes_(bytes) {
  if (auto nodes = outline(bytes, "")) outline_ = std::move(*nodes);
  lines_.push_back(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (bytes[at] == '\n') lines_.push_back(at + 1);
}

std::size_t Places::offset(Place place) const {
  if (place.line < 1 || static_cast<std::size_t>(place.line) > lines_.size()) return bytes_.size();
  std::size_t at = lines_[static_cast<std::size_t>(place.line) - 1];
  for (int column = 1; column < place.column && at < bytes_.size(); ++column) do
      ++at;
    while (at < bytes_.size() && !begins_character(bytes_[at]));
  return at;
}

Place Places::place(std::size_t offset) const {
  const auto line = std::upper_bound(lines_.begin() + 1, lines_.end(), offset) - 1;
  const auto columns = std::count_if(
      bytes_.begin() + static_cast<std::ptrdiff_t>(*line),
      bytes_.begin() + static_cast<std::ptrdiff_t>(std::max(*line, offset)), begins_character);
  return {static_cast<int>(line - lines_.begin()) + 1, static_cast<int>(columns) + 1};
}

std::string_view Places::raw(std::size_t node) const {
  return bytes_.substr(outline_.nodes[node].begin,
                       outline_.nodes[node].end - outline_.nodes[node].begin);
}

std::string_view Places::name(std::size_t node) const {
  const std::string_view text = raw(node);
  const std::size_t end = text.find_first_of(" \t\r\n/>", 1);
  return text.substr(1, std::min(end, text.size()) - 1);
}

std::vector<std::size_t> Places::children(std::size_t node, std::string_view wanted) const {
  std::vector<std::size_t> found;
  for (std::size_t i = node + 1; i < outline_.nodes[node].after; i = outline_.nodes[i].after)
    if (name(i) == wanted) found.push_back(i);
  return found;
}

Place Places::of(const Card& card, Part part) const {
  const std::size_t begin = offset(card.place);
  const auto node =
      std::lower_bound(outline_.nodes.begin(), outline_.nodes.end(), begin,
                       [](const MarkupNode& a, std::size_t at) { return a.begin < at; });
  if (node == outline_.nodes.end() || node->begin != begin || part.of == Part::Of::card)
    return card.place;
  auto parts =
      children(static_cast<std::size_t>(node - outline_.nodes.begin()), element_of(part.of));
  if (part.of == Part::Of::item && !parts.empty()) parts = children(parts.front(), "item");
  if (part.of == Part::Of::wrong && part.index < card.wrong.size())
    // An option that the reader set aside shifts those after it.
    std::erase_if(parts, [&](std::size_t i) {
      return collapse(raw(i)).find(escape(card.wrong[part.index].text)) == std::string::npos &&
             parts.size() > card.wrong.size();
    });
  if (parts.empty()) return card.place;
  return place(outline_.nodes[parts[std::min(part.index, parts.size() - 1)]].begin);
}

Place Places::of_category(std::string_view id) const {
  if (outline_.nodes.empty()) return {1, 1};
  for (const std::size_t i : children(outline_.root, "category"))
    if (raw(i).find("id=\"" + std::string(id) + "\"") != std::string_view::npos ||
        raw(i).find("id='" + std::string(id) + "'") != std::string_view::npos)
      return place(outline_.nodes[i].begin);
  return {1, 1};
}

Place Places::of_finding(const Deck& deck, const Finding& finding) const {
  if (const Card* card = find_card(deck, finding.card)) return of(*card, finding.part);
  if (!finding.category.empty()) return of_category(finding.category);
  return outline_.nodes.empty() ? Place{1, 1} : place(outline_.nodes[outline_.root].begin);
}

} // namespace entente::deck
