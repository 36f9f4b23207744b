#pragma once

// Decks of awkward words, and what of a card must come back from a format.

#include "deck/deck.h"
#include "exchange/format.h"
#include "exchange/losses.h"

#include <cstdint>
#include <functional>
#include <string>

namespace entente::tests {

// Quotes, separators, braces, tildes, line breaks, markup, Cyrillic, Arabic, Chinese, emoji.
[[nodiscard]] deck::Deck any_deck(std::uint64_t seed);

// The card as a format that holds so much gives it back; words pass through `words`.
using Words = std::function<std::string(const std::string&)>;
[[nodiscard]] deck::Card held(
    const deck::Deck& deck, const deck::Card& card, const exchange::Holds& holds,
    const Words& words = [](const std::string& same) { return same; });

// Writes and reads; fails the test where either does.
[[nodiscard]] exchange::Imported there_and_back(const char* format, const deck::Deck& deck,
                                                const exchange::Separators& separators = {});
// The error of reading these bytes; fails the test where there is none.
[[nodiscard]] core::Error refusal(const char* format, std::string_view bytes);
[[nodiscard]] exchange::Imported accepted(const char* format, std::string_view bytes);

// Whether the report says this of anything.
[[nodiscard]] bool says(const exchange::Report& report, exchange::Fate fate,
                        const std::string& what);

// A PNG of one pixel.
[[nodiscard]] std::string small_png();

} // namespace entente::tests
