#pragma once

// The text of a field while it is edited: a plain value with caret, selection and undo. Positions
// are bytes and always lie on grapheme boundaries, so that nothing a person sees as one letter is
// ever torn.

#include "text/typeset.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ui {

class TextEdit {
public:
  explicit TextEdit(std::string text = "", std::string language = "en");

  [[nodiscard]] const std::string& text() const { return now_.text; }
  [[nodiscard]] std::size_t caret() const { return now_.caret; }
  [[nodiscard]] std::size_t anchor() const { return now_.anchor; } // the selection's other end
  [[nodiscard]] bool has_selection() const { return now_.caret != now_.anchor; }
  [[nodiscard]] std::size_t selection_begin() const;
  [[nodiscard]] std::size_t selection_end() const;
  [[nodiscard]] std::string selected() const;

  // Replaces the selection. One line unless `multiline`: line ends become spaces. Control
  // characters are dropped.
  void insert(std::string_view typed, bool multiline = false);
  void erase_back();
  void erase_forward();
  void erase_word_back();
  void erase_word_forward();

  void place(std::size_t byte, bool extend = false); // to the boundary at or before
  void select_all();
  void select_word(std::size_t byte);
  void previous(bool extend); // a grapheme, in reading order
  void next(bool extend);
  void previous_word(bool extend);
  void next_word(bool extend);
  void first(bool extend);
  void last(bool extend);
  // One step on the screen, whatever the direction of the words there.
  void left(const text::Text& set, bool extend);
  void right(const text::Text& set, bool extend);
  void up(const text::Text& set, bool extend);
  void down(const text::Text& set, bool extend);
  void line_start(const text::Text& set, bool extend);
  void line_end(const text::Text& set, bool extend);

  void undo();
  void redo();
  [[nodiscard]] bool can_undo() const { return !past_.empty(); }
  [[nodiscard]] bool can_redo() const { return !future_.empty(); }

private:
  struct Moment {
    std::string text;
    std::size_t caret = 0, anchor = 0;
  };
  enum class Step { none, typing, other };

  void remember(Step step);
  void replace(std::size_t begin, std::size_t end, std::string_view with);
  bool erase_selection();
  void horizontally(const text::Text& set, bool extend, bool to_right);
  void vertically(const text::Text& set, bool extend, int lines);

  Moment now_;
  std::vector<Moment> past_, future_;
  Step last_ = Step::none;
  std::string language_;
};

} // namespace entente::ui
