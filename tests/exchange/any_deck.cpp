#include "exchange/any_deck.h"

#include "core/random.h"
#include "exchange/deck_builder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace entente::tests {

using namespace deck;

namespace {

std::string any_words(core::Random& random) {
  static const std::vector<std::string> parts = {
      "a",       " ",         "  ",    "\n",       "\n\n",
      "\"",      "\"\"",      ",",     ";",        "\t",
      "|",       "{",         "}",     "{{",       "}}",
      "~",       "=",         "#",     "####",     ":",
      "::",      "%",         "%50%",  "\\",       "\\n",
      "<b>",     "</p>",      "&amp;", "&",        "<",
      "->",      "*",         "//",    "дата",     "Ёж",
      "中文",    "مرحبا",     "🙂",    "[html]",   "[...]",
      "]]>",     "ANSWER: B", "A. x",  "'",        "$CATEGORY: x",
      "[sound:", "\xC2\xA0",  "é",     "=SUM(A1)", "{c1::",
      "Q"};
  std::string words;
  for (auto n = random.below(7); n > 0; --n)
    words += parts[random.below(static_cast<std::uint32_t>(parts.size()))];
  words = exchange::tidy(words);
  return words.empty() ? "x" : words;
}

std::vector<std::string> any_list(core::Random& random, std::uint32_t least) {
  std::vector<std::string> list(least + random.below(3));
  for (std::string& words : list) words = any_words(random);
  return list;
}

std::string any_tag(core::Random& random) {
  std::string tag = any_words(random);
  std::erase_if(tag, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return tag;
}

Answer any_answer(core::Random& random) {
  Answer answer;
  answer.kind = static_cast<AnswerKind>(random.below(10));
  if (answer.kind == AnswerKind::pairs) {
    for (auto n = 1 + random.below(3); n > 0; --n)
      answer.pairs.push_back({any_words(random), any_words(random)});
  } else if (exchange::is_list(answer.kind)) {
    answer.items = any_list(random, 1);
  } else {
    answer.text = any_words(random);
    if (answer.kind == AnswerKind::number && random.below(2)) answer.text = "-12.5";
  }
  return answer;
}

Card any_card(core::Random& random, const Deck& deck, int number) {
  Card card;
  card.id = "card " + std::to_string(number) + any_tag(random);
  card.category = deck.categories[random.below(2)].id;
  card.prompt = any_words(random);
  card.answer = any_answer(random);
  if (random.below(2)) card.cloze = Card::Cloze{any_words(random) + " ", any_words(random)};
  if (random.below(2)) card.accepted = any_list(random, 0);
  std::erase(card.accepted, answer_line(card.answer));
  if (random.below(3))
    for (const std::string& words : any_list(random, 0))
      card.wrong.push_back({"not " + words, random.below(2) ? any_words(random) : ""});
  if (random.below(2)) card.explanation = any_words(random);
  if (random.below(2)) card.hint = any_words(random);
  for (auto n = random.below(3); n > 0; --n) card.tags.push_back(any_tag(random));
  if (random.below(2)) card.passage = Passage{"s", static_cast<int>(random.below(9))};
  if (random.below(2)) card.forms = {Form::flip, Form::choice};
  return card;
}

const exchange::Format& format_named(const char* name) {
  const exchange::Format* format = exchange::find_format(name);
  REQUIRE(format != nullptr);
  return *format;
}

// Flattened where a format has no lists.
Answer held_answer(const Answer& answer, const exchange::Holds& holds, const Words& words) {
  Answer held = answer;
  if (!holds.lists && exchange::is_list(answer.kind))
    held = {AnswerKind::text, answer_line(answer)};
  if (!holds.kind && !exchange::is_list(held.kind)) held.kind = AnswerKind::text;
  held.text = words(held.text);
  for (std::string& item : held.items) item = words(item);
  for (Pair& pair : held.pairs) pair = {words(pair.left), words(pair.right)};
  return held;
}

} // namespace

Deck any_deck(std::uint64_t seed) {
  core::Random random(seed);
  Deck deck;
  deck.title = "A deck";
  deck.id = "a-deck";
  deck.sources = {{"s", any_words(random)}};
  deck.categories = {{"c", "c" + any_tag(random)}, {"d", "d" + any_tag(random)}};
  for (int i = 0; i < 4; ++i) deck.cards.push_back(any_card(random, deck, i));
  return deck;
}

Card held(const Deck& deck, const Card& card, const exchange::Holds& holds, const Words& words) {
  Card held;
  if (holds.id) held.id = card.id;
  held.prompt = words(card.prompt);
  held.answer = held_answer(card.answer, holds, words);
  if (holds.accepted)
    for (const std::string& each : card.accepted) held.accepted.push_back(words(each));
  if (holds.wrong)
    for (const WrongOption& each : card.wrong)
      held.wrong.push_back({words(each.text), holds.reasons ? words(each.reason) : ""});
  std::ranges::sort(held.wrong, {}, &WrongOption::text);
  if (holds.explanation) held.explanation = words(card.explanation);
  if (holds.hint) held.hint = words(card.hint);
  if (holds.tags) held.tags = card.tags;
  if (holds.cloze) held.cloze = card.cloze;
  if (holds.forms) held.forms = card.forms;
  if (holds.image) held.image = card.image;
  if (holds.category) {
    const Category* category = find_category(deck, card.category);
    held.category = category ? category->name : card.category;
  }
  if (holds.passage && card.passage) {
    const auto source = std::ranges::find(deck.sources, card.passage->source, &Source::id);
    held.passage =
        Passage{source == deck.sources.end() ? "" : words(source->title), card.passage->paragraph};
  }
  return held;
}

exchange::Imported there_and_back(const char* format, const Deck& deck,
                                  const exchange::Separators& separators) {
  auto exported = exchange::write(format_named(format), {deck, {}, {}, {}, separators});
  if (!exported) FAIL(core::describe(exported.error()));
  auto imported =
      exchange::read(format_named(format), {exported->bytes, "again", "again", separators});
  if (!imported) FAIL(core::describe(imported.error()) << "\n" << exported->bytes);
  return std::move(*imported);
}

core::Error refusal(const char* format, std::string_view bytes) {
  const auto imported = exchange::read(format_named(format), {bytes, "file", "file", {}});
  if (imported) FAIL("it was read");
  return imported.error();
}

exchange::Imported accepted(const char* format, std::string_view bytes) {
  auto imported = exchange::read(format_named(format), {bytes, "file", "file", {}});
  if (!imported) FAIL(core::describe(imported.error()));
  return std::move(*imported);
}

bool says(const exchange::Report& report, exchange::Fate fate, const std::string& what) {
  return std::ranges::any_of(report.notes(), [&](const exchange::Note& note) {
    return note.fate == fate && note.what == what;
  });
}

std::string small_png() {
  constexpr std::array<unsigned char, 67> bytes = {
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
      0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00,
      0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78,
      0x9C, 0x63, 0x00, 0x01, 0x00, 0x00, 0x05, 0x00, 0x01, 0x0D, 0x0A, 0x2D, 0xB4, 0x00,
      0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace entente::tests
