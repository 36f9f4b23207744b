#include "service/statistics.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace entente;
using namespace entente::service;

namespace {

constexpr std::int64_t noon = 1'621'512'000'000; // 20 May 2021, 12:00 UTC

core::Moment at(double days) {
  return {noon + static_cast<std::int64_t>(days * static_cast<double>(core::ms_per_day)), 0};
}

std::shared_ptr<quiz::Material> deck_of(int cards) {
  auto material = std::make_shared<quiz::Material>();
  material->deck.id = "d";
  material->deck.categories = {{"c", "Dates", "dates"}};
  for (int i = 0; i < cards; ++i) {
    deck::Card card;
    card.id = "card-" + std::to_string(i);
    card.category = "c";
    card.prompt = "Question " + std::to_string(i);
    card.answer.text = "Answer " + std::to_string(i);
    material->deck.cards.push_back(std::move(card));
  }
  return material;
}

void answered(quiz::Material& material, int card, double day, memory::Grade grade) {
  const std::string id = "card-" + std::to_string(card);
  auto& progress = material.learner.progress[id];
  progress.deck = "d";
  progress.card = id;
  progress = memory::apply(progress, {at(day), grade}, memory::Model(material.parameters));
}

StatisticsInput input_of(std::shared_ptr<const quiz::Material> material) {
  StatisticsInput input;
  input.now = at(0);
  input.materials = {std::move(material)};
  return input;
}

history::Trace trace(double day, double predicted, bool recalled) {
  return {at(day), 0, recalled, recalled, true, 4000, predicted};
}

} // namespace

TEST_CASE("an empty history gives no figure that nobody measured") {
  const auto all = statistics(input_of(deck_of(5)));
  CHECK(all.answers == 0);
  CHECK(all.recall.empty());
  CHECK(all.calibration.empty());
  CHECK(all.off_by == 0);
  CHECK(all.hard.empty());
  CHECK(all.first == all.today + (1 - 90));
  REQUIRE(all.categories.size() == 1);
  CHECK(all.categories[0].cards == 5);
  CHECK(all.categories[0].seen == 0);
  CHECK(all.coming.size() == coming_days);
  CHECK(all.coming[0].fresh == 5);
}

TEST_CASE("recall is what came back of what was promised, practice and first sights left out") {
  auto input = input_of(deck_of(1));
  input.traces.cards = {{"d", "card-0"}};
  for (int i = 0; i < 10; ++i) input.traces.rows.push_back(trace(-1, 0.8, i < 7));
  auto practice = trace(-1, 0.8, false);
  practice.counts = false;
  auto first = trace(-1, 0.8, false);
  first.predicted.reset();
  input.traces.rows.push_back(practice);
  input.traces.rows.push_back(first);
  const auto all = statistics(input);
  CHECK(all.answers == 12);
  REQUIRE(all.recall.size() == 1);
  CHECK(all.recall[0].asked == 10);
  CHECK(all.recall[0].recalled.share == doctest::Approx(0.7));
  CHECK(all.recall[0].recalled.low < 0.7);
  CHECK(all.recall[0].recalled.high > 0.7);
  CHECK(all.recall[0].promised == doctest::Approx(0.8));
  CHECK(all.categories[0].asked == 10);
}

TEST_CASE("the forecast's error is the mean distance from what came, weighed by answers") {
  auto input = input_of(deck_of(1));
  input.traces.cards = {{"d", "card-0"}};
  for (int i = 0; i < 400; ++i) input.traces.rows.push_back(trace(-2, 0.9, i % 10 != 0));
  CHECK(statistics(input).off_by < 0.02);
  for (auto& each : input.traces.rows) each.predicted = 0.6;
  CHECK(statistics(input).off_by == doctest::Approx(0.3).epsilon(0.01));
}

TEST_CASE("points over time cover the range without gaps or overlaps") {
  auto input = input_of(deck_of(1));
  input.traces.cards = {{"d", "card-0"}};
  for (int day = 0; day < 90; ++day) input.traces.rows.push_back(trace(-day, 0.9, true));
  const auto all = statistics(input);
  int asked = 0;
  for (std::size_t i = 0; i < all.recall.size(); ++i) {
    asked += all.recall[i].asked;
    if (i > 0) CHECK(all.recall[i].first == all.recall[i - 1].last + 1);
  }
  CHECK(asked == 90);
  CHECK(all.recall.front().first == all.first);
  CHECK(all.recall.back().last == all.today);
  CHECK(all.recall.size() <= 13);
}

