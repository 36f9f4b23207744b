#pragma once

// A card as named columns: what spreadsheets and flashcard programs hold. Lists stand one item a
// line, with \n and \\ for a line feed and a backslash within an item; pairs as "left = right".

#include "deck/deck.h"
#include "exchange/deck_builder.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

enum class Column {
  id,
  prompt,
  answer,
  kind,
  accepted,
  wrong,
  why_wrong,
  explanation,
  hint,
  cloze, // before {{c1::}} after
  category,
  source,
  paragraph,
  image,
  forms,
  tags
};
inline constexpr std::size_t column_count = 16;

[[nodiscard]] std::string_view title(Column column); // "Why wrong"
// Also by the names other programs give them: "Front", "Back", "Term", "Definition" ...
[[nodiscard]] std::optional<Column> find_column(std::string_view title);

using Row = std::array<std::string, column_count>; // by Column

[[nodiscard]] Row row_of(const deck::Deck& deck, const deck::Card& card);
// Makes the category and the source it names. Unknown kinds and forms are reported.
[[nodiscard]] deck::Card card_of(const Row& row, DeckBuilder& builder, Report& report,
                                 const std::string& where);

// Every row's column is as long as the other's: which columns hold anything at all.
[[nodiscard]] std::vector<Column> columns_used(const std::vector<Row>& rows);

[[nodiscard]] std::string join_lines(const std::vector<std::string>& items);
[[nodiscard]] std::vector<std::string> split_lines(std::string_view text);

// A text with gaps as Anki writes them, {{c1::answer::hint}}: one card a number, the other gaps
// filled. `base` brings what all of them share; its id gets "-2", "-3" ... after the first.
[[nodiscard]] std::vector<deck::Card> cloze_cards(const std::string& text, const deck::Card& base);
// An empty gap asks for nothing: such a text is a question like any other.
[[nodiscard]] bool has_cloze_gap(std::string_view text);

} // namespace entente::exchange
