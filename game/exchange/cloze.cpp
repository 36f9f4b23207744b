// Texts with gaps, {{c1::answer::hint}}: one card a gap number.

#include "exchange/fields.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace entente::exchange {

namespace {

struct Gap {
  std::size_t begin = 0, end = 0; // of the whole {{...}}
  int number = 0;
  std::string answer, hint;
};

// The gap that begins at `begin`; number 0 when none does.
Gap read_gap(std::string_view text, std::size_t begin) {
  Gap gap;
  if (!text.substr(begin).starts_with("{{c")) return gap;
  const char* digits = text.data() + begin + 3;
  int number = 0;
  const auto [after, error] = std::from_chars(digits, text.data() + text.size(), number);
  const auto colon = static_cast<std::size_t>(after - text.data());
  if (error != std::errc{} || number < 1 || number > 999 || !text.substr(colon).starts_with("::"))
    return gap;
  const std::size_t close = text.find("}}", colon + 2);
  if (close == std::string_view::npos) return gap;
  std::string_view inside = text.substr(colon + 2, close - colon - 2);
  if (const std::size_t hint = inside.find("::"); hint != std::string_view::npos) {
    gap.hint = std::string(inside.substr(hint + 2));
    inside = inside.substr(0, hint);
  }
  return {begin, close + 2, number, std::string(inside), gap.hint};
}

std::vector<Gap> find_gaps(std::string_view text) {
  std::vector<Gap> gaps;
  for (std::size_t at = text.find("{{c"); at != std::string_view::npos; at = text.find("{{c", at)) {
    Gap gap = read_gap(text, at);
    at = gap.number > 0 ? gap.end : at + 3;
    if (gap.number > 0) gaps.push_back(std::move(gap));
  }
  return gaps;
}

// The text from `begin` to `end` with its gaps filled, or shown as `blank` where it is `number`.
std::string filled(std::string_view text, const std::vector<Gap>& gaps, std::size_t begin,
                   std::size_t end, int number, std::string_view blank) {
  std::string out;
  for (const Gap& gap : gaps) {
    if (gap.begin < begin || gap.end > end) continue;
    out += text.substr(begin, gap.begin - begin);
    out += gap.number == number ? blank : std::string_view(gap.answer);
    begin = gap.end;
  }
  return out += text.substr(begin, end - begin);
}

deck::Card card_for(const std::string& text, const std::vector<Gap>& gaps, const Gap& gap,
                    const deck::Card& base) {
  deck::Card card = base;
  constexpr std::string_view blank = "[…]";
  card.prompt = filled(text, gaps, 0, text.size(), gap.number, blank);
  card.answer = {deck::AnswerKind::text, gap.answer, {}, {}};
  if (card.hint.empty()) card.hint = gap.hint;
  card.cloze = deck::Card::Cloze{filled(text, gaps, 0, gap.begin, gap.number, blank),
                                 filled(text, gaps, gap.end, text.size(), gap.number, blank)};
  return card;
}

} // namespace

bool has_cloze_gap(std::string_view text) {
  const std::vector<Gap> gaps = find_gaps(text);
  return std::ranges::any_of(gaps, [](const Gap& gap) { return !gap.answer.empty(); });
}

std::vector<deck::Card> cloze_cards(const std::string& text, const deck::Card& base) {
  const std::vector<Gap> gaps = find_gaps(text);
  std::map<int, const Gap*> first; // by number
  for (const Gap& gap : gaps) first.emplace(gap.number, &gap);
  std::vector<deck::Card> cards;
  for (const auto& [number, gap] : first) {
    cards.push_back(card_for(text, gaps, *gap, base));
    if (cards.size() > 1 && !base.id.empty()) cards.back().id += "-" + std::to_string(number);
  }
  return cards;
}

} // namespace entente::exchange