TEST_CASE("what is coming: cards due stand on their day, and learned ones come back") {
  auto material = deck_of(3);
  material->settings.new_cards_a_day = 0;
  answered(*material, 0, -30, memory::Grade::good);
  const auto all = statistics(input_of(material));
  CHECK(all.coming[0].reviews >= 1); // long overdue: today
  CHECK(all.coming[0].reviews < 2);
  CHECK(all.coming[0].fresh == 0);
  double reviews = 0;
  for (const auto& day : all.coming) reviews += day.reviews;
  CHECK(reviews > 2);
  CHECK(all.coming[0].minutes == doctest::Approx(all.coming[0].reviews * all.seconds_a_card / 60));
}

TEST_CASE("new cards join by the daily limit") {
  auto material = deck_of(5);
  material->settings.new_cards_a_day = 2;
  const auto all = statistics(input_of(material));
  CHECK(all.coming[0].fresh == 2);
  CHECK(all.coming[1].fresh == 2);
  CHECK(all.coming[2].fresh == 1);
  CHECK(all.coming[3].fresh == 0);
}

TEST_CASE("every seen card stands in one bin of each spread") {
  auto material = deck_of(6);
  for (int i = 0; i < 4; ++i)
    answered(*material, i, -1.0 - i * 20, i % 2 ? memory::Grade::good : memory::Grade::easy);
  const auto all = statistics(input_of(material));
  const auto sum = [](const auto& bins) {
    int cards = 0;
    for (const auto& bin : bins) cards += bin.cards;
    return cards;
  };
  CHECK(sum(all.stability) == 4);
  CHECK(sum(all.retrievability) == 4);
  CHECK(all.categories[0].seen == 4);
}

TEST_CASE("hard cards come by lapses, confusions from the second time") {
  auto material = deck_of(3);
  answered(*material, 0, -3, memory::Grade::good);
  answered(*material, 1, -3, memory::Grade::good);
  material->learner.progress["card-0"].lapses = 2;
  material->learner.progress["card-1"].lapses = 5;
  material->learner.confusions["card-1"] = {{"Xi Jinping", 3}, {"Wang Yi", 1}};
  const auto all = statistics(input_of(material));
  REQUIRE(all.hard.size() == 2);
  CHECK(all.hard[0].card == "card-1");
  REQUIRE(all.mixed_up.size() == 1);
  CHECK(all.mixed_up[0].option == "Xi Jinping");
  CHECK(all.mixed_up[0].answer == "Answer 1");
}

TEST_CASE("CSV quotes what has commas, and has one line a figure") {
  auto material = deck_of(1);
  material->deck.cards[0].prompt = "Who said \"no\", and when?";
  answered(*material, 0, -3, memory::Grade::good);
  material->learner.progress["card-0"].lapses = 2;
  const std::string csv = to_csv(statistics(input_of(material)));
  CHECK(csv.starts_with("plot,of,figure,low,high,count\r\n"));
  CHECK(csv.find("lapses,\"Who said \"\"no\"\", and when?\",2,,,\r\n") != std::string::npos);
}

TEST_CASE("a card's story follows its answers with the model in use, and forgets at a reset") {
  const auto material = deck_of(1);
  const auto row = [](double day, history::Event event) {
    return history::Row{{}, at(day), std::move(event)};
  };
  history::Answer answer;
  answer.card = "card-0";
  answer.given = memory::Grade::good;
  std::vector<history::Row> rows{row(-9, answer), row(-5, answer)};
  const auto story = story_of(*material, "card-0", rows);
  REQUIRE(story.answers.size() == 2);
  CHECK(story.progress.answers == 2);
  CHECK(story.answers[1].after == *story.progress.state);
  CHECK(story.prompt == "Question 0");
  rows.push_back(row(-4, history::Reset{"d", "card-0"}));
  CHECK_FALSE(story_of(*material, "card-0", rows).progress.state);
}
