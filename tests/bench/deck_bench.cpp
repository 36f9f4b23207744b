// Reading a deck of 10,000 cards, beside the XML library parsing the same bytes.

#include "bench/figures.h"
#include "deck/xml_reader.h"
#include "deck/xml_writer.h"

#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <tinyxml2.h>
#include <vector>

namespace bench = entente::bench;
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

// Processor time: what the work costs on a machine that does other things too.
double processor_ms(const std::function<void()>& work) {
  const auto now = [] {
    std::timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double begun = now();
  work();
  return now() - begun;
}

} // namespace

int main() {
  const std::string bytes = made_deck();
  std::size_t cards = 0;
  std::vector<double> ours, library, ratios, writing;
  for (int run = 0; run < 25; ++run) { // in turn, so that both meet the same machine and heap
    ours.push_back(processor_ms([&] { cards = read_deck(bytes, "bench")->deck.cards.size(); }));
    library.push_back(processor_ms([&] {
      tinyxml2::XMLDocument document;
      document.Parse(bytes.data(), bytes.size());
    }));
    ratios.push_back(ours.back() / library.back());
    const Deck deck = read_deck(bytes, "bench")->deck;
    writing.push_back(processor_ms([&] { (void)write_deck(deck); }));
  }
  std::printf("deck: %zu cards, %.1f MB; processor time, medians of 25\n", cards,
              static_cast<double>(bytes.size()) / 1e6);
  bench::print("read_deck", bench::median(ours));
  bench::print("TinyXML-2 alone", bench::median(library));
  bench::print("ratio (aim: at most 2)", bench::median(ratios), "");
  bench::print("write_deck", bench::median(writing));
}
