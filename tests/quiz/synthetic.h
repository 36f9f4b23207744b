#pragma once

// Decks, learners and sessions made up for tests of the drill.

#include "quiz/session.h"

#include <memory>

namespace entente::tests {

// A choice card: answer "right N", four wrong options.
[[nodiscard]] deck::Card choice_card(int number, const std::string& category = "a");
[[nodiscard]] deck::Card sequence_card(int number, int items);
[[nodiscard]] deck::Card pairs_card(int number, int pairs);
// Cards in turn of each kind and form, in `categories` categories, three to a paragraph.
[[nodiscard]] deck::Deck mixed_deck(int cards, int categories = 3);
[[nodiscard]] deck::Deck choice_deck(int cards);

// 2026-03-02 (a Monday) at 10:00 local time, two hours east of UTC, and so many minutes later.
[[nodiscard]] core::Moment at_minute(double minutes);
[[nodiscard]] core::Moment at_day(double days);

// As left by these grades, given on whole days before at_minute(0): the last `days_ago` ago.
[[nodiscard]] memory::CardProgress learned(const deck::Deck& deck, std::size_t card,
                                           const std::vector<memory::Grade>& grades,
                                           double days_ago, double days_apart = 5);

[[nodiscard]] std::shared_ptr<quiz::Material> material_of(deck::Deck deck);

// The right answer to a question as its form wants it, and a wrong one.
[[nodiscard]] quiz::Given right_answer(const quiz::Session& session);
[[nodiscard]] quiz::Given wrong_answer(const quiz::Session& session);
[[nodiscard]] quiz::Given answer_to(const quiz::Material& material, const quiz::Asked& asked,
                                    bool right);
[[nodiscard]] const quiz::Question& question(const quiz::Session& session); // REQUIRES: asked

} // namespace entente::tests
