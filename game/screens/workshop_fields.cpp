// The fields of the Workshop's form: a card's parts as text, and text read back into them.

#include "screens/workshop.h"

#include <algorithm>
#include <charconv>

namespace entente::screens {

namespace {

constexpr std::string_view gap = "___";
constexpr std::string_view pair_mark = " = ";

std::string_view trim(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (const std::string_view item = trim(text.substr(0, end)); !item.empty())
      items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

std::optional<deck::Card::Cloze> read_cloze(const std::string& text) {
  const std::size_t at = text.find(gap);
  if (at == std::string::npos) return std::nullopt;
  return deck::Card::Cloze{text.substr(0, at), text.substr(at + gap.size())};
}

std::vector<deck::Pair> read_pairs(const std::string& text) {
  std::vector<deck::Pair> pairs;
  for (const std::string& line : split(text, '\n')) {
    const std::size_t at = line.find('=');
    if (at == std::string::npos) continue;
    deck::Pair pair{std::string(trim(line.substr(0, at))), std::string(trim(line.substr(at + 1)))};
    if (!pair.left.empty() && !pair.right.empty()) pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::string pairs_text(const std::vector<deck::Pair>& pairs) {
  std::vector<std::string> lines;
  for (const deck::Pair& pair : pairs)
    lines.push_back(pair.left + std::string(pair_mark) + pair.right);
  return joined(lines, "\n");
}

void set_paragraph(deck::Card& card, const std::string& text, const std::string& source) {
  int paragraph = 0;
  const std::string_view digits = trim(text);
  std::from_chars(digits.data(), digits.data() + digits.size(), paragraph);
  if (digits.empty() || source.empty())
    card.passage.reset();
  else
    card.passage = deck::Passage{card.passage ? card.passage->source : source,
                                 std::clamp(paragraph, 0, 100'000)};
}

void set_option(deck::Card& card, std::size_t index, const std::string& text, bool reason) {
  if (index >= card.wrong.size()) {
    if (trim(text).empty() || reason) return;
    card.wrong.emplace_back();
    index = card.wrong.size() - 1;
  }
  std::string line = text; // as a file would give it back
  std::replace(line.begin(), line.end(), '\n', ' ');
  (reason ? card.wrong[index].reason : card.wrong[index].text) = std::move(line);
}

} // namespace

std::string field_id(CardField field, std::size_t index) {
  static constexpr const char* names[] = {"prompt", "cloze",     "answer", "items",       "pairs",
                                          "accept", "option",    "reason", "explanation", "hint",
                                          "tags",   "paragraph", "image"};
  const std::string id = std::string("field-") + names[static_cast<std::size_t>(field)];
  const bool many = field == CardField::option || field == CardField::reason;
  return many ? id + "-" + std::to_string(index) : id;
}

std::string field_text(const deck::Card& card, CardField field, std::size_t index) {
  switch (field) {
  case CardField::prompt:
    return card.prompt;
  case CardField::cloze:
    return card.cloze ? card.cloze->before + std::string(gap) + card.cloze->after : "";
  case CardField::answer:
    return card.answer.text;
  case CardField::items:
    return joined(card.answer.items, "\n");
  case CardField::pairs:
    return pairs_text(card.answer.pairs);
  case CardField::accepted:
    return joined(card.accepted, "\n");
  case CardField::option:
    return index < card.wrong.size() ? card.wrong[index].text : "";
  case CardField::reason:
    return index < card.wrong.size() ? card.wrong[index].reason : "";
  case CardField::explanation:
    return card.explanation;
  case CardField::hint:
    return card.hint;
  case CardField::tags:
    return joined(card.tags, ", ");
  case CardField::paragraph:
    return card.passage ? std::to_string(card.passage->paragraph) : "";
  case CardField::image:
    return card.image;
  }
  return "";
}

deck::Card with_field(deck::Card card, CardField field, std::size_t index, const std::string& text,
                      const std::string& source) {
  switch (field) {
  case CardField::prompt:
    card.prompt = text;
    break;
  case CardField::cloze:
    card.cloze = read_cloze(text);
    break;
  case CardField::answer:
    card.answer.text = text;
    break;
  case CardField::items:
    card.answer.items = split(text, '\n');
    break;
  case CardField::pairs:
    card.answer.pairs = read_pairs(text);
    break;
  case CardField::accepted:
    card.accepted = split(text, '\n');
    break;
  case CardField::option:
    set_option(card, index, text, false);
    break;
  case CardField::reason:
    set_option(card, index, text, true);
    break;
  case CardField::explanation:
    card.explanation = text;
    break;
  case CardField::hint:
    card.hint = text;
    break;
  case CardField::tags:
    card.tags = split(text, ',');
    break;
  case CardField::paragraph:
    set_paragraph(card, text, source);
    break;
  case CardField::image:
    card.image = std::string(trim(text));
    break;
  }
  return card;
}

bool is_finished(const deck::Card& card) {
  return (!trim(card.prompt).empty() || card.cloze) &&
         !trim(deck::answer_line(card.answer)).empty() &&
         std::none_of(card.wrong.begin(), card.wrong.end(), [](const deck::WrongOption& option) {
           return trim(option.text).empty() && !trim(option.reason).empty();
         });
}

std::vector<std::size_t> listed_cards(const WorkshopPage& page) {
  deck::CardFilter filter = page.filter;
  if (page.only_problems) filter.only = page.check->cards_with_findings(page.work);
  return page.work.matching(filter);
}

} // namespace entente::screens
