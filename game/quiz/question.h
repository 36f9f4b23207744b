#pragma once

// A card made into a question: which form it takes, what stands where, which hints there are.
// The same card, form and seed give the same question.

#include "quiz/material.h"

#include <cstdint>
#include <optional>

namespace entente::quiz {

// Choice first, typed (or the cloze gap) from a stability of settings.typed_from_days, flip from
// settings.flip_from_days where the card allows it, one form back after a lapse; sequences are put
// in order and pairs matched until they may flip. A card that does not allow the wanted form, or a
// form not in `allowed` (empty = any), takes the nearest that both allow, an easier one first.
// nullopt: none of `allowed` fits this card. progress null = never answered.
[[nodiscard]] std::optional<deck::Form> choose_form(const deck::Card& card,
                                                    const memory::CardProgress* progress,
                                                    const memory::Model& model,
                                                    const Settings& settings,
                                                    const std::vector<deck::Form>& allowed = {});

struct Option {
  std::string text;
  std::string reason; // of a wrong option: why it is wrong
  // Where it belongs. Choice: 0 = the right one, n = the card's nth wrong option (1-based).
  // Order: its place in the sequence. Match: the row of its left side.
  std::size_t home = 0;
  bool operator==(const Option&) const = default;
};

struct Hint {
  enum class Kind {
    author,         // text: the author's words
    first_letter,   // text: the first character of the answer
    removes_option, // option: index into Question::options, no longer to be chosen
    places_item     // text: an item or pair in its place; option: index into Question::options
  };
  Kind kind = Kind::author;
  std::string text;
  std::size_t option = 0;
  bool operator==(const Hint&) const = default;
};

struct Question {
  std::size_t card = 0; // index into deck.cards
  std::string card_id;
  deck::Form form = deck::Form::choice;
  std::string prompt;
  std::string before, after;      // cloze: the text around the gap
  std::vector<Option> options;    // choice, order, match (the right column): as shown
  std::vector<std::string> lefts; // match: the left column
  std::vector<Hint> hints;        // in the order they are given
  bool first_sight = true;        // never answered before
  int asked_before = 0;           // times in this session
  std::optional<double> recall;   // predicted when asked; none at first sight
  bool operator==(const Question&) const = default;
};

// `chosen`: wrong options chosen before for this card; they are the first to be shown again.
[[nodiscard]] Question make_question(const deck::Deck& deck, std::size_t card, deck::Form form,
                                     const Confusions& chosen, const Settings& settings,
                                     std::uint64_t seed);

// The choice's right option. REQUIRES: form choice.
[[nodiscard]] std::size_t right_option(const Question& question);
// False when one of the first `hints` hints has removed it.
[[nodiscard]] bool is_offered(const Question& question, int hints, std::size_t option);

} // namespace entente::quiz
