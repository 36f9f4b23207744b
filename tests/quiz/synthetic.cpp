#include "synthetic.h"

#include "support/answering.h"

#include <algorithm>
#include <cmath>

namespace entente::tests {

using deck::AnswerKind;

namespace {

deck::Card named(int number, const std::string& category) {
  deck::Card card;
  card.id = "card-" + std::to_string(number);
  card.category = category;
  card.prompt = "Question " + std::to_string(number) + "?";
  card.explanation = "Because " + std::to_string(number) + ".";
  return card;
}

deck::Card mixed_card(int number, const std::string& category) {
  deck::Card card = number % 5 == 3   ? sequence_card(number, 4)
                    : number % 5 == 4 ? pairs_card(number, 3)
                                      : choice_card(number, category);
  card.category = category;
  if (number % 5 == 1) card.cloze = deck::Card::Cloze{"They said ", " aloud"};
  if (number % 5 == 2) card.hint = "Think of " + std::to_string(number);
  card.passage = deck::Passage{"text", 1 + number / 3};
  return card;
}

} // namespace

deck::Card choice_card(int number, const std::string& category) {
  deck::Card card = named(number, category);
  const std::string tail = " " + std::to_string(number);
  card.answer.text = "right" + tail;
  for (const char* word : {"amber", "birch", "cedar", "delta"})
    card.wrong.push_back({word + tail, std::string("Not ") + word});
  return card;
}

deck::Card sequence_card(int number, int items) {
  deck::Card card = named(number, "a");
  card.answer.kind = AnswerKind::sequence;
  for (int i = 0; i < items; ++i)
    card.answer.items.push_back("step " + std::to_string(number) + "." + std::to_string(i));
  return card;
}

deck::Card pairs_card(int number, int pairs) {
  deck::Card card = named(number, "a");
  card.answer.kind = AnswerKind::pairs;
  for (int i = 0; i < pairs; ++i) {
    const std::string tail = std::to_string(number) + "." + std::to_string(i);
    card.answer.pairs.push_back({"left " + tail, "right " + tail});
  }
  return card;
}

deck::Deck mixed_deck(int cards, int categories) {
  deck::Deck deck;
  deck.id = "mixed";
  for (int i = 0; i < categories; ++i)
    deck.categories.push_back({std::string(1, static_cast<char>('a' + i)), "Category", "", {}});
  for (int i = 0; i < cards; ++i)
    deck.cards.push_back(
        mixed_card(i, deck.categories[static_cast<std::size_t>(i % categories)].id));
  return deck;
}

deck::Deck choice_deck(int cards) {
  deck::Deck deck;
  deck.id = "choice";
  deck.categories.push_back({"a", "Category", "", {}});
  for (int i = 0; i < cards; ++i) deck.cards.push_back(choice_card(i));
  return deck;
}

core::Moment at_minute(double minutes) {
  const core::Moment start = core::start_of(core::day_of({2026, 3, 2}), 120, 10 * 60);
  return {start.utc_ms + std::llround(minutes * double(core::ms_per_minute)), 120};
}

core::Moment at_day(double days) { return at_minute(days * 24 * 60); }

memory::CardProgress learned(const deck::Deck& deck, std::size_t card,
                             const std::vector<memory::Grade>& grades, double days_ago,
                             double days_apart) {
  const memory::Model model(memory::defaults(memory::Algorithm::fsrs7));
  memory::CardProgress progress;
  progress.deck = deck.id;
  progress.card = deck.cards[card].id;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    const double ago = days_ago + days_apart * double(grades.size() - 1 - i);
    progress = memory::apply(progress, {at_day(-ago), grades[i]}, model);
  }
  return progress;
}

std::shared_ptr<quiz::Material> material_of(deck::Deck deck) {
  auto material = std::make_shared<quiz::Material>();
  material->deck = std::move(deck);
  return material;
}

const quiz::Question& question(const quiz::Session& session) {
  return std::get<quiz::Asked>(session.phase()).question;
}

quiz::Given right_answer(const quiz::Session& session) {
  return given(session.material(), std::get<quiz::Asked>(session.phase()), true);
}
quiz::Given wrong_answer(const quiz::Session& session) {
  return given(session.material(), std::get<quiz::Asked>(session.phase()), false);
}
quiz::Given answer_to(const quiz::Material& material, const quiz::Asked& asked, bool right) {
  return given(material, asked, right);
}

} // namespace entente::tests
