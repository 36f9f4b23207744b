// Reading a deck of 10,000 cards, beside the XML library parsing the same bytes.

#include "deck/xml_reader.h"
#include "deck/xml_writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <tinyxml2.h>

using namespace entente::deck;

namespace {

Card made_card(int number) {
  const std::string n = std::to_string(number);
  Card card;
  card.id = "card-" + n;
  card.category = number % 2 ? "dates" : "areas";
  card.prompt = "On which day did the two ministers of country " + n + " meet for the first time?";
  card.cloze = Card::Cloze{"They met on ", " on the sidelines of a council, " + n + " days after."};
  card.answer = {AnswerKind::date, "20 May " + n, {}, {}};
  card.accepted = {"May 20 " + n, "20.5." + n};
  for (const char* day : {"19", "21", "2"})
    card.wrong.push_back({std::string(day) + " May " + n,
                          "That is the day of the ceremony, which the text names elsewhere."});
  card.explanation = "The first paragraph gives the day & the place; the caption gives another.";
  card.hint = "In spring.";
  card.tags = {"meeting", "ministers"};
  card.passage = Passage{"article", 1 + number % 20};
  return card;
}

std::string made_deck() {
  Deck deck;
  deck.id = "bench";
  deck.title = "Ten thousand cards";
  deck.sources = {{"article", "An article"}};
  deck.categories = {{"dates", "Dates", "dates"}, {"areas", "Areas", "areas"}};
  for (int i = 0; i < 10000; ++i) deck.cards.push_back(made_card(i));
  return write_deck(deck);
}

// The quickest of 15 runs, in milliseconds: what the work costs when nothing else runs.
double best_ms(const std::function<void()>& work) {
  double best = 1e9;
  for (int run = 0; run < 15; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - begin;
    best = std::min(best, taken.count());
  }
  return best;
}

} // namespace

int main() {
  const std::string bytes = made_deck();
  std::size_t cards = 0;
  const double ours = best_ms([&] { cards = read_deck(bytes, "bench")->deck.cards.size(); });
  const double library = best_ms([&] {
    tinyxml2::XMLDocument document;
    document.Parse(bytes.data(), bytes.size());
  });
  const double writing = best_ms([&] { (void)write_deck(read_deck(bytes, "bench")->deck); });
  std::printf("deck: %zu cards, %.1f MB\n", cards, static_cast<double>(bytes.size()) / 1e6);
  std::printf("read_deck %.1f ms; TinyXML-2 alone %.1f ms; ratio %.2f (aim: at most 2)\n", ours,
              library, ours / library);
  std::printf("read and write %.1f ms\n", writing);
}
