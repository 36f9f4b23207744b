#pragma once

// A deck under the teacher's hands: cards, a selection, and every change since it was opened, to be
// undone and done again without end. A value; nothing here knows a file or a screen.

#include "deck/deck.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente::deck {

// A card with what a search reads, folded once. Shared by all moments of the history.
struct Held {
  explicit Held(Card card);
  Card card;
  std::string folded; // prompt, answers, options, explanation, tags, id
};
using HeldCard = std::shared_ptr<const Held>;

// Which cards a list shows.
struct CardFilter {
  std::string words;    // each must stand in the card, in any case
  std::string category; // id; empty: all
  std::optional<std::set<std::string>>
      only; // ids, when a caller narrows further (cards with problems)
  bool operator==(const CardFilter&) const = default;
};

// Where find and replace looks.
struct Replacement {
  std::string find, with;
  bool match_case = true;
};

class Workshop {
public:
  explicit Workshop(const Deck& deck);

  [[nodiscard]] const std::vector<HeldCard>& cards() const { return cards_; }
  [[nodiscard]] const Deck& details() const { return *details_; } // without cards
  [[nodiscard]] Deck deck() const;
  [[nodiscard]] const Card* find(const std::string& id) const;
  [[nodiscard]] std::optional<std::size_t> index_of(const std::string& id) const;
  // Indices of the cards that fit, in order.
  [[nodiscard]] std::vector<std::size_t> matching(const CardFilter& filter) const;

  // ---- selection: the card on the form, and those a bulk edit means ----
  [[nodiscard]] const std::string& selected() const { return selected_; }
  void select(const std::string& id);
  [[nodiscard]] const std::set<std::string>& marked() const { return marked_; }
  void mark(const std::string& id, bool on);
  void mark_all(const std::vector<std::size_t>& cards);
  void unmark_all() { marked_.clear(); }
  // The marked cards, or the selected one when none is marked.
  [[nodiscard]] std::set<std::string> meant() const;

  // ---- changes; each is one step of the history ----
  std::string add(Card card); // after the selected one, with an id of its own; selects it
  void duplicate();           // the selected card
  void erase(const std::set<std::string>& ids);
  void move(int by); // the selected card, up or down
  // In place of the card with this id. Changes with the same key in a row are one step, as typing
  // in one field is.
  void change(const Card& card, const std::string& key = {});
  void set_category(const std::set<std::string>& ids, const std::string& category);
  void set_tag(const std::set<std::string>& ids, const std::string& tag, bool on);
  // How many cards it changed. An empty `find` changes nothing.
  std::size_t replace(const Replacement& replacement, const std::set<std::string>& ids);
  void set_details(Deck details, const std::string& key = {}); // its cards do not count
  void replace_all(const Deck& deck);                          // as after a merge

  [[nodiscard]] bool can_undo() const { return done_ > 0; }
  [[nodiscard]] bool can_redo() const { return done_ < steps_.size(); }
  void undo();
  void redo();

  // Whether there is anything to save, counting from the last set_saved().
  [[nodiscard]] bool changed() const { return done_ != saved_; }
  void set_saved();

private:
  // One stretch of the list replaced by another, and the details and selection around it.
  struct Step {
    std::size_t at = 0;
    std::vector<HeldCard> before, after;
    std::shared_ptr<const Deck> details_before, details_after;
    std::string selected_before, selected_after;
    std::string key;
  };
  void commit(std::vector<HeldCard> cards, std::shared_ptr<const Deck> details,
              std::string selected, const std::string& key = {});
  template <typename Change>
  void change_each(const std::set<std::string>& ids, Change change, const std::string& key = {});
  void splice(std::size_t at, std::size_t count, const std::vector<HeldCard>& with);
  [[nodiscard]] std::string free_id(const std::string& category) const;

  std::vector<HeldCard> cards_;
  std::shared_ptr<const Deck> details_;
  std::string selected_;
  std::set<std::string> marked_;
  std::vector<Step> steps_;
  std::size_t done_ = 0;  // steps that stand
  std::size_t saved_ = 0; // `done_` as it was saved; npos when that is gone
};

} // namespace entente::deck
