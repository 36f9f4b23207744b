#pragma once

// A deck from what a reader finds: ids, categories and sources are made here, the same for the same
// words, so that bringing a file in again finds the progress of the first time.

#include "deck/deck.h"
#include "exchange/format.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace entente::exchange {

// Letters and digits of ASCII with dashes between ("Two words!" -> "two-words"); a hash where
// nothing of that is left.
[[nodiscard]] std::string slug(std::string_view words);
// Words that XML can hold: line ends as \n, control characters gone, white space at the ends gone.
[[nodiscard]] std::string tidy(std::string_view words);

class DeckBuilder {
public:
  DeckBuilder(const std::string& title, Report& report);

  void set_id(const std::string& id);
  void set_title(std::string_view title);
  void set_language(std::string_view language);
  void set_description(std::string_view words);

  // Ids for names; empty for an empty name.
  std::string category(std::string_view name);
  std::string source(std::string_view title);

  // `where` goes into the report: a line or a name. The card's id may be empty or taken, its
  // category is an id of this deck or empty. A card without prompt or answer is dropped. Gives the
  // id it got, empty when dropped.
  std::string add(deck::Card card, const std::string& where);

  [[nodiscard]] std::size_t cards() const { return deck_.cards.size(); }
  [[nodiscard]] deck::Deck take();

private:
  [[nodiscard]] std::string free_id(std::string wanted);
  bool is_complete(const deck::Card& card, const std::string& where);
  void drop_right_among_wrong(deck::Card& card, const std::string& where);

  deck::Deck deck_;
  Report& report_;
  bool has_id_ = false;
  std::unordered_set<std::string> ids_;
};

} // namespace entente::exchange
