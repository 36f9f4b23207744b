// The reading sheet: every question with its answer, category by category.

#include "exchange/paper_flow.h"
#include "exchange/paper_parts.h"

#include <algorithm>

namespace entente::exchange::paper {

namespace {

Block card_block(Flow& flow, const deck::Card& card) {
  constexpr double reference = 40;
  Style right = sans(8);
  right.align = PANGO_ALIGN_RIGHT;
  const double room = flow.width() - reference - 10;
  Block block = {{.text = paragraph_words(card),
                  .style = right,
                  .x = flow.width() - reference,
                  .width = reference,
                  .beside_next = true},
                 {.text = card.prompt, .style = serif(10), .width = room},
                 {.text = deck::answer_line(card.answer),
                  .style = serif(10.5, true),
                  .width = room,
                  .gap = 2}};
  if (!card.explanation.empty())
    block.push_back({.text = card.explanation,
                     .style = {"Noto Serif", 8.5, false, false, grey},
                     .width = room,
                     .gap = 2});
  return block;
}

void draw_category(Flow& flow, const std::string& name, Colour colour,
                   const std::vector<const deck::Card*>& cards) {
  if (cards.empty()) return;
  // The heading never stands alone at the foot of a page.
  Block first = {{.text = name, .style = sans(12, true, colour)}};
  Block card = card_block(flow, *cards.front());
  card.front().gap = 10;
  first.insert(first.end(), card.begin(), card.end());
  flow.add(first);
  for (std::size_t i = 1; i < cards.size(); ++i) {
    flow.space(9);
    flow.add(card_block(flow, *cards[i]));
  }
  flow.space(24);
}

std::vector<const deck::Card*> cards_of(const deck::Deck& deck, const deck::Category* category) {
  std::vector<const deck::Card*> cards;
  for (const deck::Card& card : deck.cards)
    if (deck::find_category(deck, card.category) == category) cards.push_back(&card);
  return cards;
}

} // namespace

void draw_sheet(Canvas& canvas, const deck::Deck& deck, const PaperWords& words) {
  Flow flow(canvas, deck.title);
  Block heading = {{.text = deck.title, .style = serif(19, true)}};
  for (const deck::Source& source : deck.sources) {
    std::string line = source.title;
    for (const std::string& part : {source.author, source.publisher, source.date})
      if (!part.empty()) line += (line.empty() ? "" : "  ·  ") + part;
    if (!line.empty()) heading.push_back({.text = line, .style = sans(9), .gap = 4});
  }
  if (!deck.description.empty())
    heading.push_back({.text = deck.description, .style = serif(10), .gap = 10});
  flow.add(heading);
  flow.space(22);
  for (const deck::Category& category : deck.categories)
    draw_category(flow, category.name, colour_of(&category), cards_of(deck, &category));
  draw_category(flow, words.other, accent, cards_of(deck, nullptr));
  flow.finish();
}

} // namespace entente::exchange::paper
