// From facts to a deck: the wording's own examples, and what must hold for every deck.

#include "deck/check.h"
#include "deck/xml_reader.h"
#include "deck/xml_writer.h"
#include "generate/deck_maker.h"
#include "judge/judge.h"
#include "language.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

Candidates asked(const std::string& text, const std::string& published) {
  const Article article = extract(text, published);
  return ask_all(Asking(article, english()));
}

bool asks(const Candidates& candidates, const std::string& stem, const std::string& answer) {
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
    return candidate.stem == stem && deck::answer_line(candidate.answer) == answer;
  });
}

// "QUESTION | ANSWER"
bool holds(const Candidates& candidates, const std::string& wanted) {
  const auto bar = wanted.rfind('|');
  return asks(candidates, std::string(trimmed(std::string_view(wanted).substr(0, bar))),
              std::string(trimmed(std::string_view(wanted).substr(bar + 1))));
}

std::string stems_of(const Candidates& candidates) {
  std::string all;
  for (const Candidate& candidate : candidates)
    all += "\n  " + candidate.kind + ": " + candidate.stem + " | " +
           deck::answer_line(candidate.answer);
  return all;
}

Generated deck_of(const std::string& text) {
  DeckOptions options;
  options.id = "test";
  return make_deck(text, english(), options);
}

const char* const texts[] = {"data/article/seed.txt", "data/texts/01.txt", "data/texts/02.txt",
                             "data/texts/07.txt", "data/texts/13.txt"};

} // namespace

TEST_CASE("the examples of the questions hold") {
  for (const auto& [name, question] : english().phrases->templates())
    for (const Example& example : question.examples) {
      CAPTURE(example.where);
      const Candidates candidates = asked(example.text, example.published);
      if (example.ok) {
        CHECK_MESSAGE(holds(candidates, example.value), stems_of(candidates));
      } else {
        CHECK_MESSAGE(std::none_of(candidates.begin(), candidates.end(),
                                   [&](const Candidate& candidate) {
                                     return name.starts_with(candidate.kind);
                                   }),
                      stems_of(candidates));
      }
    }
}

TEST_CASE("every card of the building texts keeps the rules of a good card") {
  for (const char* file : texts) {
    ENTENTE_NEEDS_SHARED(file);
    CAPTURE(file);
    const Generated made = deck_of(read_shared(file));
    CHECK(made.deck.cards.size() >= 4);
    REQUIRE(made.origins.size() == made.deck.cards.size());
    std::set<std::string> prompts, ids;
    for (std::size_t c = 0; c < made.deck.cards.size(); ++c) {
      const deck::Card& card = made.deck.cards[c];
      CAPTURE(card.prompt);
      CHECK(prompts.insert(card.prompt).second);
      CHECK(ids.insert(card.id).second);
      CHECK(made.origins[c].card == card.id);
      CHECK(!card.explanation.empty());
      CHECK(!deck::possible_forms(card).empty());
      const bool choice =
          std::find(card.forms.begin(), card.forms.end(), deck::Form::choice) != card.forms.end() ||
          card.forms.empty();
      CHECK(card.wrong.size() == (choice ? 3 : 0));
      for (const deck::WrongOption& option : card.wrong) {
        CHECK(!option.reason.empty());
        CHECK(option.text != deck::answer_line(card.answer));
      }
    }
  }
}

TEST_CASE("no deck gives the deck check anything to say") {
  std::vector<std::string> stories;
  for (const auto& entry : std::filesystem::directory_iterator(root() / "tests/generate/texts"))
    if (entry.path().extension() == ".txt") stories.push_back(read_whole(entry.path()));
  REQUIRE(stories.size() >= 8);
  for (const char* folder : {"data/article", "data/texts", "data/texts/tagged"})
    if (std::filesystem::exists(shared_folder() / folder))
      for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / folder))
        if (entry.path().extension() == ".txt") stories.push_back(read_whole(entry.path()));
  for (const std::string& story : stories) {
    CAPTURE(story.substr(0, 60));
    const Generated made = deck_of(story);
    deck::CheckMaterial material;
    material.texts.emplace("", story);
    for (const deck::Source& source : made.deck.sources) material.texts.emplace(source.id, story);
    for (const deck::Finding& finding : deck::check_deck(made.deck, material))
      CHECK_MESSAGE(false, finding.card << ": " << finding.message);
  }
}

TEST_CASE("a question that tells another card's answer is worded to tell less") {
  const Generated made = deck_of(
      "The harbour\n"
      "Engineer Ann Lee visited the harbour of Lisbon on 3 May 2021.\n"
      "“The work on the long harbour wall will bring hope to every nation,” said Ann Lee.\n");
  const auto has = [&](std::string_view words) {
    return std::any_of(made.deck.cards.begin(), made.deck.cards.end(),
                       [&](const deck::Card& card) { return card.prompt.find(words) == 0; });
  };
  // Who said it, cut before the words that the other card asks for.
  CHECK(has("Who is quoted in the article as saying, “The work on the long harbour wall …"));
  CHECK(has("Complete the words that the article quotes: “The work on the long harbour wall"));
}

TEST_CASE("the same text gives the same deck, and it reads back whole") {
  ENTENTE_NEEDS_SHARED("data/texts/07.txt");
  const std::string text = read_shared("data/texts/07.txt");
  const std::string first = deck::write_deck(deck_of(text).deck);
  CHECK(first == deck::write_deck(deck_of(text).deck));
  const auto read = deck::read_deck(first, "test.xml");
  REQUIRE(read);
  CHECK(read->problems.empty());
  CHECK(deck::write_deck(read->deck) == first);
}

TEST_CASE("a text that nothing can be asked of gives an empty deck") {
  CHECK(deck_of("").deck.cards.empty());
  CHECK(deck_of("One line.").deck.cards.empty());
}
