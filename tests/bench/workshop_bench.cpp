// The Workshop over a deck of 10,000 cards: what a keystroke in the search, a step down the list, a
// turn of the wheel and a letter in the form cost, from the key to the painted frame; and what the
// deck check costs a card.

#include "deck/live_check.h"
#include "draw/draw_list.h"
#include "screens/model.h"
#include "text/font_typesetter.h"
#include "ui/paint.h"
#include "ui/runtime.h"
#include "ui/theme.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace entente;

namespace {

using Clock = std::chrono::steady_clock;
constexpr int cards = 10000;

deck::Deck made_deck() {
  deck::Deck deck;
  deck.id = "bench";
  deck.title = "Ten thousand cards";
  deck.categories = {{"dates", "Dates", "dates", {}, {}}, {"areas", "Areas", "areas", {}, {}}};
  for (int i = 0; i < cards; ++i) {
    const std::string n = std::to_string(i);
    deck::Card card;
    card.id = "card-" + n;
    card.category = i % 2 ? "dates" : "areas";
    card.prompt =
        "In which year did “town " + n + "” open its harbour to ships of other countries?";
    card.answer = {deck::AnswerKind::date, std::to_string(1000 + i % 1000), {}, {}};
    for (int k = 1; k <= 3; ++k)
      card.wrong.push_back({std::to_string(1000 + (i + 7 * k) % 1000), "That was another town."});
    card.explanation = "The chronicle of town " + n + " says so on its first page.";
    card.tags = {"harbour", "town-" + n};
    deck.cards.push_back(std::move(card));
  }
  return deck;
}

class Screen {
public:
  Screen() : atlas_(typesetter_), list_(atlas_), runtime_(typesetter_, screens::commands()) {
    deck::Deck deck = made_deck();
    const auto begun = Clock::now();
    deck::Workshop work(deck);
    std::printf("opening: %.0f ms to hold %d cards ready for search\n", ms_since(begun), cards);
    auto check = std::make_shared<deck::LiveCheck>(deck, deck::CheckMaterial{});
    model_.page =
        screens::WorkshopPage{"deck.xml", std::move(work), std::move(deck), check, {}, {}};
    runtime_.resize(1280, 800);
    frame();
  }

  void send(screens::WorkshopMessage message) {
    (void)screens::update(model_, screens::Message{std::move(message)}, {});
    frame();
  }
  void wheel() {
    (void)runtime_.handle(ui::Wheel{{100, 400}, 3, 0}, 0);
    paint();
  }
  screens::WorkshopPage& page() { return std::get<screens::WorkshopPage>(model_.page); }

  static double ms_since(Clock::time_point begun) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
  }

private:
  void frame() {
    auto made = screens::view(model_, {}, 1280, 800);
    runtime_.show(std::move(made.root), 0);
    paint();
  }
  void paint() {
    list_.clear();
    ui::paint({runtime_.frame(), ui::light_theme(), typesetter_, runtime_.interaction(0)}, list_);
  }

  text::FontTypesetter typesetter_;
  text::GlyphAtlas atlas_;
  draw::DrawList list_;
  ui::Runtime runtime_;
  screens::Model model_;
};

template <typename Work> void measure(const char* what, int times, Work work) {
  std::vector<double> taken;
  for (int i = 0; i < times; ++i) {
    const auto begun = Clock::now();
    work(i);
    taken.push_back(Screen::ms_since(begun));
  }
  std::sort(taken.begin(), taken.end());
  std::printf("%-28s median %6.1f ms, worst %6.1f ms\n", what, taken[taken.size() / 2],
              taken.back());
}

} // namespace

int main() {
  Screen screen;
  const std::string words = "harbour town-4711";
  measure("search, a letter", static_cast<int>(words.size()), [&](int i) {
    screen.send(screens::FilterTyped{words.substr(0, static_cast<std::size_t>(i) + 1)});
  });
  screen.send(screens::FilterTyped{""});
  measure("a step down the list", 100, [&](int) { screen.send(screens::StepCard{1}); });
  measure("a turn of the wheel", 100, [&](int) { screen.wheel(); });
  measure("a letter in the form", 50, [&](int i) {
    screen.send(screens::EditField{screens::CardField::explanation, 0,
                                   std::string(static_cast<std::size_t>(i) + 1, 'x')});
  });
  auto& page = screen.page();
  measure("the check, a turn of 6 cards", 200,
          [&](int) { (void)page.check->advance(page.work, 6); });
  const auto until_known = [&] {
    while (!page.check->advance(page.work, 2000)) std::this_thread::yield();
  };
  until_known();
  for (int i = 0; i < 3; ++i) {
    until_known();
    page.check->renew();
    measure("beginning the check across", 1, [&](int) { (void)page.check->advance(page.work, 6); });
  }
  measure("the check across, in all", 3, [&](int) {
    page.check->renew();
    until_known();
  });
  std::printf("findings: %zu\n", page.check->count(page.work));
}
